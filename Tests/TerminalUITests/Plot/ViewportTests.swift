import Testing

@testable import TerminalUI

@Suite struct ViewportTests {
  @Test(
    arguments: [
      (0, 0), (1, 0), (.nan, 1), (0, .nan), (0, .infinity), (-.infinity, 0),
      (-.greatestFiniteMagnitude, .greatestFiniteMagnitude),
    ] as [(Double, Double)])
  func boundsWithoutAFinitePositiveSpanAreRefused(low: Double, high: Double) {
    #expect(Viewport(minX: low, maxX: high, minY: 0, maxY: 1) == nil)
    #expect(Viewport(minX: 0, maxX: 1, minY: low, maxY: high) == nil)
  }

  @Test func yGrowsUpwardsAndEdgesBelongToThePicture() throws {
    let viewport = try #require(Viewport(minX: -1, maxX: 1, minY: 0, maxY: 10))
    let size = Size(width: 4, height: 5)
    #expect(viewport.dot(x: -1, y: 10, in: size) == Point(x: 0, y: 0))
    #expect(viewport.dot(x: 1, y: 0, in: size) == Point(x: 3, y: 4))
    #expect(viewport.dot(x: 0, y: 5, in: size) == Point(x: 2, y: 2))
    #expect(viewport.dot(x: 1.0001, y: 5, in: size) == nil)
    #expect(viewport.dot(x: .nan, y: 5, in: size) == nil)
    #expect(viewport.dot(x: 0, y: -.infinity, in: size) == nil)
    #expect(viewport.dot(x: 0, y: 5, in: Size(width: 0, height: 3)) == nil)
  }

  @Test func theMiddleOfADotLiesInThatDot() throws {
    let viewport = try #require(Viewport(minX: -4.5, maxX: 4.5, minY: -2, maxY: 3))
    let size = Size(width: 37, height: 11)
    for y in 0..<size.height {
      for x in 0..<size.width {
        let dot = Point(x: x, y: y)
        let middle = viewport.middle(of: dot, in: size)
        #expect(viewport.dot(x: middle.x, y: middle.y, in: size) == dot)
      }
    }
  }

  @Test func surroundsItsPoints() throws {
    let points = [(x: 1.0, y: 5.0), (x: 3.0, y: 5.0), (x: .nan, y: 0), (x: 0, y: .infinity)]
    let viewport = try #require(Viewport(around: points, margin: 0.1))
    #expect(viewport.minX == 0.8 && viewport.maxX == 3.2)
    #expect(viewport.minY < 5 && viewport.maxY > 5, "a flat axis gets room around its value")
    #expect(Viewport(around: [(x: Double.nan, y: 1.0)]) == nil)
  }
}
