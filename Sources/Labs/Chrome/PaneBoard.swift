import TerminalUI

/// Grids side by side and on top of one another, each under its label, spaced as generously as the place allows.
///
/// A board says what it shows; ``layout(in:isProjected:)`` finds the roomiest spacing with which all of it fits, and
/// lets the larger grids scroll when none does.
public struct PaneBoard<ID: Hashable & Sendable>: Equatable, Sendable {
  /// One grid with its label.
  public struct Pane: Equatable, Sendable {
    /// Which one it is.
    public let id: ID
    /// The words above it.
    public let label: String
    private let labelWidth: Int
    /// Rows and columns of cells.
    public let rows, columns: Int
    /// Columns of text in a cell.
    public let columnWidth: Int
    /// Cells with a line around them.
    public var box: GridBox?
    /// The cell that has to be in view; the box unless told otherwise.
    public var focus: GridPosition?
    /// What follows the label where there is room, such as what a mark in the cells means.
    public var note = ""

    /// A grid of `rows` by `columns` cells.
    public init(
      _ id: ID, label: String, rows: Int, columns: Int, columnWidth: Int, box: GridBox? = nil,
      focus: GridPosition? = nil
    ) {
      (self.id, self.label, self.rows, self.columns) = (id, label, rows, columns)
      (self.columnWidth, self.box, self.focus) = (columnWidth, box, focus)
      labelWidth = TextWidth.columns(of: label)
    }

    func view(_ fit: Fit) -> GridView {
      GridView(
        rows: rows, columns: columns, columnWidth: columnWidth,
        spacing: fit == .mixed && columnWidth > 2 ? .tight : fit.spacing, box: box, hasRules: fit.hasRules,
        focus: focus)
    }

    /// The columns that it takes with its label.
    func width(_ fit: Fit) -> Int { max(view(fit).size.width, labelWidth) }
  }

  /// Panes on top of one another.
  public struct Column: Equatable, Sendable {
    /// From the top.
    public var panes: [Pane]
    /// A sign between this column and the next: "⋆", "=".
    public var sign: String

    /// `panes` with `sign` to their right.
    public init(_ panes: [Pane], sign: String = "") {
      (self.panes, self.sign) = (panes, sign)
    }
  }

  /// A pane in its place.
  public struct Placed: Equatable, Sendable {
    /// The pane.
    public let pane: Pane
    /// Where its label stands.
    public let label: Rect
    /// Where its cells stand.
    public let grid: GridLayout
  }

  /// A sign between two columns, in its place.
  struct PlacedSign: Equatable, Sendable {
    let text: String
    let point: Point
  }

  /// From the left.
  public var columns: [Column]

  /// A board of `columns`.
  public init(_ columns: [Column]) { self.columns = columns }
}

extension PaneBoard {
  /// How generously a board is spaced, the roomiest first.
  public enum Fit: Int, CaseIterable, Sendable {
    case grand, wide, roomy, regular, mixed, tight, bareRegular, bare

    var spacing: GridSpacing {
      switch self {
      case .grand: .grand
      case .wide: .wide
      case .roomy: .roomy
      case .regular, .mixed: .regular
      case .bareRegular: .regular
      case .tight, .bare: .tight
      }
    }
    /// Empty rows between panes on top of one another.
    var stackGap: Int { hasRules ? 1 : 0 }
    /// Whether boxes have rules above and below.
    var hasRules: Bool { self != .bare && self != .bareRegular }
  }

  /// The height of each row of panes; panes side by side begin on the same line.
  private func rowHeights(_ fit: Fit) -> [Int] {
    // Not a key path, which would be made anew for every frame because it depends on the type of identifiers.
    let count = columns.map { $0.panes.count }.max() ?? 0
    return (0..<count).map { row in
      columns.compactMap { row < $0.panes.count ? 1 + $0.panes[row].view(fit).size.height : nil }.max() ?? 0
    }
  }

  func natural(_ fit: Fit) -> Size {
    Size(
      width: columns.reduce(-Self.narrowGap) {
        $0 + ($1.panes.map { $0.width(fit) }.max() ?? 0) + Self.narrowGap
      },
      height: rowHeights(fit).reduce(-fit.stackGap) { $0 + $1 + fit.stackGap })
  }

