import TestSupport
import Testing

@testable import TerminalUI

@Suite struct BrailleCanvasTests {
  /// A canvas whose world is its dots, with y upwards.
  static func canvas(_ width: Int, _ height: Int, look: Look = Look()) throws -> BrailleCanvas {
    let shift = look.glyphs == .braille ? (1, 2) : (0, 1)
    let viewport = try #require(
      Viewport(
        minX: 0, maxX: Double(max(1, width << shift.0)), minY: 0, maxY: Double(max(1, height << shift.1))))
    return BrailleCanvas(size: Size(width: width, height: height), viewport: viewport, look: look)
  }

  static func picture(_ canvas: BrailleCanvas) -> String {
    drawn(canvas.size.width, canvas.size.height, look: canvas.look) {
      canvas.draw(into: &$0, at: Point(x: 0, y: 0))
    }.text
  }

  @Test func theEightDotsHaveTheirUnicodeBits() throws {
    let expected: [[Unicode.Scalar]] = [["⠁", "⠈"], ["⠂", "⠐"], ["⠄", "⠠"], ["⡀", "⢀"]]
    for y in 0..<4 {
      for x in 0..<2 {
        var canvas = try Self.canvas(1, 1)
        canvas.set(dotX: x, dotY: y, .accent)
        #expect(Self.picture(canvas) == String(expected[y][x]))
        canvas.clear(dotX: x, dotY: y)
        #expect(Self.picture(canvas) == "")
      }
    }
  }

  @Test func aDiagonalRunsFromCornerToCorner() throws {
    var canvas = try Self.canvas(4, 2)
    canvas.line(fromX: 0, y: 0, toX: 8, y: 8, Pen(.series(0)))
    #expect(
      Self.picture(canvas) == """
          ⡠⠊
        ⡠⠊
        """)
  }

  @Test func poorerTerminalsGetBlocksOrMarks() throws {
    var blocks = try Self.canvas(4, 2, look: Look(glyphs: .block))
    blocks.line(fromX: 0, y: 0, toX: 4, y: 4, Pen())
    #expect(Self.picture(blocks) == "  ▄▀\n▄▀")
    var marks = try Self.canvas(4, 2, look: Look(glyphs: .ascii))
    marks.line(fromX: 0, y: 0, toX: 4, y: 4, Pen())
    #expect(Self.picture(marks) == "  .'\n.'")
  }

  @Test func projectedStrokesAreTwoDotsWide() throws {
    var canvas = try Self.canvas(3, 1, look: Look(isProjected: true))
    canvas.line(fromX: 0, y: 2.5, toX: 6, y: 2.5, Pen())
    #expect(Self.picture(canvas) == "⠶⠶⠶")
  }

  @Test func dashesCarryOnAlongAPolyline() throws {
    var canvas = try Self.canvas(10, 1)
    canvas.polyline([(0, 2.5), (20, 2.5)].map { (x: $0.0, y: $0.1) }, Pen(dash: .init(on: 2, off: 2)))
    #expect(Self.picture(canvas) == "⠒ ⠒ ⠒ ⠒ ⠒")
  }

  @Test func aGapInterruptsAPolyline() throws {
    var canvas = try Self.canvas(6, 1)
    let points = [(0.5, 0.5), (3.5, 0.5), (5, .nan), (8.5, 0.5), (11.5, 0.5)]
    canvas.polyline(points.map { (x: $0.0, y: $0.1) }, Pen())
    #expect(Self.picture(canvas) == "⣀⣀  ⣀⣀")
  }

  @Test func aSpikeInALongCurveStaysVisible() throws {
    let viewport = try #require(Viewport(minX: 0, maxX: 100_000, minY: 0, maxY: 8))
    var canvas = BrailleCanvas(size: Size(width: 10, height: 2), viewport: viewport, look: Look())
    let points = (0..<100_000).lazy.map { (x: Double($0), y: $0 == 45_123 ? 7.9 : 0.1) }
    canvas.polyline(points, Pen())
    let rows = Self.picture(canvas).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[0] == "    ⢸")
    #expect(rows[1].count == 10)
  }

  @Test func dotsKeepTheBackgroundUnderThem() throws {
    var canvas = try Self.canvas(2, 1)
    canvas.set(dotX: 0, dotY: 0, .series(3))
    canvas.mark("A", x: 3, y: 1, Style(.series(1), .bold))
    let frame = drawn(2, 1) { frame in
      frame.fill(frame.bounds, Style(.plain, on: .heat(0.5)))
      canvas.draw(into: &frame, at: Point(x: 0, y: 0))
    }
    #expect(frame[0, 0] == Cell("⠁", Style(.series(3), on: .heat(0.5))))
    #expect(frame[1, 0] == Cell("A", Style(.series(1), on: .heat(0.5), .bold)))
  }

  @Test func aCanvasPartlyOutsideTheFrameIsClippedWithoutAFault() throws {
    var canvas = try Self.canvas(6, 3)
    canvas.line(fromX: 0, y: 0, toX: 12, y: 12, Pen())
    canvas.mark("X", x: 0.5, y: 0.5, .accent)
    for origin in [Point(x: -3, y: -1), Point(x: 3, y: 2), Point(x: 90, y: 90)] {
      let frame = drawn(5, 3) { canvas.draw(into: &$0, at: origin) }
      #expect(frame.faults.isEmpty)
    }
  }

  @Test func farAndMissingEndsAreClippedOrLeftOut() throws {
    var canvas = try Self.canvas(4, 1)
    canvas.line(fromX: -1e300, y: 2.5, toX: 1e300, y: 2.5, Pen())
    #expect(Self.picture(canvas) == "⠒⠒⠒⠒")
    var empty = try Self.canvas(4, 1)
    for bad in [Double.nan, .infinity, -.infinity] {
      empty.line(fromX: bad, y: 1, toX: 2, y: 2, Pen())
      empty.line(fromX: 1, y: 1, toX: 2, y: bad, Pen())
      empty.point(x: bad, y: 1, Pen())
      empty.mark("A", x: 1, y: bad, .plain)
    }
    empty.line(fromX: 100, y: 100, toX: 200, y: 101, Pen())
    #expect(Self.picture(empty) == "")
  }

  @Test func aHostileRandomWalkNeitherTrapsNorWritesOutside() throws {
    var random = SeededNumbers(seed: 7)
    for _ in 0..<400 {
      let look = allLooks[random.next(below: allLooks.count)]
      var canvas = try Self.canvas(random.next(below: 30), random.next(below: 12), look: look)
      for _ in 0..<20 {
        let pen = Pen(
          .series(random.next(below: 99)), thickness: random.next(below: 4),
          dash: .series(random.next(below: 9)))
        canvas.line(
          fromX: random.nastyNumber(), y: random.nastyNumber(), toX: random.nastyNumber(),
          y: random.nastyNumber(), pen)
        canvas.polyline((0..<6).map { _ in (x: random.nastyNumber(), y: random.nastyNumber()) }, pen)
        canvas.mark("·", x: random.nastyNumber(), y: random.nastyNumber(), .accent)
      }
      let frame = drawn(20, 8, look: look) {
        canvas.draw(into: &$0, at: Point(x: random.next(below: 20) - 5, y: random.next(below: 8) - 4))
      }
      #expect(frame.faults.isEmpty)
    }
  }
}
