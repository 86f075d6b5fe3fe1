/// Kernels with a name.
///
/// All are given as cross-correlation applies them, that is unflipped.
public enum KernelPreset: String, CaseIterable, Sendable {
  /// Left minus right.
  case verticalEdge = "vertical-edge"
  /// Above minus below.
  case horizontalEdge = "horizontal-edge"
  /// Left minus right, the middle row counted twice.
  case sobelX = "sobel-x"
  /// Above minus below, the middle column counted twice.
  case sobelY = "sobel-y"
  /// Left minus right with weights 3, 10, 3.
  case scharrX = "scharr-x"
  /// Above minus below with weights 3, 10, 3.
  case scharrY = "scharr-y"
  /// The four neighbours minus four times the centre.
  case laplacian
  /// The centre raised against its neighbours.
  case sharpen
  /// All ones: the sum of the window.
  case box
  /// A single one in the centre.
  case identity
  /// Small whole numbers from a seed.
  case random

  /// Whether the kernel exists in other sizes than 3x3.
  public var isResizable: Bool {
    switch self {
    case .box, .identity, .random: true
    case .verticalEdge, .horizontalEdge, .sobelX, .sobelY, .scharrX, .scharrY, .laplacian, .sharpen: false
    }
  }

  /// Its numbers.
  ///
  /// - Parameters:
  ///   - size: height and width, at least 1 and at most ``Limits/cells`` cells; only resizable kernels heed it.
  ///   - seed: determines the numbers of `random`, from -2 to 2.
  public func grid(size: Extent = Extent(3), seed: UInt64 = 1) -> Grid {
    switch self {
    case .verticalEdge: Grid(width: 3, [1, 0, -1, 1, 0, -1, 1, 0, -1])
    case .horizontalEdge: Grid(width: 3, [1, 1, 1, 0, 0, 0, -1, -1, -1])
    case .sobelX: Grid(width: 3, [1, 0, -1, 2, 0, -2, 1, 0, -1])
    case .sobelY: Grid(width: 3, [1, 2, 1, 0, 0, 0, -1, -2, -1])
    case .scharrX: Grid(width: 3, [3, 0, -3, 10, 0, -10, 3, 0, -3])
    case .scharrY: Grid(width: 3, [3, 10, 3, 0, 0, 0, -3, -10, -3])
    case .laplacian: Grid(width: 3, [0, 1, 0, 1, -4, 1, 0, 1, 0])
    case .sharpen: Grid(width: 3, [0, -1, 0, -1, 5, -1, 0, -1, 0])
    case .box: Grid(size, repeating: 1)
    case .identity: Self.identity(size)
    case .random: Self.random(size, seed: seed)
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

  /// A name for headings.
  public var title: String {
    switch self {
    case .verticalEdge: "vertical edge"
    case .horizontalEdge: "horizontal edge"
    case .sobelX: "Sobel x"
    case .sobelY: "Sobel y"
    case .scharrX: "Scharr x"
    case .scharrY: "Scharr y"
    case .laplacian: "Laplacian"
    case .sharpen: "sharpen"
    case .box: "box"
    case .identity: "identity"
    case .random: "random"
    }
  }

  /// The deck it comes from, or where it is described otherwise.
  public var source: String {
    switch self {
    case .verticalEdge: "Galway topic 05, What is the Point? (1)"
    case .horizontalEdge: "Galway topic 05, What is the Point? (2)"
    case .sobelX, .sobelY, .scharrX, .scharrY: "Galway topic 05, What is the Link to Deep Learning?"
    case .laplacian, .sharpen, .box, .identity, .random: "not in a deck; a standard image filter"
    }
  }

  /// What to look at, in one line.
  public var watchFor: String {
    switch self {
    case .verticalEdge: "watch for 0 wherever left and right of the window are alike"
    case .horizontalEdge: "watch for 0 wherever the window is alike above and below"
    case .sobelX: "watch for the middle row counting twice as much as in the plain vertical edge"
    case .sobelY: "watch for the middle column counting twice as much as in the plain horizontal edge"
    case .scharrX: "watch for the size: weights 3, 10, 3 answer an edge with 16 times its height"
    case .scharrY: "watch for the size: weights 3, 10, 3 answer an edge with 16 times its height"
    case .laplacian: "watch for 0 on even ground and on even slopes: the weights add up to 0"
    case .sharpen: "watch for differences growing while even ground stays: the weights add up to 1"
    case .box: "watch for the sum of the window; divided by the number of cells it is a blur"
    case .identity: "watch for the input coming out unchanged, without its border when there is no padding"
    case .random: "watch for what an untrained filter sees; learning changes these numbers"
    }
  }
}

/// Where a kernel's numbers come from.
public enum KernelSource: Hashable, Sendable {
  /// A kernel with a name.
  case preset(KernelPreset)
  /// Numbers as typed.
  case rows(Grid)
}

/// Where a grid's numbers come from.
public enum GridSource: Hashable, Sendable {
  /// A grid of a lecture.
  case preset(GridPreset)
  /// Numbers as typed.
  case rows(Grid)

  /// The numbers.
  public var grid: Grid {
    switch self {
    case .preset(let preset): preset.grid
    case .rows(let grid): grid
    }
  }
}
