import Learning
import TerminalUI

extension GraphLab {
  /// Draws the tape, or, on a screen too small, the size needed.
  public func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    let layout = chromeLayout
    let isWide = layout.body.width >= 104
    let side = isWide ? 38 : 0
    let parts = layout.body.splitLeft(layout.body.width - side)
    drawTape(into: &frame, in: isWide ? parts.left.splitLeft(parts.left.width - 3).left : parts.left)
    if isWide { GraphWords.panel(for: self).draw(into: &frame, in: parts.rest) }
    ArithmeticLine.draw(arithmetic, into: &frame, in: layout.arithmetic)
    chrome.draw(content, into: &frame, layout: layout)
    chrome.drawOverlay(into: &frame)
  }

  /// The node that was computed, or whose adjoint is being handed on.
  private var active: Int? {
    if let share { return share.node }
    return computed > 0 ? computed - 1 : nil
  }

  /// The rows that numbers come from, or go to.
  private var touched: [Int] {
    if let share { return [share.input] }
    return active.map { picture.nodes[$0].inputs } ?? []
  }

  /// One row for each node: number, what it is, value, adjoint; a bracket at the left joins what is at work.
  private func drawTape(into frame: inout Frame, in area: Rect) {
    guard area.height >= 3, area.width >= 50 else { return }
    let columns = Columns(area)
    frame.write("node", x: columns.text, y: area.y, .quiet)
    frame.write("value", endingAt: columns.value, y: area.y, .quiet)
    frame.write("adjoint", endingAt: columns.adjoint, y: area.y, .quiet)
    frame.write("check", x: columns.check, y: area.y, .quiet)
    let rows = area.height - 1
    let first = firstRow(rows: rows)
    let adjoints = picture.adjoints(after: arrived)
    for index in (first..<picture.nodes.count).prefix(rows) {
      drawNode(index, adjoint: adjoints[index], into: &frame, y: area.y + 1 + index - first, columns)
    }
    drawBracket(
      into: &frame, x: area.x + 1, rows: first..<min(first + rows, picture.nodes.count), top: area.y + 1)
    if first > 0 { frame.put("↑", x: area.right - 1, y: area.y + 1, .quiet) }
    if first + rows < picture.nodes.count { frame.put("↓", x: area.right - 1, y: area.bottom - 1, .quiet) }
  }

  /// The first node shown, so that what is at work is seen.
  private func firstRow(rows: Int) -> Int {
    let count = picture.nodes.count
    guard count > rows else { return 0 }
    let centre = active ?? 0
    return min(max(0, centre - rows / 2), count - rows)
  }

  private struct Columns {
    let text, value, adjoint, check: Int

    init(_ area: Rect) {
      text = area.x + 10
      check = area.right - 10
      adjoint = check - 2
      value = adjoint - 12
    }
  }

  private func drawNode(
    _ index: Int, adjoint: String?, into frame: inout Frame, y: Int, _ columns: Columns
  ) {
    let node = picture.nodes[index]
    let isReady = index < computed
    let isActive = index == active
    let isTouched = touched.contains(index)
    let weight: Style.Attributes = isActive ? .bold : []
    let base = isReady ? Style(node.isInput ? .accent : .plain, weight) : .quiet
    frame.write("#\(index)", endingAt: columns.text - 2, y: y, isActive ? .accent : .quiet)
    frame.write(node.text, x: columns.text, y: y, base, limit: columns.value - columns.text - 12)
    frame.write(
      isReady ? node.value : "·", endingAt: columns.value, y: y, Style(isReady ? .forward : .quiet, weight))
    if computed == picture.nodes.count {
      let isHit = isTouched && share != nil
      frame.write(
        adjoint ?? "·", endingAt: columns.adjoint, y: y,
        Style(adjoint == nil ? .quiet : .backward, isHit || isActive ? .bold : []))
    }
    if arrived == picture.shares.count, let check = picture.checks.first(where: { $0.name == node.text }) {
      let (text, paint) = Self.verdict(check.outcome)
      frame.write(text, x: columns.check, y: y, Style(paint), limit: 10)
    }
  }

  private static func verdict(_ outcome: GraphPicture.Outcome) -> (text: String, paint: Paint) {
    switch outcome {
    case .agrees, .fine: ("✓ \(outcome.rawValue)", .right)
    case .doubtful, .differs, .undefined: ("✗ \(outcome.rawValue)", .wrong)
    case .kink: (outcome.rawValue, .accent)
    }
  }

  /// Joins the active node with the rows its numbers come from (forward) or go to (backward).
  private func drawBracket(into frame: inout Frame, x: Int, rows: Range<Int>, top: Int) {
    guard let active, !touched.isEmpty else { return }
    let places = (touched + [active]).filter(rows.contains)
    guard let low = places.min(), let high = places.max() else { return }
    let isBackward = share != nil
    let style = Style(isBackward ? .backward : .accent)
    for row in low...high {
      let y = top + row - rows.lowerBound
      if row == low {
        frame.put(low == high ? "─" : "┌", x: x, y: y, style)
      } else {
        frame.put(row == high ? "└" : (places.contains(row) ? "├" : "│"), x: x, y: y, style)
      }
      if places.contains(row) {
        let isTarget = isBackward ? row != active : row == active
        frame.put("─", x: x + 1, y: y, style)
        frame.put(isTarget ? "▶" : "─", x: x + 2, y: y, style)
      }
    }
  }

  private var arithmetic: [ArithmeticLine] {
    if let share {
      let name = picture.nodes[share.input].text
      let sum = share.isAddition ? ", added to what was there: \(share.total)" : ""
      return [
        ArithmeticLine(
          "chain",
          "adjoint of #\(share.node) · ∂#\(share.node)/∂#\(share.input) = \(share.adjoint)·\(share.partial) = \(share.product)"
        ),
        ArithmeticLine("", "is the share of #\(share.input) (\(name))\(sum)"),
      ]
    }
    guard let active else {
      return [ArithmeticLine("f", picture.expression)]
    }
    let node = picture.nodes[active]
    if computed == picture.nodes.count {
      return [
        ArithmeticLine("value", "f = \(picture.nodes[picture.output].value)"),
        ArithmeticLine("seed", "∂f/∂f = 1 at #\(picture.output): from here the adjoints go back"),
      ]
    }
    return [
      ArithmeticLine(
        "value",
        node.isInput
          ? "#\(active): \(node.text) = \(node.value)"
          : "#\(active): \(node.text) = \(node.numbers) = \(node.value)")
    ]
  }

  private var content: ChromeContent {
    ChromeContent(
      name: "Backpropagation", subject: GraphWords.subject(self),
      variant: arrived > 0 ? "backward" : "forward",
      settings: settingsLine, timeline: timeline, hint: GraphWords.hint(for: self),
      footer: GraphBindings.lab.footer, editor: prompt?.editor)
  }

  var settingsLine: SettingsLine {
    let values = settings.point.sorted { $0.key < $1.key }.map {
      "\($0.key)=\(Numeral.format($0.value, digits: 3))"
    }
    return SettingsLine([
      SettingsLine.Item("t", "f", TextWrap.prefix(of: picture.expression, columns: 44)),
      SettingsLine.Item("o", "at", TextWrap.prefix(of: values.joined(separator: " "), columns: 24)),
    ])
  }
}
