import Testing

@testable import TerminalUI

@Suite struct GeometryTests {
  @Test func extentsAreNeverNegative() {
    #expect(Size(width: -3, height: -1) == Size(width: 0, height: 0))
    #expect(Rect(x: 1, y: 1, width: -3, height: 4).isEmpty)
  }

  @Test func splittingGivesBackTheWhole() {
    let rect = Rect(x: 2, y: 3, width: 10, height: 5)
    for count in -1...12 {
      let (top, rest) = rect.splitTop(count)
      #expect(top.height + rest.height == 5 && rest.y == top.bottom)
      let (upper, bottom) = rect.splitBottom(count)
      #expect(upper.height + bottom.height == 5 && bottom.bottom == rect.bottom)
      let (left, right) = rect.splitLeft(count)
      #expect(left.width + right.width == 10 && right.x == left.right)
    }
  }

  @Test func intersectionsAndCentres() {
    let a = Rect(x: 0, y: 0, width: 5, height: 5)
    #expect(a.intersection(Rect(x: 3, y: 4, width: 9, height: 9)) == Rect(x: 3, y: 4, width: 2, height: 1))
    #expect(a.intersection(Rect(x: 7, y: 0, width: 1, height: 1)).isEmpty)
    #expect(a.centred(Size(width: 3, height: 1)) == Rect(x: 1, y: 2, width: 3, height: 1))
    #expect(a.centred(Size(width: 99, height: 99)) == a)
    #expect(a.inset(dx: 3, dy: 1).isEmpty)
    #expect(a.contains(Point(x: 4, y: 4)) && !a.contains(Point(x: 5, y: 4)))
  }
}
