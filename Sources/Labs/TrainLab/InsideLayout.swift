import Learning
import TerminalUI

/// Where a digit, the map that is looked at, its window, the scores, the layers and their maps stand: made alike for drawing
/// and for the mouse.
struct InsideLayout {
  /// What a click means.
  enum Place: Equatable {
    case layer(Int)
    case map(layer: Int, Int)
    case cell(Position)
  }

  /// A layer with its maps side by side, or with all numbers of a vector.
  struct Row {
    let layer: Int
    /// Its name; `nil` where it stands among the others.
    let label: Rect?
    /// The place of every map that is seen; a vector is one.
    let tiles: [(map: Int, place: Rect)]
  }

  /// The digit, the map, the window with its kernel, and the scores; each with a label above.
  let digit, map, window, scores: Rect
  /// Whether all layers stand below one another with their maps, beside what is looked at.
  let isWide: Bool
  /// The names of all layers in a row; empty where each has a row of its own.
  let chain: Rect
  /// The maps of the layer, with their numbers above; those of all layers where it is wide.
  let strip: Rect
  private let lab: TrainLab

  private static let gap = 2

  init(_ lab: TrainLab) {
    self.lab = lab
    let (body, gap) = (lab.chromeLayout.body, Self.gap)
    let columns = body.width >= 70 ? 18 : 14
    isWide = body.width >= 150 && body.height >= 24
    if isWide {
      let (left, right) = body.splitLeft(body.width * 11 / 20)
      (chain, strip) = (Rect(x: right.x, y: right.y, width: 0, height: 0), right.splitLeft(2 * gap).rest)
      let (above, lower) = left.splitTop(body.height / 2 + 1)
      let upper = above.splitTop(above.height - 1).top
      let side = min(2 * (upper.height - 1), (upper.width - columns - 2 * gap) / 2)
      let (first, behind) = upper.splitLeft(side)
      let (second, last) = behind.splitLeft(gap).rest.splitLeft(side)
      (digit, map) = (first, second)
      scores = last.splitLeft(2 * gap).rest.splitLeft(columns).left
      window = lower
      return
    }
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

  private var layers: [ShapedLayer] { lab.run.trainer.model.layers }

  /// Each layer's name with its place in the row, so that the one looked at is seen.
  var links: [(layer: Int, text: String, x: Int)] {
    guard !chain.isEmpty else { return [] }
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

  /// The maps of the layer that is looked at, or, where it is wide, the layers with theirs, as many as have room.
  var rows: [Row] {
    guard isWide else {
      guard case .maps = layers[lab.layer].output, strip.height >= 3 else { return [] }
      return [
        Row(layer: lab.layer, label: nil, tiles: tiles(of: layers[lab.layer], in: strip.splitTop(1).rest))
      ]
    }
    let heights = layers.map { 1 + Self.rows(of: $0.output) }
    func height(_ range: Range<Int>) -> Int { heights[range].reduce(0, +) }
    var first = 0
    while first < lab.layer, height(first..<min(layers.count, lab.layer + 2)) > strip.height { first += 1 }
    let isAiry = height(first..<layers.count) + layers.count - first - 1 <= strip.height
    var (rows, y) = ([Row](), strip.y)
    for layer in layers[first...] {
      let height = heights[layer.index]
      guard y + height <= strip.bottom else { break }
      let (label, room) = Rect(x: strip.x, y: y, width: strip.width, height: height).splitTop(1)
      rows.append(Row(layer: layer.index, label: label, tiles: tiles(of: layer, in: room)))
      y += height + (isAiry ? 1 : 0)
    }
    return rows
  }

  // MARK: Maps

  private var output: Volume { layers[lab.layer].output }

  /// The map that is looked at, with its cells, or all numbers of a vector.
  var cells: CellMap? {
    guard let path = lab.moment?.path, path.outputs.indices.contains(lab.layer) else { return nil }
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

  /// How many rows the maps of a layer take where all layers are seen: half a row for a cell, as long as they are small.
  private static func rows(of output: Volume) -> Int {
    switch output {
    case .maps(let extent, _): min(6, (extent.height + 1) / 2)
    case .vector: 1
    }
  }

  /// The place of every map that is seen in `room`; the one that is looked at is among them.
  private func tiles(of layer: ShapedLayer, in room: Rect) -> [(map: Int, place: Rect)] {
    let (extent, count): (Extent, Int)
    switch layer.output {
    case .maps(let size, let number): (extent, count) = (size, number)
    case .vector(let length):
      let width = 2 * length <= room.width ? 2 * length : min(length, room.width)
      return [(0, Rect(x: room.x, y: room.y, width: width, height: 1))]
    }
    let fitting = Size(width: max(8, room.width / max(1, count) - 1), height: room.height)
    let scale = isWide ? .half : NumberTile.Scale.fitting(extent, in: fitting)
    var size = scale.size(of: extent)
    if size.height > room.height {
      size = Size(width: min(2 * room.height, size.width), height: room.height)
    }
    let pitch = max(size.width, 2) + 1
    let seen = min(count, max(1, (room.width + 1) / pitch))
    let first = layer.index == lab.layer ? max(0, min(lab.map - seen / 2, count - seen)) : 0
    return (0..<seen).map { offset in
      (
        first + offset,
        Rect(x: room.x + offset * pitch, y: room.y, width: size.width, height: size.height)
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
    for row in rows {
      if row.label?.contains(point) == true { return .layer(row.layer) }
      guard let tile = row.tiles.first(where: { $0.place.contains(point) }) else { continue }
      switch layers[row.layer].output {
      case .maps: return .map(layer: row.layer, tile.map)
      case .vector(let count):
        return .map(layer: row.layer, (point.x - tile.place.x) * count / tile.place.width)
      }
    }
    guard let cell = cells?.cell(at: point) else { return nil }
    switch output {
    case .maps: return .cell(cell)
    case .vector(let count):
      let number = cell.row * output.drawnExtent.width + cell.column
      return number < count ? .map(layer: lab.layer, number) : nil
    }
  }
}
