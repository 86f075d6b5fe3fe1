import Labs
import Learning
import TerminalUI
import TestSupport
import Testing

@Suite("Screens of the pooling lab")
struct PoolLabScreenTests {
  static let cases: [ScreenCase] = [
    ScreenCase(name: "start", scene: "pool:galway"),
    ScreenCase(name: "max", scene: "pool:galway?step=5"),
    ScreenCase(name: "max-padding", scene: "pool:galway?padding=1&step=2"),
    ScreenCase(name: "max-padding-alone", scene: "pool:kcl?size=1&padding=1&step=3"),
    ScreenCase(name: "average-padding", scene: "pool:galway?kind=average&padding=1&step=6"),
    ScreenCase(name: "sum-overlap", scene: "pool:galway?kind=sum&size=3&stride=2&step=4"),
    ScreenCase(name: "l2", scene: "pool:kcl?kind=l2&step=3"),
    ScreenCase(name: "global-average", scene: "pool:galway?kind=average&size=7&step=1"),
    ScreenCase(name: "stride-3", scene: "pool:galway?stride=3&step=2"),
    ScreenCase(name: "stride-3-exact", scene: "pool:galway?stride=3&rule=exact"),
    ScreenCase(name: "dilation", scene: "pool:galway?size=3&stride=1&dilation=2&step=5"),
    ScreenCase(
      name: "average-inside", scene: "pool:galway?kind=average&size=3&padding=1&exclude-padding=true&step=3"),
    ScreenCase(
      name: "backward-inside",
      scene: "pool:kcl?kind=average&padding=1&exclude-padding=true&view=backward&step=4"),
    ScreenCase(
      name: "code-inside", scene: "pool:kcl?kind=average&padding=2&dilation=2&exclude-padding=true", keys: "c"
    ),
    ScreenCase(name: "same", scene: "pool:galway?rule=same&step=16"),
    ScreenCase(name: "padding-sides", scene: "pool:kcl?kind=average&padding=1,0,0,1&step=2"),
    ScreenCase(name: "ceil", scene: "pool:galway?kind=average&rule=ceil&step=16"),
    ScreenCase(name: "padding-typed", scene: "pool:galway?step=2", keys: "l backspace 1 , 2"),
    ScreenCase(name: "code-ceil", scene: "pool:kcl?kind=average&size=3&padding=2&rule=ceil", keys: "c"),
    ScreenCase(
      name: "rectangular", scene: "pool:1,2,3,4,5,6;0,1,0,1,0,1;3,1,4,1,5,9?kind=average&size=3x2&step=2"),
    ScreenCase(
      name: "large", scene: "pool:galway?size=3&stride=1&step=9", keys: "nnnnnnnnnnnnnnnnnnnnnnnnn end"),
    ScreenCase(name: "input-cursor", scene: "pool:galway?size=3&stride=1&step=6", keys: "enter down right"),
    ScreenCase(name: "output-cursor", scene: "pool:galway?step=6", keys: "tab enter up"),
    ScreenCase(name: "typing", scene: "pool:kcl?step=2", keys: "enter right - 2"),
    ScreenCase(name: "typing-mistake", scene: "pool:galway", keys: "t end ; 1 enter"),
    ScreenCase(name: "guess", scene: "pool:galway?kind=average&step=3", keys: "g 1"),
    ScreenCase(name: "guess-slip", scene: "pool:galway?kind=average&step=3", keys: "g 1 2 enter"),
    ScreenCase(name: "backward", scene: "pool:galway?view=backward&step=4"),
    ScreenCase(name: "backward-start", scene: "pool:kcl?view=backward"),
    ScreenCase(name: "backward-overlap", scene: "pool:galway?size=3&stride=1&view=backward&step=9"),
    ScreenCase(
      name: "backward-average-padding",
      scene: "pool:kcl?kind=average&padding=1&view=backward&upstream=4,1,1;1,2,1;1,1,-4&step=9"),
    ScreenCase(name: "backward-l2", scene: "pool:galway?kind=l2&view=backward&step=3"),
    ScreenCase(name: "backward-tie", scene: "pool:edge-horizontal?view=backward&step=2"),
    ScreenCase(name: "backward-guess", scene: "pool:galway?view=backward&step=3", keys: "g"),
    ScreenCase(
      name: "backward-cursor", scene: "pool:galway?size=3&stride=1&view=backward&step=9",
      keys: "tab tab tab enter"),
    ScreenCase(name: "help", scene: "pool:galway", keys: "?"),
    ScreenCase(name: "code", scene: "pool:kcl?padding=1&view=backward", keys: "c"),
    ScreenCase(name: "words", scene: "pool:galway?kind=l2&padding=1&step=6", keys: "i"),
    ScreenCase(name: "scene-string", scene: "pool:galway?padding=1&step=6", keys: "y"),
  ]

  @Test(arguments: cases, ScreenCase.sizes)
  func looksAsRecorded(_ example: ScreenCase, _ size: Size) throws {
    try example.expectRecorded("pool-", size)
  }

  /// The scenes that lessons show.
  @Test(arguments: [
    "pool:galway", "pool:kcl", "pool:kcl?kind=average", "pool:galway?kind=l2",
    "pool:galway?view=backward&step=4", "pool:edge-vertical", "pool:galway?kind=average&size=7",
  ])
  func everySizeIsDrawnWithoutFaults(_ scene: String) throws {
    for (columns, rows) in [(60, 18), (72, 20), (100, 30), (110, 24), (200, 50), (300, 100)] {
      var screen = try Screen(scene: Scene(parsing: scene))
      screen.resize(columns, rows)
      screen.press("right g")
      #expect(screen.drawn(columns, rows).faults.isEmpty, "\(columns)x\(rows)")
      screen.press("1 enter end tab enter")
      #expect(screen.drawn(columns, rows).faults.isEmpty, "\(columns)x\(rows)")
      let projected = Look(isProjected: true)
      #expect(screen.drawn(columns, rows, look: projected).faults.isEmpty, "\(columns)x\(rows) projected")
    }
  }
}
