import Learning
import TerminalUI

/// One digit on its way through the layers: the digit, a map with the cell that is looked at, the window that made it, the
/// scores, all layers and all maps.
struct InsideView {
  private let lab: TrainLab
  private let layout: InsideLayout

  init(_ lab: TrainLab) { (self.lab, layout) = (lab, InsideLayout(lab)) }

  func draw(into frame: inout Frame) {
    guard let path = lab.moment?.path else { return }
    drawDigit(into: &frame)
    drawMap(path, into: &frame)
    if let making = lab.making { WindowNumbers(making, lab).draw(into: &frame, in: layout.window) }
    drawScores(path, into: &frame)
    drawChain(into: &frame)
    for row in layout.rows { draw(row, path, into: &frame) }
  }

  private func drawDigit(into frame: inout Frame) {
    let (label, room) = layout.digit.splitTop(1)
    frame.write(
      "\(lab.run.noun) \(Numeral.grouped(lab.viewState.digit + 1)): \(lab.run.isOfDigits ? "a " : "")\(className)",
      x: label.x, y: label.y, .quiet,
      limit: label.width)
    let shape = lab.run.data.shape
    let plane = Array(
      lab.run.shown[lab.viewState.digit].prefix(shape.drawnExtent.height * shape.drawnExtent.width))
    let digit = CellMap(NumberTile(plane, shape.drawnExtent, .positive(upTo: 1)), focus: nil, in: room)
    guard digit.isWhole else {
      return NumberTile(plane, shape.drawnExtent, .positive(upTo: 1)).draw(into: &frame, in: room)
    }
    let field = lab.run.trainer.model.field(of: lab.cell, layer: lab.layer)
    digit.draw(into: &frame) { cell in
      field.map { $0.rows.contains(cell.row) && $0.columns.contains(cell.column) } ?? false
    }
  }

  private var className: String { lab.run.data.classes[lab.run.shown.classes[lab.viewState.digit]] }

  private func drawMap(_ path: NetworkPath, into frame: inout Frame) {
    let label = layout.map.splitTop(1).top
    let layer = lab.run.trainer.model.layers[lab.layer]
    let name: String =
      switch layer.output {
      case .maps(_, let count): "map \(lab.map + 1) of \(count)"
      case .vector(let count): "number \(lab.map + 1) of \(count)"
      }
    frame.write(
      name, x: label.x, y: label.y, lab.isInPicture ? Style(.plain, on: .selection, .bold) : .accent,
      limit: label.width)
    // The last numbers say what is asked for.
    if lab.isGuessing, case .vector = layer.output { return }
    layout.cells?.draw(into: &frame)
  }

  private func drawScores(_ path: NetworkPath, into frame: inout Frame) {
    let (label, room) = layout.scores.splitTop(1)
    let names = lab.run.data.classes
    let truth = lab.run.shown.classes[lab.viewState.digit]
    let verdict = path.said == truth ? "right" : "wrong"
    frame.write(
      lab.isGuessing ? "says ?" : "says \(names[path.said]), \(verdict)", x: label.x, y: label.y, .quiet,
      limit: label.width)
    guard !lab.isGuessing else { return }
    let bars = names.indices.prefix(room.height).map { number in
      Bar(
        (number == truth ? "›" : " ") + TextWrap.shortened(names[number], columns: 4),
        value: path.probabilities[number],
        text: Numeral.format((path.probabilities[number] * 1_000).rounded() / 1_000, digits: 3),
        paint: number == truth ? .right : number == path.said ? .wrong : .quiet)
    }
    BarChart(Array(bars), range: 0...1).draw(into: &frame, in: room)
  }

  private func drawChain(into frame: inout Frame) {
    let last = lab.run.trainer.model.layers.count - 1
    for link in layout.links {
      frame.write(link.text, x: link.x, y: layout.chain.y, link.layer == lab.layer ? .accent : .quiet)
      let end = link.x + TextWidth.columns(of: link.text)
      if link.layer < last, end + 1 < layout.chain.right {
        frame.put("›", x: end + 1, y: layout.chain.y, .quiet)
      }
    }
  }

