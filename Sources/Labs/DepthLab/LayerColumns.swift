import Learning
import TerminalUI

/// Layers side by side, each a column: bars over numbers, one part under the other.
struct LayerColumns: Equatable, Sendable {
  /// What stands in the columns, from the top.
  enum Part: Equatable, Sendable {
    /// The way through the layers, and back as far as gradients have come.
    case way(hasSkip: Bool)
    /// Upright bars, which share the rows that are left.
    case bars(label: String, values: [Double?], scale: BarScale, paint: Paint)
    /// Sideways histograms, which share them as well.
    case histograms(label: String, Histograms, known: Range<Int>, paint: Paint)
    /// A number in each column; where columns are too narrow, left out, or only how it compares with 1.
    case numbers(label: String, values: [Double?], sign: String, paint: Paint, comparesWithOne: Bool)
  }

  /// What the columns are called.
  let names: [String]
  /// The number of the first one.
  let first: Int
  let parts: [Part]
  /// The column that is marked.
  let focus: Int?
  /// Columns whose outputs are known, and those whose gradients are.
  let forward, backward: Range<Int>

  /// Columns of text before the first layer.
  static let gutter = 10
  /// The width from which on numbers stand in the columns.
  private static let numberWidth = 7
  /// The width of a column where there is room for more.
  private static let widestColumn = 20

  /// The columns of text that `count` layers take at most.
  static func widest(_ count: Int) -> Int { gutter + count * widestColumn }

  /// Where the columns stand in `area`.
  private struct Places {
    let area: Rect
    let width: Int
    var hasNumbers: Bool { width >= LayerColumns.numberWidth }
    /// The first cell of a column.
    func x(_ column: Int) -> Int { area.x + LayerColumns.gutter + column * width }
    /// Its middle one.
    func middle(_ column: Int) -> Int { x(column) + (width - 1) / 2 }
    /// Cells of a sideways bar, and of an upright one, which stands in the middle of wide columns.
    var barWidth: Int { width >= 3 ? width - 1 : width }
    var uprightWidth: Int { min(barWidth, width > 14 ? 8 : 6) }
    func upright(_ column: Int) -> Int { x(column) + (barWidth - uprightWidth + 1) / 2 }
  }

  private func places(in area: Rect) -> Places? {
    let room = area.width - Self.gutter
    guard !names.isEmpty, room >= names.count else { return nil }
    return Places(area: area, width: min(Self.widestColumn, room / names.count))
  }

  /// The column under `point`.
  func column(at point: Point, in area: Rect) -> Int? {
    guard area.contains(point), let places = places(in: area), point.x >= places.x(0) else { return nil }
    let column = (point.x - places.x(0)) / places.width
    return names.indices.contains(column) ? column : nil
  }

  /// The rows that a part takes however many there are; `nil` for those that share what is left.
  private func rows(of part: Part, _ places: Places) -> Int? {
    switch part {
    case .way(let hasSkip): hasSkip && places.hasNumbers ? 2 : 1
    case .bars, .histograms: nil
    case .numbers(_, _, _, _, let comparesWithOne): places.hasNumbers || comparesWithOne ? 1 : 0
    }
  }

  /// Draws all parts into `area`.
  func draw(into frame: inout Frame, in area: Rect) {
    guard let places = places(in: area) else {
      frame.write("Too many layers for this width.", x: area.x, y: area.y, .quiet, limit: area.width)
      return
    }
    let fixed = parts.reduce(0) { $0 + (rows(of: $1, places) ?? 0) }
    let sharing = parts.count { rows(of: $0, places) == nil }
    let free = max(0, area.height - fixed)
    var (rest, shared) = (area, 0)
    for part in parts {
      var height = rows(of: part, places) ?? 0
      if rows(of: part, places) == nil {
        height = free / max(1, sharing) + (shared < free % max(1, sharing) ? 1 : 0)
        shared += 1
      }
      let row: Rect
      (row, rest) = rest.splitTop(height)
      if !row.isEmpty { draw(part, into: &frame, in: row, places) }
    }
    guard let focus else { return }
    let column = Rect(x: places.x(focus), y: area.y, width: places.barWidth, height: area.height)
    frame.restyle(column.intersection(area)) { $0.background = .overlay }
  }

  private func draw(_ part: Part, into frame: inout Frame, in area: Rect, _ places: Places) {
    switch part {
    case .way(let hasSkip): drawWay(hasSkip: hasSkip, into: &frame, in: area, places)
    case .bars(let label, let values, let scale, let paint):
      drawBars(values, scale, paint, into: &frame, in: area, places)
      drawAxis(label, scale.ends.bottom, nil, scale.ends.top, into: &frame, in: area)
    case .histograms(let label, let histograms, let known, let paint):
      drawHistograms(histograms, known, paint, into: &frame, in: area, places)
      let labels = histograms.labels
      drawAxis(label, labels.bottom, labels.middle, labels.top, into: &frame, in: area)
    case .numbers(let label, let values, let sign, let paint, let comparesWithOne):
      frame.write(label, x: area.x, y: area.y, .quiet, limit: Self.gutter - 1)
      for (column, value) in values.enumerated() {
        guard let value else { continue }
        let style = Style(column == focus ? .accent : paint, column == focus ? .bold : [])
        if places.hasNumbers {
          let text = Self.text(value, sign: sign, columns: places.width - 1)
          frame.write(
            text, centredIn: Rect(x: places.x(column), y: area.y, width: places.width, height: 1), style)
        } else if comparesWithOne {
          frame.put(Self.comparison(value), x: places.middle(column), y: area.y, style)
        }
      }
    }
  }

