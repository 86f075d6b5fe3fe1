import TestSupport
import Testing

@testable import TerminalUI

@Suite struct WireframeTests {
  static func field(_ function: (Double, Double) -> Double) throws -> Field {
    let viewport = try #require(Viewport(minX: -1, maxX: 1, minY: -1, maxY: 1))
    return Field(size: Size(width: 12, height: 12), viewport: viewport, function: function)
  }

  static func picture(_ wireframe: Wireframe, _ width: Int, _ height: Int) throws -> String {
    var canvas = try #require(wireframe.canvas(size: Size(width: width, height: height), look: Look()))
    wireframe.draw(onto: &canvas)
    return drawn(width, height) { canvas.draw(into: &$0, at: Point(x: 0, y: 0)) }.text
  }

  @Test func fromAboveAFlatSheetIsAChessboard() throws {
    let flat = try #require(
      Wireframe(try Self.field { _, _ in 3 }, azimuth: 0, elevation: .pi / 2))
    let rows = try Self.picture(flat, 20, 10).split(separator: "\n", omittingEmptySubsequences: false)
    let drawnRows = rows.filter { !$0.isEmpty }
    #expect(drawnRows.count >= 6)
    #expect(Set(drawnRows.map(\.count)).count == 1, "all rows of a square are equally long")
  }

  @Test func aWallHidesWhatLiesBehindIt() throws {
    // High in front (low y), deep behind: seen from the front the deep part does not show.
    let wall = try Self.field { _, y in y < -0.5 ? 1 : (y > 0.8 ? 0 : -1) }
    let view = try #require(Wireframe(wall, azimuth: 0, elevation: 0.05, relief: 1))
    var canvas = try #require(view.canvas(size: Size(width: 20, height: 12), look: Look()))
    view.draw(onto: &canvas, paint: { $0 < 0.5 ? .series(1) : .series(0) })
    let frame = drawn(20, 12) { canvas.draw(into: &$0, at: Point(x: 0, y: 0)) }
    #expect(frame.cells.contains { $0.style.foreground == .series(0) })
    let back = try #require(
      Wireframe(wall, azimuth: .pi, elevation: 0.05, relief: 1))
    var fromBehind = try #require(back.canvas(size: Size(width: 20, height: 12), look: Look()))
    back.draw(onto: &fromBehind, paint: { $0 < 0.5 ? .series(1) : .series(0) })
    let other = drawn(20, 12) { fromBehind.draw(into: &$0, at: Point(x: 0, y: 0)) }
    func deepCells(_ frame: Frame) -> Int {
      frame.cells.count { $0.style.foreground == .series(1) && $0.glyph != " " }
    }
    #expect(deepCells(frame) < deepCells(other))
  }

  @Test func pointsOfTheSurfaceAreSeenOnIt() throws {
    let bowl = try #require(Wireframe(try Self.field { x, y in x * x + y * y }))
    let canvas = try #require(bowl.canvas(size: Size(width: 40, height: 20), look: Look()))
    for (x, y) in [(0.0, 0.0), (1, 1), (-1, 1), (1, -1), (-1, -1)] {
      let place = try #require(bowl.place(x: x, y: y, value: x * x + y * y))
      #expect(canvas.viewport.contains(x: place.x, y: place.y), "\(x), \(y)")
    }
    #expect(bowl.place(x: .nan, y: 0, value: 0) == nil)
    #expect(bowl.place(x: 0, y: 0, value: .infinity) == nil)
  }

  @Test func turningAFullCircleChangesNothing() throws {
    let field = try Self.field { x, y in x * x - y }
    let a = try #require(Wireframe(field, azimuth: 0.4))
    let b = try #require(Wireframe(field, azimuth: 0.4 + 2 * .pi))
    #expect(try Self.picture(a, 30, 15) == (try Self.picture(b, 30, 15)))
  }

  @Test func hostileSurfacesDrawWithoutATrap() throws {
    let viewport = try #require(Viewport(minX: -1, maxX: 1, minY: -1, maxY: 1))
    var random = SeededNumbers(seed: 21)
    for round in 0..<150 {
      let size = Size(width: random.next(below: 9), height: random.next(below: 9))
      let samples = (0..<size.width * size.height).map { _ in random.nastyNumber() }
      let field = Field(size: size, viewport: viewport, samples: samples)
      guard
        let view = Wireframe(
          field, azimuth: random.nastyNumber(), elevation: random.nastyNumber(), relief: random.nastyNumber()),
        var canvas = view.canvas(
          size: Size(width: random.next(below: 30), height: random.next(below: 12)),
          look: allLooks[round % allLooks.count])
      else { continue }
      view.draw(onto: &canvas)
      let frame = drawn(20, 9, look: canvas.look) { canvas.draw(into: &$0, at: Point(x: -2, y: 1)) }
      #expect(frame.faults.isEmpty)
    }
    #expect(Wireframe(Field(size: Size(width: 2, height: 2), viewport: viewport, samples: [])) == nil)
  }
}
