import Learning
import TerminalUI

/// The weights of the layer in focus in numbers: a row for each unit, a column for each input, the bias last, shaded by
/// sign and size.
struct WeightTable {
  private let lab: ClassifyLab
  private let layer: ClassifyLayer

  init(_ lab: ClassifyLab) { (self.lab, layer) = (lab, lab.layer) }

  private static let cell = 6
  /// Columns of the units' names.
  private var labels: Int { layer.units > 9 ? 8 : 7 }

  /// The first row and column that are shown, so that the focus is among them, and how many of both.
  private func window(in area: Rect) -> (row: Int, column: Int, rows: Int, columns: Int) {
    let rows = min(layer.units, max(0, area.height - 2))
    let columns = min(layer.columns, max(0, (area.width - labels) / Self.cell))
    let focus = layer.cell(of: lab.viewState.weight)
    let (row, column) = (focus?.unit ?? 0, focus.map { $0.input ?? layer.inputs } ?? 0)
    return (
      max(0, min(row - rows / 2, layer.units - rows)),
      max(0, min(column - columns / 2, layer.columns - columns)),
      rows, columns
    )
  }

  /// The place of the weight at `point`.
  func weight(at point: Point, in area: Rect) -> Int? {
    guard area.contains(point) else { return nil }
    let window = window(in: area)
    let (row, column) = (point.y - area.y - 2, (point.x - area.x - labels) / Self.cell)
    guard (0..<window.rows).contains(row), point.x >= area.x + labels,
      (0..<window.columns).contains(column)
    else { return nil }
    return layer.place(unit: window.row + row, input: window.column + column)
  }

  func draw(into frame: inout Frame, in area: Rect) {
    guard area.width >= labels + Self.cell, area.height >= 3 else { return }
    let window = window(in: area)
    let number = (lab.layers.firstIndex(of: layer) ?? 0) + 1
    let isCut = window.rows < layer.units || window.columns < layer.columns
    frame.write(
      "layer \(number) of \(lab.layers.count): \(layer.units)x\(layer.inputs)\(layer.hasBias ? " and biases" : "")"
        + (isCut ? ", part" : ""),
      x: area.x, y: area.y, lab.isAmongWeights ? Style(.plain, on: .selection, .bold) : .accent,
      limit: area.width)
    for column in 0..<window.columns {
      let name = ClassifyWords.input(window.column + column, of: layer, isFirst: number == 1)
      frame.write(name, endingAt: area.x + labels + (column + 1) * Self.cell, y: area.y + 1, .quiet)
    }
    let parameters = lab.run.trainer.state.parameters
    let largest = layer.places.map { abs(parameters[$0]) }.max() ?? 0
    for row in 0..<window.rows {
      let (unit, y) = (window.row + row, area.y + 2 + row)
      frame.write("unit \(unit + 1)", x: area.x, y: y, .quiet, limit: labels - 1)
      for column in 0..<window.columns {
        let place = layer.place(unit: unit, input: window.column + column)
        draw(
          parameters[place], largest, place, x: area.x + labels + column * Self.cell, y: y, into: &frame)
      }
    }
  }

  private func draw(_ value: Double, _ largest: Double, _ place: Int, x: Int, y: Int, into frame: inout Frame)
  {
    let isFocus = place == lab.viewState.weight
    let shade: Paint = largest > 0 ? .signedShade(value / largest) : .plain
    let style = isFocus ? Style(.plain, on: .selection, .bold) : Style(.plain, on: shade)
    frame.fill(Rect(x: x, y: y, width: Self.cell, height: 1), style)
    frame.write(Self.short(value), endingAt: x + Self.cell, y: y, style)
  }

  /// `value` in so few characters that a blank is left before it: with two digits, with one, or as a power of ten, `-2e-3`.
  private static func short(_ value: Double) -> String {
    let plain = [2, 1].lazy.map { Numeral.format(value, digits: $0) }.first { $0.count < cell }
    guard plain == nil, value.isFinite, value != 0 else { return plain ?? Numeral.format(value, digits: 1) }
    var (digit, power) = (abs(value), 0)
    while digit >= 9.5 { (digit, power) = (digit / 10, power + 1) }
    while digit < 0.95 { (digit, power) = (digit * 10, power - 1) }
    return "\(value < 0 ? "-" : "")\(Numeral.format(digit.rounded()))e\(power)"
  }
}
