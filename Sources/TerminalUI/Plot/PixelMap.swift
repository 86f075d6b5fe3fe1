/// A picture, or numbers with signs, as pixels: two to a cell, one above the other, where there are colours.
///
/// Without colours it is dithered: in dots of braille, eight to a cell, in halves of cells, or in ten glyphs of ASCII. A
/// sample without a value leaves its place empty.
public struct PixelMap: Equatable, Sendable {
  /// Columns and rows of samples.
  public let size: Size
  /// One plane of grey or of signed numbers, or red, green and blue; rows from the top left. Brightness is 0 ... 1, a
  /// signed number -1 ... 1.
  private let planes: [[Float]]
  private let isSigned: Bool

  /// One plane of grey, or three of red, green and blue: `range` goes from black to white.
  ///
  /// - Precondition: there are one or three planes with a number for each sample, and `range` is finite.
  public init(size: Size, _ planes: [[Double]], in range: ClosedRange<Double>) {
    precondition([1, 3].contains(planes.count) && planes.allSatisfy { $0.count == size.width * size.height })
    let (low, span) = (range.lowerBound, range.upperBound - range.lowerBound)
    (self.size, isSigned) = (size, false)
    self.planes = planes.map { $0.map { Self.sample(span > 0 ? ($0 - low) / span : 0, 0...1) } }
  }

  /// Numbers with signs on the diverging ramp: 0 is neutral, `most` and -`most` are its ends.
  ///
  /// - Precondition: there is a number for each sample, and `most` is finite.
  public init(size: Size, signed numbers: [Double], most: Double) {
    precondition(numbers.count == size.width * size.height)
    (self.size, isSigned) = (size, true)
    planes = [numbers.map { Self.sample(most > 0 ? $0 / most : 0 * $0, -1...1) }]
  }

  /// No value is ∞, so that maps compare with `==`.
  private static func sample(_ value: Double, _ range: ClosedRange<Double>) -> Float {
    value.isNaN ? .infinity : Float(min(max(value, range.lowerBound), range.upperBound))
  }

  /// Draws the samples of `crop`, of its first `rows` rows, over all of `area`; what lies outside stays as it was.
  ///
  /// - Precondition: `crop` lies inside the map.
  public func draw(into frame: inout Frame, in area: Rect, crop: Rect? = nil, rows: Int = .max) {
    let crop = crop ?? Rect(size)
    precondition(crop.x >= 0 && crop.y >= 0 && crop.right <= size.width && crop.bottom <= size.height)
    guard !crop.isEmpty, !area.isEmpty else { return }
    let look = frame.look
    let dots: Size =
      if look.isColoured {
        Size(width: 1, height: look.glyphs > .ascii ? 2 : 1)
      } else {
        switch look.glyphs {
        case .braille: Size(width: 2, height: 4)
        case .block: Size(width: 1, height: 2)
        case .ascii: Size(width: 1, height: 1)
        }
      }
    let grid = Size(width: area.width * dots.width, height: area.height * dots.height)
    let columns = (0..<grid.width).map { Self.shifted($0, of: grid.width, crop.width, by: crop.x) }
    let bands = (0..<grid.height).map { Self.shifted($0, of: grid.height, crop.height, by: crop.y) }
    let last = rows < crop.height ? crop.y + max(0, rows) : crop.bottom
    for y in 0..<area.height {
      let band = bands[y * dots.height..<(y + 1) * dots.height]
      guard let first = band.first, first.lowerBound < last else { return }
      for x in 0..<area.width {
        let place = Point(x: area.x + x, y: area.y + y)
        func pixel(_ row: Int, _ column: Int) -> Pixel? {
          let rows = band[band.startIndex + row]
          guard rows.lowerBound < last else { return nil }
          return mean(columns[x * dots.width + column], rows.lowerBound..<min(rows.upperBound, last))
        }
        if look.isColoured {
          put(pixel(0, 0), dots.height > 1 ? pixel(1, 0) : nil, dots.height > 1, at: place, into: &frame)
        } else {
          let pixels = (0..<dots.height).map { row in (0..<dots.width).map { pixel(row, $0) } }
          dither(pixels, at: place, Point(x: x * dots.width, y: y * dots.height), into: &frame)
        }
      }
    }
  }