  private func draw(_ row: InsideLayout.Row, _ path: NetworkPath, into frame: inout Frame) {
    let layer = lab.run.trainer.model.layers[row.layer]
    let (numbers, isLookedAt) = (path.outputs[row.layer], row.layer == lab.layer)
    if let label = row.label {
      frame.write(
        "\(layer.number) \(layer.layer): \(Self.words(layer.output))", x: label.x, y: label.y,
        isLookedAt ? .accent : .quiet, limit: label.width)
    }
    // The last numbers say what is asked for.
    if lab.isGuessing, case .vector = layer.output { return }
    let shading = NumberTile.Shading.suiting(numbers)
    for tile in row.tiles {
      let isFocus = isLookedAt && tile.map == lab.map
      let part: (numbers: ArraySlice<Double>, extent: Extent)
      switch layer.output {
      case .maps(let extent, _):
        let size = extent.height * extent.width
        part = (numbers[(tile.map * size)..<((tile.map + 1) * size)], extent)
        if row.label == nil {
          frame.write(
            "\(tile.map + 1)\(isFocus ? "‹" : "")", x: tile.place.x, y: tile.place.y - 1,
            isFocus ? .accent : .quiet, limit: tile.place.width + 1)
        } else if isFocus {
          frame.put("‹", x: tile.place.right, y: tile.place.y, .accent)
        }
      case .vector(let count): part = (numbers[...], Extent(height: 1, width: count))
      }
      NumberTile(part.numbers, part.extent, shading).draw(into: &frame, in: tile.place)
    }
  }

  /// `8 maps of 4x4`, `64 numbers`
  private static func words(_ output: Volume) -> String {
    switch output {
    case .maps(let extent, let count): "\(Plural.count(count, "map")) of \(extent.product)"
    case .vector(let count): Plural.count(count, "number")
    }
  }
}

/// The window of the cell that is looked at and the weights that it meets, in numbers, as many channels as have room; the
/// products of a unit, the largest first.
private struct WindowNumbers {
  private let making: CellMaking
  private let lab: TrainLab

  init(_ making: CellMaking, _ lab: TrainLab) { (self.making, self.lab) = (making, lab) }

  func draw(into frame: inout Frame, in area: Rect) {
    guard area.width >= 12, area.height >= 4 else { return }
    switch making.work {
    case .convolution(let windows, _): draw(windows, into: &frame, in: area)
    case .sum(let terms, _): draw(terms, into: &frame, in: area)
    case .pooling(_, let numbers):
      guard let extent = lab.run.trainer.model.layers[making.layer].geometry?.kernel else { return }
      frame.write("its window", x: area.x, y: area.y, .quiet, limit: area.width)
      draw(numbers, extent, into: &frame, in: area.splitTop(1).rest)
    case .globalPooling, .normalisation, .activation, .softmax, .copy: break
    }
  }

  private func draw(_ windows: [CellMaking.Window], into frame: inout Frame, in area: Rect) {
    guard let kernel = lab.run.trainer.model.layers[making.layer].geometry?.kernel else { return }
    // Those that add most come first.
    let sorted = windows.sorted { abs($0.sum) > abs($1.sum) }
    let width = (area.width - 2 * Self.sign) / 3
    if width >= Self.narrowest * kernel.width {
      return drawProducts(sorted, kernel, width: min(width, 8 * kernel.width), into: &frame, in: area)
    }
    let rows = kernel.height + 1
    let perColumn = max(1, (area.height + 1) / (2 * rows + 1))
    let pair = min(area.width, 8 * kernel.width)
    let columns = max(1, (area.width + 3) / (pair + 3))
    for (index, window) in sorted.prefix(perColumn * columns).enumerated() {
      let (x, y) = (area.x + index / perColumn * (pair + 3), area.y + index % perColumn * (2 * rows + 1))
      guard y + 2 * rows <= area.bottom else { continue }
      frame.write(name(of: window, windows), x: x, y: y, .quiet, limit: pair)
      draw(window.shown, kernel, into: &frame, in: Rect(x: x, y: y + 1, width: pair, height: kernel.height))
      frame.write("times kernel", x: x, y: y + rows, .quiet, limit: pair)
      draw(
        window.weights, kernel, into: &frame,
        in: Rect(x: x, y: y + rows + 1, width: pair, height: kernel.height))
    }
  }

  /// The columns of a sign between two grids, and of a number at least.
  private static let sign = 3
  private static let narrowest = 6

  private func name(of window: CellMaking.Window, _ all: [CellMaking.Window]) -> String {
    all.count == 1 ? "window" : "window, channel \(window.channel + 1)"
  }

