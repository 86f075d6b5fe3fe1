import Learning
import TerminalUI

extension ConvWords {
  /// The lines of arithmetic of the signal view.
  static func signalLines(for lab: ConvLab, _ signal: SignalPicture, _ moment: ConvMoment) -> [ArithmeticLine]
  {
    let convolution = signal.convolution
    let (n, m) = (convolution.signal.count, convolution.kernel.count)
    let size: String
    switch convolution.mode {
    case .full: size = "full: n + m - 1 = \(n) + \(m) - 1 = \(convolution.count)"
    case .same: size = "same: n = \(convolution.count)"
    case .valid: size = "valid: n - m + 1 = \(n) - \(m) + 1 = \(convolution.count)"
    }
    return [signalStep(lab, convolution, moment), ArithmeticLine("steps", "\(size); \(inside(convolution))")]
  }

  private static func signalStep(
    _ lab: ConvLab, _ convolution: Convolution1D, _ moment: ConvMoment
  ) -> ArithmeticLine {
    guard let index = lab.shownStep, let step = try? convolution.step(index) else {
      return ArithmeticLine("sum", "nothing computed yet: → takes the first step, space plays")
    }
    if moment.isHidden {
      return ArithmeticLine("sum", "step \(index + 1): multiply what overlaps, and add up")
    }
    let overlap =
      step.isFullyInside ? "" : "  (\(step.terms.count) of \(step.kernel.count) weights on the signal)"
    return ArithmeticLine("sum", "step \(index + 1): \(step.arithmetic())\(overlap)")
  }

  private static func inside(_ convolution: Convolution1D) -> String {
    guard let steps = convolution.insideSteps else { return "the kernel is never fully inside" }
    return steps.count == 1
      ? "fully inside at step \(steps.lowerBound)"
      : "fully inside from step \(steps.lowerBound) to \(steps.upperBound)"
  }

  /// The text beside the tape.
  static func signalParts(for lab: ConvLab, _ signal: SignalPicture) -> [TextPanel.Part] {
    let flip =
      lab.settings.isFlipped
      ? "The kernel is read backwards, then slides from left to right. That flip is what makes it a convolution."
      : "The kernel slides as it is typed: that is cross-correlation. f turns it round first."
    let mode: String
    switch signal.convolution.mode {
    case .full:
      mode = "Every position with any overlap counts. Where the kernel hangs over, it meets nothing."
    case .same: mode = "As many results as samples; the kernel's middle follows the signal."
    case .valid: mode = "Only positions count where the kernel lies fully inside."
    }
    return [
      TextPanel.Part("Flip", flip), TextPanel.Part("Mode \(signal.convolution.mode.rawValue)", mode),
      TextPanel.Part(
        "How many steps",
        "n samples and m weights meet in n + m - 1 positions.\nn - m + 1 of them are fully inside."),
    ]
  }
}
