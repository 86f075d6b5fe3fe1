import Learning

/// Everything that the lab shows of a convolution in two dimensions and that does not depend on the step, worked out
/// when a setting changes.
struct PlanePicture: Equatable, Sendable {
  let convolution: Convolution
  /// y under the convention that runs, whether or not the exact rule allows it.
  let output: Grid
  /// y without and with the flip.
  let correlated, flipped: Grid
  let inputTexts, kernelTexts, turnedTexts, outputTexts, correlatedTexts, flippedTexts: CellTexts
  /// Input rows and columns that no window reads.
  let isRowUnused, isColumnUnused: [Bool]

  init(_ scene: ConvolutionScene) throws(GeometryError) {
    convolution = try scene.convolution()
    var other = scene
    other.isFlipped.toggle()
    output = convolution.output()
    let counterpart = try other.convolution().output()
    (correlated, flipped) = scene.isFlipped ? (counterpart, output) : (output, counterpart)
    inputTexts = CellTexts(convolution.input)
    kernelTexts = CellTexts(convolution.kernel)
    turnedTexts = CellTexts(convolution.kernel.rotated)
    outputTexts = CellTexts(output)
    let differs = zip(correlated.cells, flipped.cells).map { !Prediction.agree($0, $1) }
    correlatedTexts = CellTexts(correlated) { differs[$0] ? "≠" : " " }
    flippedTexts = CellTexts(flipped) { differs[$0] ? "≠" : " " }
    isRowUnused = Self.marks(convolution.geometry.rows)
    isColumnUnused = Self.marks(convolution.geometry.columns)
  }

  private static func marks(_ axis: ConvolutionAxis) -> [Bool] {
    var marks = [Bool](repeating: false, count: axis.input)
    for index in axis.neverTouched { marks[index] = true }
    return marks
  }

  var geometry: ConvolutionGeometry { convolution.geometry }

  /// Steps of the walk; none where the exact rule says "cannot".
  var stepCount: Int { geometry.output == nil ? 0 : geometry.steps }

  /// Output cells in which the two conventions differ.
  var differenceCount: Int {
    zip(correlated.cells, flipped.cells).reduce(0) { $0 + (Prediction.agree($1.0, $1.1) ? 0 : 1) }
  }

  /// Whether no window reads the input cell.
  func isUnused(_ cell: Position) -> Bool { isRowUnused[cell.row] || isColumnUnused[cell.column] }

  /// The place of an input cell in the padded grid, and back.
  func padded(_ cell: Position) -> Position {
    Position(
      row: cell.row + geometry.rows.paddingBefore, column: cell.column + geometry.columns.paddingBefore)
  }

  func inputCell(atPadded cell: Position) -> Position? {
    let inside = Position(
      row: cell.row - geometry.rows.paddingBefore, column: cell.column - geometry.columns.paddingBefore)
    return convolution.input.contains(inside) ? inside : nil
  }
}
