import Learning
import TerminalUI

/// The kernels of a layer as tiles, before training above, now below.
///
/// Where every filter has one kernel, or every unit sees one picture, all of them are shown; else the kernels of the filter
/// looked at, one for each channel.
struct FilterTiles {
  private let lab: TrainLab
  private let weights: LayerWeights
  private let area: Rect
  /// The columns and rows of a tile.
  private let size: Size
  /// Tiles beside one another, their pitch, and the rows of a pair with its label.
  let perRow: Int
  private let pitch, rows: Int
  /// The first tile that is seen, and how many.
  private let firstTile, seen: Int

  /// Whether tiles are filters or units rather than the channels of one filter.
  private var isOfFilters: Bool { weights.channels == 1 }
  private var count: Int { isOfFilters ? weights.filters : weights.channels }

  private static let labelColumns = 8

  init(_ lab: TrainLab) {
    (self.lab, weights) = (lab, lab.weights)
    area = lab.chromeLayout.body.splitTop(1).rest
    let (weights, area) = (weights, area)
    let count = weights.channels == 1 ? weights.filters : weights.channels
    func arrangement(_ scale: NumberTile.Scale) -> (perRow: Int, pitch: Int, rows: Int) {
      let size = Self.size(weights.kernel, scale, in: area)
      let pitch = max(size.width, 4) + 2
      return (max(1, (area.width - Self.labelColumns + 2) / pitch), pitch, 2 * size.height + 3)
    }
    let scales = [4, 3, 2, 1].map { NumberTile.Scale.whole(rows: $0) } + [.half]
    let scale =
      scales.first { scale in
        let (perRow, _, rows) = arrangement(scale)
        return (count + perRow - 1) / perRow * rows - 2 <= area.height
          && perRow * arrangement(scale).pitch <= area.width
      } ?? .half
    size = Self.size(weights.kernel, scale, in: area)
    (perRow, pitch, rows) = arrangement(scale)
    let shownRows = max(1, (area.height + 1) / rows)
    let focusRow = weights.channels == 1 ? lab.map / perRow : 0
    let allRows = (count + perRow - 1) / perRow
    firstTile = max(0, min(focusRow - shownRows / 2, allRows - shownRows)) * perRow
    seen = min(count - firstTile, shownRows * perRow)
  }

  /// That of a kernel in `scale`, smaller where two of them would not stand on top of one another in `area`.
  private static func size(_ kernel: Extent, _ scale: NumberTile.Scale, in area: Rect) -> Size {
    let size = scale.size(of: kernel)
    let most = Size(width: area.width - labelColumns, height: (area.height - 2) / 2)
    let width = min(size.width, most.width, size.width * most.height / max(1, size.height))
    return size.width <= most.width && size.height <= most.height
      ? size : Size(width: max(1, width), height: max(1, width * size.height / max(1, size.width)))
  }

  private func place(of tile: Int) -> Point {
    let index = tile - firstTile
    return Point(x: area.x + Self.labelColumns + index % perRow * pitch, y: area.y + index / perRow * rows)
  }

  /// The filter or unit whose tile is at `point`.
  func filter(at point: Point) -> Int? {
    guard isOfFilters else { return nil }
    return (firstTile..<firstTile + seen).first { tile in
      let corner = place(of: tile)
      return Rect(x: corner.x, y: corner.y, width: max(size.width, 4), height: 2 * size.height + 1).contains(
        point)
    }
  }

