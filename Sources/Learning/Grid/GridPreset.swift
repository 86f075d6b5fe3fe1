/// The grids of the lectures, with the decks and slides they come from.
public enum GridPreset: String, CaseIterable, NamedNumbers {
  /// Galway topic 05, "Convolution Operators and Filters in Computer Vision": 7x7.
  case galway
  /// Galway topic 05, "What is the Point? (1)": left half bright, a vertical edge.
  case edgeVertical = "edge-vertical"
  /// Galway topic 05, "What is the Point? (2)": upper half bright, a horizontal edge.
  case edgeHorizontal = "edge-horizontal"
  /// Galway topic 05, "Convolutions: Padding Example": the 7x7 grid, around which the deck adds a ring of zeros.
  case galwayPadded = "galway-padded"
  /// KCL deep networks, "CNNs: Convolutional Layers": 4x4.
  case kcl
  /// CNN lecture 5, "2D Convolution": 5x5.
  case cnn5

  /// Its numbers.
  public var grid: Grid {
    switch self {
    case .galway, .galwayPadded:
      Grid(
        width: 7,
        [
          2, 1, 3, 4, 3, 2, 0,
          1, 1, 2, 4, 5, 4, 1,
          3, 0, 0, 1, 2, 3, 4,
          4, 5, 2, 1, 1, 2, 3,
          4, 3, 2, 0, 2, 1, 1,
          4, 5, 4, 1, 2, 4, 5,
          3, 1, 4, 2, 1, 3, 5,
        ])
    case .edgeVertical:
      Grid(extent: Extent(7), cells: (0..<49).map { $0 % 7 < 3 ? 10 : 0 })
    case .edgeHorizontal:
      Grid(extent: Extent(7), cells: (0..<49).map { $0 / 7 < 3 ? 10 : 0 })
    case .kcl:
      Grid(
        width: 4,
        [
          -1, 1, 0.5, 1,
          0, -2, -1, 0,
          0.5, -1, -1, 1,
          -1, 1, 0, -2,
        ])
    case .cnn5:
      Grid(
        width: 5,
        [
          1, 1, 1, 0, 0,
          0, 1, 1, 1, 0,
          0, 0, 1, 1, 1,
          0, 0, 1, 1, 0,
          0, 1, 1, 0, 0,
        ])
    }
  }

  /// The padding the deck shows it with, used unless another is asked for.
  public var padding: Int {
    self == .galwayPadded ? 1 : 0
  }

  /// The kernel the deck shows it with.
  public var kernel: KernelSource {
    switch self {
    case .galway, .galwayPadded, .edgeVertical: .preset(.verticalEdge)
    case .edgeHorizontal: .preset(.horizontalEdge)
    case .kcl: .rows(Grid(width: 2, [-1, 1, 0, -2]))
    case .cnn5: .rows(Grid(width: 3, [1, 0, 1, 0, 1, 0, 1, 0, 1]))
    }
  }

  /// The grid that commands and scenes call `name`.
  public init?(named name: some StringProtocol) { self.init(rawValue: String(name)) }

  /// What commands and scenes call it.
  public var name: String { rawValue }

  /// A name for headings.
  public var title: String {
    switch self {
    case .galway: "galway 7x7"
    case .edgeVertical: "vertical edge 7x7"
    case .edgeHorizontal: "horizontal edge 7x7"
    case .galwayPadded: "galway 7x7, padded"
    case .kcl: "kcl 4x4"
    case .cnn5: "cnn5 5x5"
    }
  }

  /// What to look at, in one line.
  public var watchFor: String {
    switch self {
    case .galway: "watch for the sign: bright on the left gives plus, bright on the right minus"
    case .edgeVertical: "watch for the two columns of 30: there the window straddles the edge"
    case .edgeHorizontal: "watch for the two rows of 30; the vertical-edge kernel sees nothing here"
    case .galwayPadded: "watch for the border: zeros take part there; the inner 5x5 stays as it was"
    case .kcl: "watch for the two peaks: there the patch equals the kernel"
    case .cnn5: "watch for f: a half turn leaves this kernel alone, so nothing changes"
    }
  }
}

extension Grid {
  /// For tables in the source: the height follows from the width.
  init(width: Int, _ cells: [Double]) {
    self.init(extent: Extent(height: cells.count / width, width: width), cells: cells)
  }
}
