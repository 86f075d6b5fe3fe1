import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("The mouse in the convolution lab")
struct ConvLabMouseTests {
  private static func lab(_ columns: Int, _ rows: Int) throws -> ConvLab {
    var scene = ConvolutionScene()
    scene.padding = Extent(1)
    var lab = try ConvLab(scene: scene)
    lab.resize(columns, rows)
    return lab
  }

  private static func click(_ lab: inout ConvLab, _ x: Int, _ y: Int) {
    _ = lab.update(.mouse(MouseEvent(.press, at: Point(x: x, y: y))))
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 50)])
  func aClickPutsTheCursorIntoThatCell(_ size: (Int, Int)) throws {
    var lab = try Self.lab(size.0, size.1)
    let layout = lab.layout(isProjected: false)
    let board = try #require(layout.boards.first)
    for pane in [ConvPane.input, .kernel, .output] {
      let cell = GridPosition(row: 2, column: 1)
      let rect = try #require(board.rect(of: cell, in: pane))
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
    #expect(lab.chrome.toast?.text == "That is padding: it counts as 0.")
  }

  @Test func theScrubBarJumpsAndTheWheelSteps() throws {
    var lab = try Self.lab(80, 24)
    let row = lab.layout(isProjected: false).chrome.scrubBar
    let track = ScrubBar(lab.timeline).track(in: row)
    Self.click(&lab, track.upperBound - 1, row.y)
    #expect(lab.timeline.position == 49)
    _ = lab.update(.mouse(MouseEvent(.scrollUp, at: Point(x: 0, y: 0))))
    #expect(lab.timeline.position == 48)
    _ = lab.update(.mouse(MouseEvent(.scrollDown, at: Point(x: 0, y: 0))))
    #expect(lab.timeline.position == 49)
  }

  @Test func aClickOnASettingRaisesIt() throws {
    var lab = try Self.lab(80, 24)
    let row = lab.layout(isProjected: false).chrome.settings
    let text = TextWriter.row(row.y, of: lab.drawn(80, 24))
    let place = try #require(text.range(of: "s stride"))
    Self.click(&lab, text.distance(from: text.startIndex, to: place.lowerBound), row.y)
    #expect(lab.settings.stride == Extent(2))
  }

  @Test func withoutTheMouseNothingHappens() throws {
    var lab = try Self.lab(80, 24)
    #expect(lab.update(.key(.character("m"))) == .mouse(false))
    let before = lab
    _ = lab.update(.mouse(MouseEvent(.scrollDown, at: Point(x: 5, y: 5))))
    #expect(lab == before)
    #expect(lab.update(.key(.character("m"))) == .mouse(true))
  }
}
