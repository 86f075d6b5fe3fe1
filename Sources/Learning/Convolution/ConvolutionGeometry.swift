import Autodiff

/// How a kernel walks over a grid: one ``ConvolutionAxis`` each for rows and columns.
public struct ConvolutionGeometry: Hashable, Sendable {
  /// From top to bottom.
  public let rows: ConvolutionAxis
  /// From left to right.
  public let columns: ConvolutionAxis

  /// The geometry for extents in cells, all given height first.
  ///
  /// - Throws: ``GeometryError``, for the rows before the columns.
  public init(
    input: Extent, kernel: Extent, padding: Padding = 0, stride: Extent = Extent(1),
    dilation: Extent = Extent(1), rule: SizeRule = .floor
  ) throws(GeometryError) {
    try self.init(
      rows: ConvolutionAxis(
        input: input.height, kernel: kernel.height, before: padding.top, after: padding.bottom,
        stride: stride.height,
        dilation: dilation.height, rule: rule, along: .rows),
      columns: ConvolutionAxis(
        input: input.width, kernel: kernel.width, before: padding.left, after: padding.right,
        stride: stride.width,
        dilation: dilation.width, rule: rule, along: .columns))
  }

  init(rows: ConvolutionAxis, columns: ConvolutionAxis) {
    (self.rows, self.columns) = (rows, columns)
  }

  /// Input size without padding.
  public var input: Extent { Extent(height: rows.input, width: columns.input) }
  /// Input size with padding.
  public var padded: Extent { Extent(height: rows.padded, width: columns.padded) }
  /// Input size with padding, and with what the last windows reach beyond it.
  public var reached: Extent { Extent(height: rows.reached, width: columns.reached) }
  /// The padding on each side; under the same rule what that takes.
  public var padding: Padding {
    Padding(
      top: rows.paddingBefore, left: columns.paddingBefore, bottom: rows.paddingAfter,
      right: columns.paddingAfter)
  }
  /// Kernel size without gaps.
  public var kernel: Extent { Extent(height: rows.kernel, width: columns.kernel) }
  /// Kernel size with the gaps of dilation.
  public var span: Extent { Extent(height: rows.span, width: columns.span) }
  /// Distances between windows.
  public var stride: Extent { Extent(height: rows.stride, width: columns.stride) }
  /// Distances between taps.
  public var dilation: Extent { Extent(height: rows.dilation, width: columns.dilation) }
  /// The number of windows, at least 1x1; under the exact rule also when ``output`` is `nil`.
  public var windows: Extent { Extent(height: rows.windows, width: columns.windows) }
  /// The output size, or `nil` when the exact rule says "cannot" on either axis.
  public var output: Extent? { rows.output == nil || columns.output == nil ? nil : windows }
  /// The remainders of rows and columns, which the floor rule leaves unused.
  public var unused: Extent { Extent(height: rows.unused, width: columns.unused) }
  /// Whether there is no remainder on either axis.
  public var fits: Bool { rows.fits && columns.fits }
  /// How a remainder is treated.
  public var rule: SizeRule { rows.rule }

  /// The number of windows, which is the number of steps of the walk.
  public var steps: Int { windows.height * windows.width }

  /// The output cell computed by step `step` (0 is the first), row by row.
  public func position(ofStep step: Int) -> Position {
    Position(row: step / columns.windows, column: step % columns.windows)
  }

  /// The step that computes output cell `position`.
  public func step(at position: Position) -> Int {
    position.row * columns.windows + position.column
  }

  /// Whether `position` is a cell of the output.
  public func hasWindow(at position: Position) -> Bool {
    (0..<rows.windows).contains(position.row) && (0..<columns.windows).contains(position.column)
  }

  /// The input cell under kernel cell `tap` of the window at `output`, or `nil` where that is padding.
  public func inputCell(output: Position, tap: Position) -> Position? {
    guard let row = rows.inputIndex(output: output.row, tap: tap.row),
      let column = columns.inputIndex(output: output.column, tap: tap.column)
    else { return nil }
    return Position(row: row, column: column)
  }

  /// The window of output cell `output`: for each kernel cell, row by row, the input cell under it.
  public func window(of output: Position) -> [Tap] {
    (0..<rows.kernel).flatMap { row in
      (0..<columns.kernel).map { column in
        let tap = Position(row: row, column: column)
        return Tap(
          kernel: tap, input: inputCell(output: output, tap: tap),
          isBeyond: isBeyond(output: output, tap: tap))
      }
    }
  }

  /// Whether kernel cell `tap` of the window at `output` lies behind the padding.
  private func isBeyond(output: Position, tap: Position) -> Bool {
    output.row * rows.stride + tap.row * rows.dilation >= rows.padded
      || output.column * columns.stride + tap.column * columns.dilation >= columns.padded
  }

  /// The output cells that input cell `input` feeds, each with the kernel cell it meets there, row by row.
  public func outputs(fedBy input: Position) -> [(output: Position, kernel: Position)] {
    let columnUses = columns.uses(of: input.column)
    return rows.uses(of: input.row).flatMap { row in
      columnUses.map { column in
        (Position(row: row.output, column: column.output), Position(row: row.tap, column: column.tap))
      }
    }
  }

  /// Every output cell with the input cell that kernel cell `kernel` meets there, row by row; padding left out. Over
  /// these pairs the kernel gradient adds up upstream times input.
  public func pairs(ofKernel kernel: Position) -> [(output: Position, input: Position)] {
    rows.outputs(inside: kernel.row).flatMap { row in
      columns.outputs(inside: kernel.column).compactMap { column in
        let output = Position(row: row, column: column)
        return inputCell(output: output, tap: kernel).map { (output, $0) }
      }
    }
  }

  /// The output size with the numbers put in; one formula when both axes agree, otherwise one each.
  public var formula: String { written(\.formula) }

  /// The output size in fewer words, what is divided being worked out.
  public var shortFormula: String { written(\.shortFormula) }

  private func written(_ formula: KeyPath<ConvolutionAxis, String>) -> String {
    rows == columns
      ? rows[keyPath: formula] : "rows \(rows[keyPath: formula]); columns \(columns[keyPath: formula])"
  }

  /// The span with the numbers put in, or `nil` without dilation.
  public var spanFormula: String? {
    guard rows.dilation != columns.dilation || rows.kernel != columns.kernel else { return rows.spanFormula }
    let formulas = [("rows", rows.spanFormula), ("columns", columns.spanFormula)]
    let written = formulas.compactMap { axis, formula in formula.map { "\(axis) \($0)" } }
    return written.isEmpty ? nil : written.joined(separator: "; ")
  }
}

/// A kernel cell and the input cell it lies on.
public struct Tap: Hashable, Sendable {
  /// The place in the kernel.
  public let kernel: Position
  /// The place in the input; `nil` is padding.
  public let input: Position?
  /// Whether it lies behind the padding, where only windows reach that the ceil rule rounds up to.
  public let isBeyond: Bool
}
