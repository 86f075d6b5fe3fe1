import Learning
import TerminalUI

extension NetworkLab {
  /// Draws the table.
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let layout = chromeLayout
    let places = places(in: layout.body)
    if !places.diagram.isEmpty {
      NetworkDiagram(picture.main, shown: timeline.position, focus: focused).draw(
        into: &frame, in: places.diagram)
    }
    switch settings.view {
    case .shapes, .costs: drawTable(picture.main, into: &frame, in: places.table)
    case .compare: drawComparison(into: &frame, in: places.table)
    }
    NetworkWords.panel(for: settings.view, hasDiagram: !places.diagram.isEmpty)
      .draw(into: &frame, in: places.panel)
    return content
  }

  /// Where a picture of the volumes, the table and words stand: the picture above where there are rows to spare, the
  /// words beside where there are columns, or else below the costs.
  private func places(in body: Rect) -> (diagram: Rect, table: Rect, panel: Rect) {
    var (diagram, rest) = (Rect(x: body.x, y: body.y, width: 0, height: 0), body)
    let rows = picture.main.network.layers.count + 2
    // A table that has to scroll anyway leaves half of them.
    let spare = rows <= body.height ? body.height - rows : body.height / 2 - 1
    if settings.view == .shapes, spare >= 9 {
      let parts = body.splitTop(min(spare - 1, 16))
      (diagram, rest) = (parts.top, parts.rest.splitTop(1).rest)
    }
    if settings.view != .compare, rest.width >= 150 {
      let parts = rest.splitLeft(rest.width - 48)
      return (diagram, parts.left.splitLeft(parts.left.width - 1).left, parts.rest)
    }
    let isBelow = settings.view == .costs && rest.width >= 104
    let parts = rest.splitTop(isBelow ? min(rows, rest.height) : rest.height)
    return (diagram, parts.top, parts.rest.splitTop(min(1, parts.rest.height)).rest)
  }

  /// The rows of the table in view, so that the focus is seen; one more than layers where one does not fit.
  private func visibleRows(_ room: Int, of count: Int) -> Range<Int> {
    guard count > room else { return 0..<count }
    let first = min(max(0, (focused ?? 0) - room / 2), count - room)
    return first..<first + room
  }

  /// Under the headings, the layers; at the bottom, what they come to.
  private func tableRows(_ table: NetworkTables.Table, in area: Rect) -> (range: Range<Int>, top: Int) {
    (visibleRows(max(0, area.height - 2), of: table.network.layers.count), area.y + 1)
  }

  /// The layer drawn at `point`.
  func row(at point: Point) -> Int? {
    guard settings.view != .compare else { return nil }
    let area = places(in: chromeLayout.body).table
    let (range, top) = tableRows(picture.main, in: area)
    guard area.contains(point), range.count > point.y - top, point.y >= top else { return nil }
    return range.lowerBound + point.y - top
  }

  /// Draws a table of all numbers: that of the network in focus, or of the one it is compared with, which is worked out.
  private func drawTable(
    _ table: NetworkTables.Table, isMain: Bool = true, into frame: inout Frame, in area: Rect
  ) {
    guard area.height >= 3, area.width >= 44 else { return }
    let hasFields = settings.view != .costs
    let columns = NetworkColumns(area, hasFields: hasFields)
    let headings: [(String, Int)] =
      hasFields
      ? [
        ("output", columns.output), ("parameters", columns.parameters), ("products", columns.products),
        ("sees", columns.field),
      ]
      : [("parameters", columns.parameters), ("products", columns.products)]
    frame.write("layer", x: columns.text, y: area.y, .quiet)
    for (heading, end) in headings where end > 0 { frame.write(heading, endingAt: end, y: area.y, .quiet) }
    for (bars, names) in hasFields ? [(columns.picture, ["maps"])] : columns.bars {
      let name = names.first { TextWidth.columns(of: $0) <= bars.width }
      if let name, hasFields {
        frame.write(name, centredIn: bars, row: 0, .quiet)
      } else if let name {
        frame.write(name, x: bars.x, y: area.y, .quiet)
      }
    }
    let (range, top) = tableRows(table, in: area)
    let scale = VolumeScale(table)
    for (offset, index) in range.enumerated() {
      drawRow(index, of: table, isMain: isMain, into: &frame, y: top + offset, columns, scale)
    }
    if range.lowerBound > 0 { frame.put("↑", x: area.x, y: area.y, .quiet) }
    if range.upperBound < table.network.layers.count {
      frame.put("↓", x: area.x, y: top + range.count - 1, .quiet)
    }
    let total = top + range.count
    guard total < area.bottom else { return }
    // Of the layers worked out, so that the sum grows with them.
    let done = isMain ? table.layers.prefix(timeline.position) : table.layers[...]
    frame.write(
      timeline.isAtEnd || !isMain ? "together" : "so far", x: columns.text, y: total, .quiet,
      limit: columns.picture.x - columns.text - 1)
    frame.write(
      columns.parameters(done.reduce(0) { $0 + $1.parameters }), endingAt: columns.parameters, y: total,
      Style(.plain, .bold))
    frame.write(
      columns.products(done.reduce(0) { $0 + $1.multiplyAdds }), endingAt: columns.products, y: total,
      Style(.plain, .bold))
  }

  private func drawRow(
    _ index: Int, of table: NetworkTables.Table, isMain: Bool, into frame: inout Frame, y: Int,
    _ columns: NetworkColumns, _ scale: VolumeScale
  ) {
    let isBroken = index == table.problem?.layer && (timeline.isAtEnd || !isMain)
    let isDone = isMain ? index < timeline.position : index < table.layers.count
    let isFocused = isMain && index == focused
    let weight: Style.Attributes = isFocused ? .bold : []
    let mark = isFocused ? "▸" : isBroken ? "✗" : " "
    frame.write(mark, x: columns.mark, y: y, isBroken ? Style(.wrong, .bold) : .accent)
    frame.write("\(index + 1)", endingAt: columns.text - 1, y: y, isFocused ? .accent : .quiet)
    let text = table.network.layers[index].description
    let style =
      isBroken ? Style(.wrong, .bold) : Style(isDone ? (isFocused ? .accent : .plain) : .quiet, weight)
    frame.write(text, x: columns.text, y: y, style, limit: columns.picture.x - columns.text - 1)
    guard isDone else {
      let unknown = GridCell(isBroken ? "✗" : GridCell.unknown).shown(frame.look)
      for end in [columns.output, columns.parameters, columns.products] where end > 0 {
        frame.write(unknown, endingAt: end, y: y, isBroken ? Style(.wrong) : .quiet)
      }
      return
    }
    let layer = table.layers[index]
    let number = Style(.plain, weight)
    frame.write(
      columns.parameters(layer.parameters), endingAt: columns.parameters, y: y,
      layer.parameters == 0 ? .quiet : number)
    frame.write(
      columns.products(layer.multiplyAdds), endingAt: columns.products, y: y,
      layer.multiplyAdds == 0 ? .quiet : number)
    switch settings.view {
    case .shapes, .compare:
      frame.write(layer.output.description, endingAt: columns.output, y: y, number)
      if columns.field > 0 {
        frame.write(layer.receptiveField.description, endingAt: columns.field, y: y, number)
      }
      scale.draw(layer.output, into: &frame, in: columns.picture, y: y, isFocused: isFocused)
    case .costs:
      let costs = [(layer.parameters, table.parameters), (layer.multiplyAdds, table.products)]
      for (place, (part, whole)) in costs.enumerated() where whole > 0 && part > 0 {
        let room = columns.bars[place].room
        let share = Double(part) / Double(whole)
        frame.levelBar(
          from: Double(room.x), to: Double(room.x) + max(0.13, share * Double(room.width)), y: y,
          Style(isFocused ? .accent : .series(place), weight))
      }
    }
  }

  // MARK: Two networks

  private func drawComparison(into frame: inout Frame, in area: Rect) {
    guard let other = picture.other, area.height >= 4 else { return }
    let tables = [self.picture.main, other]
    let room = area.width - 3
    let wanted = tables.map { ComparisonColumns($0, isNarrow: area.width < 100).wanted }
    // Halves, unless one of them needs more and the other less.
    var left = room / 2
    if wanted[0] + wanted[1] <= room { left = min(max(left, wanted[0]), room - wanted[1]) }
    for (place, table) in tables.enumerated() {
      let part = Rect(
        x: area.x + place * (left + 3), y: area.y, width: place == 0 ? left : room - left, height: area.height
      )
      if min(left, room - left) >= Self.widthOfTable {
        let (heading, rest) = part.splitTop(1)
        frame.write(table.heading, x: part.x, y: heading.y, .heading, limit: part.width)
        drawTable(table, isMain: place == 0, into: &frame, in: rest)
        continue
      }
      drawHalf(
        table, isMain: place == 0, ComparisonColumns(table, isNarrow: area.width < 100), into: &frame,
        in: part)
    }
    frame.verticalLine(x: area.x + left + 1, y: area.y, length: area.height)
  }

  /// Columns of a table with all numbers and a picture of each volume.
  private static let widthOfTable = 80

  private func drawHalf(
    _ table: NetworkTables.Table, isMain: Bool, _ columns: ComparisonColumns, into frame: inout Frame,
    in area: Rect
  ) {
    frame.write(table.heading, x: area.x, y: area.y, .heading, limit: area.width)
    let count = table.network.layers.count
    let range = visibleRows(max(0, area.height - 3), of: count)
    let (parameters, output) = (area.right, area.right - columns.parameters - 1)
    let words = area.width - columns.parameters - columns.outputs - 2
    frame.write("layer", x: area.x, y: area.y + 1, .quiet, limit: max(0, words))
    frame.write(ComparisonColumns.output, endingAt: output, y: area.y + 1, .quiet)
    frame.write(ComparisonColumns.learns, endingAt: parameters, y: area.y + 1, .quiet)
    for (offset, index) in range.enumerated() {
      let y = area.y + 2 + offset
      let isDone = isMain ? index < timeline.position : index < table.layers.count
      let isFocused = isMain && index == focused
      let isBroken = index == table.problem?.layer && (!isMain || timeline.isAtEnd)
      let style =
        isBroken ? Style(.wrong, .bold) : isFocused ? Style(.accent, .bold) : isDone ? .plain : .quiet
      frame.write(
        table.network.layers[index].description, x: area.x, y: y, style, limit: max(0, words))
      if isDone {
        let layer = table.layers[index]
        frame.write(layer.output.description, endingAt: output, y: y, isFocused ? style : .plain)
        frame.write(
          columns.number(layer.parameters), endingAt: parameters, y: y,
          layer.parameters == 0 ? .quiet : isFocused ? style : .plain)
      } else if isBroken {
        frame.write("✗", endingAt: output, y: y, style)
      }
    }
    let y = area.y + 2 + range.count
    guard y < area.bottom else { return }
    frame.write(
      "\(NetworkColumns.short(table.products)) products", x: area.x, y: y, Style(.plain, .bold),
      limit: output - area.x)
    frame.write(columns.number(table.parameters), endingAt: parameters, y: y, Style(.plain, .bold))
  }

  // MARK: What surrounds it

  private var content: ChromeContent {
    ChromeContent(
      of: self, subject: NetworkWords.subject(self), variant: "rounds down, as PyTorch",
      arithmetic: NetworkWords.arithmetic(for: self), hint: NetworkWords.hint(for: self))
  }

  var settingsLine: SettingsLine {
    var items = [
      SettingsLine.Item("v", "", settings.view.rawValue, isChanged: settings.view != .shapes),
      SettingsLine.Item("n", "input", settings.input.description),
    ]
    if let other = picture.other { items.append(SettingsLine.Item("b", "against", other.title)) }
    let used = items.reduce(8) { $0 + $1.columns(isShort: false) + 4 }
    let room = max(20, chrome.size.width - used - 4)
    items.append(
      SettingsLine.Item("t", "", TextWrap.shortened(settings.network.network.description, columns: room)))
    return SettingsLine(items)
  }
}