  func draw(into frame: inout Frame) {
    let layer = lab.run.trainer.model.layers[weights.layer]
    let (now, before) = (lab.run.trainer.state.parameters, lab.run.first)
    let most = [now, before].reduce(0) { most, all in
      all[weights.places].reduce(most) { max($0, $1.isFinite ? Double(abs($1)) : 0) }
    }
    frame.write(heading(layer), x: area.x, y: area.y - 1, .heading, limit: area.width)
    for tile in firstTile..<firstTile + seen {
      let corner = place(of: tile)
      guard corner.y + 2 * size.height + 2 <= area.bottom else { break }
      let (filter, channel) = isOfFilters ? (tile, 0) : (lab.map, tile)
      let isFocus = isOfFilters && tile == lab.map
      let style: Style = isFocus ? (lab.isInPicture ? Style(.plain, on: .selection, .bold) : .accent) : .quiet
      frame.write("\(tile + 1)\(isFocus ? "‹" : "")", x: corner.x, y: corner.y, style)
      for (row, all) in [before, now].enumerated() {
        let y = corner.y + 1 + row * (size.height + 1)
        if corner.x == area.x + Self.labelColumns {
          frame.write(row == 0 ? "before" : "now", x: area.x, y: y, .quiet)
        }
        let numbers = all[weights.places(filter: filter, channel: channel)].map(Double.init)
        NumberTile(numbers, weights.kernel, .signed(upTo: most)).draw(
          into: &frame, in: Rect(x: corner.x, y: y, width: size.width, height: size.height))
      }
    }
    let end = drawNumbers(before, now, into: &frame)
    guard area.width >= 104, end < area.bottom else { return }
    words.draw(into: &frame, in: Rect(x: area.x, y: end, width: area.width, height: area.bottom - end))
  }

  /// What stands below tiles and numbers on wide screens.
  private var words: TextPanel {
    let isOfUnits = weights.hasUnits(in: lab.run.trainer.model)
    return TextPanel([
      TextPanel.Part(
        "Tiles",
        isOfUnits
          ? "Each tile shows what a unit weighs its numbers with, above as training began, below as it is now."
          : "Each tile is a kernel: the weights that windows are multiplied with, above as training began, below as they are now."
      ),
      TextPanel.Part(
        "Shades",
        "Warm is above 0 and cold below; the stronger, the larger. All tiles of a layer have one scale, so they compare."
      ),
    ])
  }

  /// The numbers of the filter looked at, below the tiles where there is room; the row that is free below them.
  private func drawNumbers(_ before: [Float], _ now: [Float], into frame: inout Frame) -> Int {
    let shownRows = (seen + perRow - 1) / perRow
    let top = area.y + shownRows * rows
    let width = 8
    guard isOfFilters, top + 1 + weights.kernel.height <= area.bottom,
      Self.labelColumns + 2 * (weights.kernel.width * width + 3) <= area.width
    else { return top }
    var x = area.x + Self.labelColumns
    let places = weights.places(filter: lab.map, channel: 0)
    for (name, all) in [("before", before), ("now", now)] {
      frame.write("\(lab.map + 1) \(name)", x: x, y: top, .quiet)
      for (index, number) in all[places].enumerated() {
        let (row, column) = index.quotientAndRemainder(dividingBy: weights.kernel.width)
        frame.write(
          Numeral.format(Double(number), digits: 2), endingAt: x + (column + 1) * width - 1, y: top + 1 + row)
      }
      x += weights.kernel.width * width + 3
    }
    return top + 2 + weights.kernel.height
  }

  private func heading(_ layer: ShapedLayer) -> String {
    let name = "layer \(layer.number), \(layer.layer)"
    let isPart = seen < count ? ", \(firstTile + 1) to \(firstTile + seen) of \(count)" : ""
    switch layer.layer {
    case .dense:
      return isOfFilters
        ? "\(name): what each unit weighs\(isPart)"
        : "\(name): what unit \(lab.map + 1) weighs of each map\(isPart)"
    case .convolution, .depthwise, .pooling, .globalPooling, .flatten, .batchNormalisation, .dropout,
      .activation:
      return isOfFilters
        ? "\(name): a kernel each\(isPart)"
        : "\(name): filter \(lab.map + 1) of \(weights.filters), a kernel for each channel\(isPart)"
    }
  }
}
