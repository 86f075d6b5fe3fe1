import Autodiff

/// What a pooling window is reduced to, as the engine has it.
public typealias PoolingKind = Autodiff.PoolingKind

/// Windows of a grid reduced to one number each, without parameters.
public struct Pooling: Hashable, Sendable {
  /// The grid, `[height, width]`.
  public let input: Grid
  /// What a window is reduced to.
  public let kind: PoolingKind
  /// Where the windows lie.
  public let geometry: ConvolutionGeometry
  /// Whether an average is divided by the cells of the window that lie inside the input alone; else by those inside input
  /// and padding.
  public let excludesPadding: Bool

  /// Pooling with windows of `size`, which are also the distance between windows unless `stride` is given.
  ///
  /// - Throws: ``GeometryError`` when the window does not fit, or the output or the work is beyond ``Limits``.
  public init(
    input: Grid, kind: PoolingKind, size: Extent = 2, stride: Extent? = nil, padding: Padding = 0,
    dilation: Extent = 1, rule: SizeRule = .floor, excludesPadding: Bool = false
  ) throws(GeometryError) {
    for side in [size.height, size.width] where !GeometrySetting.size.allowed.contains(side) {
      throw .outOfRange(.size, side)
    }
    guard size.height * size.width <= Limits.cells else { throw .windowTooLarge(size) }
    geometry = try ConvolutionGeometry(
      input: input.extent, kernel: size, padding: padding, stride: stride ?? size, dilation: dilation,
      rule: rule)
    try geometry.checkWork()
    (self.input, self.kind, self.excludesPadding) = (input, kind, excludesPadding)
  }

  /// Whether one window covers the whole grid and nothing else.
  public var isGlobal: Bool { geometry.kernel == input.extent && geometry.reached == input.extent }

  /// The whole output, `[windows.height, windows.width]`; where a window lies on padding alone, a maximum is -∞, and an
  /// average that excludes padding is not a number.
  public func output() -> Grid {
    let cells = (0..<geometry.steps).map { step in
      let place = geometry.position(ofStep: step)
      var reduction = PoolingReduction(kind)
      var inside = 0
      forEachCell(of: place) { _, value in
        reduction.add(value)
        inside += 1
      }
      return reduction.result(cells: excludesPadding ? inside : geometry.cellsBeforeTheEnd(of: place))
    }
    return Grid(extent: geometry.windows, cells: cells)
  }

  /// One output cell opened up.
  ///
  /// - Throws: ``GeometryError/outsideOutput(_:_:)``
  public func step(at position: Position) throws(GeometryError) -> PoolingStep {
    guard geometry.hasWindow(at: position) else { throw .outsideOutput(position, geometry.windows) }
    let window = geometry.window(of: position)
    return PoolingStep(
      position: position, kind: kind, taps: window, values: window.map { tap in tap.input.map { input[$0] } },
      excludesPadding: excludesPadding)
  }

  /// For each window, row by row, where its maximum stands: the first one in row order at a tie, as PyTorch has it;
  /// `nil` in a window of padding alone.
  public func winners() -> [Position?] {
    (0..<geometry.steps).map { step in
      var best: (position: Position, value: Double)?
      forEachCell(of: geometry.position(ofStep: step)) { position, value in
        if best.map({ value > $0.value }) ?? true { best = (position, value) }
      }
      return best?.position
    }
  }

  /// Visits the input cells of a window in row order, padding left out.
  private func forEachCell(of output: Position, _ body: (Position, Double) -> Void) {
    let columns = geometry.columns.inputs(of: output.column)
    for row in geometry.rows.inputs(of: output.row) {
      for column in columns {
        body(Position(row: row, column: column), input.cells[row * input.width + column])
      }
    }
  }
}

extension ConvolutionGeometry {
  /// The cells of a window that lie on input or padding, not beyond.
  fileprivate func cellsBeforeTheEnd(of output: Position) -> Int {
    func count(_ axis: ConvolutionAxis, _ output: Int) -> Int {
      min(axis.kernel, (axis.padded - output * axis.stride - 1) / axis.dilation + 1)
    }
    return count(rows, output.row) * count(columns, output.column)
  }
}

/// Pooling across channels: one number per place, from all channels there.
///
/// - Parameter channels: `[channel][height, width]`, at least one and all of one size.
/// - Returns: `[height, width]`.
/// - Throws: ``LayerError``
public func poolAcrossChannels(_ channels: [Grid], kind: PoolingKind) throws(LayerError) -> Grid {
  guard let first = channels.first else { throw .empty }
  for (index, channel) in channels.enumerated() where channel.extent != first.extent {
    throw .channelSize(channel: index, channel.extent, expected: first.extent)
  }
  let cells = channels.flatMap(\.cells)
  let tape = Tape<Double>()
  let places = tape.constant(Tensor(vector: cells)).reshaped(to: [
    1, channels.count, first.height, first.width,
  ])
  return Grid(extent: first.extent, cells: places.pooledAcrossChannels(kind).tensor.elements)
}

/// The running result of one window.
struct PoolingReduction {
  private let kind: PoolingKind
  private var total: Double

  init(_ kind: PoolingKind) {
    self.kind = kind
    total = kind == .max ? -.infinity : 0
  }

  mutating func add(_ value: Double) {
    switch kind {
    case .max: total = Swift.max(total, value)
    case .average, .sum: total += value
    case .l2: total += value * value
    }
  }

  /// - Parameter cells: what an average is divided by.
  func result(cells: Int) -> Double {
    switch kind {
    case .max, .sum: total
    case .average: total / Double(cells)
    case .l2: total.squareRoot()
    }
  }
}
