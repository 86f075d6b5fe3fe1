import Learning
import TerminalUI

/// Every unit as a small picture of what it answers over the plane, layer by layer, with lines for the weights into the
/// layer in focus.
struct UnitPictures {
  private let lab: ClassifyLab
  private let layers: [ClassifyLayer]

  init(_ lab: ClassifyLab) { (self.lab, layers) = (lab, lab.layers) }

  /// The most rows of one picture.
  private static let mostRows = 3

  /// Where the pictures of one layer stand.
  private struct Column {
    let x, width, rows, shown, top: Int

    func picture(_ unit: Int) -> Rect { Rect(x: x, y: top + unit * rows, width: width, height: rows) }
    func middle(_ unit: Int) -> Double { Double(top + unit * rows) + Double(rows) / 2 }
  }

  /// The inputs stand in a first column of their own.
  private func columns(in area: Rect) -> [Column] {
    let counts = [2] + layers.map(\.units)
    let pitch = area.width / counts.count
    guard pitch >= 5, area.height >= 4 else { return [] }
    let width = min(10, pitch * 3 / 5)
    let tallest = max(1, counts.max() ?? 1)
    let rows = min(Self.mostRows, max(1, (area.height - 1) / tallest))
    return counts.enumerated().map { index, count in
      let shown = min(count, (area.height - 1) / rows)
      let x = counts.count == 1 ? area.x : area.x + index * (area.width - width) / (counts.count - 1)
      return Column(
        x: x, width: width, rows: rows, shown: shown,
        top: area.y + 1 + (area.height - 1 - shown * rows) / 2)
    }
  }

  /// The unit whose picture is at `point`.
  func unit(at point: Point, in area: Rect) -> (layer: Int, unit: Int)? {
    for (index, column) in columns(in: area).dropFirst().enumerated() {
      for unit in 0..<column.shown where column.picture(unit).contains(point) { return (index, unit) }
    }
    return nil
  }

  func draw(into frame: inout Frame, in area: Rect) {
    let columns = columns(in: area)
    guard !columns.isEmpty else { return }
    let focus = layers.firstIndex(of: lab.layer) ?? 0
    drawWeights(of: focus, between: columns[focus], and: columns[focus + 1], into: &frame, in: area)
    let first = columns[0]
    for (input, name) in ["x", "y"].enumerated() {
      frame.write(name, x: first.x + first.width - 2, y: Int(first.middle(input)), .plain)
    }
    frame.write("inputs", x: area.x, y: area.y, .quiet, limit: first.width + 1)
    for (index, column) in columns.dropFirst().enumerated() {
      let isScores = index == layers.count - 1
      let name = isScores ? "scores" : layers[index].activation.map { "\($0)".lowercased() } ?? "FC"
      let hidden = layers[index].units - column.shown
      let label = hidden > 0 ? "\(name) +\(hidden)" : name
      let x = min(column.x, area.right - TextWidth.columns(of: label))
      frame.write(label, x: x, y: area.y, index == focus ? .accent : .quiet, limit: area.right - x)
      for unit in 0..<column.shown { draw(unit, of: index, column.picture(unit), into: &frame) }
    }
  }

  private func draw(_ unit: Int, of index: Int, _ place: Rect, into frame: inout Frame) {
    guard index < lab.sight.units.count, unit < lab.sight.units[index].count else { return }
    let picture = lab.sight.units[index][unit]
    // A row is left between pictures where there is room for it.
    let rows = place.height > 1 ? place.height - 1 : 1
    picture.response.draw(into: &frame, in: place.splitTop(rows).top, isFine: true)
    guard let trouble = picture.trouble else { return }
    let word = trouble == .dead ? "dead" : "sat."
    frame.write(word, x: place.x, y: place.y, Style(.wrong, .bold), limit: place.width)
  }

  /// Lines from the units before to those of the layer: warm and solid for weights above 0, cold and dashed below, thicker
  /// for larger ones; the weight in focus stands out.
  private func drawWeights(
    of index: Int, between left: Column, and right: Column, into frame: inout Frame, in area: Rect
  ) {
    let layer = layers[index]
    let gap = Rect(
      x: left.x + left.width, y: area.y, width: right.x - left.x - left.width, height: area.height)
    guard gap.width >= 2,
      let view = Viewport(minX: 0, maxX: 1, minY: Double(-area.bottom), maxY: Double(-area.y))
    else { return }
    let parameters = lab.run.trainer.state.parameters
    let weights = layer.places.prefix(layer.units * layer.inputs)
    let largest = weights.map { abs(parameters[$0]) }.max() ?? 0
    guard largest > 0, largest.isFinite else { return }
    var canvas = BrailleCanvas(size: gap.size, viewport: view, look: frame.look)
    func line(_ place: Int, _ pen: Pen) {
      guard let cell = layer.cell(of: place), let input = cell.input, input < left.shown,
        cell.unit < right.shown
      else { return }
      canvas.line(fromX: 0, y: -left.middle(input), toX: 1, y: -right.middle(cell.unit), pen)
    }
    for place in weights where place != lab.settings.weight {
      let share = abs(parameters[place]) / largest
      guard share > 0.25 else { continue }
      let isPositive = parameters[place] > 0
      line(
        place,
        Pen(
          isPositive ? .positive : .negative, thickness: share > 0.7 ? 2 : 1, dash: isPositive ? nil : .dashed
        ))
    }
    line(lab.settings.weight, Pen(.accent, thickness: 2))
    canvas.draw(into: &frame, at: Point(x: gap.x, y: gap.y))
  }
}