  private static func shifted(_ index: Int, of places: Int, _ count: Int, by start: Int) -> Range<Int> {
    let range = HeatMap.samples(index, of: places, along: count)
    return range.lowerBound + start..<range.upperBound + start
  }

  /// A pixel: grey or signed in `red` alone.
  private struct Pixel {
    var red: Float, green: Float, blue: Float
  }

  /// The mean of a block of samples; `nil` as soon as one has no value.
  @inline(__always)
  private func mean(_ columns: Range<Int>, _ rows: Range<Int>) -> Pixel? {
    let count = Float(columns.count * rows.count)
    func mean(_ plane: [Float]) -> Float {
      var sum: Float = 0
      for row in rows {
        for column in columns { sum += plane[row * size.width + column] }
      }
      return sum / count
    }
    let red = mean(planes[0])
    guard red.isFinite else { return nil }
    guard planes.count == 3 else { return Pixel(red: red, green: red, blue: red) }
    let (green, blue) = (mean(planes[1]), mean(planes[2]))
    return green.isFinite && blue.isFinite ? Pixel(red: red, green: green, blue: blue) : nil
  }

  private func paint(_ pixel: Pixel) -> Paint {
    guard !isSigned else { return .diverging(Double(pixel.red)) }
    func channel(_ value: Float) -> UInt8 { UInt8((value * 255).rounded()) }
    return .pixel(
      Colour(red: channel(pixel.red), green: channel(pixel.green), blue: channel(pixel.blue)))
  }

  private func put(
    _ upper: Pixel?, _ lower: Pixel?, _ isSplit: Bool, at place: Point, into frame: inout Frame
  ) {
    let lower = lower.map(paint)
    guard let upper = upper.map(paint) else {
      if let lower { frame.put("▄", x: place.x, y: place.y, Style(lower)) }
      return
    }
    if isSplit {
      frame.put("▀", x: place.x, y: place.y, Style(upper, on: lower ?? .plain))
    } else {
      frame.put(" ", x: place.x, y: place.y, Style(.plain, on: upper))
    }
  }

  /// Thresholds in an order that spreads dots evenly (Bayer, 1973).
  private static let thresholds: [Float] = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5].map {
    (Float($0) + 0.5) / 16
  }

  /// Puts the dots or the glyph of one cell whose top left pixel is the one at `origin`.
  private func dither(
    _ pixels: [[Pixel?]], at place: Point, _ origin: Point, into frame: inout Frame
  ) {
    guard pixels.contains(where: { $0.contains { $0 != nil } }) else { return }
    let isInkDark = frame.look.theme.isLight
    func ink(_ row: Int, _ column: Int) -> Float {
      guard let pixel = pixels[row][column] else { return 0 }
      let brightness = 0.299 * pixel.red + 0.587 * pixel.green + 0.114 * pixel.blue
      let share = isSigned ? (brightness + 1) / 2 : brightness
      return isInkDark ? 1 - share : share
    }
    func threshold(_ row: Int, _ column: Int) -> Float {
      Self.thresholds[(origin.y + row) % 4 * 4 + (origin.x + column) % 4]
    }
    func hasDot(_ row: Int, _ column: Int) -> Bool { ink(row, column) > threshold(row, column) }
    let glyph: Unicode.Scalar
    switch frame.look.glyphs {
    case .braille:
      let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
      var pattern: UInt32 = 0
      for row in 0..<4 {
        for column in 0..<2 where hasDot(row, column) { pattern |= bits[row][column] }
      }
      glyph = Unicode.Scalar(0x2800 + pattern) ?? " "
    case .block:
      glyph =
        switch (hasDot(0, 0), hasDot(1, 0)) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
    case .ascii:
      let ramp: [Unicode.Scalar] = [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"]
      let level = ink(0, 0) * Float(ramp.count - 1) + threshold(0, 0)
      glyph = ramp[min(ramp.count - 1, Int(level))]
    }
    frame.put(glyph, x: place.x, y: place.y, .plain)
  }
}
