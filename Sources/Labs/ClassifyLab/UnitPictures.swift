import Learning
import TerminalUI

/// Every unit as a small picture of what it answers over the plane, layer by layer, with lines for the weights between them.
struct UnitPictures {
  private let lab: ClassifyLab
  private let layers: [ClassifyLayer]

  init(_ lab: ClassifyLab) { (self.lab, layers) = (lab, lab.layers) }

  /// The most rows of one picture, with the row that parts it from the next.
  private static let mostRows = 3

  /// Where the pictures of one layer stand.
  private struct Column {
    let x, width, rows, shown, top: Int
    /// Whether they stand in two ranks, every other one in the second: where a row is all there is for each, those above one
    /// another would run into one.
    let isStaggered: Bool

    func picture(_ unit: Int) -> Rect {
      let place = Rect(x: x, y: top + unit * rows, width: width, height: rows)
      guard isStaggered else { return place }
      let half = place.splitLeft((width - 1) / 2)
      return unit.isMultiple(of: 2) ? half.left : half.rest.splitLeft(half.rest.width - half.left.width).rest
    }

    func middle(_ unit: Int) -> Double { Double(top + unit * rows) + Double(rows > 1 ? rows - 1 : 1) / 2 }
  }

  /// The inputs stand in a first column of their own.
  private func columns(in area: Rect) -> [Column] {
    let counts = [2] + layers.map(\.units)
    let pitch = area.width / counts.count
    guard pitch >= 5, area.height >= 4 else { return [] }
    let height = area.height - 1
    let isCrowded = counts.contains { $0 > height / 2 }
    let width = min(isCrowded ? 15 : 10, pitch * (isCrowded ? 7 : 6) / 10)
    return counts.enumerated().map { index, count in
      let rows = min(Self.mostRows, max(1, height / count))
      let shown = min(count, height / rows)
      let x = area.x + index * (area.width - width) / (counts.count - 1)
      return Column(
        x: x, width: width, rows: rows, shown: shown, top: area.y + 1 + (height - shown * rows) / 2,
        isStaggered: rows == 1 && width >= 5)
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
    for index in layers.indices where index != focus {
      drawWeights(of: index, isFocus: false, between: columns[index], and: columns[index + 1], into: &frame)
    }
    drawWeights(of: focus, isFocus: true, between: columns[focus], and: columns[focus + 1], into: &frame)
    for (input, name) in ["x", "y"].enumerated() {
      frame.write(name, x: columns[0].x + columns[0].width - 2, y: Int(columns[0].middle(input)), .plain)
    }
    drawNames(of: columns, focus: focus, into: &frame, in: area)
    for (index, column) in columns.dropFirst().enumerated() {
      for unit in 0..<column.shown { draw(unit, of: index, column.picture(unit), into: &frame) }
    }
  }

  /// What each column is, and how many of its units have no room; where the words do not fit, the number alone.
  private func drawNames(of columns: [Column], focus: Int, into frame: inout Frame, in area: Rect) {
    let names = layers.enumerated().map { index, layer in
      index == layers.count - 1 ? "scores" : layer.activation.map { "\($0)".lowercased() } ?? "FC"
    }
    var end = area.right + 1
    for (index, column) in columns.enumerated().reversed() {
      let name = index == 0 ? "inputs" : names[index - 1]
      let hidden = index == 0 ? 0 : layers[index - 1].units - column.shown
      let labels = hidden > 0 ? ["\(name) +\(hidden)", "+\(hidden)"] : [name, String(name.prefix(2))]
      let isLast = index == columns.count - 1
      let room = isLast ? area.width : end - 1 - column.x
      guard let label = labels.first(where: { TextWidth.columns(of: $0) <= room }) else { continue }
      let x = isLast ? min(column.x, area.right - TextWidth.columns(of: label)) : column.x
      frame.write(label, x: x, y: area.y, index == focus + 1 ? .accent : .quiet)
      end = x
    }
  }

  private func draw(_ unit: Int, of index: Int, _ place: Rect, into frame: inout Frame) {
    guard index < lab.moment.units.count, unit < lab.moment.units[index].count else { return }
    let picture = lab.moment.units[index][unit]
    // A row is left between pictures where there is room for it.
    let rows = place.height > 1 ? place.height - 1 : 1
    picture.response.draw(into: &frame, in: place.splitTop(rows).top, isFine: true)
    guard let trouble = picture.trouble else { return }
    let word = trouble == .dead ? "dead" : "sat."
    frame.write(word, x: place.x, y: place.y, Style(.wrong, .bold), limit: place.width)
  }

  /// Lines from the units before to those of the layer: warm and solid for weights above 0, cold and dashed below. Of the
  /// layer in focus smaller weights are drawn too, larger ones thicker, and the weight in focus stands out. The largest
  /// weight of each unit and each input is drawn however small it is, so that none looks unconnected.
  private func drawWeights(
    of index: Int, isFocus: Bool, between left: Column, and right: Column, into frame: inout Frame
  ) {
    let layer = layers[index]
    let top = min(left.top, right.top)
    let bottom = max(left.top + left.shown * left.rows, right.top + right.shown * right.rows)
    let place = Rect(x: left.x, y: top, width: right.x + right.width - left.x, height: bottom - top)
    guard right.x - left.x - left.width >= 2,
      let view = Viewport(
        minX: Double(place.x), maxX: Double(place.right), minY: Double(-bottom), maxY: Double(-top))
    else { return }
    let parameters = lab.run.trainer.state.parameters
    let weights = layer.places.prefix(layer.units * layer.inputs)
    let largest = weights.map { abs(parameters[$0]) }.max() ?? 0
    guard largest > 0, largest.isFinite else { return }
    var canvas = BrailleCanvas(size: place.size, viewport: view, look: frame.look)
    func line(_ weight: Int, _ pen: Pen) {
      guard let cell = layer.cell(of: weight), let input = cell.input, input < left.shown,
        cell.unit < right.shown
      else { return }
      canvas.line(
        fromX: Double(left.picture(input).right), y: -left.middle(input),
        toX: Double(right.picture(cell.unit).x), y: -right.middle(cell.unit), pen)
    }
    let kept = kept(of: layer, parameters, between: left, and: right)
    for weight in weights where weight != lab.viewState.weight {
      let share = abs(parameters[weight]) / largest
      guard share > (isFocus ? 0.25 : 0.5) || kept.contains(weight) else { continue }
      let isPositive = parameters[weight] > 0
      line(
        weight,
        Pen(
          isPositive ? .positive : .negative, thickness: isFocus && share > 0.7 ? 2 : 1,
          dash: isPositive ? nil : .dashed))
    }
    if isFocus { line(lab.viewState.weight, Pen(.accent, thickness: 2)) }
    canvas.draw(into: &frame, at: Point(x: place.x, y: place.y))
  }

  /// The largest weight of each unit and of each input, among those whose pictures are seen; none that is 0.
  private func kept(
    of layer: ClassifyLayer, _ parameters: [Double], between left: Column, and right: Column
  ) -> Set<Int> {
    func largest(_ weights: [Int]) -> Int? {
      weights.filter { parameters[$0] != 0 }.max { abs(parameters[$0]) < abs(parameters[$1]) }
    }
    let (units, inputs) = (0..<right.shown, 0..<left.shown)
    let ofUnits = units.compactMap { unit in largest(inputs.map { layer.place(unit: unit, input: $0) }) }
    let ofInputs = inputs.compactMap { input in largest(units.map { layer.place(unit: $0, input: input) }) }
    return Set(ofUnits + ofInputs)
  }
}
