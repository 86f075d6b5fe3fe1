import Autodiff

/// Kernels with a name, given as cross-correlation applies them, that is unflipped. The edges are those of Galway topic 05,
/// "What is the Point?", Sobel and Scharr those of its "What is the Link to Deep Learning?"; the others are standard filters.
public enum KernelPreset: NamedNumbers {
  /// Left minus right.
  case verticalEdge
  /// Above minus below.
  case horizontalEdge
  /// Left minus right, the middle row counted twice.
  case sobelX
  /// Above minus below, the middle column counted twice.
  case sobelY
  /// Left minus right with weights 3, 10, 3.
  case scharrX
  /// Above minus below with weights 3, 10, 3.
  case scharrY
  /// The four neighbours minus four times the centre.
  case laplacian
  /// The centre raised against its neighbours.
  case sharpen
  /// All ones: the sum of the window.
  case box(Extent = Extent(3))
  /// A single one in the centre, or just above and left of it when a side is even.
  case identity(Extent = Extent(3))
  /// Whole numbers from -2 to 2, determined by the seed.
  case random(Extent = Extent(3), seed: UInt64 = 1)

  /// Every kernel, the resizable ones 3x3.
  public static let allCases: [KernelPreset] = [
    .verticalEdge, .horizontalEdge, .sobelX, .sobelY, .scharrX, .scharrY, .laplacian, .sharpen, .box(),
    .identity(),
    .random(),
  ]

  /// The kernel that commands and scenes call `name`, 3x3.
  public init?(named name: some StringProtocol) {
    guard let preset = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = preset
  }

  /// What commands and scenes call it.
  public var name: String {
    switch self {
    case .verticalEdge: "vertical-edge"
    case .horizontalEdge: "horizontal-edge"
    case .sobelX: "sobel-x"
    case .sobelY: "sobel-y"
    case .scharrX: "scharr-x"
    case .scharrY: "scharr-y"
    case .laplacian: "laplacian"
    case .sharpen: "sharpen"
    case .box: "box"
    case .identity: "identity"
    case .random: "random"
    }
  }

  /// Height and width.
  public var size: Extent {
    switch self {
    case .verticalEdge, .horizontalEdge, .sobelX, .sobelY, .scharrX, .scharrY, .laplacian, .sharpen: Extent(3)
    case .box(let size), .identity(let size), .random(let size, _): size
    }
  }

  /// The same kernel in another size, or `nil` when it exists as 3x3 only.
  public func resized(to size: Extent) -> KernelPreset? {
    switch self {
    case .verticalEdge, .horizontalEdge, .sobelX, .sobelY, .scharrX, .scharrY, .laplacian, .sharpen: nil
    case .box: .box(size)
    case .identity: .identity(size)
    case .random(_, let seed): .random(size, seed: seed)
    }
  }

  /// Its numbers.
  ///
  /// - Precondition: the size of a resizable kernel is at least 1x1 and at most ``Limits/cells`` cells.
  public var grid: Grid {
    switch self {
    case .verticalEdge: Grid(width: 3, [1, 0, -1, 1, 0, -1, 1, 0, -1])
    case .horizontalEdge: Grid(width: 3, [1, 1, 1, 0, 0, 0, -1, -1, -1])
    case .sobelX: Grid(width: 3, [1, 0, -1, 2, 0, -2, 1, 0, -1])
    case .sobelY: Grid(width: 3, [1, 2, 1, 0, 0, 0, -1, -2, -1])
    case .scharrX: Grid(width: 3, [3, 0, -3, 10, 0, -10, 3, 0, -3])
    case .scharrY: Grid(width: 3, [3, 10, 3, 0, 0, 0, -3, -10, -3])
    case .laplacian: Grid(width: 3, [0, 1, 0, 1, -4, 1, 0, 1, 0])
    case .sharpen: Grid(width: 3, [0, -1, 0, -1, 5, -1, 0, -1, 0])
    case .box(let size): Grid(size, repeating: 1)
    case .identity(let size): Self.identity(size)
    case .random(let size, let seed): Self.random(size, seed: seed)
    }
  }

  private static func identity(_ size: Extent) -> Grid {
    var grid = Grid(size, repeating: 0)
    grid[(size.height - 1) / 2, (size.width - 1) / 2] = 1
    return grid
  }

  private static func random(_ size: Extent, seed: UInt64) -> Grid {
    var generator = SplitMix64(seed: seed)
    return Grid(size, repeating: 0).map { _ in Double(generator.integer(in: -2...2)) }
  }
}
