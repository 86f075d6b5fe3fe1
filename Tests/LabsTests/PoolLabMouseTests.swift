import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("The mouse in the pooling lab")
struct PoolLabMouseTests {
  private static func lab(_ columns: Int, _ rows: Int, _ view: PoolingScene.View = .grid) throws -> PoolLab {
    var scene = PoolingScene()
    (scene.padding, scene.view) = (Extent(1), view)
    var lab = try PoolLab(scene: scene)
    lab.resize(columns, rows)
    return lab
  }

  private static func click(_ lab: inout PoolLab, _ x: Int, _ y: Int) {
    _ = lab.update(.mouse(MouseEvent(.press, at: Point(x: x, y: y))))
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 50)], PoolingScene.View.allCases)
  func aClickPutsTheCursorIntoThatCell(_ size: (Int, Int), _ view: PoolingScene.View) throws {
    var lab = try Self.lab(size.0, size.1, view)
    for pane in PoolPane.focusable(in: view) {
      let board = try #require(lab.layout(isProjected: false).boards.first)
      let rect = try #require(board.rect(of: GridPosition(row: 2, column: 1), in: pane))
      Self.click(&lab, rect.x, rect.y)
      #expect(lab.focus == pane)
      // The input's pane begins with the ring of padding.
      #expect(lab.cursor == (pane == .input ? Position(row: 1, column: 0) : Position(row: 2, column: 1)))
      lab.press("escape")
    }
  }

  @Test func paddingIsNoCell() throws {
    var lab = try Self.lab(80, 24)
    let board = try #require(lab.layout(isProjected: false).boards.first)
    let rect = try #require(board.rect(of: GridPosition(row: 0, column: 0), in: .input))
    Self.click(&lab, rect.x, rect.y)
    #expect(lab.cursor == nil)
    #expect(lab.chrome.toast?.text == "That is padding: it counts as -∞.")
  }

  @Test func theScrubBarJumpsAndTheWheelSteps() throws {
    var lab = try Self.lab(80, 24)
    let row = lab.layout(isProjected: false).chrome.scrubBar
    let track = ScrubBar(lab.timeline).track(in: row)
    Self.click(&lab, track.upperBound - 1, row.y)
    #expect(lab.timeline.position == 16)
    _ = lab.update(.mouse(MouseEvent(.scrollUp, at: Point(x: 0, y: 0))))
    #expect(lab.timeline.position == 15)
    _ = lab.update(.mouse(MouseEvent(.scrollDown, at: Point(x: 0, y: 0))))
    #expect(lab.timeline.position == 16)
  }

  @Test func aClickOnASettingRaisesIt() throws {
    var lab = try Self.lab(80, 24)
    let row = lab.layout(isProjected: false).chrome.settings
    let text = TextWriter.row(row.y, of: lab.drawn(80, 24))
    let place = try #require(text.range(of: "k kind"))
    Self.click(&lab, text.distance(from: text.startIndex, to: place.lowerBound), row.y)
    #expect(lab.settings.kind == .average)
  }
}
