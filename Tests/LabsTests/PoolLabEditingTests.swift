import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("Editing in the pooling lab")
struct PoolLabEditingTests {
  private static func lab(_ scene: String = "pool:galway") throws -> PoolLab { try .opened(scene) }

  @Test func digitsChangeTheCellAndItsOutput() throws {
    var lab = try Self.lab()
    lab.press("right enter")
    #expect(lab.cursor == Position(row: 0, column: 0))
    lab.press("- 3 . 5 enter 9 enter")
    #expect(lab.settings.grid.grid[0, 0] == -3.5)
    #expect(lab.picture.output.grid[0, 0] == 9)
    #expect(lab.cursor == Position(row: 0, column: 2))
    lab.press("u u")
    #expect(lab.settings.grid == .preset(.galway))
  }

  @Test func aStrideOfTheWindowsSizeGoesAlong() throws {
    var lab = try Self.lab()
    lab.press("z")
    #expect((lab.settings.size, lab.settings.stride) == (Extent(3), Extent(3)))
    lab.press("S z")
    #expect((lab.settings.size, lab.settings.stride) == (Extent(4), Extent(2)))
    lab.press("x z")
    #expect(lab.settings.size == Extent(height: 5, width: 4))
  }

  @Test func paddingCanBeTyped() throws {
    var lab = try Self.lab()
    lab.press("l backspace 1 , 0 , 2 , 0 enter")
    #expect(lab.settings.padding == Padding(top: 1, left: 0, bottom: 2, right: 0))
    lab.press("x p p")
    #expect(lab.settings.padding == Padding(top: 3, left: 0, bottom: 4, right: 0))
    lab.press("P P P")
    #expect(lab.settings.padding == Padding(top: 0, left: 0, bottom: 1, right: 0))
    lab.press("P")
    #expect(lab.chrome.toast?.text == "The padding is at its least, 0,0,1,0.")
    lab.press("l")
    _ = lab.update(.key(.control("u")))
    lab.press("s a m e enter")
    #expect(lab.settings.rule == .same)
    lab.press("l x enter")
    #expect(lab.prompt?.editor.complaint?.contains("is not a padding: write 1, 1x2") == true)
    lab.press("escape u")
    #expect(lab.settings.rule == .floor)
  }

  @Test func globalPoolingStaysGlobalOnAnotherGrid() throws {
    var lab = try Self.lab("pool:galway?kind=average&padding=1")
    lab.press("w")
    #expect(lab.settings.isGlobal && lab.picture.pooling.isGlobal)
    #expect(lab.picture.output.grid.extent == Extent(1))
    lab.press("n")
    #expect(lab.settings.isGlobal && lab.settings.size == Extent(8))
    lab.press("t")
    _ = lab.update(.key(.control("u")))
    _ = lab.update(.paste("1 2 3; 4 5 6"))
    lab.press("enter")
    #expect(lab.picture.output.grid.cells == [3.5])
    lab.press("w")
    #expect(lab.settings.size == Extent(2))
  }

  @Test func whatDoesNotFitIsRefusedAndChangesNothing() throws {
    var lab = try Self.lab("pool:galway?size=7")
    let before = lab.version
    lab.press("z")
    #expect(lab.version == before)
    #expect(lab.chrome.toast?.text == "the window does not fit: it has 8 rows, the input only 7")
    lab = try Self.lab()
    lab.press("P")
    #expect(lab.chrome.toast?.text == "The padding is at its least, 0.")
  }

  @Test func aTypedGradientGoesWithItsShape() throws {
    var lab = try Self.lab("pool:kcl?view=backward&upstream=1,2;3,4&step=4")
    #expect(lab.gradients?.partial.grid.cells.reduce(0, +) == 10)
    lab.press("k k")
    #expect(lab.settings.upstream != nil)
    lab.press("S")
    #expect(lab.settings.upstream == nil)
    #expect(lab.gradients?.upstream.grid == Grid(Extent(3), repeating: 1))
    lab.press("u")
    #expect(lab.settings.upstream?.cells == [1, 2, 3, 4])
  }