  private static var narrowGap: Int { 3 }
  private static func wideGap(_ fit: Fit) -> Int { fit == .grand ? 13 : 7 }
  /// How large cells may be in a picture of `size`: where there are few rows the words around it are close to it, and so
  /// are its cells.
  private static func widest(in size: Size) -> Fit { size.height >= 20 ? .grand : .roomy }

  /// The roomiest spacing, no roomier than `widest` or than suits `size`, with which everything fits into `size`. Where nothing does, a close
  /// one, so that most is seen; for a projector not the closest, since that is not read from the last row.
  public func fit(_ size: Size, isProjected: Bool, widest: Fit? = nil) -> Fit {
    let widest = widest ?? Self.widest(in: size)
    let fitting = Fit.allCases.first { $0.rawValue >= widest.rawValue && fits(size, $0) }
    if let fitting { return fitting }
    let close: Fit = columns.contains { $0.panes.count > 1 } ? .bare : isProjected ? .regular : .tight
    return close.rawValue < widest.rawValue ? widest : close
  }

  /// Whether everything, spaced like that, fits into `size`.
  func fits(_ size: Size, _ fit: Fit) -> Bool {
    let natural = natural(fit)
    return natural.width <= size.width && natural.height <= size.height
  }

  /// The room that the board takes in `size`.
  public func size(in size: Size, isProjected: Bool, widest: Fit? = nil) -> Size {
    natural(fit(size, isProjected: isProjected, widest: widest))
  }

  /// Boards on top of one another, all spaced alike: as roomy as lets them fit into `area`, but no roomier than `widest`;
  /// `nil` when they do not fit at all.
  public static func stack(
    _ boards: [PaneBoard], in area: Rect, isProjected: Bool, widest: Fit? = nil
  ) -> [PaneBoardLayout<ID>]? {
    let widest = widest ?? Self.widest(in: area.size)
    let fits = Fit.allCases.filter { $0.rawValue >= widest.rawValue }
    for fit in fits {
      let sizes = boards.map { $0.natural(fit) }
      let gap = fit.hasRules ? 1 : 0
      guard sizes.allSatisfy({ $0.width <= area.width }) else { continue }
      guard sizes.reduce(-gap, { $0 + $1.height + gap }) <= area.height else { continue }
      var rest = area
      return zip(boards, sizes).map { board, size in
        let (place, below) = rest.splitTop(size.height)
        rest = below.splitTop(gap).rest
        return board.layout(in: place, isProjected: isProjected, widest: fit)
      }
    }
    return nil
  }

  /// Every pane in its place, and the signs between them.
  public func layout(in area: Rect, isProjected: Bool, widest: Fit? = nil) -> PaneBoardLayout<ID> {
    let fit = fit(area.size, isProjected: isProjected, widest: widest)
    let wanted = columns.map { column in column.panes.map { $0.width(fit) }.max() ?? 0 }
    let gaps = max(0, columns.count - 1)
    let widths = Shares.divide(area.width - gaps * Self.narrowGap, among: wanted)
    let spare = area.width - widths.reduce(0, +)
    let gap = gaps == 0 ? 0 : min(Self.wideGap(fit), max(Self.narrowGap, spare / gaps))
    let wantedHeights = rowHeights(fit)
    let heights = Shares.divide(
      area.height - (wantedHeights.count - 1) * fit.stackGap, among: wantedHeights)
    var placed: [Placed] = []
    var signs: [PlacedSign] = []
    var x = area.x
    for (column, width) in zip(columns, widths) {
      var y = area.y
      for (pane, height) in zip(column.panes, heights) {
        let label = Rect(x: x, y: y, width: width, height: min(1, height))
        let grid = Rect(x: x, y: y + 1, width: width, height: height - 1)
        placed.append(Placed(pane: pane, label: label, grid: pane.view(fit).layout(in: grid)))
        y += height + fit.stackGap
      }
      if !column.sign.isEmpty, gap > 0 {
        // Beside the middle of the lowest grid, so that it stands beside all of them.
        let lowest = columns.compactMap { $0.panes.first }.map { $0.view(fit).size.height }.min() ?? 0
        let point = Point(x: x + width + gap / 2, y: area.y + 1 + lowest / 2)
        if area.contains(point) { signs.append(PlacedSign(text: column.sign, point: point)) }
      }
      x += width + gap
    }
    return PaneBoardLayout(panes: placed, signs: signs)
  }
}
