import Learning

/// Everything that the lab shows of a pooling and that does not depend on the step, worked out when a setting changes.
struct PoolPicture: WindowPicture, Equatable, Sendable {
  let pooling: Pooling
  /// y, whether or not the exact rule allows it; -∞ where the maximum of nothing but padding is asked for.
  let output: Grid
  /// For each output cell, where its maximum stands; empty for other kinds.
  let winners: [Position?]
  let inputTexts, outputTexts: CellTexts
  let inputShades, outputShades: ShadeScale
  let unused: UnusedCells

  init(_ scene: PoolingScene) throws(LabRefusal) {
    try Self.check(scene)
    do { pooling = try scene.pooling() } catch { throw Self.refusal(of: error) }
    output = pooling.output()
    winners = pooling.kind == .max ? pooling.winners() : []
    inputTexts = CellTexts(pooling.input)
    // Infinite cells have a text of their own, which is short.
    outputTexts = CellTexts(output.map { $0.isFinite ? $0 : 0 })
    (inputShades, outputShades) = (ShadeScale(pooling.input), ShadeScale(output))
    unused = UnusedCells(pooling.geometry)
  }

  var geometry: ConvolutionGeometry { pooling.geometry }

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
