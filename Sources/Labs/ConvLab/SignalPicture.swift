import Learning

/// Everything that the lab shows of a convolution in one dimension and that does not depend on the step.
struct SignalPicture: Equatable, Sendable {
  let convolution: Convolution1D
  let output: [Double]
  let signalTexts, kernelTexts, appliedTexts, outputTexts: CellTexts
  let signalShades, kernelShades, outputShades: ShadeScale

  init(_ convolution: Convolution1D) {
    self.convolution = convolution
    output = convolution.output()
    signalShades = ShadeScale(convolution.signal)
    kernelShades = ShadeScale(convolution.kernel)
    outputShades = ShadeScale(output)
    signalTexts = CellTexts(row: convolution.signal)
    kernelTexts = CellTexts(row: convolution.kernel)
    appliedTexts = CellTexts(row: convolution.appliedKernel)
    outputTexts = CellTexts(row: output)
  }
}
