import Learning

/// Everything that the lab shows of a pooling and that does not depend on the step, worked out when a setting changes.
struct PoolPicture: WindowPicture, SettingsPicture {
  let pooling: Pooling
  /// For each output cell, where its maximum stands; empty for other kinds.
  let winners: [Position?]
  let input: GridNumbers
  /// y, whether or not the exact rule allows it; -∞ and NaN, for the maximum and the mean of
  /// nothing at all, where a window lies on padding alone.
  let output: GridNumbers
  let unused: UnusedCells

  /// - Throws: ``LabRefusal`` for what does not fit, or is larger than the lab shows.
  init(_ scene: PoolingScene) throws(LabRefusal) {
    try GridLimits.check(scene.grid.grid, of: "the input")
    try GridLimits.check(scene.size, "a window of", atMost: GridLimits.side)
    try GridLimits.check(scene.stride, "stride", atMost: GridLimits.side)
    try GridLimits.check(scene.padding)
    try GridLimits.check(scene.dilation, "dilation")
    if let upstream = scene.upstream {
      try GridLimits.check(numbers: upstream.cells, of: "the upstream gradient")
    }
    do { pooling = try scene.pooling() } catch { throw Self.refusal(of: error) }
    winners = pooling.kind == .max ? pooling.winners() : []
    input = GridNumbers(pooling.input)
    output = GridNumbers(pooling.output()) { number, _ in
      number == -.infinity ? "-∞" : Numeral.format(number, digits: 3)
    }
    unused = UnusedCells(pooling.geometry)
  }

  /// The sentence for a scene whose parts do not fit one another.
  private static func refusal(of error: GeometryError) -> LabRefusal {
    if case .spanTooLarge(let axis, let span, _, _, let input, let before, let after) = error {
      let room = GeometryError.room(input, before: before, after: after)
      return LabRefusal("the window does not fit: it has \(span) \(axis), the input only \(room)")
    }
    return LabRefusal(error.description)
  }

  var geometry: ConvolutionGeometry { pooling.geometry }

  /// Input rows and columns under a window, padding left out; `nil` where there is nothing else.
  func windowInInput(of output: Position) -> (rows: Range<Int>, columns: Range<Int>)? {
    func range(_ axis: ConvolutionAxis, _ index: Int) -> Range<Int> {
      let start = axis.start(of: index)
      let first = min(max(0, start), axis.input)
      return first..<max(first, min(axis.input, start + axis.span))
    }
    let (rows, columns) = (range(geometry.rows, output.row), range(geometry.columns, output.column))
    return rows.isEmpty || columns.isEmpty ? nil : (rows, columns)
  }

  /// One output cell opened up; `nil` outside the output.
  func step(at place: Position) -> PoolingStep? { try? pooling.step(at: place) }
}

/// Gradients of a pooling, from an upstream gradient that is let in one output cell after another.
///
/// All of them come from the engine: the state after k steps is its answer to an upstream gradient whose later cells
/// are 0.
struct PoolGradients: Equatable, Sendable {
  /// The settings that this belongs to.
  let source: PoolingScene
  /// How many output cells have sent their share back.
  let steps: Int
  /// ∂L/∂y as typed, or ones.
  let upstream: GridNumbers
  /// ∂L/∂x when every output cell has sent its share back.
  let total: GridNumbers
  /// ∂L/∂x so far, shaded on the scale of the total.
  let partial: GridNumbers

  init(
    _ picture: PoolPicture, _ source: PoolingScene, upstream: Grid, steps: Int, previous: PoolGradients?
  ) throws(GeometryError) {
    if let previous, previous.source == source {
      (self.upstream, total) = (previous.upstream, previous.total)
    } else {
      (self.upstream, total) = (
        GridNumbers(upstream), GridNumbers(try picture.pooling.gradient(upstream: upstream))
      )
    }
    let isWhole = steps >= picture.geometry.steps
    let now = isWhole ? total.grid : try picture.pooling.gradient(upstream: upstream.keepingFirst(steps))
    partial = GridNumbers(now, shades: total.shades)
    (self.source, self.steps) = (source, steps)
  }
}
