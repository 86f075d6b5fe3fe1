import TerminalUI
import Testing

@Suite("Screens of the averages, race and graph labs")
struct DescentLabsScreenTests {
  private static let race = "race:ravine?racer=sgd:lr=0.4&racer=momentum:lr=0.05&racer=adam:lr=0.3"

  static let cases: [ScreenCase] = [
    ScreenCase(name: "ema-start", scene: "ema:eur-usd"),
    ScreenCase(name: "ema-90", scene: "ema:eur-usd?step=90"),
    ScreenCase(name: "ema-corrected", scene: "ema:10,12,9,11?start=corrected&step=3"),
    ScreenCase(name: "ema-guess", scene: "ema:10,12,9,11?step=1", keys: "g 1 1 . 8 enter"),
    ScreenCase(name: "race-start", scene: race),
    ScreenCase(name: "race-60", scene: race + "&step=60"),
    ScreenCase(name: "race-loss", scene: race + "&step=60", keys: "v"),
    ScreenCase(name: "race-inside", scene: race + "&step=60", keys: "v v backtab"),
    ScreenCase(name: "race-relief", scene: "race:rosenbrock?racer=adam:lr=0.05&step=100", keys: "V"),
    ScreenCase(name: "race-diverged", scene: "race:ravine?racer=sgd:lr=0.6&racer=adam:lr=0.3&step=200"),
    ScreenCase(name: "race-typed", scene: "race:log(x)%2By%5E2?racer=sgd:lr=0.1&step=5"),
    ScreenCase(name: "race-guess", scene: race, keys: "g a b c enter"),
    ScreenCase(name: "graph-forward", scene: "graph:shared-input?step=3"),
    ScreenCase(name: "graph-backward", scene: "graph:shared-input?step=8"),
    ScreenCase(name: "graph-checked", scene: "graph:perceptron", keys: "end"),
    ScreenCase(name: "graph-undefined", scene: "graph:log(x)?at=x=-1", keys: "end"),
  ]

  @Test(arguments: cases, ScreenCase.sizes)
  func looksAsRecorded(_ example: ScreenCase, _ size: Size) throws {
    try example.expectRecorded("", size)
  }
}
