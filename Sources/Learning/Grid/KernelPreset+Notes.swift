extension KernelPreset {
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

  /// What to look at, in one line.
  public var watchFor: String {
    switch self {
    case .verticalEdge: "watch for 0 wherever left and right of the window are alike"
    case .horizontalEdge: "watch for 0 wherever the window is alike above and below"
    case .sobelX: "watch for the middle row: it counts twice as much as the outer two"
    case .sobelY: "watch for the middle column: it counts twice as much as the outer two"
    case .scharrX: "watch for the size: weights 3, 10, 3 answer an edge with 16 times its height"
    case .scharrY: "watch for the size: weights 3, 10, 3 answer an edge with 16 times its height"
    case .laplacian: "watch for 0 on even ground: the weights add up to 0"
    case .sharpen: "watch for even ground, which stays as it is: the weights add up to 1"
    case .box: "watch for the sum of the window; divided by the number of cells it is a blur"
    case .identity: "watch for the input coming out unchanged, less its border"
    case .random: "watch for what an untrained filter sees; learning changes these numbers"
    }
  }
}
