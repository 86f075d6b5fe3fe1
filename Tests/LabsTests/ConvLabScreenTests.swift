import Labs
import Learning
import TerminalUI
import TestSupport
import Testing

@Suite("Screens of the convolution lab")
struct ConvLabScreenTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let scene: String
    var keys = ""
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "grid-start", scene: "conv:galway"),
    Case(name: "grid-padded", scene: "conv:galway?padding=1&step=6"),
    Case(name: "grid-stride-3", scene: "conv:galway?stride=3&step=2"),
    Case(name: "grid-stride-3-exact", scene: "conv:galway?stride=3&rule=exact"),
    Case(name: "grid-dilation-2", scene: "conv:galway?dilation=2&step=5"),
    Case(name: "compare", scene: "conv:kcl?view=compare&step=9"),
  ]

  @Test(arguments: cases, [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func looksAsRecorded(_ example: Case, _ size: Size) throws {
    var screen = try Screen(scene: Scene(parsing: example.scene))
    screen.resize(size.width, size.height)
    screen.press(example.keys)
    let frame = screen.drawn(size.width, size.height)
    #expect(frame.faults.isEmpty)
    try expectScreen(frame, named: "conv-\(example.name)-\(size.width)x\(size.height)")
  }
}
