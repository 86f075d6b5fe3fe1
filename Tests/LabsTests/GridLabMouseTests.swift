import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("The mouse in the labs of grids")
struct GridLabMouseTests {
  @Test func aClickOnAStripMeansItsCell() throws {
    let lab = try ConvLab.opened("conv:galway?padding=1&view=unrolled&step=1")
    let hit = lab.currentView.target(of: Position(row: 2, column: 4), in: .strip(3))
    #expect(hit?.pane == .input && hit?.cell == Position(row: 4, column: 3))
  }

  @Test(
    arguments: [(80, 24), (120, 40), (200, 50)],
    [
      "conv:galway?padding=1", "conv:galway?padding=1&view=compare", "conv:galway?padding=1&view=backward",
      "pool:galway?padding=1", "pool:galway?padding=1&view=backward",
    ])
  func aClickPutsTheCursorIntoThatCell(_ size: (Int, Int), _ scene: String) throws {
    try expectCursor(GridLabCase.lab(scene, size.0, size.1))
  }

  private func expectCursor(_ lab: some GridLab) throws {
    var lab = lab
    for pane in lab.focusablePanes {
      let board = try #require(lab.boardLayout.boards.first)
      let rect = try #require(board.rect(of: GridPosition(row: 2, column: 1), in: pane))
      lab.click(rect.x, rect.y)
      #expect(lab.focus == pane)
      // The input's pane begins with the ring of padding.
      #expect(lab.cursor == (pane == .input ? Position(row: 1, column: 0) : Position(row: 2, column: 1)))
      lab.press("escape")
    }
  }

  @Test(arguments: zip(GridLabCase.all, ["0", "-∞"]))
  func paddingIsNoCell(_ tried: GridLabCase, _ value: String) throws {
    try expectNoCell(tried.lab(), value)
  }

  private func expectNoCell(_ lab: some GridLab, _ value: String) throws {
    var lab = lab
    let board = try #require(lab.boardLayout.boards.first)
    let rect = try #require(board.rect(of: GridPosition(row: 0, column: 0), in: .input))
    lab.click(rect.x, rect.y)
    #expect(lab.cursor == nil)
    #expect(lab.chrome.toast?.text == "That is padding: it counts as \(value).")
  }

  @Test(arguments: GridLabCase.all) func theScrubBarJumpsAndTheWheelSteps(_ tried: GridLabCase) throws {
    var lab = try tried.lab()
    let row = lab.chromeLayout.scrubBar
    let track = ScrubBar(lab.timeline).track(in: row)
    lab.click(track.upperBound - 1, row.y)
    #expect(lab.timeline.isAtEnd)
    _ = lab.update(.mouse(MouseEvent(.scrollUp, at: Point(x: 0, y: 0))))
    #expect(lab.timeline.position == lab.timeline.count - 1)
    _ = lab.update(.mouse(MouseEvent(.scrollDown, at: Point(x: 0, y: 0))))
    #expect(lab.timeline.isAtEnd)
  }

  @Test(arguments: GridLabCase.all) func aClickOnASettingRaisesIt(_ tried: GridLabCase) throws {
    var (lab, pressed) = (try tried.lab(), try tried.lab())
    try lab.clickSetting("s stride")
    pressed.press("s")
    #expect(lab.shown == pressed.shown)
    #expect(try lab.shown != tried.lab().shown)
  }

  @Test(arguments: GridLabCase.all) func withoutTheMouseNothingHappens(_ tried: GridLabCase) throws {
    let lab = try tried.lab()
    expectNoMouse(lab)
  }

  private func expectNoMouse(_ lab: some GridLab) {
    var lab = lab
    #expect(lab.update(.key(.character("m"))) == .mouse(false))
    let before = lab
    _ = lab.update(.mouse(MouseEvent(.scrollDown, at: Point(x: 5, y: 5))))
    #expect(lab == before)
    #expect(lab.update(.key(.character("m"))) == .mouse(true))
  }
}
