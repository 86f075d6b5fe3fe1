import Autodiff

extension Pooling {
  /// The gradient of L = Σ upstream · output for the input: where each upstream number goes back to. Computed by the
  /// engine; a maximum hands everything to the first of equals in row order.
  ///
  /// - Parameter upstream: ∂L/∂y, shaped as the output; `nil` is 1 everywhere.
  /// - Throws: ``GeometryError/upstreamShape(_:expected:)``, ``GeometryError/tooLargeToDifferentiate``
  public func gradient(upstream: Grid? = nil) throws(GeometryError) -> Grid {
    try geometry.check(upstream.map { [$0] })
    try geometry.checkMemory([geometry.padded.height, geometry.padded.width])
    let tape = Tape<Double>()
    let input = tape.variable(geometry.tensor(of: [input]))
    let output = input.pool(
      kind, window: geometry.kernel, stride: geometry.stride, padding: geometry.padding)
    tape.sweep(
      from: output, upstream: upstream.map { Tensor(filling: output.shape, with: $0.cells) })
    return tape.adjoint(of: input).planes(of: geometry.input)[0]
  }
}

extension PoolingStep {
  /// What the cells of the window get of `upstream`, the gradient that comes back to the output cell, row by row and
  /// padding included: ``Pooling/gradient(upstream:)`` of this window alone, so computed by the engine too.
  ///
  /// - Throws: ``GeometryError/tooLargeToDifferentiate``
  public func shares(of upstream: Double) throws(GeometryError) -> [Double] {
    let padding = kind == .max ? -Double.infinity : 0
    let row = Grid(extent: Extent(height: 1, width: values.count), cells: values.map { $0 ?? padding })
    return try Pooling(global: row, kind: kind).gradient(upstream: Grid(Extent(1), repeating: upstream)).cells
  }
}
