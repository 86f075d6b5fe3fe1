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

  /// Pooling with windows of `size`, which are also the distance between windows unless `stride` is given.
  ///
  /// - Throws: ``GeometryError`` when the window does not fit, or the output or the work is beyond ``Limits``.
  public init(
    input: Grid, kind: PoolingKind, size: Extent = Extent(2), stride: Extent? = nil,
    padding: Extent = Extent(0),
    rule: SizeRule = .floor
  ) throws(GeometryError) {
    for side in [size.height, size.width] where !GeometrySetting.size.allowed.contains(side) {
      throw .outOfRange(.size, side)
    }
    guard size.height * size.width <= Limits.cells else { throw .windowTooLarge(size) }
    geometry = try ConvolutionGeometry(
      input: input.extent, kernel: size, padding: padding, stride: stride ?? size, rule: rule)
    try geometry.checkWork()
    (self.input, self.kind) = (input, kind)
  }

  /// Global pooling: one window over the whole grid.
  public init(global input: Grid, kind: PoolingKind) {
    let axis = { (cells: Int) in
      ConvolutionAxis(input: cells, kernel: cells, before: 0, after: 0, padding: 0, stride: cells)
    }
    geometry = ConvolutionGeometry(rows: axis(input.height), columns: axis(input.width))
    (self.input, self.kind) = (input, kind)
  }

  /// Whether one window covers the whole grid and nothing else.
  public var isGlobal: Bool { geometry.kernel == input.extent && geometry.padded == input.extent }

  /// The whole output, `[windows.height, windows.width]`; -∞ where the maximum of nothing but padding is asked for.
  public func output() -> Grid {
    let cells = (0..<geometry.steps).map { step in
      var reduction = PoolingReduction(kind)
      forEachCell(of: geometry.position(ofStep: step)) { _, value in reduction.add(value) }
      return reduction.result(cells: windowCells)
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
      position: position, kind: kind, taps: window, values: window.map { tap in tap.input.map { input[$0] } })
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

  private var windowCells: Int { geometry.kernel.height * geometry.kernel.width }

  /// Visits the input cells of a window in row order, padding left out.
  private func forEachCell(of output: Position, _ body: (Position, Double) -> Void) {
    let rows = inside(geometry.rows, of: output.row)
    let columns = inside(geometry.columns, of: output.column)
    for row in rows {
      for column in columns {
        body(Position(row: row, column: column), input.cells[row * input.width + column])
      }
    }
  }

  private func inside(_ axis: ConvolutionAxis, of output: Int) -> Range<Int> {
    let start = axis.start(of: output)
    let lower = Swift.min(Swift.max(0, start), axis.input)
    return lower..<Swift.max(lower, Swift.min(start + axis.kernel, axis.input))
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
  let cells = first.cells.indices.map { place in
    var reduction = PoolingReduction(kind)
    for channel in channels { reduction.add(channel.cells[place]) }
    return reduction.result(cells: channels.count)
  }
  return Grid(extent: first.extent, cells: cells)
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

  /// - Parameter cells: the size of the window, padding included.
  func result(cells: Int) -> Double {
    switch kind {
    case .max, .sum: total
    case .average: total / Double(cells)
    case .l2: total.squareRoot()
    }
  }
}
