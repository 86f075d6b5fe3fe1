import TerminalUI
import Testing

@testable import NcursesBackend

@Suite struct ScreenChangesTests {
  private let size = Size(width: 20, height: 4)

  private func changes(_ draw: (inout Frame) -> Void, after first: (inout Frame) -> Void = { _ in })
    -> [[Range<Int>]]
  {
    var shown = Frame(size: size)
    first(&shown)
    var frame = shown
    draw(&frame)
    return ScreenChanges(from: shown.cells, to: frame.cells, width: size.width, isStale: false).passes
  }

  @Test func nothingChangedIsNothingToWrite() {
    #expect(changes { _ in }.isEmpty)
  }

  @Test func aStaleScreenIsWrittenInFull() {
    let cells = Frame(size: size).cells
    let changes = ScreenChanges(from: cells, to: cells, width: 20, isStale: true)
    #expect(changes.passes == [[0..<20, 20..<40, 40..<60, 60..<80]])
  }

  @Test func fewChangesComeStyleByStyle() {
    let passes = changes { frame in
      frame.write("ab", x: 2, y: 0)
      frame.write("|", x: 4, y: 0, .accent)
      frame.write("c", x: 2, y: 1)
      frame.write("|", x: 4, y: 1, .accent)
    }
    #expect(passes == [[2..<4, 22..<23], [4..<5, 24..<25]])
  }

  @Test func manyChangesComeRowByRow() {
    let passes = changes { frame in
      for y in 1...2 { for x in 1..<19 { frame.put("#", x: x, y: y, Style(.series(x))) } }
    }
    #expect(passes == [[21..<39, 41..<59]])
  }

  @Test func theInkOfABlankDoesNotMatter() {
    let passes = changes(
      { frame in frame.write("x", x: 5, y: 0) },
      after: { frame in frame.write("abc", x: 2, y: 0, .accent) })
    #expect(passes.count == 1)
    let blanks = changes(
      { frame in
        frame.write(" ", x: 2, y: 0, .accent)
        frame.write("x", x: 5, y: 0)
      }, after: { frame in frame.write("abc", x: 2, y: 0, .accent) })
    #expect(blanks == [[2..<3, 5..<6]])
  }

  @Test func wideGlyphsStayWhole() {
    let restyled = changes(
      { frame in frame.restyle(Rect(x: 5, y: 0, width: 1, height: 1)) { $0.background = .window } },
      after: { frame in frame.write("漢", x: 4, y: 0) })
    #expect(restyled == [[4..<6]])
  }
}
