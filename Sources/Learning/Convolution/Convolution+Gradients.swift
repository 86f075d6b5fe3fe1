import Autodiff

/// How a convolution's inputs move a loss, given how its output does.
public struct ConvolutionGradients: Hashable, Sendable {
  /// ∂L/∂x, shaped as the input.
  public let input: Grid
  /// ∂L/∂k for the kernel as typed, that is before any flip.
  public let kernel: Grid
  /// ∂L/∂b.
  public let bias: Double
}

/// How a layer's inputs move a loss, given how its output does.
public struct LayerGradients: Hashable, Sendable {
  /// ∂L/∂x, `[channel][height, width]`.
  public let channels: [Grid]
  /// ∂L/∂k before any flip, and ∂L/∂b, for each filter.
  public let filters: [ConvolutionLayer.Filter]
}

extension Convolution {
  /// The gradients of L = Σ upstream · output, through ReLU when there is one; computed by the engine.
  ///
  /// - Parameter upstream: ∂L/∂y, shaped as the output; `nil` is 1 everywhere.
  /// - Throws: ``GeometryError/upstreamShape(_:expected:)``, ``GeometryError/tooLargeToDifferentiate``
  public func gradients(upstream: Grid? = nil) throws(GeometryError) -> ConvolutionGradients {
    let filter = ConvolutionLayer.Filter(kernels: [kernel], bias: bias)
    let gradients = try geometry.gradients(
      channels: [input], filters: [filter], flipped: isFlipped, relu: hasReLU, upstream: upstream.map { [$0] }
    )
    return ConvolutionGradients(
      input: gradients.channels[0], kernel: gradients.filters[0].kernels[0], bias: gradients.filters[0].bias)
  }
}

extension ConvolutionLayer {
  /// The gradients of L = Σ upstream · output, through ReLU when there is one; computed by the engine.
  ///
  /// - Parameter upstream: ∂L/∂y, one grid per filter; `nil` is 1 everywhere.
  /// - Throws: ``LayerError/upstreamCount(_:filters:)``, ``GeometryError/upstreamShape(_:expected:)`` and
  ///   ``GeometryError/tooLargeToDifferentiate`` in a ``LayerError/geometry(_:)``
  public func gradients(upstream: [Grid]? = nil) throws(LayerError) -> LayerGradients {
    if let upstream { try check(upstream) }
    do {
      return try geometry.gradients(
        channels: channels, filters: filters, groups: groups, flipped: isFlipped, relu: hasReLU,
        upstream: upstream)
    } catch { throw .geometry(error) }
  }
}

extension ConvolutionLayer {
  /// Refuses upstream gradients of another number or shape than the maps.
  func check(_ upstream: [Grid]) throws(LayerError) {
    guard upstream.count == filters.count else {
      throw .upstreamCount(upstream.count, filters: filters.count)
    }
    do { try geometry.check(upstream) } catch { throw .geometry(error) }
  }
}

extension ConvolutionGeometry {
  /// Records the layer on a tape and sweeps backwards from its output.
  ///
  /// The flip is no operation of its own: the tape sees the kernels as applied, and their gradients are turned back.
  fileprivate func gradients(
    channels: [Grid], filters: [ConvolutionLayer.Filter], groups: Int = 1, flipped: Bool, relu: Bool,
    upstream: [Grid]?
  ) throws(GeometryError) -> LayerGradients {
    try check(upstream)
    // The engine unfolds windows along full padded rows, channel by channel.
    try checkMemory([channels.count, kernel.height, kernel.width, reached.height, reached.width])
    let turned = { (grid: Grid) in flipped ? grid.rotated : grid }
    // The engine rounds down: with the zeros that windows reach there are as many windows under every rule.
    var zeros = padding
    (zeros.bottom, zeros.right) = (rows.zerosReached, columns.zerosReached)
    let tape = Tape<Double>()
    let kernelShape = [filters.count, channels.count / groups, kernel.height, kernel.width]
    let input = tape.variable(tensor(of: channels))
    let kernels = tape.variable(
      Tensor(filling: kernelShape, with: filters.flatMap { $0.kernels.flatMap { turned($0).cells } }))
    let biases = tape.variable(Tensor(vector: filters.map(\.bias)))
    let sums = input.conv2d(
      kernels, bias: biases, stride: stride, padding: zeros, dilation: dilation, groups: groups)
    let output = relu ? .relu(sums) : sums
    tape.sweep(
      from: output, upstream: upstream.map { Tensor(filling: output.shape, with: $0.flatMap(\.cells)) })

    let kernelGradients = tape.adjoint(of: kernels).planes(of: kernel).map(turned)
    let biasGradients = tape.adjoint(of: biases).elements
    return LayerGradients(
      channels: tape.adjoint(of: input).planes(of: self.input),
      filters: filters.indices.map { filter in
        let seen = channels.count / groups
        return .init(
          kernels: Array(kernelGradients[filter * seen..<(filter + 1) * seen]), bias: biasGradients[filter])
      })
  }

  /// Refuses upstream gradients of the wrong shape.
  func check(_ upstream: [Grid]?) throws(GeometryError) {
    for grid in upstream ?? [] where grid.extent != windows {
      throw .upstreamShape(grid.extent, expected: windows)
    }
  }

  /// Refuses tensors of more than ``Limits/differentiable`` elements.
  func checkMemory(_ shape: [Int]) throws(GeometryError) {
    var size = 1
    for length in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: length)
      guard !overflow, product <= Limits.differentiable else { throw .tooLargeToDifferentiate }
      size = product
    }
  }

  /// The grids as `[1, channels, height, width]`.
  func tensor(of grids: [Grid]) -> Tensor<Double> {
    Tensor(filling: [1, grids.count, input.height, input.width], with: grids.flatMap(\.cells))
  }
}

extension Tensor<Double> {
  /// For shapes and elements that are known to agree.
  init(filling shape: [Int], with elements: [Double]) {
    do {
      self = try Tensor(shape: shape, elements: elements)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// The last two axes as grids, in order.
  func planes(of extent: Extent) -> [Grid] {
    let count = extent.height * extent.width
    return stride(from: 0, to: elements.count, by: count).map { start in
      Grid(extent: extent, cells: Array(elements[start..<start + count]))
    }
  }
}
