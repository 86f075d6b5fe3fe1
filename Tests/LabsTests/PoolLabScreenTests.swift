import Labs
import Learning
import TerminalUI
import TestSupport
import Testing

@Suite("Screens of the pooling lab")
struct PoolLabScreenTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let scene: String
    var keys = ""
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "start", scene: "pool:galway"),
    Case(name: "max", scene: "pool:galway?step=5"),
    Case(name: "max-padding", scene: "pool:galway?padding=1&step=2"),
    Case(name: "max-padding-alone", scene: "pool:kcl?size=1&padding=1&step=3"),
    Case(name: "average-padding", scene: "pool:galway?kind=average&padding=1&step=6"),
    Case(name: "sum-overlap", scene: "pool:galway?kind=sum&size=3&stride=2&step=4"),
    Case(name: "l2", scene: "pool:kcl?kind=l2&step=3"),
    Case(name: "global-average", scene: "pool:galway?kind=average&size=7&step=1"),
    Case(name: "stride-3", scene: "pool:galway?stride=3&step=2"),
    Case(name: "stride-3-exact", scene: "pool:galway?stride=3&rule=exact"),
    Case(name: "same", scene: "pool:galway?rule=same&step=16"),
    Case(
      name: "rectangular", scene: "pool:1,2,3,4,5,6;0,1,0,1,0,1;3,1,4,1,5,9?kind=average&size=3x2&step=2"),
    Case(name: "large", scene: "pool:galway?size=3&stride=1&step=9", keys: "nnnnnnnnnnnnnnnnnnnnnnnnn end"),
    Case(name: "input-cursor", scene: "pool:galway?size=3&stride=1&step=6", keys: "enter down right"),
    Case(name: "output-cursor", scene: "pool:galway?step=6", keys: "tab enter up"),
    Case(name: "typing", scene: "pool:kcl?step=2", keys: "enter right - 2"),
    Case(name: "typing-mistake", scene: "pool:galway", keys: "t end ; 1 enter"),
    Case(name: "guess", scene: "pool:galway?kind=average&step=3", keys: "g 1"),
    Case(name: "guess-slip", scene: "pool:galway?kind=average&step=3", keys: "g 1 2 enter"),
    Case(name: "backward", scene: "pool:galway?view=backward&step=4"),
    Case(name: "backward-start", scene: "pool:kcl?view=backward"),
    Case(name: "backward-overlap", scene: "pool:galway?size=3&stride=1&view=backward&step=9"),
    Case(
      name: "backward-average-padding",
      scene: "pool:kcl?kind=average&padding=1&view=backward&upstream=4,1,1;1,2,1;1,1,-4&step=9"),
    Case(name: "backward-l2", scene: "pool:galway?kind=l2&view=backward&step=3"),
    Case(name: "backward-tie", scene: "pool:edge-horizontal?view=backward&step=2"),
    Case(name: "backward-guess", scene: "pool:galway?view=backward&step=3", keys: "g"),
    Case(
      name: "backward-cursor", scene: "pool:galway?size=3&stride=1&view=backward&step=9",
      keys: "tab tab tab enter"),
    Case(name: "help", scene: "pool:galway", keys: "?"),
    Case(name: "code", scene: "pool:kcl?padding=1&view=backward", keys: "c"),
    Case(name: "words", scene: "pool:galway?kind=l2&padding=1&step=6", keys: "i"),
    Case(name: "scene-string", scene: "pool:galway?padding=1&step=6", keys: "y"),
  ]

  @Test(arguments: cases, [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func looksAsRecorded(_ example: Case, _ size: Size) throws {
    var screen = try Screen(scene: Scene(parsing: example.scene))
    screen.resize(size.width, size.height)
    screen.press(example.keys)
    let frame = screen.drawn(size.width, size.height)
    #expect(frame.faults.isEmpty)
    try expectScreen(frame, named: "pool-\(example.name)-\(size.width)x\(size.height)")
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
