import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("Editing in the convolution lab")
struct ConvLabEditingTests {
  private static let edits = [
    "p", "P", "s", "S", "d", "D", "z", "Z", "n", "N", "b", "B", "a", "f", "o", "k", "K", "e", "E", "x", "v",
    "V", "w", "r",
    "tab enter 7 enter escape", "enter right down 3 tab escape", "right", "end", "left left",
  ]

  private static func lab(_ scene: String = "conv:galway") throws -> ConvLab {
    guard case .convolution(let scene) = try Scene(parsing: scene) else { throw LabRefusal("another lab") }
    var lab = try ConvLab(scene: scene)
    lab.resize(80, 24)
    return lab
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func undoAndRedoGoBackAndForthExactly(_ seed: UInt64) throws {
    var lab = try Self.lab()
    var generator = SplitMix64(seed: seed)
    var versions: [ConvVersion] = []
    for _ in 0..<60 {
      let before = lab.history
      let versionBefore = lab.version
      lab.press(Self.edits[generator.integer(in: 0...Self.edits.count - 1)])
      if lab.history != before { versions.append(versionBefore) }
    }
    let last = lab.version
    var undone = 0
    while lab.history.canUndo {
      lab.press("u")
      undone += 1
    }
    #expect(lab.version == versions.first ?? last)
    for _ in 0..<undone { _ = lab.update(.key(.control("r"))) }
    #expect(lab.version == last)
    #expect(!lab.history.canRedo)
  }

  @Test(arguments: [
    "conv:galway", "conv:galway?padding=1&stride=2", "conv:kcl?view=backward&relu=true",
    "conv:0,1,2,3,4/1,-1,2?flip=true&view=signal", "conv:cnn5?view=unrolled", "conv:kcl?view=compare",
  ])
  func steppingBackReturnsTheSameScreens(_ scene: String) throws {
    var lab = try Self.lab(scene)
    var seen = [lab]
    while !lab.timeline.isAtEnd {
      lab.press("right")
      seen.append(lab)
    }
    for expected in seen.reversed() {
      #expect(lab == expected)
      #expect(lab.drawn(80, 24) == expected.drawn(80, 24))
      lab.press("left")
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func everySceneReadsBackAsTheSameLab(_ seed: UInt64) throws {
    var lab = try Self.lab()
    var generator = SplitMix64(seed: seed)
    for _ in 0..<40 { lab.press(Self.edits[generator.integer(in: 0...Self.edits.count - 1)]) }
    let scene = Scene.convolution(lab.scene)
    let reopened = try Self.lab(scene.description)
    #expect(reopened.scene == lab.scene)
    #expect(reopened.picture == lab.picture)
  }

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
    #expect(lab.picture.plane?.output[0, 0] == -3.5 + 1 + 3 - 3 - 2 - 0)
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

  @Test func typedRowsAreTakenAndMistakesStayInTheEditor() throws {
    var lab = try Self.lab()
    lab.press("t")
    _ = lab.update(.key(.control("u")))
    _ = lab.update(.paste("1 2 3; 4 5 6; 7 8"))
    lab.press("enter")
    #expect(lab.prompt?.editor.complaint != nil)
    _ = lab.update(.paste(" 9"))
    lab.press("enter")
    #expect(lab.prompt == nil)
    #expect(lab.settings.grid.grid == (try Grid(rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]])))
  }

  @Test func theSignalViewGivesTheGridBack() throws {
    var lab = try Self.lab("conv:galway?padding=1&step=6")
    let before = lab.scene
    lab.press("V")
    #expect(lab.settings.view == .signal(.full))
    lab.press("v")
    #expect(lab.scene == before)
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
