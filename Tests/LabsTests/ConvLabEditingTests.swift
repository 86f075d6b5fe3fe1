import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("Editing in the convolution lab")
struct ConvLabEditingTests {
  private static func lab(_ scene: String = "conv:galway") throws -> ConvLab { try .opened(scene) }

  /// The cells that an input cell feeds were found with the new geometry while the old ones were still lit.
  @Test func theSettingsMayChangeWhileAnInputCellIsPointedAt() throws {
    var screen = try Screen(scene: Scene(parsing: "conv:galway"))
    screen.resize(80, 24)
    screen.press("enter down down down right right right")
    for key in ["p", "s", "d", "P", "S", "D", "z", "n", "N", "Z", "p p p", "d s"] {
      screen.press(key)
      #expect(screen.drawn(80, 24).faults.isEmpty, "after \(key)")
    }
  }

  @Test func digitsChangeTheCellAndItsOutputs() throws {
    var lab = try Self.lab()
    lab.press("right enter")
    #expect(lab.cursor == Position(row: 0, column: 0))
    lab.press("- 3 . 5 enter")
    #expect(lab.settings.grid.grid[0, 0] == -3.5)
    #expect(lab.cursor == Position(row: 0, column: 1))
    #expect(lab.picture.plane?.output.grid[0, 0] == -3.5 + 1 + 3 - 3 - 2 - 0)
    lab.press("u")
    #expect(lab.settings.grid == .preset(.galway))
  }

  @Test func whatDoesNotFitIsRefusedAndChangesNothing() throws {
    var lab = try Self.lab()
    for _ in 0..<3 { lab.press("d") }
    #expect(lab.settings.dilation == Extent(3))
    let before = lab.version
    lab.press("d")
    #expect(lab.version == before)
    #expect(lab.chrome.toast?.kind == .wrong)
  }

  @Test func theSignalViewGivesTheGridBack() throws {
    var lab = try Self.lab("conv:galway?padding=1&step=6")
    let before = lab.scene
    lab.press("V")
    #expect(lab.settings.view == .signal(.full))
    lab.press("v")
    #expect(lab.scene == before)
  }

  /// Whatever is edited, opened or taken back while the signal is looked at.
  @Test(arguments: ["e u", "r u", "n u", "n n u v V u", "n u v u ctrl-r"])
  func theGridComesBackAfterEditsOfTheSignal(_ keys: String) throws {
    var lab = try Self.lab("conv:galway?padding=1&step=6")
    lab.press("s")
    let before = lab.scene
    lab.press("V \(keys)")
    if lab.settings.view != .signal(.full) { lab.press("V") }
    lab.press("v")
    #expect(lab.scene == before, "\(keys)")
  }

  @Test func aTypedGradientOutlivesLookingAtTheSignal() throws {
    let text = "conv:0,1,2,3,4/1,-1,2?view=backward&upstream=5,6,7"
    var lab = try Self.lab(text)
    let opened = lab.scene
    for _ in 0..<5 {
      lab.press("v")
      let shown = Scene(lab.scene)
      #expect(try Scene(parsing: shown.description) == shown)
    }
    #expect(lab.scene == opened)
    #expect(lab.gradients?.upstream.grid.cells == [5, 6, 7])
  }

  @Test func aTypedGradientGoesWithItsShapeAndComesBack() throws {
    var lab = try Self.lab("conv:0,1,2,3,4/1,-1,2?view=backward&upstream=5,6,7")
    lab.press("v v n")
    #expect(lab.settings.view == .signal(.full))
    lab.press("V V")
    #expect(lab.settings.upstream == nil)
    lab.press("u V V")
    #expect(lab.settings.upstream?.cells == [5, 6, 7])
  }

  @Test(arguments: [
    ("tab tab enter 5", "the input or the kernel"), ("v tab tab enter 5", "the input or the kernel"),
    ("v v tab tab tab enter 5", "the input, the kernel or the upstream gradient"),
    ("v v tab tab tab t", "the input, the kernel or the upstream gradient"),
  ])
  func aRefusalNamesEveryGridThatTakesNumbers(_ keys: String, _ names: String) throws {
    var lab = try Self.lab("conv:kcl")
    lab.press(keys)
    #expect(lab.chrome.toast?.text.contains("tab to \(names) to ") == true)
  }

  @Test func whyThereAreNoGradientsIsSaid() throws {
    var lab = try Self.lab("conv:kcl?view=backward")
    lab.settings.upstream = Grid(Extent(2), repeating: 1)
    lab.press("right")
    #expect(lab.gradients == nil)
    #expect(lab.chrome.toast?.kind == .wrong)
    #expect(lab.chrome.toast?.text.contains("3x3") == true)
  }

  @Test func digitsStayInTheirCellWhenTheKernelTurns() throws {
    var lab = try Self.lab("conv:kcl")
    lab.press("tab enter 9 f")
    #expect(lab.settings.isFlipped && lab.typed == "")
    #expect(lab.settings.kernel.grid == (try Grid(rows: [[9, 1], [0, -2]])))
  }

  @Test func aFlippedKernelIsEditedWhereItIsSeen() throws {
    var lab = try Self.lab("conv:kcl?flip=true")
    lab.press("tab enter 9 enter")
    // The top left cell on screen is the bottom right one as typed.
    #expect(lab.settings.kernel.grid == (try Grid(rows: [[-1, 1], [0, 9]])))
  }

  /// What the cursor lights belongs to the geometry before a setting changed, and must not be looked for in the new one.
  @Test(arguments: ["p", "s", "d", "e", "z"])
  func settingsChangeUnderACursorThatLightsOutputs(_ change: String) throws {
    var opened = try ConvLab(scene: .lectureSignal)
    opened.resize(100, 30)
    opened.press("e")
    for y in stride(from: 4, to: 24, by: 2) {
      for x in stride(from: 2, to: 60, by: 3) {
        var lab = opened
        _ = lab.update(.mouse(MouseEvent(.press, at: Point(x: x, y: y))))
        for _ in 0..<3 { lab.press(change) }
        #expect(lab.drawn(100, 30).faults.isEmpty)
      }
    }
  }
}
