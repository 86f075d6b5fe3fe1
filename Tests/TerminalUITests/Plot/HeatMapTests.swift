import TestSupport
import Testing

@testable import TerminalUI

@Suite struct HeatMapTests {
  static func plane() throws -> Viewport { try #require(Viewport(minX: 0, maxX: 10, minY: 0, maxY: 5)) }

  static func picture(_ map: HeatMap, _ width: Int, _ height: Int, _ look: Look) -> Frame {
    drawn(width, height, look: look) { map.draw(into: &$0, in: $0.bounds) }
  }

  @Test func fieldsSampleTheMiddlesOfTheirCells() throws {
    let field = Field(size: Size(width: 5, height: 2), viewport: try Self.plane()) { x, y in x + 100 * y }
    #expect(field.values == [376, 378, 380, 382, 384, 126, 128, 130, 132, 134])
    #expect(field[0, 0] == 376 && field[4, 1] == 134)
    #expect(field.range == 126...384 as ClosedRange<Double>)
  }

  @Test func fieldsWithMissingValuesCompareWithThemselves() throws {
    let field = Field(
      size: Size(width: 3, height: 1), viewport: try Self.plane(), samples: [.nan, 1, -.infinity])
    #expect(field == field)
    #expect(field.range == 1...1)
    let short = Field(size: Size(width: 3, height: 1), viewport: try Self.plane(), samples: [1])
    #expect(short.values == [1, .infinity, .infinity])
    let nothing = Field(size: Size(width: 2, height: 1), viewport: try Self.plane(), samples: [.nan, .nan])
    #expect(nothing.range == nil)
    #expect(HeatMap(nothing).levels == [255, 255])
  }

  @Test func withoutColoursLevelsAreShades() throws {
    let field = Field(size: Size(width: 10, height: 1), viewport: try Self.plane()) { x, _ in x }
    let map = HeatMap(field)
    #expect(Self.picture(map, 10, 1, Look(isColoured: false)).text == "  ░░▒▒▓▓██")
    #expect(Self.picture(map, 10, 1, Look(glyphs: .ascii, isColoured: false)).text == " .:-=+*#%@")
  }

  @Test func withColoursLevelsAreBackgrounds() throws {
    let field = Field(size: Size(width: 2, height: 1), viewport: try Self.plane(), samples: [0, 1])
    let frame = Self.picture(HeatMap(field), 2, 1, Look())
    #expect(frame[0, 0].style == Style(.plain, on: .heat(0)))
    #expect(frame[1, 0].style == Style(.plain, on: .heat(1)))
    let quiet = drawn(2, 1) { HeatMap(field).draw(into: &$0, in: $0.bounds, ceiling: 0.5) }
    #expect(quiet[1, 0].style.background == .heat(0.5))
  }

  @Test func missingValuesHaveAMarkOfTheirOwn() throws {
    let field = Field(size: Size(width: 3, height: 1), viewport: try Self.plane(), samples: [0, .nan, 1])
    #expect(Self.picture(HeatMap(field), 3, 1, Look()).text == " ╳")
    #expect(Self.picture(HeatMap(field), 3, 1, Look(glyphs: .ascii, isColoured: false)).text == " ?@")
  }

  @Test func divergingMapsHaveZeroInTheMiddle() throws {
    let field = Field(size: Size(width: 3, height: 1), viewport: try Self.plane(), samples: [-1, 0, 4])
    let map = HeatMap(field, scale: .diverging)
    #expect(map.range == -4...4 as ClosedRange<Double>)
    let frame = Self.picture(map, 3, 1, Look())
    #expect(frame[1, 0].style.background == .diverging(0))
    #expect(frame[2, 0].style.background == .diverging(1))
    let zero = Field(size: Size(width: 1, height: 1), viewport: try Self.plane(), samples: [0])
    #expect(
      Self.picture(HeatMap(zero, scale: .diverging), 1, 1, Look())[0, 0].style.background == .diverging(0))
  }

  @Test func theLogarithmicScaleOpensUpTheFloor() throws {
    let values = [0, 0.001, 0.01, 0.1, 1]
    let field = Field(size: Size(width: 5, height: 1), viewport: try Self.plane(), samples: values)
    let linear = HeatMap(field).levels
    let log = HeatMap(field, scale: .logarithmic).levels
    #expect(linear.prefix(3).allSatisfy { $0 == 0 })
    #expect(zip(log, log.dropFirst()).allSatisfy { $1 > $0 + 8 })
  }

