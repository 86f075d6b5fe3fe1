import Labs
import Learning
import TerminalUI
import TestSupport
import Testing

@Suite("Screens of the averages, race and graph labs")
struct DescentLabsScreenTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let scene: String
    var keys = ""
    var testDescription: String { name }
  }

  private static let race = "race:ravine?racer=sgd:lr=0.4&racer=momentum:lr=0.05&racer=adam:lr=0.3"

  static let cases = [
    Case(name: "ema-start", scene: "ema:eur-usd"),
    Case(name: "ema-90", scene: "ema:eur-usd?step=90"),
    Case(name: "ema-corrected", scene: "ema:10,12,9,11?start=corrected&step=3"),
    Case(name: "ema-guess", scene: "ema:10,12,9,11?step=1", keys: "g 1 1 . 8 enter"),
    Case(name: "race-start", scene: race),
    Case(name: "race-60", scene: race + "&step=60"),
    Case(name: "race-loss", scene: race + "&step=60", keys: "v"),
    Case(name: "race-inside", scene: race + "&step=60", keys: "v v backtab"),
    Case(name: "race-relief", scene: "race:rosenbrock?racer=adam:lr=0.05&step=100", keys: "V"),
    Case(name: "race-diverged", scene: "race:ravine?racer=sgd:lr=0.6&racer=adam:lr=0.3&step=200"),
    Case(name: "race-typed", scene: "race:log(x)%2By%5E2?racer=sgd:lr=0.1&step=5"),
    Case(name: "race-guess", scene: race, keys: "g a b c enter"),
    Case(name: "graph-forward", scene: "graph:shared-input?step=3"),
    Case(name: "graph-backward", scene: "graph:shared-input?step=8"),
    Case(name: "graph-checked", scene: "graph:perceptron", keys: "end"),
    Case(name: "graph-undefined", scene: "graph:log(x)?at=x=-1", keys: "end"),
  ]

  @Test(arguments: cases, [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func looksAsRecorded(_ example: Case, _ size: Size) throws {
    var screen = try Screen(scene: Scene(parsing: example.scene))
    screen.resize(size.width, size.height)
    screen.press(example.keys)
    let frame = screen.drawn(size.width, size.height)
    #expect(frame.faults.isEmpty)
    try expectScreen(frame, named: "\(example.name)-\(size.width)x\(size.height)")
  }
}
