/// A field as coloured cells, or as shades of glyphs where there is no colour.
///
/// Only levels are kept, so a map is small, compares with `==` and is drawn without computing anything. Samples
/// without a value (NaN, ±∞) get a mark of their own.
public struct HeatMap: Equatable, Sendable {
  /// Columns and rows of samples.
  public let size: Size
  /// How the values were spread.
  public let scale: FieldScale
  /// The values at the two ends of the ramp; `nil` when there is none.
  public let range: ClosedRange<Double>?
  /// 0 ... 63 for each sample, or `noValue`.
  let levels: [UInt8]
  static let noValue: UInt8 = 255

  /// The map of `field`; values outside `range` take its ends. Without a range that of the field is used; a diverging
  /// scale uses the widest of the two sides for both.
  public init(_ field: Field, scale: FieldScale = .linear, range: ClosedRange<Double>? = nil) {
    size = field.size
    self.scale = scale
    let natural = HeatMap.usable(range) ?? field.range
    let shown = scale == .diverging ? HeatMap.symmetric(natural) : natural
    self.range = shown
    levels =
      shown.map { HeatMap.levels(of: field, scale, $0) }
      ?? [UInt8](
        repeating: HeatMap.noValue, count: field.values.count)
  }

  private static func usable(_ range: ClosedRange<Double>?) -> ClosedRange<Double>? {
    guard let range, range.lowerBound.isFinite, range.upperBound.isFinite else { return nil }
    return range
  }

  private static func symmetric(_ range: ClosedRange<Double>?) -> ClosedRange<Double>? {
    range.map { max(abs($0.lowerBound), abs($0.upperBound)) }.map { -$0...$0 }
  }

  private static func levels(
    of field: Field, _ scale: FieldScale, _ range: ClosedRange<Double>
  ) -> [UInt8] {
    // One place maps shares to levels; the thresholds of the others are found by halving.
    let thresholds: [Double]
    switch scale {
    case .linear, .diverging:
      let isFlat = range.lowerBound == range.upperBound
      return field.values.map { value in
        guard value.isFinite else { return noValue }
        if isFlat { return scale == .diverging ? 32 : 0 }
        let share = FieldScale.share(value, of: range)
        return share > 0 ? (share < 1 ? UInt8(share * 64) : 63) : 0
      }
    case .logarithmic, .quantile:
      let spread =
        range == field.range
        ? field
        : Field(
          size: Size(width: 2, height: 1), viewport: field.viewport,
          samples: [range.lowerBound, range.upperBound])
      thresholds = scale.levels(63, of: scale == .quantile ? field : spread)
    }
    return field.values.map { value in
      guard value.isFinite else { return noValue }
      var low = 0
      var high = thresholds.count
      while low < high {
        let middle = (low + high) / 2
        if thresholds[middle] <= value { low = middle + 1 } else { high = middle }
      }
      return UInt8(low)
    }
  }

  /// The paint of a level.
  @inline(__always)
  private func paint(_ level: UInt8, _ ceiling: Double, isPencil: Bool) -> Paint {
    if scale == .diverging { return .diverging((Double(level) - 32) / 31 * ceiling) }
    let share = Double(level) / 63 * ceiling
    return isPencil ? .pencil(share) : .heat(share)
  }

