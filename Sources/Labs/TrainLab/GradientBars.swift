import Learning
import TerminalUI

/// How large the gradients of each layer's weights are in the next update, on a logarithmic scale.
struct GradientBars {
  private let lab: TrainLab

  init(_ lab: TrainLab) { self.lab = lab }

  /// Decades that a bar spans.
  private static let decades = 8.0

  func draw(into frame: inout Frame, in area: Rect) {
    let all = lab.moment?.gradients ?? []
    guard !all.isEmpty else {
      frame.write(
        "Training has ended, so that no gradient comes back: ← goes back to see them.", x: area.x, y: area.y,
        .quiet,
        limit: area.width)
      return
    }
    let layers = lab.run.trainer.model.layers
    frame.write(
      "∂L/∂w of each layer in the next update (root mean square)", x: area.x, y: area.y,
      .heading, limit: area.width)
    let names = all.map { "\(layers[$0.layer].number) \(layers[$0.layer].layer)" }
    let labels = min(names.map { TextWidth.columns(of: $0) }.max() ?? 0, area.width / 3)
    let texts = 18
    let bars = area.width - labels - texts - 2
    guard bars >= 8 else { return }
    let (left, right) = (area.x + labels + 1, area.x + labels + 1 + bars)
    // Bars end at 10 to whole powers.
    let most = all.map(\.gradient).max() ?? 0
    let top = most > 0 && most.isFinite ? Double.log10(most).rounded(.up) : 0
    // Bars as thick as there is room for, with a row between them.
    let thick = min(4, max(1, (area.height - 3) / all.count - 1))
    let pitch = area.height >= (thick + 1) * all.count + 3 ? thick + 1 : 1
    frame.write("∂L/∂w", x: right + 1, y: area.y + 1, .quiet)
    frame.write("w", x: right + 11, y: area.y + 1, .quiet)
    for (row, size) in all.enumerated() {
      let y = area.y + 2 + row * pitch
      guard y < area.bottom - 1 else { break }
      let middle = y + (thick - 1) / 2
      frame.write(names[row], x: area.x, y: middle, limit: labels)
      let length = size.gradient > 0 ? (Double.log10(size.gradient) - top) / Self.decades + 1 : 0
      let end = Double(left) + max(0, min(1, length)) * Double(bars)
      for y in y..<y + thick { frame.levelBar(from: Double(left), to: end, y: y, Style(.backward)) }
      frame.write(Numeral.format(size.gradient, digits: 2), x: right + 1, y: middle, limit: 9)
      frame.write(Numeral.format(size.weight, digits: 2), x: right + 11, y: middle, .quiet, limit: 7)
    }
    // A row with marks and one with what they stand for; the first is the blank below the last bar where there is one.
    let end = area.y + 2 + all.count * pitch
    let labelRow = min(pitch > 1 ? end : end + 1, area.bottom - 1)
    drawScale(
      top, into: &frame, left, bars, y: labelRow,
      hasMarks: labelRow > area.y + 2 + (all.count - 1) * pitch + thick)
  }

  /// Marks two decades apart, each with its power of ten below it.
  private func drawScale(
    _ top: Double, into frame: inout Frame, _ left: Int, _ bars: Int, y: Int, hasMarks: Bool
  ) {
    if hasMarks { frame.horizontalLine(x: left, y: y - 1, length: bars) }
    var free = 0
    for decade in stride(from: 0, through: Int(Self.decades), by: 2) {
      let text = "10^\(Int(top) - Int(Self.decades) + decade)"
      let x = left + decade * bars / Int(Self.decades)
      if hasMarks { frame.put("┴", x: x, y: y - 1, Style(.border)) }
      let start = x - text.count / 2
      guard start >= free else { continue }
      frame.write(text, x: start, y: y, .quiet)
      free = start + text.count + 1
    }
  }
}
