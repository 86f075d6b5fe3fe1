import Learning
import TerminalUI

/// Where a digit, the map that is looked at, its window, the scores, the layers and all maps of one layer stand: made alike
/// for drawing and for the mouse.
struct InsideLayout {
  /// What a click means.
  enum Place: Equatable {
    case layer(Int), map(Int), cell(Position)
  }

  /// The digit, the map, the window with its kernel, and the scores; each with a label above.
  let digit, map, window, scores: Rect
  /// The names of all layers in a row.
  let chain: Rect
  /// All maps of the layer, with their numbers above.
  let strip: Rect
  private let lab: TrainLab

  init(_ lab: TrainLab) {
    self.lab = lab
    let body = lab.chromeLayout.body
    let (columns, gap) = (body.width >= 70 ? 18 : 14, 2)
    scores = body.splitLeft(body.width - columns).rest
    let main = body.splitLeft(body.width - columns - gap).left
    // The maps of the layer take six rows or seven, where there are so many.
    let isTall = body.height >= 15
    let isAiry = body.height >= 18
    let (upper, lower) = main.splitTop(body.height - (isAiry ? 7 : isTall ? 6 : 1))
    // A cell is about twice as high as wide; the window takes what is left, and some of it for sure where there is room.
    let kept = main.width >= 58 ? 20 + gap : 0
    let side = max(8, min(2 * (upper.height - 1), (main.width - kept - gap) / 2))
    let (first, behind) = upper.splitLeft(side)
    digit = first
    let (second, last) = behind.splitLeft(gap).rest.splitLeft(side)
    map = second
    let free = last.splitLeft(gap).rest
    window = free.width >= 16 ? free : Rect(x: free.x, y: free.y, width: 0, height: 0)
    let (row, below) = lower.splitTop(1)
    chain = row
    strip = below.splitTop(isAiry ? 1 : 0).rest
  }

  // MARK: Layers

  /// Each layer's name with its place in the row, so that the one looked at is seen.
  var links: [(layer: Int, text: String, x: Int)] {
    let layers = lab.run.trainer.model.layers
    let names = layers.map { layer in
      layer.index == lab.layer
        ? "\(layer.number) \(layer.layer)" : String(layer.layer.description.prefix { $0 != " " })
    }
    func columns(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + TextWidth.columns(of: names[$1]) + 3 } }
    var first = 0
    while first < lab.layer, columns(first..<min(layers.count, lab.layer + 2)) > chain.width { first += 1 }
    var x = chain.x
    return (first..<layers.count).compactMap { index in
      let width = TextWidth.columns(of: names[index])
      // Two columns are kept for the sign that more follow.
      guard x + width <= chain.right - (index < layers.count - 1 ? 2 : 0) else {
        x = chain.right
        return nil
      }
      defer { x += width + 3 }
      return (index, names[index], x)
    }
  }

  // MARK: Maps

  private var output: Volume { lab.run.trainer.model.layers[lab.layer].output }

  /// The map that is looked at, with its cells, or all numbers of a vector.
  var cells: CellMap? {
    guard let path = lab.moment.path, path.outputs.indices.contains(lab.layer) else { return nil }
    let numbers = path.outputs[lab.layer]
    let extent = output.drawnExtent
    let room = map.splitTop(1).rest
    switch output {
    case .maps:
      let size = extent.height * extent.width
      let plane = numbers[(lab.map * size)..<((lab.map + 1) * size)]
      return CellMap(NumberTile(plane, extent, .suiting(numbers)), focus: lab.cell, in: room)
    case .vector:
      let missing = extent.height * extent.width - numbers.count
      let focus = Position(row: lab.map / extent.width, column: lab.map % extent.width)
      return CellMap(
        NumberTile(numbers + [Double](repeating: 0, count: missing), extent, .suiting(numbers)),
        focus: focus, count: numbers.count, in: room)
    }
  }

  /// The place of every map's tile that is seen.
  var tiles: [(map: Int, place: Rect)] {
    guard case .maps(let extent, let count) = output, strip.height >= 3 else { return [] }
    let rows = strip.height - 1
    let scale = NumberTile.Scale.fitting(
      extent, in: Size(width: max(8, strip.width / max(1, count) - 1), height: rows))
    var size = scale.size(of: extent)
    if size.height > rows { size = Size(width: min(2 * rows, size.width), height: rows) }
    let pitch = max(size.width, 2) + 1
    let seen = min(count, max(1, (strip.width + 1) / pitch))
    let first = max(0, min(lab.map - seen / 2, count - seen))
    return (0..<seen).map { offset in
      (
        first + offset,
        Rect(x: strip.x + offset * pitch, y: strip.y + 1, width: size.width, height: size.height)
      )
    }
  }

  /// What is at `point`.
  func place(at point: Point) -> Place? {
    if point.y == chain.y, let link = links.last(where: { $0.x <= point.x }),
      point.x < link.x + TextWidth.columns(of: link.text)
    {
      return .layer(link.layer)
    }
    if let tile = tiles.first(where: { $0.place.contains(point) }) { return .map(tile.map) }
    guard let cell = cells?.cell(at: point) else { return nil }
    switch output {
    case .maps: return .cell(cell)
    case .vector(let count):
      let number = cell.row * output.drawnExtent.width + cell.column
      return number < count ? .map(number) : nil
    }
  }
}
