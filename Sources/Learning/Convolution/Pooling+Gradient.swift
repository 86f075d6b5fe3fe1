import Autodiff

extension Pooling {
  /// The gradient of L = Σ upstream · output for the input: where each upstream number goes back to. Computed by the
  /// engine; a maximum hands everything to the first of equals in row order.
  ///
  /// - Parameter upstream: ∂L/∂y, shaped as the output; `nil` is 1 everywhere.
  /// - Throws: ``GeometryError/upstreamShape(_:expected:)``
  public func gradient(upstream: Grid? = nil) throws(GeometryError) -> Grid {
    try geometry.check(upstream.map { [$0] })
    // Under the same and exact rules the padding is such that rounding down gives the windows that there are.
    let tape = Tape<Double>()
    let input = tape.variable(geometry.tensor(of: [input]))
    let output = input.pool(
      kind, window: geometry.kernel, stride: geometry.stride, padding: geometry.padding,
      dilation: geometry.dilation, roundingUp: geometry.rule == .ceil, excludingPadding: excludesPadding)
    tape.sweep(
      from: output, upstream: upstream.map { Tensor(filling: output.shape, with: $0.cells) })
    return tape.adjoint(of: input).planes(of: geometry.input)[0]
  }

  /// What the cells of a window get of `upstream`, the gradient that comes back to its output cell, row by row: 0 for
  /// padding, whose share is lost. The ``gradient(upstream:)`` where nothing comes back to other cells, so computed by the
  /// engine too.
  ///
  /// - Throws: ``GeometryError/outsideOutput(_:_:)``
  public func shares(of upstream: Double, at position: Position) throws(GeometryError) -> [Double] {
    guard geometry.hasWindow(at: position) else { throw .outsideOutput(position, geometry.windows) }
    var alone = Grid(geometry.windows, repeating: 0)
    alone[position] = upstream
    let gradient = try gradient(upstream: alone)
    return geometry.window(of: position).map { tap in tap.input.map { gradient[$0] } ?? 0 }
  }
}