  @Test func quantilesGiveEveryLevelTheSameArea() throws {
    let field = Field(size: Size(width: 64, height: 10), viewport: try Self.plane()) { x, y in x * x * x + y }
    let levels = HeatMap(field, scale: .quantile).levels
    for level in 0..<64 { #expect(levels.count { $0 == level } == 10) }
  }

  @Test func aMapMayBeFinerOrCoarserThanItsPicture() throws {
    let fine = Field(size: Size(width: 40, height: 20), viewport: try Self.plane()) { x, _ in x < 5 ? 0 : 1 }
    #expect(Self.picture(HeatMap(fine), 4, 1, Look(glyphs: .ascii, isColoured: false)).text == "  @@")
    let coarse = Field(size: Size(width: 2, height: 1), viewport: try Self.plane(), samples: [0, 1])
    #expect(Self.picture(HeatMap(coarse), 4, 2, Look(glyphs: .ascii, isColoured: false)).text == "  @@\n  @@")
  }

  @Test func finePicturesUseHalfBlocks() throws {
    let field = Field(size: Size(width: 1, height: 2), viewport: try Self.plane(), samples: [1, 0])
    let frame = drawn(1, 1) { HeatMap(field).draw(into: &$0, in: $0.bounds, isFine: true) }
    #expect(frame[0, 0] == Cell("▀", Style(.heat(1), on: .heat(0))))
  }

  @Test func contoursOfAPlaneAreStraight() throws {
    let viewport = try Self.plane()
    let field = Field(size: Size(width: 20, height: 10), viewport: viewport) { x, _ in x }
    var canvas = BrailleCanvas(size: Size(width: 10, height: 3), viewport: viewport, look: Look())
    Contours(field, levels: [5]).draw(onto: &canvas) { _ in Pen() }
    let frame = drawn(10, 3) { canvas.draw(into: &$0, at: Point(x: 0, y: 0)) }
    #expect(frame.text == "     ⡇\n     ⡇\n     ⡇")
  }

  @Test func contoursOfABowlAreClosedRings() throws {
    let viewport = try #require(Viewport(minX: -1, maxX: 1, minY: -1, maxY: 1))
    let field = Field(size: Size(width: 40, height: 40), viewport: viewport) { x, y in x * x + y * y }
    var canvas = BrailleCanvas(size: Size(width: 12, height: 6), viewport: viewport, look: Look())
    let contours = Contours(field, levels: [0.64])
    contours.draw(onto: &canvas) { _ in Pen() }
    let frame = drawn(12, 6) { canvas.draw(into: &$0, at: Point(x: 0, y: 0)) }
    #expect(
      frame.text == """
           ⣀⡤⠤⠤⢤⣀
         ⢠⠞⠁    ⠈⠳⡄
         ⡏        ⢹
         ⣇        ⣸
         ⠘⢦⡀    ⢀⡴⠃
           ⠉⠓⠒⠒⠚⠉
        """)
  }

  @Test func contourLevelsRiseAndLieInside() throws {
    let field = Field(size: Size(width: 30, height: 30), viewport: try Self.plane()) { x, y in x * x * y }
    let range = try #require(field.range)
    for scale in FieldScale.allCases {
      let levels = Contours(field, count: 9, scale: scale).levels
      #expect(levels.count == 9, "\(scale)")
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 }, "\(scale)")
      #expect(levels.allSatisfy { range.contains($0) }, "\(scale)")
    }
    let flat = Field(size: Size(width: 3, height: 3), viewport: try Self.plane()) { _, _ in 2 }
    #expect(Contours(flat).levels.isEmpty)
  }

  @Test func hostileFieldsDrawWithoutATrap() throws {
    var random = SeededNumbers(seed: 11)
    for _ in 0..<150 {
      let size = Size(width: random.next(below: 14), height: random.next(below: 9))
      let samples = (0..<size.width * size.height).map { _ in random.nastyNumber() }
      let field = Field(size: size, viewport: try Self.plane(), samples: samples)
      let look = allLooks[random.next(below: allLooks.count)]
      for scale in FieldScale.allCases {
        let low = random.nastyNumber()
        let map = HeatMap(field, scale: scale, range: low.isNaN ? nil : min(low, 5)...max(low, 5))
        #expect(map == map)
        let contours = Contours(field, count: random.next(below: 30), scale: scale)
        var canvas = BrailleCanvas(size: size, viewport: field.viewport, look: look)
        contours.draw(onto: &canvas) { Pen(.series($0)) }
        let frame = drawn(12, 6, look: look) { frame in
          map.draw(
            into: &frame, in: Rect(x: -2, y: 1, width: 15, height: 9), isFine: random.next(below: 2) == 0)
          canvas.draw(into: &frame, at: Point(x: 1, y: -1))
        }
        #expect(frame.faults.isEmpty)
      }
    }
  }
}