/// What the columns of one of two networks need.
private struct ComparisonColumns {
  /// Columns of the heading, the layers' texts, their outputs, their parameters.
  let heading, texts, outputs, parameters: Int
  /// A number of parameters: in full where there is room.
  let number: (Int) -> String

  init(_ table: NetworkTables.Table, isNarrow: Bool) {
    func widest(_ texts: [String]) -> Int { texts.map { TextWidth.columns(of: $0) }.max() ?? 0 }
    let number = isNarrow ? NetworkColumns.short : Numeral.grouped
    self.number = number
    heading = TextWidth.columns(of: table.heading)
    texts = widest(table.network.layers.map(\.description))
    outputs = widest(table.layers.map(\.output.description) + [Self.output])
    parameters = widest(
      (table.layers.map(\.parameters) + [table.parameters]).map { number($0) } + [Self.learns])
  }

  /// What stands above the outputs and the parameters.
  static let output = "output", learns = "learns"

  var wanted: Int { max(heading, texts + outputs + parameters + 2) }
}

/// Where the columns of the table stand; a column without room ends at 0.
struct NetworkColumns {
  let mark, text: Int
  /// The picture of a row.
  let picture: Rect
  /// Where numbers end.
  let output, parameters, products, field: Int
  private let isWide: Bool

