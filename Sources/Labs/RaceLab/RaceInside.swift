import Learning
import TerminalUI

/// What the selected racer remembers and how its step comes about, for each parameter; below, its rate on a dial with the
/// limit beyond which it diverges.
struct RaceInside {
  private let moment: RaceMoment
  private let mark: RacerMark
  private let rate: Double
  private let title: String

  init(_ lab: RaceLab) {
    moment = lab.moment
    mark = RacerMark(lab.selected)
    rate = lab.race.runs[lab.selected].racer.rate(after: lab.timeline.position)
    let isAhead = lab.timeline.position == 0
    title =
      "\(lab.current.facts.title), \(isAhead ? "first step, to come" : "step \(lab.moment.number)")"
  }

  func draw(into frame: inout Frame, in area: Rect) {
    guard area.width >= 28, area.height >= 3 else { return }
    frame.put(mark.letter, x: area.x, y: area.y, Style(mark.paint, .bold))
    frame.write(title, x: area.x + 2, y: area.y, .heading, limit: area.width - 2)
    let names = area.width < 38 ? 12 : 14
    let width = min(12, (area.width - names) / 2)
    let x = area.x + names + width
    frame.write("x", endingAt: x, y: area.y + 1, .quiet)
    if moment.rows.contains(where: { $0.y != nil }) {
      frame.write("y", endingAt: x + width, y: area.y + 1, .quiet)
    }
    var y = area.y + 2
    for row in moment.rows where y < area.bottom {
      frame.write(row.name, x: area.x, y: y, .quiet, limit: names)
      frame.write(
        TextWrap.leftPadded(row.x, columns: width - 1), x: x - width + 1, y: y, .plain, limit: width - 1)
      if let text = row.y {
        frame.write(TextWrap.leftPadded(text, columns: width - 1), x: x + 1, y: y, .plain, limit: width - 1)
      }
      y += 1
    }
    guard y + 1 < area.bottom else { return }
    RateDial(rate: rate, limit: moment.limitRate).draw(
      into: &frame, in: Rect(x: area.x, y: y, width: area.width, height: 1))
    let limit = moment.limit.isEmpty ? ["no fixed limit here"] : moment.limit
    let words = limit.flatMap { frame.lines(of: $0, width: area.width) }
    for (row, line) in words.prefix(area.bottom - y - 1).enumerated() {
      frame.write(line, x: area.x, y: y + 1 + row, Style(.hint), limit: area.width)
    }
  }
}

/// A rate on a logarithmic dial from 1e-4 to 10, with the limit of stability where there is one.
struct RateDial {
  let rate: Double
  let limit: Double?

  private func column(of value: Double, columns: Int) -> Int {
    let share = (AxisScale.decimalLogarithm.place(of: max(value, 1e-300)) + 4) / 5
    return Int((min(max(0, share), 1) * Double(columns - 1)).rounded())
  }

  func draw(into frame: inout Frame, in row: Rect) {
    let track = row.splitLeft(row.width - 10).left
    guard track.width >= 10 else { return }
    let stop = limit.map { column(of: $0, columns: track.width) }
    for column in 0..<track.width {
      let isBeyond = stop.map { column > $0 } ?? false
      frame.put(isBeyond ? "░" : "─", x: track.x + column, y: row.y, Style(isBeyond ? .wrong : .border))
    }
    if let stop { frame.put("┃", x: track.x + stop, y: row.y, Style(.wrong, .bold)) }
    frame.put("●", x: track.x + column(of: rate, columns: track.width), y: row.y, .accent)
    frame.write(Numeral.format(rate, digits: 3), endingAt: row.right, y: row.y, Style(.plain, .bold))
  }
}
