import TerminalUI

/// Rows of numbers that appear column by column, some of them with bars beside them, and facts in words below. On a large
/// screen the rows stand apart.
struct StageTable: Equatable, Sendable {
  /// One column.
  struct Column: Equatable, Sendable {
    let heading: String
    /// A text for each row.
    let texts: [String]
    /// Whether it is worked out already; until then there are dots.
    let isShown: Bool
    /// Bars beside the numbers, drawn where there is room; none where there are no finite values.
    var bars: Bars?
    /// Drawn in what paint.
    var paint: Paint = .plain
  }

  /// Bars of a column, one for each row.
  struct Bars: Equatable, Sendable {
    let values: [Double]
    let range: ClosedRange<Double>
    /// Columns of bars are left out from the least important on; 0 is the most important.
    let rank: Int
    /// Whether a click into them chooses a value.
    var takesClicks = false
  }

  /// The names of the rows.
  let names: [String]
  let columns: [Column]
  /// The row that is marked.
  let focus: Int
  /// What is said under the rows, at most four lines.
  let facts: [String]

  /// Lines above the rows, and those kept below them for the facts, so that rows stay where they are when facts arrive.
  private static let (headingLines, factLines) = (1, 5)
  private static let (mostLines, widestBar) = (4, 40)
  /// Bars are read by their lengths, which higher ones would hide.
  private static let highestBar = 2

  /// Lines from one row to the next in `area`.
  private func pitch(in area: Rect) -> Int {
    let free = area.height - Self.headingLines - Self.factLines
    return min(max(1, free / max(1, names.count)), Self.mostLines)
  }

  private struct Place {
    let text: Rect
    let bar: Rect
  }

  /// Where the columns stand in `area`.
  private func places(in area: Rect) -> [Place] {
    let name = (names.map { TextWidth.columns(of: $0) }.max() ?? 0) + 3
    let widths = columns.map { column in
      max(TextWidth.columns(of: column.heading), column.texts.map { TextWidth.columns(of: $0) }.max() ?? 1)
    }
    let gap = area.width >= 100 ? 3 : 2
    let free = area.width - name - widths.reduce(0) { $0 + $1 + gap }
    let ranks = columns.compactMap { $0.bars?.rank }.sorted()
    let least = 5
    let count = min(ranks.count, max(0, free / (least + 1)))
    let shown = Set(ranks.prefix(count))
    let each = count > 0 ? min(Self.widestBar, free / count - 1) : 0
    var x = area.x + name
    return zip(columns, widths).map { column, width in
      let text = Rect(x: x, y: area.y, width: width, height: area.height)
      x += width
      let hasBar = column.bars.map { shown.contains($0.rank) } ?? false
      let bar = Rect(x: x + 1, y: area.y, width: hasBar ? each : 0, height: area.height)
      x += (hasBar ? each + 1 : 0) + gap
      return Place(text: text, bar: bar)
    }
  }

  /// The row of numbers under `point`.
  func row(at point: Point, in area: Rect) -> Int? {
    let line = point.y - area.y - Self.headingLines
    guard area.contains(point), line >= 0 else { return nil }
    let row = line / pitch(in: area)
    return names.indices.contains(row) ? row : nil
  }

  /// The value of a bar that takes clicks at `point`.
  func value(at point: Point, in area: Rect) -> Double? {
    for (column, place) in zip(columns, places(in: area)) {
      guard let bars = column.bars, bars.takesClicks, place.bar.width > 1, row(at: point, in: area) != nil,
        (place.bar.x..<place.bar.right).contains(point.x)
      else { continue }
      return ruler(bars, in: place.bar)?.value(at: point.x)
    }
    return nil
  }

