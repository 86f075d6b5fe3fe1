import Learning

/// Everything that the lab shows of a pooling and that does not depend on the step, worked out when a setting changes.
struct PoolPicture: Equatable, Sendable {
  let pooling: Pooling
  /// y, whether or not the exact rule allows it; -∞ where the maximum of nothing but padding is asked for.
  let output: Grid
  /// For each output cell, where its maximum stands; empty for other kinds.
  let winners: [Position?]
  let inputTexts, outputTexts: CellTexts
  /// Input rows and columns that no window reads.
  let isRowUnused, isColumnUnused: [Bool]

  init(_ scene: PoolingScene) throws(LabRefusal) {
    try PoolLimits.check(scene)
    do { pooling = try scene.pooling() } catch { throw PoolLimits.refusal(of: error) }
    output = pooling.output()
    winners = pooling.kind == .max ? pooling.winners() : []
    inputTexts = CellTexts(pooling.input)
    // Infinite cells have a text of their own, which is short.
    outputTexts = CellTexts(output.map { $0.isFinite ? $0 : 0 })
    isRowUnused = Self.marks(pooling.geometry.rows)
    isColumnUnused = Self.marks(pooling.geometry.columns)
  }

  private static func marks(_ axis: ConvolutionAxis) -> [Bool] {
    var marks = [Bool](repeating: false, count: axis.input)
    for index in axis.neverTouched { marks[index] = true }
    return marks
  }

  var geometry: ConvolutionGeometry { pooling.geometry }

  /// Steps of the walk; none where the exact rule says "cannot".
  var stepCount: Int { geometry.output == nil ? 0 : geometry.steps }

  /// Whether no window reads the input cell.
  func isUnused(_ cell: Position) -> Bool { isRowUnused[cell.row] || isColumnUnused[cell.column] }

  /// What padding counts as.
  var paddingText: String { pooling.kind == .max ? "-∞" : "0" }

  /// Columns for the input's numbers and its padding.
  var inputWidth: Int {
    geometry.padded == geometry.input ? inputTexts.width : max(inputTexts.width, paddingText.count)
  }

  /// An output cell as shown.
  func outputText(_ place: Position) -> String {
    output[place].isFinite ? outputTexts[place] : "-∞"
  }

  /// The place of an input cell in the padded grid, and back.
  func padded(_ cell: Position) -> Position {
    Position(
      row: cell.row + geometry.rows.paddingBefore, column: cell.column + geometry.columns.paddingBefore)
  }

  func inputCell(atPadded cell: Position) -> Position? {
    let inside = Position(
      row: cell.row - geometry.rows.paddingBefore, column: cell.column - geometry.columns.paddingBefore)
    return pooling.input.contains(inside) ? inside : nil
  }

  /// Rows and columns of the padded grid under a window.
  func windowInPadded(of output: Position) -> (rows: Range<Int>, columns: Range<Int>) {
    func range(_ axis: ConvolutionAxis, _ index: Int) -> Range<Int> {
      index * axis.stride..<index * axis.stride + axis.kernel
    }
    return (range(geometry.rows, output.row), range(geometry.columns, output.column))
  }

  /// Input rows and columns under a window, padding left out; `nil` where there is nothing else.
  func windowInInput(of output: Position) -> (rows: Range<Int>, columns: Range<Int>)? {
    func range(_ axis: ConvolutionAxis, _ index: Int) -> Range<Int> {
      let start = axis.start(of: index)
      let first = min(max(0, start), axis.input)
      return first..<max(first, min(axis.input, start + axis.kernel))
    }
    let (rows, columns) = (range(geometry.rows, output.row), range(geometry.columns, output.column))
    return rows.isEmpty || columns.isEmpty ? nil : (rows, columns)
  }

  /// One output cell opened up; `nil` outside the output.
  func step(at place: Position) -> PoolingStep? {
    geometry.hasWindow(at: place) ? try? pooling.step(at: place) : nil
  }
}
