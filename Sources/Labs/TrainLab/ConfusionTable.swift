import Learning
import TerminalUI

/// Which class is taken for which: a row for each true class, a column for each answer.
struct ConfusionTable {
  private let lab: TrainLab
  private let area: Rect

  /// The rows of a cell: two where all classes have them.
  private let pitch: Int

  init(_ lab: TrainLab, in area: Rect) {
    (self.lab, self.area) = (lab, area)
    pitch = area.height >= 2 * lab.run.data.classes.count + 2 ? 2 : 1
  }

  private static let labels = 6
  private static let column = 5

  /// The columns that the table takes, with a gap behind.
  static func width(classes: Int) -> Int { labels + classes * column + 3 }

  /// The first class that is seen along each axis, and how many, so that the chosen cell is among them.
  private func window() -> (row: Int, column: Int, rows: Int, columns: Int) {
    let classes = lab.run.data.classes.count
    let rows = min(classes, max(0, (area.height - 2) / pitch))
    let columns = min(classes, max(0, (area.width - Self.labels) / Self.column))
    let pair = lab.settings.pair
    return (
      max(0, min(pair.truth - rows / 2, classes - rows)),
      max(0, min(pair.said - columns / 2, classes - columns)), rows,
      columns
    )
  }

  /// The cell at `point`.
  func pair(at point: Point) -> TrainScene.Pair? {
    let window = window()
    let (row, x) = ((point.y - area.y - 2) / pitch, point.x - area.x - Self.labels)
    guard x >= 0, point.y >= area.y + 2, (0..<window.rows).contains(row), x / Self.column < window.columns
    else { return nil }
    return TrainScene.Pair(truth: window.row + row, said: window.column + x / Self.column)
  }

  func draw(into frame: inout Frame) {
    guard let tests = lab.moment.tests else { return }
    let (window, names) = (window(), lab.run.data.classes)
    frame.write(
      "down: the class · across: what is said, after update \(Numeral.grouped(tests.update))", x: area.x,
      y: area.y,
      .heading, limit: area.width)
    let right = area.x + Self.labels
    for column in 0..<window.columns {
      let name = names[window.column + column].prefix(4)
      frame.write(String(name), endingAt: right + (column + 1) * Self.column - 1, y: area.y + 1, .quiet)
    }
    // Mistakes are few: the most frequent one has the full shade.
    let most =
      tests.counts.indices.flatMap { row in
        tests.counts[row].indices.filter { $0 != row }.map { tests.counts[row][$0] }
      }
      .max() ?? 0
    for row in 0..<window.rows {
      let (truth, y) = (window.row + row, area.y + 2 + row * pitch)
      frame.write(names[truth], x: area.x, y: y, .quiet, limit: Self.labels - 1)
      let all = tests.counts[truth].reduce(0, +)
      for column in 0..<window.columns {
        let said = window.column + column
        let count = tests.counts[truth][said]
        let share =
          truth == said ? Double(count) / Double(max(1, all)) : -Double(count) / Double(max(1, most))
        let isChosen = lab.settings.pair == TrainScene.Pair(truth: truth, said: said)
        let style: Style =
          isChosen && lab.isInPicture
          ? Style(.plain, on: .selection, .bold)
          : Style(.plain, on: .signedShade(0.8 * share), isChosen ? .bold : [])
        let place = Rect(x: right + column * Self.column, y: y, width: Self.column, height: pitch)
        frame.fill(place, style)
        let text = count == 0 ? "·" : count > 9_999 ? "…" : "\(count)"
        frame.write(text, endingAt: place.right - 1, y: y, style)
        if isChosen {
          frame.put("[", x: place.x, y: y, style)
          frame.put("]", x: place.right - 1, y: y, style)
        }
      }
    }
  }
}
