import Learning
import TerminalUI

/// Who is where: one row for each racer, in their own order, with the place in the race.
struct RaceTable {
  private let race: Race
  private let selected: Int
  private let hasMinima: Bool
  private let labels: RacerLabels

  init(_ lab: RaceLab) {
    race = lab.race
    selected = lab.selected
    labels = lab.labels
    hasMinima = !lab.setup.surface.minima.isEmpty
  }

  /// The racer whose row is at `point`.
  func racer(at point: Point, in area: Rect) -> Int? {
    guard area.contains(point) else { return nil }
    let row = point.y - area.y - 1 + first(in: area)
    return row >= first(in: area) && row < race.runs.count ? row : nil
  }

  /// The first racer shown, so that the selected one is among them.
  private func first(in area: Rect) -> Int {
    let rows = max(1, area.height - 1)
    return max(0, min(selected - rows + 1, race.runs.count - rows))
  }

  /// Draws heading and rows; wide areas have more columns.
  func draw(into frame: inout Frame, in area: Rect) {
    guard area.width >= 24, area.height >= 2 else { return }
    let columns = Columns(area: area, names: labels.columns, hasDistance: hasMinima)
    frame.write("racer", x: area.x + 4, y: area.y, .quiet)
    if let rate = columns.rate { frame.write("rate", endingAt: rate, y: area.y, .quiet) }
    frame.write("f", endingAt: columns.value, y: area.y, .quiet)
    if let gradient = columns.gradient { frame.write("|∇f|", endingAt: gradient, y: area.y, .quiet) }
    if let distance = columns.distance { frame.write("dist", endingAt: distance, y: area.y, .quiet) }
    frame.write("place", endingAt: area.right, y: area.y, .quiet)
    let places = race.places
    let first = first(in: area)
    for (row, number) in (first..<race.runs.count).prefix(area.height - 1).enumerated() {
      draw(number, place: places[number], into: &frame, in: area, y: area.y + 1 + row, columns)
    }
    drawLegend(into: &frame, in: area)
  }

  private func draw(
    _ number: Int, place: Int, into frame: inout Frame, in area: Rect, y: Int, _ columns: Columns
  ) {
    let run = race.runs[number]
    let mark = RacerMark(number)
    let isSelected = number == selected
    let background: Paint = isSelected ? .selection : .plain
    if isSelected {
      frame.fill(Rect(x: area.x, y: y, width: area.width, height: 1), Style(.plain, on: background))
    }
    let text = Style(.plain, on: background, isSelected ? .bold : [])
    frame.put(mark.letter, x: area.x, y: y, Style(mark.paint, on: background, .bold))
    frame.put(mark.shape, x: area.x + 2, y: y, Style(mark.paint, on: background))
    frame.write(labels.text(number, columns: columns.nameWidth), x: area.x + 4, y: y, text)
    if let rate = columns.rate {
      frame.write(Numeral.format(run.racer.rate(after: race.position), digits: 3), endingAt: rate, y: y, text)
    }
    if case .diverged(let step) = run.status {
      let note = "DIVERGED at \(step)"
      frame.write(
        note, endingAt: area.right, y: y, Style(.wrong, on: background, .bold))
      return
    }
    frame.write(Numeral.format(run.state.value, digits: 3), endingAt: columns.value, y: y, text)
    if let gradient = columns.gradient {
      frame.write(Numeral.format(run.state.gradientNorm, digits: 2), endingAt: gradient, y: y, text)
    }
    if let distance = columns.distance, let value = run.distance {
      frame.write(Numeral.format(value, digits: 2), endingAt: distance, y: y, text)
    }
    // Nobody is ahead before the first step.
    let shown = race.position == 0 ? "-" : "\(place)"
    frame.write(run.hasArrived ? "✓\(shown)" : shown, endingAt: area.right, y: y, text)
  }

  /// What the check mark stands for, below the rows where there is one more.
  private func drawLegend(into frame: inout Frame, in area: Rect) {
    let y = area.y + 1 + race.runs.count
    guard hasMinima, y < area.bottom else { return }
    let distance = Numeral.format(Surface.arrivalDistance)
    let texts = [
      "✓ arrived: nearer than \(distance) to the lowest minimum", "✓ within \(distance) of lowest minimum",
    ]
    guard let text = texts.first(where: { TextWidth.columns(of: $0) <= area.width }) else { return }
    frame.write(text, x: area.x, y: y, .quiet)
  }

  /// Where the columns end.
  private struct Columns {
    let nameWidth: Int
    let rate, gradient, distance: Int?
    let value: Int

    /// The columns that there is room for beside names `names` columns wide.
    init(area: Rect, names: Int, hasDistance: Bool) {
      // Marks, place and f are always there.
      var room = area.width >= 46 ? area.width - 20 - names : 0
      func takes(_ columns: Int) -> Bool {
        guard room >= columns else { return false }
        room -= columns
        return true
      }
      let (hasRate, hasGradient) = (takes(7), takes(9))
      var right = area.right - 6
      distance = hasDistance && takes(8) ? right : nil
      if distance != nil { right -= 8 }
      gradient = hasGradient ? right : nil
      if hasGradient { right -= 9 }
      value = right
      right -= 10
      rate = hasRate ? right : nil
      if hasRate { right -= 7 }
      nameWidth = max(4, right - area.x - 4)
    }
  }
}