  /// Each window beside its kernel and their products, as many as have room.
  private func drawProducts(
    _ windows: [CellMaking.Window], _ kernel: Extent, width: Int, into frame: inout Frame, in area: Rect
  ) {
    let rows = kernel.height + 2
    for (index, window) in windows.prefix((area.height + 1) / rows).enumerated() {
      let y = area.y + index * rows
      let grids = [
        (name(of: window, windows), window.shown), ("kernel", window.weights.map(Optional.some)),
        (
          "products, sum \(TrainWords.format(window.sum))",
          zip(window.numbers, window.weights).map { $0 * $1 }
        ),
      ]
      for (place, grid) in grids.enumerated() {
        let x = area.x + place * (width + Self.sign)
        frame.write(grid.0, x: x, y: y, .quiet, limit: width)
        draw(grid.1, kernel, into: &frame, in: Rect(x: x, y: y + 1, width: width, height: kernel.height))
        if place > 0 {
          frame.put(place == 1 ? "·" : "=", x: x - 2, y: y + 1 + (kernel.height - 1) / 2, .quiet)
        }
      }
    }
  }

  /// Numbers in columns; shades where they have no room. Padding is a dot.
  private func draw(_ numbers: [Double?], _ extent: Extent, into frame: inout Frame, in area: Rect) {
    let width = min(8, area.width / max(1, extent.width))
    guard width >= 5, extent.height <= area.height else {
      let plain = numbers.map { $0 ?? 0 }
      let size = NumberTile.Scale.fitting(extent, in: area.size).size(of: extent)
      return NumberTile(plain, extent, .suiting(plain)).draw(
        into: &frame,
        in: Rect(
          x: area.x, y: area.y, width: min(size.width, area.width), height: min(size.height, area.height)))
    }
    let most = numbers.reduce(0) { max($0, abs($1 ?? 0)) }
    for (index, number) in numbers.enumerated() {
      let (x, y) = (area.x + index % extent.width * width, area.y + index / extent.width)
      let style = Style(.plain, on: most > 0 ? .signedShade((number ?? 0) / most) : .plain)
      frame.fill(Rect(x: x, y: y, width: width, height: 1), style)
      guard let number else {
        frame.write("·", endingAt: x + width, y: y, Style(.padding, on: style.background))
        continue
      }
      var text = Numeral.format(number, digits: 2)
      if text.count >= width { text = Numeral.format(number, digits: 1) }
      if text.count <= width { frame.write(text, endingAt: x + width, y: y, style) }
    }
  }

  private func draw(_ terms: [CellMaking.Term], into frame: inout Frame, in area: Rect) {
    frame.write("largest products", x: area.x, y: area.y, .quiet, limit: area.width)
    let (rows, width) = (area.height - 1, min(area.width, 26))
    let sorted = terms.filter { $0.product != 0 }.sorted { abs($0.product) > abs($1.product) }
    for (index, term) in sorted.prefix(rows * max(1, area.width / width)).enumerated() {
      let (column, row) = index.quotientAndRemainder(dividingBy: rows)
      frame.write(
        "\(term.input + 1): \(TrainWords.product(term.number, term.weight))", x: area.x + column * width,
        y: area.y + 1 + row, limit: width)
    }
  }
}

extension CellMaking.Window {
  /// Its numbers; `nil` for padding.
  fileprivate var shown: [Double?] { zip(numbers, isPadding).map { $1 ? nil : $0 } }
}

extension TrainLab {
  /// How the cell that is looked at came about.
  var making: CellMaking? {
    guard let path = moment?.path else { return nil }
    return run.trainer.model.making(
      of: cell, map: map, layer: layer, path: path, weights: NetworkWeights(of: run.trainer))
  }
}

extension ShapedNetwork {
  /// The part of the input that a cell of a layer sees; `nil` where that is all of it, or the input is a vector.
  func field(of cell: Position, layer index: Int) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>)? {
    var (rows, columns) = (cell.row...cell.row, cell.column...cell.column)
    for layer in layers[...index].reversed() {
      guard case .maps = layer.output, case .maps = layer.input else { return nil }
      switch layer.layer {
      case .convolution, .depthwise, .pooling:
        guard let geometry = layer.geometry else { return nil }
        rows = geometry.rows.reach(of: rows)
        columns = geometry.columns.reach(of: columns)
      case .globalPooling, .dense, .flatten: return nil
      case .batchNormalisation, .dropout, .activation: break
      }
    }
    return (rows, columns)
  }
}

extension ConvolutionAxis {
  /// The cells that windows see, as far as they lie in the input.
  fileprivate func reach(of outputs: ClosedRange<Int>) -> ClosedRange<Int> {
    let first = min(max(0, start(of: outputs.lowerBound)), input - 1)
    let last = min(max(0, start(of: outputs.upperBound) + span - 1), input - 1)
    return first...max(first, last)
  }
}
