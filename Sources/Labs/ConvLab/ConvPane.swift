import Learning

/// The grids of the lab that can have the focus.
enum ConvPane: GridPane {
  /// x, or the signal.
  case input
  /// k as typed.
  case kernel
  /// The kernel as the other convention applies it.
  case turnedKernel
  /// y under the convention that runs; in the comparison, cross-correlation.
  case output
  /// In the comparison, convolution.
  case counterpart
  /// ∂L/∂y, ∂L/∂x, ∂L/∂k and ∂L/∂b.
  case upstream, inputGradient, kernelGradient, biasGradient
  /// In the unrolled view, one row or column of the input laid out.
  case strip(Int)
  /// The window, the kernel and their products, opened up below.
  case window, weights, products, sum

  /// The panes that Tab visits in a view.
  static func focusable(in view: ConvolutionScene.View) -> [ConvPane] {
    switch view {
    case .grid, .signal: [.input, .kernel, .output]
    case .compare: [.input, .kernel, .output, .counterpart]
    case .backward: [.input, .kernel, .upstream, .inputGradient, .kernelGradient]
    case .unrolled: [.input]
    }
  }

  var isEditable: Bool { self == .input || self == .kernel || self == .upstream }

  var showsOutputs: Bool { self == .output || self == .counterpart || self == .upstream }

  /// Whether it is a part of the input written out.
  var isStrip: Bool {
    if case .strip = self { true } else { false }
  }
}
