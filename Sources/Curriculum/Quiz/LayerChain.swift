import Learning

/// Layers of a convolutional network, as far as shapes and parameters go.
struct LayerChain {
  /// Height, width and channels.
  struct Shape: Hashable {
    var side: Extent
    var channels: Int

    var text: String { "\(side.product)x\(channels)" }
    var cells: Int { side.height * side.width * channels }
  }

  enum Layer: Hashable {
    case convolution(filters: Int, kernel: Int, padding: Int = 0, stride: Int = 1, dilation: Int = 1)
    case relu
    case maximumPooling(size: Int)
    case dense(neurons: Int)

    /// In the notation of the lectures: `CONV 6 5x5 pad 2`.
    var text: String {
      switch self {
      case .convolution(let filters, let kernel, let padding, let stride, let dilation):
        "CONV \(filters) \(kernel)x\(kernel)" + (padding == 0 ? "" : " pad \(padding)")
          + (stride == 1 ? "" : " stride \(stride)") + (dilation == 1 ? "" : " dilation \(dilation)")
      case .relu: "RELU"
      case .maximumPooling(let size): "MAXPOOL \(size)"
      case .dense(let neurons): "FC \(neurons)"
      }
    }

    /// The shape of the output, or `nil` when the layer does not fit.
    func shape(after input: Shape) -> Shape? {
      func windows(kernel: Int, padding: Int, stride: Int, dilation: Int) -> Extent? {
        try? ConvolutionGeometry(
          input: input.side, kernel: Extent(kernel), padding: Padding(padding), stride: Extent(stride),
          dilation: Extent(dilation)
        ).windows
      }
      switch self {
      case .convolution(let filters, let kernel, let padding, let stride, let dilation):
        return windows(kernel: kernel, padding: padding, stride: stride, dilation: dilation)
          .map { Shape(side: $0, channels: filters) }
      case .relu: return input
      case .maximumPooling(let size):
        return windows(kernel: size, padding: 0, stride: size, dilation: 1)
          .map { Shape(side: $0, channels: input.channels) }
      case .dense(let neurons): return Shape(side: Extent(1), channels: neurons)
      }
    }

    /// Weights and biases.
    func parameters(after input: Shape) -> Int {
      switch self {
      case .convolution(let filters, let kernel, _, _, _): (kernel * kernel * input.channels + 1) * filters
      case .dense(let neurons): (input.cells + 1) * neurons
      case .relu, .maximumPooling: 0
      }
    }
  }

  let input: Shape
  let layers: [Layer]

  var text: String { layers.map(\.text).joined(separator: ", ") }

  /// The shape after each layer, or `nil` when one does not fit.
  var shapes: [Shape]? {
    var shapes: [Shape] = []
    for layer in layers {
      guard let next = layer.shape(after: shapes.last ?? input) else { return nil }
      shapes.append(next)
    }
    return shapes
  }
}
