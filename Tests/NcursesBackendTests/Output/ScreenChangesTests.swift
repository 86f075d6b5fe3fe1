import TerminalUI
import Testing

@testable import NcursesBackend

@Suite struct ScreenChangesTests {
  private func groups(_ draw: (inout Frame) -> Void, after first: (inout Frame) -> Void = { _ in })
    -> [[Range<Int>]]
  {
    var shown = Frame(size: Size(width: 20, height: 4))
    first(&shown)
    var frame = shown
    draw(&frame)
    return ScreenChanges.groups(from: shown.cells, to: frame.cells, width: 20)
  }

  @Test func nothingChangedIsNothingToWrite() {
    #expect(groups { _ in }.isEmpty)
  }

  @Test func fewChangesComeStyleByStyle() {
    let groups = groups { frame in
      frame.write("ab", x: 2, y: 0)
      frame.write("|", x: 4, y: 0, .accent)
      frame.write("c", x: 0, y: 1)
      frame.write("|", x: 4, y: 1, .accent)
    }
    #expect(groups == [[2..<4, 20..<21], [4..<5, 24..<25]])
  }

  @Test func manyStylesComeRowByRow() {
    let groups = groups { frame in
      for y in 1...3 {
        for x in 1..<19 { frame.put("#", x: x, y: y, Style(.heat(Double((y - 1) * 18 + x) / 56))) }
      }
    }
    #expect(groups == [[20..<40, 40..<60, 60..<80]])
  }

  @Test func theInkOfABlankDoesNotMatter() {
    let groups = groups(
      { frame in
        frame.write(" ", x: 2, y: 0, .accent)
        frame.write("x", x: 5, y: 0)
      }, after: { frame in frame.write("abc", x: 2, y: 0, .accent) })
    #expect(groups == [[2..<3, 5..<6]])
  }

  @Test func wideGlyphsStayWhole() {
    let groups = groups(
      { frame in frame.restyle(Rect(x: 5, y: 0, width: 1, height: 1)) { $0.background = .window } },
      after: { frame in frame.write("漢", x: 4, y: 0) })
    #expect(groups == [[4..<6]])
  }
}
