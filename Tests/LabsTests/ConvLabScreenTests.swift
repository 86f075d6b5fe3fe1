import TerminalUI
import Testing

@Suite("Screens of the convolution lab")
struct ConvLabScreenTests {
  static let cases: [ScreenCase] = [
    ScreenCase(name: "grid-start", scene: "conv:galway"),
    ScreenCase(name: "grid-padded", scene: "conv:galway?padding=1&step=6"),
    ScreenCase(name: "grid-stride-3", scene: "conv:galway?stride=3&step=2"),
    ScreenCase(name: "grid-stride-3-exact", scene: "conv:galway?stride=3&rule=exact"),
    ScreenCase(name: "grid-dilation-2", scene: "conv:galway?dilation=2&step=5"),
    ScreenCase(name: "grid-same-relu", scene: "conv:galway?stride=2&rule=same&bias=1&relu=true&step=7"),
    ScreenCase(name: "grid-relu-sum", scene: "conv:kcl?relu=true&step=7"),
    ScreenCase(name: "grid-padding-sides", scene: "conv:galway?padding=1,0,2,1&stride=2&step=6"),
    ScreenCase(name: "code-padding-sides", scene: "conv:kcl?padding=1,0,0,1", keys: "c"),
    ScreenCase(
      name: "grid-rectangular",
      scene: "conv:1,2,3,4,5,6;0,1,0,1,0,1;3,1,4,1,5,9/box?size=2x3&padding=0x1&step=3"),
    ScreenCase(
      name: "grid-large", scene: "conv:galway/random?size=5&seed=4&step=9",
      keys: "nnnnnnnnnnnnnnnnnnnnnnnnn end"),
    ScreenCase(name: "input-cursor", scene: "conv:galway?padding=1&step=6", keys: "enter down right"),
    ScreenCase(
      name: "input-cursor-inside", scene: "conv:galway?padding=1", keys: "enter down down right right"),
    ScreenCase(name: "output-cursor", scene: "conv:galway?padding=1&step=6", keys: "tab tab enter down"),
    ScreenCase(name: "kernel-cursor-typing", scene: "conv:galway?step=6", keys: "tab enter right - 2"),
    ScreenCase(name: "guess", scene: "conv:galway?step=6", keys: "g - 1"),
    ScreenCase(name: "guess-slip", scene: "conv:galway?step=1", keys: "g 7 enter"),
    ScreenCase(name: "typing-mistake", scene: "conv:galway", keys: "t end ; 1 enter"),
    ScreenCase(name: "help", scene: "conv:galway", keys: "?"),
    ScreenCase(name: "code", scene: "conv:kcl?view=backward&relu=true", keys: "c"),
    ScreenCase(name: "words", scene: "conv:galway?padding=1&step=6", keys: "i"),
    ScreenCase(name: "scene-string", scene: "conv:galway?padding=1&step=6", keys: "y"),
    ScreenCase(name: "backward", scene: "conv:galway?view=backward&step=7"),
    ScreenCase(name: "backward-guess", scene: "conv:kcl?view=backward&step=4", keys: "g"),
    ScreenCase(name: "backward-relu", scene: "conv:kcl?relu=true&view=backward&step=7"),
    ScreenCase(
      name: "backward-kernel-cursor", scene: "conv:kcl?relu=true&view=backward&step=7",
      keys: "tab tab tab tab enter right"),
    ScreenCase(name: "unrolled", scene: "conv:galway?view=unrolled&step=9"),
    ScreenCase(name: "unrolled-rows", scene: "conv:kcl?view=unrolled&order=rows&step=4"),
    ScreenCase(name: "signal", scene: "conv:0,1,2,3,4/1,-1,2?flip=true&view=signal&step=4"),
    ScreenCase(name: "signal-valid", scene: "conv:0,1,2,3,4/1,-1,2?view=signal&mode=valid&step=1"),
    ScreenCase(name: "compare", scene: "conv:kcl?view=compare&step=9"),
  ]

  @Test(arguments: cases, ScreenCase.sizes)
  func looksAsRecorded(_ example: ScreenCase, _ size: Size) throws {
    try example.expectRecorded("conv-", size)
  }
}
