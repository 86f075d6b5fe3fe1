import Testing

@testable import TerminalUI

@Suite struct PixelMapTests {
  private func frame(
    _ map: PixelMap, _ width: Int, _ height: Int, _ look: Look = Look(), crop: Rect? = nil, rows: Int = .max
  ) -> Frame {
    var frame = Frame(size: Size(width: width, height: height), look: look)
    map.draw(into: &frame, in: frame.bounds, crop: crop, rows: rows)
    return frame
  }
  private static let plain = Look(glyphs: .braille, isColoured: false)

  @Test func twoPixelsToACell() {
    let map = PixelMap(size: Size(width: 2, height: 2), [[0, 255, 95, 135]], in: 0...255)
    let frame = frame(map, 2, 1)
    #expect(frame[0, 0].glyph == "▀" && frame[1, 0].glyph == "▀")
    #expect(frame[0, 0].style == Style(.pixel(Colour(0x000000)), on: .pixel(Colour(0x5F5F5F))))
    #expect(frame[1, 0].style == Style(.pixel(Colour(0xFFFFFF)), on: .pixel(Colour(0x878787))))
  }

  @Test func colouredPixelsKeepTheirHueInEveryTheme() {
    let map = PixelMap(size: Size(width: 1, height: 2), [[255, 0], [0, 255], [0, 0]], in: 0...255)
    let style = frame(map, 1, 1)[0, 0].style
    for theme in Theme.all {
      for depth in [ColourDepth.indexed, .direct] {
        let rendering = theme.rendering(of: style, depth: depth)
        #expect(rendering.foreground?.colour == Colour(0xFF0000))
        #expect(rendering.background?.colour == Colour(0x00FF00))
        // Also half a cell, with paper behind.
        let half = theme.rendering(of: Style(.pixel(Colour(0x808080))), depth: depth)
        #expect(half.foreground?.colour == Colour(0x808080))
      }
    }
  }

  @Test func everyColourIsTheNearestOfTheCubeAndTheGreys() {
    for value in stride(from: 0, through: 255, by: 1) {
      let colour = Colour(red: UInt8(value), green: 0, blue: 255)
      let levels = [0, 95, 135, 175, 215, 255]
      let nearest = levels.min { abs($0 - value) < abs($1 - value) } ?? 0
      #expect(abs(Int(Colour(xterm256: Int(colour.xterm256)).red) - value) == abs(nearest - value))
    }
  }

  @Test func signedNumbersTakeTheDivergingRamp() {
    let map = PixelMap(size: Size(width: 1, height: 2), signed: [-4, 2], most: 4)
    #expect(frame(map, 1, 1)[0, 0].style == Style(.diverging(-1), on: .diverging(0.5)))
  }

  @Test func blocksOfSamplesAreAveraged() {
    let map = PixelMap(size: Size(width: 2, height: 4), [[0, 255, 255, 0, 255, 255, 255, 255]], in: 0...255)
    #expect(
      frame(map, 1, 1)[0, 0].style == Style(.pixel(Colour(0x808080)), on: .pixel(Colour(0xFFFFFF))))
  }

  @Test func rowsToComeAndMissingValuesStayEmpty() {
    let map = PixelMap(size: Size(width: 1, height: 4), [[255, 255, 255, .nan]], in: 0...255)
    let white = Paint.pixel(Colour(0xFFFFFF))
    let all = frame(map, 1, 2)
    #expect(all[0, 1].glyph == "▀" && all[0, 1].style == Style(white))
    let one = frame(map, 1, 2, rows: 1)
    #expect(one[0, 0].style == Style(white) && one[0, 1] == .blank)
    #expect(frame(map, 1, 2, rows: 0).cells.allSatisfy { $0 == .blank })
    let lower = PixelMap(size: Size(width: 1, height: 2), [[.nan, 255]], in: 0...255)
    #expect(frame(lower, 1, 1)[0, 0].glyph == "▄")
  }

  @Test(arguments: [GlyphLevel.braille, .block, .ascii])
  func withoutColoursBrightnessIsTheShareOfInk(_ glyphs: GlyphLevel) {
    let look = Look(glyphs: glyphs, isColoured: false)
    let texts = [0.0, 0.5, 1].map { value in
      let map = PixelMap(size: Size(width: 8, height: 8), [[Double](repeating: value, count: 64)], in: 0...1)
      return frame(map, 4, 4, look).cells.map(\.glyph)
    }
    let full: Unicode.Scalar = glyphs == .braille ? "\u{28FF}" : glyphs == .block ? "█" : "@"
    let empty: Unicode.Scalar = glyphs == .braille ? "\u{2800}" : " "
    #expect(texts[0].allSatisfy { $0 == empty } && texts[2].allSatisfy { $0 == full })
    if glyphs == .braille {
      let dots = texts[1].reduce(0) { $0 + ($1.value - 0x2800).nonzeroBitCount }
      #expect(dots == 64)
    }
    #expect(texts[1] != texts[0] && texts[1] != texts[2])
  }

  @Test func darkInkIsPutWhereThePictureIsDark() {
    let map = PixelMap(size: Size(width: 2, height: 4), [[Double](repeating: 0, count: 8)], in: 0...1)
    let look = Look(glyphs: .braille, isColoured: false, theme: .light)
    #expect(frame(map, 1, 1, look)[0, 0].glyph == "\u{28FF}")
    #expect(frame(map, 1, 1, Self.plain)[0, 0].glyph == "\u{2800}")
  }

  @Test func aCropIsDrawnAlone() {
    let map = PixelMap(
      size: Size(width: 3, height: 3), [[0, 0, 0, 0, 255, 0, 0, 0, 0]], in: 0...255)
    let frame = frame(map, 1, 1, crop: Rect(x: 1, y: 1, width: 1, height: 1))
    let white = Paint.pixel(Colour(0xFFFFFF))
    #expect(frame[0, 0].style == Style(white, on: white))
  }
}
