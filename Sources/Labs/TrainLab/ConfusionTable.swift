import Learning
import TerminalUI

/// Which class is taken for which: a row for each true class, a column for each answer.
struct ConfusionTable {
  private let lab: TrainLab
  private let area: Rect

  /// The columns and rows of a cell, as many as all classes have room for.
  private let cell: Size

  /// The table in the left part of `body`.
  init(_ lab: TrainLab, in body: Rect) {
    let classes = lab.run.data.classes.count
    self.lab = lab
    let rows = min(3, max(1, (body.height - 2) / max(1, classes)))
    let isAiry = rows == 3 && body.width >= 2 * (Self.labels + 8 * classes)
    cell = Size(width: isAiry ? 8 : 5, height: rows)
    area = body.splitLeft(min(body.width, Self.labels + classes * cell.width)).left
  }

  /// What is left of `body` beside it, behind a gap.
  func rest(of body: Rect) -> Rect { body.splitLeft(area.width + 3).rest }

  private static let labels = 6

  /// The first class that is seen along each axis, and how many, so that the chosen cell is among them.
  private func window() -> (row: Int, column: Int, rows: Int, columns: Int) {
    let classes = lab.run.data.classes.count
    let rows = min(classes, max(0, (area.height - 2) / cell.height))
    let columns = min(classes, max(0, (area.width - Self.labels) / cell.width))
    let pair = lab.viewState.pair
    return (
      max(0, min(pair.truth - rows / 2, classes - rows)),
      max(0, min(pair.said - columns / 2, classes - columns)), rows,
      columns
    )
  }

  /// The cell at `point`.
  func pair(at point: Point) -> TrainScene.Pair? {
    let window = window()
    let (row, x) = ((point.y - area.y - 2) / cell.height, point.x - area.x - Self.labels)
    guard x >= 0, point.y >= area.y + 2, (0..<window.rows).contains(row), x / cell.width < window.columns
    else { return nil }
    return TrainScene.Pair(truth: window.row + row, said: window.column + x / cell.width)
  }

  func draw(into frame: inout Frame) {
    guard let tests = lab.tests else { return }
    let (window, names) = (window(), lab.run.data.classes)
    frame.write(
      "down: the class · across: what is said, after update \(Numeral.grouped(tests.update))", x: area.x,
      y: area.y,
      .heading, limit: area.width)
    let right = area.x + Self.labels
    // How far from the right end of a cell its number ends.
    let gap = cell.width == 5 ? 1 : 3
    for column in 0..<window.columns {
      let name = TextWrap.shortened(names[window.column + column], columns: 4)
      frame.write(name, endingAt: right + (column + 1) * cell.width - gap, y: area.y + 1, .quiet)
    }
    // Mistakes are few: the most frequent one has the full shade.
    let most =
      tests.counts.indices.flatMap { row in
        tests.counts[row].indices.filter { $0 != row }.map { tests.counts[row][$0] }
      }
      .max() ?? 0
    for row in 0..<window.rows {
      let (truth, y) = (window.row + row, area.y + 2 + row * cell.height)
      frame.write(names[truth], x: area.x, y: y + (cell.height - 1) / 2, .quiet, limit: Self.labels - 1)
      let all = tests.counts[truth].reduce(0, +)
      for column in 0..<window.columns {
        let said = window.column + column
        let count = tests.counts[truth][said]
        let share =
          truth == said ? Double(count) / Double(max(1, all)) : -Double(count) / Double(max(1, most))
        let isChosen = lab.viewState.pair == TrainScene.Pair(truth: truth, said: said)
        let style: Style =
          isChosen && lab.isInPicture
          ? Style(.plain, on: .selection, .bold)
          : Style(.plain, on: .signedShade(0.8 * share), isChosen ? .bold : [])
        let place = Rect(x: right + column * cell.width, y: y, width: cell.width, height: cell.height)
        frame.fill(place, style)
        let text = count == 0 ? "·" : count > 9_999 ? "…" : "\(count)"
        let middle = y + (cell.height - 1) / 2
        frame.write(text, endingAt: place.right - gap, y: middle, style)
        if isChosen {
          frame.put("[", x: place.x, y: middle, style)
          frame.put("]", x: place.right - 1, y: middle, style)
        }
      }
    }
  }
}