  init(_ area: Rect, hasFields: Bool) {
    isWide = area.width >= 96
    mark = area.x
    text = area.x + 6
    var end = area.right
    func take(_ columns: Int, _ isThere: Bool = true) -> Int {
      defer { if isThere { end -= columns + 2 } }
      return isThere ? end : 0
    }
    field = take(isWide ? 9 : 7, hasFields && area.width >= 66)
    products = take(isWide ? 14 : 8)
    parameters = take(11)
    output = take(isWide ? 13 : 11, hasFields)
    let rest = end - text
    let words = min(44, max(18, rest * (hasFields ? 3 : 2) / 5))
    picture = Rect(x: text + words + 1, y: area.y, width: max(0, rest - words - 1), height: area.height)
  }

  /// The room of the bars of parameters and of those of products, and what may stand above, the longest first.
  var bars: [(room: Rect, names: [String])] {
    let half = (picture.width - 2) / 2
    return ["parameters", "products"].enumerated().map { place, what in
      let room = Rect(x: picture.x + place * (half + 2), y: picture.y, width: half, height: picture.height)
      return (room, ["share of \(what)", "of \(what)", "share"])
    }
  }

  func parameters(_ count: Int) -> String { Numeral.grouped(count) }
  /// In full where there is room.
  func products(_ count: Int) -> String { isWide ? Numeral.grouped(count) : Self.short(count) }

  /// `416,520`, `15.47 G`
  static func short(_ count: Int) -> String {
    let units = [(1_000_000_000_000, "T"), (1_000_000_000, "G"), (1_000_000, "M")]
    guard let (size, unit) = units.first(where: { count >= $0.0 }) else { return Numeral.grouped(count) }
    return "\(Numeral.format(Double(count) / Double(size))) \(unit)"
  }
}