  @Test func gradientsComeBackWindowByWindow() throws {
    var lab = try Self.lab("pool:kcl?kind=average&view=backward&upstream=4,1;1,8")
    #expect(lab.gradients?.partial.grid.cells.allSatisfy { $0 == 0 } == true)
    lab.press("right")
    #expect(lab.gradients?.partial.grid.rows[0] == [1, 1, 0, 0])
    #expect(lab.gradients?.partial.grid.rows[2] == [0, 0, 0, 0])
    lab.press("end")
    #expect(lab.gradients?.partial.grid == lab.gradients?.total.grid)
    #expect(lab.gradients?.partial.grid[3, 3] == 2)
  }

  @Test func computedGridsTakeNoDigits() throws {
    var lab = try Self.lab("pool:kcl?view=backward&step=1")
    lab.press("tab enter 5")
    #expect(lab.typed == "" && lab.chrome.toast?.kind == .wrong)
    lab.press("escape tab enter 5 enter")
    #expect(lab.settings.upstream?[0, 0] == 5)
  }

  /// The outputs that a cell feeds belong to the output as it was before the key.
  @Test func theOutputMayChangeItsWidthUnderTheCursor() throws {
    var lab = try Self.lab("pool:galway?size=3&stride=1")
    lab.press("enter down down down right right right")
    #expect(PoolGridView(lab).shown.fed.count == 9)
    lab.press("p")
    #expect(PoolGridView(lab).shown.fed.count == 9)
    lab.press("N N")
    #expect(lab.drawn(80, 24).faults.isEmpty)
  }

  @Test func gapsAndTheCountOfAMeanHaveKeys() throws {
    var lab = try Self.lab("pool:galway?padding=1")
    lab.press("a")
    #expect(!lab.settings.excludesPadding && lab.chrome.toast?.kind == .wrong)
    lab.press("k a d")
    #expect(
      lab.settings.kind == .average && lab.settings.excludesPadding && lab.settings.dilation == Extent(2))
    #expect(lab.variant == "average, padding not counted" && !lab.drawn(80, 24).text.contains("padding is 0"))
    lab.press("k")
    #expect(!lab.settings.excludesPadding)
    lab.press("D D")
    #expect(lab.settings.dilation == Extent(1) && lab.chrome.toast?.kind == .wrong)
  }

  /// Both axes' sizes stand in the line, whatever makes them differ.
  @Test(arguments: [
    "pool:kcl?padding=1,0,0,1", "pool:galway?padding=1,10,16,1&stride=3x2&size=3&dilation=2x1",
    "pool:galway?padding=1,10,16,1&size=3&stride=2&rule=ceil",
    "pool:galway?padding=1,0,0,1&size=3&rule=exact",
  ])
  func sizesOfUnequalAxesAreWhole(_ scene: String) throws {
    let lab = try Self.lab(scene)
    let line = lab.drawn(80, 24).text.split(separator: "\n").first { $0.hasPrefix(" size") } ?? ""
    #expect(line.contains("rows") && line.contains("columns") && !line.contains("…"), "\(line)")
  }

  /// Where there is nothing but ASCII an infinity is spelled in its cell, and so is the arithmetic.
  @Test func infinityIsReadableInASCII() throws {
    let look = Look(glyphs: .ascii)
    var screen = try Screen(scene: Scene(parsing: "pool:galway?padding=1&step=1"))
    screen.fit(look)
    screen.resize(80, 24)
    let text = screen.drawn(80, 24, look: look).text
    #expect(text.contains("-inf  -inf") && text.contains("max(-inf, -inf, -inf, 2)"))
    #expect(text.contains("padding is -inf") && !text.contains("?, "), "\(text)")
    screen.press("k k k")
    #expect(screen.drawn(80, 24, look: look).text.contains("sqrt(0^2 + 0^2 + 0^2 + 2^2) = 2"))
  }

  @Test(arguments: [
    ("pool:galway?size=33x1&padding=16", "the lab goes up to a window of 32, not 33x1"),
    ("pool:galway?padding=17&size=30", "the lab goes up to padding 16, not 17"),
    ("pool:1e7,2;3,4", "the lab shows numbers up to 1,000,000, and the input has 1e7"),
  ])
  func tooLargeScenesAreRefused(_ scene: String, _ reason: String) {
    #expect(throws: LabRefusal(reason)) { try Self.lab(scene) }
  }
}