  /// Draws the map over `area`. Without colours, levels become five shades of glyphs, or ten in ASCII.
  ///
  /// - Parameters:
  ///   - ceiling: how far up the ramp the highest value goes; below 1 the map stays quiet behind curves.
  ///   - isFine: two samples to a cell, one above the other, by half blocks: for pictures. Curves drawn over such a
  ///     map hide the upper half of the cells they touch. Needs colours and more than ASCII.
  ///   - isPencil: whether values that are not diverging are a pencil's strokes, see ``Paint/pencil(_:)``.
  public func draw(
    into frame: inout Frame, in area: Rect, ceiling: Double = 1, isFine: Bool = false, isPencil: Bool = false
  ) {
    let ceiling = min(max(0, ceiling), 1)
    let paints = (0..<64).map { paint(UInt8($0), ceiling, isPencil: isPencil) }
    let seen = area.intersection(frame.bounds)
    guard !seen.isEmpty, !levels.isEmpty else { return }
    let look = frame.look
    let isSplit = isFine && look.isColoured && look.glyphs > .ascii
    let picture = Size(width: area.width, height: isSplit ? area.height * 2 : area.height)
    let columns = (seen.x..<seen.right).map {
      HeatMap.samples($0 - area.x, of: picture.width, along: size.width)
    }
    for y in seen.y..<seen.bottom {
      let row = (y - area.y) * (isSplit ? 2 : 1)
      let upper = HeatMap.samples(row, of: picture.height, along: size.height)
      let lower = HeatMap.samples(min(row + 1, picture.height - 1), of: picture.height, along: size.height)
      for x in seen.x..<seen.right {
        let column = columns[x - seen.x]
        if isSplit {
          putHalves(mean(column, upper), mean(column, lower), x: x, y: y, paints, ceiling, into: &frame)
        } else {
          put(mean(column, upper), x: x, y: y, paints, ceiling, into: &frame)
        }
      }
    }
  }

  /// The level of a block of samples: their mean, and no value as soon as one has none.
  @inline(__always)
  private func mean(_ columns: Range<Int>, _ rows: Range<Int>) -> UInt8 {
    let first = levels[rows.lowerBound * size.width + columns.lowerBound]
    if columns.count == 1, rows.count == 1 { return first }
    var sum = 0
    for row in rows {
      for column in columns {
        let level = levels[row * size.width + column]
        if level == HeatMap.noValue { return level }
        sum += Int(level)
      }
    }
    return UInt8(sum / (rows.count * columns.count))
  }

  @inline(__always)
  private func put(
    _ level: UInt8, x: Int, y: Int, _ paints: [Paint], _ ceiling: Double, into frame: inout Frame
  ) {
    if level == HeatMap.noValue {
      frame.put(HeatMap.noValueMark(frame.look), x: x, y: y, .quiet)
    } else if frame.look.isColoured {
      frame.put(" ", x: x, y: y, Style(.plain, on: paints[Int(level)]))
    } else {
      frame.put(HeatMap.shade(UInt8(Double(level) * ceiling), frame.look.glyphs), x: x, y: y, .plain)
    }
  }

  private func putHalves(
    _ upper: UInt8, _ lower: UInt8, x: Int, y: Int, _ paints: [Paint], _ ceiling: Double,
    into frame: inout Frame
  ) {
    if upper == HeatMap.noValue || lower == HeatMap.noValue {
      put(HeatMap.noValue, x: x, y: y, paints, ceiling, into: &frame)
    } else {
      frame.put("▀", x: x, y: y, Style(paints[Int(upper)], on: paints[Int(lower)]))
    }
  }

  private static func noValueMark(_ look: Look) -> Unicode.Scalar { look.glyphs == .braille ? "╳" : "?" }

  private static func shade(_ level: UInt8, _ glyphs: GlyphLevel) -> Unicode.Scalar {
    let ramp: StaticString = " .:-=+*#%@"
    if glyphs == .ascii {
      return Unicode.Scalar(ramp.utf8Start[min(9, Int(level) * 10 / 64)])
    }
    switch level {
    case ..<13: return " "
    case ..<26: return "░"
    case ..<39: return "▒"
    case ..<52: return "▓"
    default: return "█"
    }
  }

  /// The samples, of `count`, under place `index` of `places`; where samples are fewer, the one under its middle.
  static func samples(_ index: Int, of places: Int, along count: Int) -> Range<Int> {
    if count <= places {
      let nearest = min((2 * index + 1) * count / (2 * max(1, places)), count - 1)
      return nearest..<nearest + 1
    }
    return index * count / places..<(index + 1) * count / places
  }
}
