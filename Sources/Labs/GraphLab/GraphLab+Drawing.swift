import Learning
import TerminalUI

extension GraphLab {
  /// Draws the tape.
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let layout = chromeLayout
    let parts = GraphLayout(layout.body, picture)
    if let drawing = picture.drawing {
      drawing.draw(GraphMoment(self), into: &frame, in: parts.tape)
    } else {
      drawTape(into: &frame, in: parts.tape)
    }
    if !parts.panel.isEmpty { GraphWords.panel(for: self).draw(into: &frame, in: parts.panel) }
    return content
  }

  /// Where the nodes are drawn; `nil` in the other view.
  var nodesPlace: GraphDrawing.Place? {
    picture.drawing.map { $0.place(GraphMoment(self), in: GraphLayout(chromeLayout.body, picture).tape) }
  }

  /// The node that was computed, or whose adjoint is being handed on.
  var active: Int? {
    if let share { return share.node }
    return computed > 0 ? computed - 1 : nil
  }

  /// The rows that numbers come from, or go to.
  var touched: [Int] {
    if let share { return [share.input] }
    return active.map { picture.nodes[$0].inputs } ?? []
  }

  /// Columns beyond which a line of the tape is hard to follow, and those that it takes at least beside another.
  static var widestTape: Int { 100 }
  private var narrowestTape: Int {
    picture.record == nil
      ? 37 : max(37, picture.numberColumns.value + picture.numberColumns.adjoint + 32)
  }

  /// Columns from which on there is room for what a check says: of tensors only beside all that a node is.
  private var columnsWithWords: Int {
    guard picture.record != nil else { return 50 }
    let text = picture.nodes.reduce(0) { max($0, TextWidth.columns(of: $1.text)) }
    return text + picture.numberColumns.value + max(12, picture.numberColumns.adjoint + 1) + 23
  }

  /// One row for each node: number, what it is, value, adjoint; a bracket at the left joins what is at work. Where the
  /// nodes are too many for one column they go on in a second one.
  private func drawTape(into frame: inout Frame, in area: Rect) {
    guard area.height >= 3, area.width >= 50 else { return }
    let count = picture.nodes.count
    let rows = area.height - 1
    let beside = min(max(1, (area.width + 2) / (narrowestTape + 2)), max(1, (count + rows - 1) / rows))
    let width = min(Self.widestTape, (area.width - 2 * (beside - 1)) / beside)
    // A short tape has room between its rows.
    let pitch = 2 * count <= rows ? 2 : 1
    let seen = rows * beside
    let first = firstRow(rows: seen)
    let adjoints = picture.adjoints(after: arrived)
    for number in 0..<beside {
      let start = first + number * rows
      let range = start..<max(start, min(start + rows, count))
      guard !range.isEmpty else { break }
      let place = Rect(x: area.x + number * (width + 2), y: area.y, width: width, height: area.height)
      let columns = Columns(place, numbers: picture.numberColumns, least: columnsWithWords)
      frame.write("node", x: columns.text, y: area.y, .quiet)
      frame.write("value", endingAt: columns.value, y: area.y, .quiet)
      frame.write("adjoint", endingAt: columns.adjoint, y: area.y, .quiet)
      if columns.hasWords { frame.write("check", x: columns.check, y: area.y, .quiet) }
      for index in range {
        drawNode(
          index, adjoint: adjoints[index], into: &frame, y: area.y + 1 + (index - start) * pitch, columns)
      }
      drawBracket(into: &frame, x: columns.bracket, rows: range, top: area.y + 1, pitch: pitch)
    }
    if first > 0 { frame.put("↑", x: area.right - 1, y: area.y, .quiet) }
    if first + seen < count { frame.put("↓", x: area.right - 1, y: area.bottom - 1, .quiet) }
  }

  /// The first node shown, so that what is at work is seen.
  private func firstRow(rows: Int) -> Int {
    let count = picture.nodes.count
    guard count > rows else { return 0 }
    let centre = active ?? 0
    return min(max(0, centre - rows / 2), count - rows)
  }

  private struct Columns {
    let bracket, text, value, adjoint, check: Int
    /// Whether there is room for what a check says, not only for its mark.
    let hasWords: Bool

    init(_ area: Rect, numbers: (value: Int, adjoint: Int), least: Int) {
      hasWords = area.width >= least
      bracket = hasWords ? area.x + 1 : area.x
      text = area.x + (hasWords ? 10 : 8)
      check = area.right - (hasWords ? 10 : 1)
      adjoint = check - (hasWords ? 2 : 1)
      value = adjoint - (hasWords ? max(12, numbers.adjoint + 1) : numbers.adjoint + 1)
    }
  }

  private func drawNode(
    _ index: Int, adjoint: GraphPicture.Figures?, into frame: inout Frame, y: Int, _ columns: Columns
  ) {
    let node = picture.nodes[index]
    let unknown = GridCell(GridCell.unknown).shown(frame.look)
    let isReady = index < computed
    let isActive = index == active
    let isTouched = touched.contains(index)
    let weight: Style.Attributes = isActive ? .bold : []
    let base = isReady ? Style(node.isInput ? .accent : .plain, weight) : .quiet
    frame.write("#\(index)", endingAt: columns.text - 2, y: y, isActive ? .accent : .quiet)
    frame.write(
      node.text, x: columns.text, y: y, base,
      limit: columns.value - columns.text - TextWidth.columns(of: node.value.brief) - 1)
    frame.write(
      isReady ? node.value.brief : unknown, endingAt: columns.value, y: y,
      Style(isReady ? .forward : .quiet, weight))
    if computed == picture.nodes.count {
      let isHit = isTouched && share != nil
      frame.write(
        adjoint?.brief ?? unknown, endingAt: columns.adjoint, y: y,
        Style(adjoint == nil ? .quiet : .backward, isHit || isActive ? .bold : []))
    }
    if arrived == picture.shares.count, let check = picture.checks.first(where: { $0.name == node.text }) {
      let (text, paint) = Self.verdict(check.outcome)
      // A mark alone where there is room for no more.
      let shown = columns.hasWords ? text : check.outcome == .kink ? "~" : String(text.prefix(1))
      frame.write(shown, x: columns.check, y: y, Style(paint), limit: 10)
    }
  }

  private static func verdict(_ outcome: GraphPicture.Outcome) -> (text: String, paint: Paint) {
    switch outcome {
    case .agrees, .fine: ("✓ \(outcome.rawValue)", .right)
    case .doubtful, .differs, .undefined: ("✗ \(outcome.rawValue)", .wrong)
    case .kink: (outcome.rawValue, .accent)
    }
  }

  /// Joins the active node with the rows its numbers come from (forward) or go to (backward); dashes where those stand in
  /// another column.
  private func drawBracket(
    into frame: inout Frame, x: Int, rows: Range<Int>, top: Int, pitch: Int
  ) {
    guard let active, !touched.isEmpty else { return }
    let places = (touched + [active]).filter(rows.contains)
    guard let low = places.min(), let high = places.max() else { return }
    let isBackward = share != nil
    let style = Style(isBackward ? .backward : .accent)
    for line in 0...(high - low) * pitch {
      let y = top + (low - rows.lowerBound) * pitch + line
      guard line.isMultiple(of: pitch) else {
        frame.put("│", x: x, y: y, style)
        continue
      }
      let row = low + line / pitch
      if row == low {
        frame.put(low == high ? "┄" : "┌", x: x, y: y, style)
      } else {
        frame.put(row == high ? "└" : (places.contains(row) ? "├" : "│"), x: x, y: y, style)
      }
      if places.contains(row) {
        let isTarget = isBackward ? row != active : row == active
        let line: Unicode.Scalar = places.contains(active) && low < high ? "─" : "┄"
        frame.put(line, x: x + 1, y: y, style)
        frame.put(isTarget ? "▶" : line, x: x + 2, y: y, style)
      }
    }
  }

  private var content: ChromeContent {
    ChromeContent(
      of: self, subject: GraphWords.subject(self), variant: arrived > 0 ? "backward" : "forward",
      arithmetic: GraphWords.arithmetic(for: self), hint: GraphWords.hint(for: self))
  }

  var settingsLine: SettingsLine {
    if let example = picture.record?.example { return settingsLine(of: example) }
    let values = settings.point.sorted { $0.key < $1.key }.map {
      "\($0.key)=\(Numeral.format($0.value, digits: 3))"
    }
    // Whole where there is room; the values come after it.
    let wide = chrome.size.width
    let room = max(44, min(picture.expression.count, wide - 60))
    return SettingsLine(
      viewItems + [
        SettingsLine.Item("t", "f", TextWrap.shortened(picture.expression, columns: room)),
        SettingsLine.Item(
          "o", "at", TextWrap.shortened(values.joined(separator: " "), columns: max(24, wide - room - 12))),
      ])
  }

  /// The table, which lessons show beside a text, keeps all of the line for the computation.
  private var viewItems: [SettingsLine.Item] {
    settings.view.isDrawn ? [SettingsLine.Item("v", "", settings.view.rawValue, isChanged: true)] : []
  }

  private func settingsLine(of example: NetworkExample) -> SettingsLine {
    let wide = chrome.size.width
    return SettingsLine(
      viewItems + [
        SettingsLine.Item(
          "t", "", TextWrap.shortened(example.network.description, columns: max(20, wide - 50))),
        SettingsLine.Item("k", "target", Numeral.format(example.target), isChanged: example.target != 0),
        SettingsLine.Item("s", "seed", "\(example.seed)", isChanged: example.seed != 1),
        SettingsLine.Item(
          "o", "x", TextWrap.shortened(example.typedPlanes, columns: max(12, min(24, wide - 60)))),
      ])
  }
}
