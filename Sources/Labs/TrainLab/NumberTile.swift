import Learning
import TerminalUI

/// A small picture of a grid of numbers: a kernel, a map, a digit.
struct NumberTile {
  /// How numbers become shades.
  enum Shading: Equatable {
    /// From 0 to the largest number: pixels, and maps without negative numbers.
    case positive(upTo: Double)
    /// Cold below 0 and warm above, alike on both sides.
    case signed(upTo: Double)

    /// What suits `numbers`.
    static func suiting(_ numbers: some Collection<Double>) -> Shading {
      let most = numbers.reduce(0) { max($0, $1.isFinite ? abs($1) : 0) }
      return numbers.contains { $0 < 0 } ? .signed(upTo: most) : .positive(upTo: most)
    }
  }

  /// Row by row.
  let numbers: [Double]
  let extent: Extent
  let shading: Shading

  init(_ numbers: some Collection<Double>, _ extent: Extent, _ shading: Shading) {
    (self.numbers, self.extent, self.shading) = (Array(numbers), extent, shading)
  }

  /// A cell as large as possible in `room`: `rows` high and twice as wide, or half a row high and a column wide.
  enum Scale: Equatable {
    case whole(rows: Int)
    case half

    /// The largest for tiles of `extent` in `room`; halves where no whole rows fit.
    static func fitting(_ extent: Extent, in room: Size) -> Scale {
      let rows = min(room.height / max(1, extent.height), room.width / max(1, 2 * extent.width))
      return rows >= 1 ? .whole(rows: rows) : .half
    }

    func size(of extent: Extent) -> Size {
      switch self {
      case .whole(let rows): Size(width: 2 * rows * extent.width, height: rows * extent.height)
      case .half: Size(width: extent.width, height: (extent.height + 1) / 2)
      }
    }
  }

  /// Draws it over `area`, of which it fills all; larger grids are averaged.
  func draw(into frame: inout Frame, in area: Rect) {
    guard !area.isEmpty, let plane = Viewport(minX: 0, maxX: 1, minY: 0, maxY: 1) else { return }
    let field = Field(
      size: Size(width: extent.width, height: extent.height), viewport: plane, samples: numbers)
    let map =
      switch shading {
      case .positive(let most): HeatMap(field, scale: .linear, range: 0...max(most, .leastNormalMagnitude))
      case .signed(let most): HeatMap(field, scale: .diverging, range: 0...max(most, .leastNormalMagnitude))
      }
    map.draw(into: &frame, in: area, isFine: true, isPencil: true)
  }
}

/// A grid of numbers whose cells can be pointed at: each a few rows high and twice as wide, a part of the grid where not
/// all of it has room.
struct CellMap {
  let tile: NumberTile
  /// The cell that is looked at, which is always in view.
  let focus: Position?
  /// How many cells there are; the last row may be shorter.
  let count: Int
  /// The part that is seen, its place and the rows of a cell.
  private let top, left: Int
  private let seen: Extent
  private let area: Rect
  private let rows: Int

  /// `tile` in `room`; whether cells are cut off is for the caller to say.
  init(_ tile: NumberTile, focus: Position?, count: Int? = nil, in room: Rect) {
    (self.tile, self.focus, self.count) = (tile, focus, count ?? tile.numbers.count)
    let extent = tile.extent
    rows = max(1, min(room.height / max(1, extent.height), room.width / max(1, 2 * extent.width)))
    seen = Extent(
      height: max(0, min(extent.height, room.height / rows)),
      width: max(0, min(extent.width, room.width / (2 * rows))))
    func first(_ focus: Int, _ seen: Int, _ all: Int) -> Int { min(max(0, focus - seen / 2), all - seen) }
    top = first(focus?.row ?? 0, seen.height, extent.height)
    left = first(focus?.column ?? 0, seen.width, extent.width)
    area = Rect(x: room.x, y: room.y, width: seen.width * 2 * rows, height: seen.height * rows)
  }

  /// Whether all cells are in view.
  var isWhole: Bool { seen == tile.extent }

  /// The cell at `point`.
  func cell(at point: Point) -> Position? {
    guard area.contains(point) else { return nil }
    return Position(row: top + (point.y - area.y) / rows, column: left + (point.x - area.x) / (2 * rows))
  }

  private func rect(of cell: Position) -> Rect? {
    guard (top..<top + seen.height).contains(cell.row), (left..<left + seen.width).contains(cell.column)
    else {
      return nil
    }
    return Rect(
      x: area.x + (cell.column - left) * 2 * rows, y: area.y + (cell.row - top) * rows, width: 2 * rows,
      height: rows)
  }

  /// Draws the cells, a dot in those for which `isMarked`, and brackets around the one in focus.
  func draw(into frame: inout Frame, isMarked: (Position) -> Bool = { _ in false }) {
    guard !area.isEmpty else { return }
    let width = tile.extent.width
    let part = (top..<top + seen.height).flatMap {
      tile.numbers[($0 * width + left)..<($0 * width + left + seen.width)]
    }
    NumberTile(part, seen, tile.shading).draw(into: &frame, in: area)
    for row in top..<top + seen.height {
      for column in left..<left + seen.width {
        let cell = Position(row: row, column: column)
        if row * width + column >= count, let place = rect(of: cell) { frame.fill(place) }
        guard isMarked(cell), let place = rect(of: cell) else { continue }
        let (x, y) = (place.x + place.width / 2 - (rows == 1 ? 1 : 0), place.y + place.height / 2)
        frame.put("·", x: x, y: y, Style(.plain, on: frame[x, y].style.background, .bold))
      }
    }
    guard let focus, let place = rect(of: focus) else { return }
    let y = place.y + (place.height - 1) / 2
    frame.put("[", x: place.x, y: y, Style(.plain, on: .selection, .bold))
    frame.put("]", x: place.right - 1, y: y, Style(.plain, on: .selection, .bold))
  }
}