  /// `value` with as many digits as fit, at most three.
  private static func text(_ value: Double, sign: String, columns: Int) -> String {
    [3, 2, 1].lazy.map { sign + Numeral.format(value, digits: $0) }.first {
      TextWidth.columns(of: $0) <= columns
    } ?? ""
  }

  /// Whether a factor enlarges, shrinks, ends or keeps what it meets.
  private static func comparison(_ factor: Double) -> Unicode.Scalar {
    factor == 0 ? "0" : abs(abs(factor) - 1) < 0.01 ? "=" : abs(factor) > 1 ? "↑" : "↓"
  }

  /// A part's label, in the row of its top end where there is one row only for all.
  private func drawAxis(
    _ label: String, _ bottom: String, _ middle: String?, _ top: String, into frame: inout Frame,
    in area: Rect
  ) {
    let end = area.x + Self.gutter - 1
    let write = { (text: String, y: Int, frame: inout Frame) in
      let room = Self.gutter - 1
      frame.write(text, x: max(area.x, end - TextWidth.columns(of: text)), y: y, .quiet, limit: room)
    }
    guard area.height >= 3 else {
      frame.write(label, x: area.x, y: area.y, .quiet, limit: Self.gutter - 1)
      return
    }
    frame.write(label, x: area.x, y: area.y, Style(.plain), limit: Self.gutter - 1)
    write(top, area.y + 1, &frame)
    write(bottom, area.bottom - 1, &frame)
    if let middle, area.height >= 6 { write(middle, area.y + (area.height + 1) / 2, &frame) }
  }

  private func drawBars(
    _ values: [Double?], _ scale: BarScale, _ paint: Paint, into frame: inout Frame, in area: Rect,
    _ places: Places
  ) {
    // The row of the label stays free where rows are many.
    let height = area.height >= 3 ? area.height - 1 : area.height
    for (column, value) in values.enumerated() {
      guard let value else { continue }
      let style = Style(value < 0 && paint != .backward ? .negative : paint)
      for x in 0..<places.uprightWidth {
        frame.uprightBar(
          x: places.upright(column) + x, from: 0, to: scale.share(of: value) * Double(height),
          base: area.bottom - 1, style)
      }
    }
  }

  private func drawHistograms(
    _ histograms: Histograms, _ known: Range<Int>, _ paint: Paint, into frame: inout Frame, in area: Rect,
    _ places: Places
  ) {
    let height = area.height >= 3 ? area.height - 1 : area.height
    for column in known where names.indices.contains(column) {
      let rows = histograms.rows(height, of: column)
      let most = rows.max() ?? 0
      guard most > 0 else { continue }
      for (row, count) in rows.enumerated() where count > 0 {
        let x = Double(places.x(column))
        // What there is at all is seen.
        let length = max(Double(count) / Double(most) * Double(places.barWidth), 0.13)
        frame.levelBar(from: x, to: x + length, y: area.bottom - height + row, Style(paint))
      }
    }
  }

  // MARK: The way

  private func drawWay(hasSkip: Bool, into frame: inout Frame, in area: Rect, _ places: Places) {
    let y = area.bottom - 1
    for (column, name) in names.enumerated() {
      let style =
        column == focus ? Style.accent : Style(forward.contains(column) ? .plain : .quiet)
      guard places.hasNumbers else {
        drawNarrowName(name, column, style, into: &frame, y: y, places)
        continue
      }
      let columns = TextWidth.columns(of: name)
      let start = places.middle(column) - (columns - 1) / 2
      frame.write(name, x: start, y: y, style)
      guard column > 0 else { continue }
      // From behind the name before to this one.
      let before = places.middle(column - 1) + TextWidth.columns(of: names[column - 1]) / 2 + 2
      let isBack = backward.contains(column - 1) || (column == 1 && backward.contains(1))
      let link = Style(isBack ? .backward : forward.contains(column) ? .plain : .border)
      frame.horizontalLine(x: before, y: y, length: start - 1 - before, link)
      if isBack { frame.put("◀", x: before, y: y, link) } else { frame.put("▶", x: start - 2, y: y, link) }
    }
    guard hasSkip, area.height == 2 else { return }
    let (first, last) = (places.middle(0), places.middle(names.count - 1))
    frame.horizontalLine(x: first, y: area.y, length: last - first + 1)
    for column in names.indices { frame.put("┬", x: places.middle(column), y: area.y, Style(.border)) }
    frame.put("╭", x: first, y: area.y, Style(.border))
    frame.put("╮", x: last, y: area.y, Style(.border))
    frame.write("skip", x: area.x, y: area.y, .quiet, limit: Self.gutter - 1)
  }

  /// Narrow columns have the names of every fifth layer and of the marked one, which no other gets in the way of.
  private func drawNarrowName(
    _ name: String, _ column: Int, _ style: Style, into frame: inout Frame, y: Int, _ places: Places
  ) {
    let isNamed =
      places.width > TextWidth.columns(of: names[names.count - 1]) || (column + first).isMultiple(of: 5)
      || column == 0
    guard column == focus || isNamed && !isInTheWay(column, places) else { return }
    let columns = TextWidth.columns(of: name)
    frame.write(name, x: min(places.middle(column), places.area.right - columns), y: y, style)
  }

  /// Whether a column's name would touch that of the marked one.
  private func isInTheWay(_ column: Int, _ places: Places) -> Bool {
    guard let focus else { return false }
    let (left, right) = (min(column, focus), max(column, focus))
    return places.middle(left) + TextWidth.columns(of: names[left]) >= places.middle(right)
  }
}
