import Learning

/// Everything that the lab shows of a convolution in two dimensions and that does not depend on the step, worked out
/// when a setting changes.
struct PlanePicture: WindowPicture, Equatable, Sendable {
  let convolution: Convolution
  /// y under the convention that runs, whether or not the exact rule allows it.
  let output: Grid
  /// y without and with the flip.
  let correlated, flipped: Grid
  let inputTexts, kernelTexts, turnedTexts, outputTexts, correlatedTexts, flippedTexts: CellTexts
  let inputShades, kernelShades, outputShades, comparedShades: ShadeScale
  let unused: UnusedCells

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
    (inputShades, kernelShades) = (ShadeScale(convolution.input), ShadeScale(convolution.kernel))
    outputShades = ShadeScale(output)
    comparedShades = ShadeScale(correlated.cells + flipped.cells)
    unused = UnusedCells(convolution.geometry)
  }

  var geometry: ConvolutionGeometry { convolution.geometry }
}
