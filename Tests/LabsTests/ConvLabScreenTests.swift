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
    Case(name: "grid-same-relu", scene: "conv:galway?stride=2&rule=same&bias=1&relu=true&step=7"),
    Case(
      name: "grid-rectangular",
      scene: "conv:1,2,3,4,5,6;0,1,0,1,0,1;3,1,4,1,5,9/box?size=2x3&padding=0x1&step=3"),
    Case(
      name: "grid-large", scene: "conv:galway/random?size=5&seed=4&step=9",
      keys: "nnnnnnnnnnnnnnnnnnnnnnnnn end"),
    Case(name: "input-cursor", scene: "conv:galway?padding=1&step=6", keys: "enter down right"),
    Case(name: "output-cursor", scene: "conv:galway?padding=1&step=6", keys: "tab tab enter down"),
    Case(name: "kernel-cursor-typing", scene: "conv:galway?step=6", keys: "tab enter right - 2"),
    Case(name: "guess", scene: "conv:galway?step=6", keys: "g - 1"),
    Case(name: "guess-slip", scene: "conv:galway?step=1", keys: "g 7 enter"),
    Case(name: "typing-mistake", scene: "conv:galway", keys: "t end ; 1 enter"),
    Case(name: "help", scene: "conv:galway", keys: "?"),
    Case(name: "code", scene: "conv:kcl?view=backward&relu=true", keys: "c"),
    Case(name: "words", scene: "conv:galway?padding=1&step=6", keys: "i"),
    Case(name: "scene-string", scene: "conv:galway?padding=1&step=6", keys: "y"),
    Case(name: "backward", scene: "conv:galway?view=backward&step=7"),
    Case(name: "backward-relu", scene: "conv:kcl?relu=true&view=backward&step=7"),
    Case(
      name: "backward-kernel-cursor", scene: "conv:kcl?relu=true&view=backward&step=7",
      keys: "tab tab tab tab enter right"),
    Case(name: "unrolled", scene: "conv:galway?view=unrolled&step=9"),
    Case(name: "unrolled-rows", scene: "conv:kcl?view=unrolled&order=rows&step=4"),
    Case(name: "signal", scene: "conv:0,1,2,3,4/1,-1,2?flip=true&view=signal&step=4"),
    Case(name: "signal-valid", scene: "conv:0,1,2,3,4/1,-1,2?view=signal&mode=valid&step=1"),
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