  /// Draws headings, rows and facts into `area`.
  func draw(into frame: inout Frame, in area: Rect) {
    guard area.height > Self.headingLines else { return }
    let pitch = pitch(in: area)
    let thickness = min(max(1, pitch - 1), Self.highestBar)
    let places = places(in: area)
    for (column, place) in zip(columns, places) where place.text.right <= area.right {
      frame.write(column.heading, endingAt: place.text.right, y: area.y, .quiet)
    }
    let end = area.y + Self.headingLines + names.count * pitch
    drawZeros(to: end, into: &frame, in: area, places)
    for (row, name) in names.enumerated() {
      let top = area.y + Self.headingLines + row * pitch
      guard top + thickness <= area.bottom else { break }
      let y = top + (thickness - 1) / 2
      let isFocused = row == focus
      frame.put(isFocused ? "▶" : " ", x: area.x, y: y, .accent)
      frame.write(name, x: area.x + 1, y: y, Style(.plain, isFocused ? .bold : []))
      for (column, place) in zip(columns, places) where place.text.right <= area.right {
        let style = Style(column.isShown ? column.paint : .quiet, isFocused && column.isShown ? .bold : [])
        frame.write(column.isShown ? column.texts[row] : "·", endingAt: place.text.right, y: y, style)
        if column.isShown, let bars = column.bars, place.bar.width > 1, place.bar.right <= area.right {
          let bar = Rect(x: place.bar.x, y: top, width: place.bar.width, height: thickness)
          draw(bars, row, into: &frame, in: bar)
        }
      }
    }
    var y = pitch == 1 ? end + 1 : end
    for line in facts.flatMap({ frame.lines(of: $0, width: area.width) }) where y < area.bottom {
      frame.write(line, x: area.x, y: y, .plain, limit: area.width)
      y += 1
    }
  }

  /// One line along all rows where a column of bars has its zero.
  private func drawZeros(to end: Int, into frame: inout Frame, in area: Rect, _ places: [Place]) {
    let top = area.y + Self.headingLines
    for (column, place) in zip(columns, places) where column.isShown && place.bar.right <= area.right {
      guard let bars = column.bars, let zero = ruler(bars, in: place.bar)?.zero else { continue }
      frame.verticalLine(x: zero, y: top, length: min(end, area.bottom) - top)
    }
  }

  private func draw(_ bars: Bars, _ row: Int, into frame: inout Frame, in area: Rect) {
    let value = bars.values[row]
    guard value.isFinite, let ruler = ruler(bars, in: area) else { return }
    for y in area.y..<area.bottom {
      frame.levelBar(
        from: ruler.start(of: value), to: ruler.end(of: value), y: y,
        Style(value < 0 ? .negative : .positive))
    }
  }

  /// Where values stand along the bars of a column.
  private struct Ruler {
    /// The cell of the zero line, which bars of both signs leave free; `nil` where all values are positive.
    let zero: Int?
    /// Where positive bars begin.
    let origin: Double
    /// Columns of a unit.
    let scale: Double

    func start(of value: Double) -> Double { value < 0 ? origin - 1 : origin }
    func end(of value: Double) -> Double { start(of: value) + value * scale }

    /// The value at the middle of column `x`.
    func value(at x: Int) -> Double {
      let place = Double(x) + 0.5
      if let zero, x <= zero { return x == zero ? 0 : (place - (origin - 1)) / scale }
      return (place - origin) / scale
    }
  }

  private func ruler(_ bars: Bars, in area: Rect) -> Ruler? {
    let (low, high) = (bars.range.lowerBound, bars.range.upperBound)
    guard area.width > 2, low <= 0, high > max(0, low), (high - low).isFinite else { return nil }
    guard low < 0 else {
      return Ruler(zero: nil, origin: Double(area.x), scale: Double(area.width) / high)
    }
    let room = area.width - 1
    let left = min(max(1, Int((-low / (high - low) * Double(room)).rounded())), room - 1)
    let scale = min(Double(left) / -low, Double(room - left) / high)
    return Ruler(zero: area.x + left, origin: Double(area.x + left + 1), scale: scale)
  }
}
