import Learning
import TerminalUI

extension ConvWords {
  /// The lines of arithmetic of the backward view.
  static func backwardLines(
    for lab: ConvLab, _ plane: PlanePicture, _ moment: ConvMoment, columns: Int
  ) -> [ArithmeticLine] {
    guard let backward = lab.backward else {
      let reason =
        plane.stepCount == 0
        ? plane.geometry.formula : "this kernel on this input is too large to go back through step by step"
      return [ArithmeticLine("back", reason)]
    }
    let rule = ArithmeticLine("rule", "∂L/∂k = Σ u·window;  ∂L/∂x += u·kernel;  ∂L/∂b = Σ u")
    return [
      backwardStep(lab, plane, backward, moment, terms: max(3, columns / 7), columns: columns), rule,
    ]
  }

  private static func backwardStep(
    _ lab: ConvLab, _ plane: PlanePicture, _ backward: BackwardPicture, _ moment: ConvMoment, terms: Int,
    columns: Int
  ) -> ArithmeticLine {
    if let cursor = lab.cursor, lab.prompt == nil {
      switch lab.focus {
      case .kernelGradient, .kernel: return kernelSum(lab, cursor, plane, backward, terms: terms)
      case .input, .inputGradient: return inputSum(cursor, plane, backward, terms: terms)
      default: break
      }
    }
    guard let active = moment.active, let step = moment.step else {
      return ArithmeticLine("back", "nothing has come back yet: → lets in the first upstream gradient")
    }
    let place = "\(active.row),\(active.column)"
    if moment.isHidden { return ArithmeticLine("back", "add up u times x over all windows") }
    if plane.isStoppedByReLU(active) {
      return ArithmeticLine("back", "output \(place) is 0 after ReLU: its slope is 0, nothing comes back")
    }
    let u = Numeral.factor(backward.upstream[active])
    let window = step.window.cells.prefix(terms).map { Numeral.format($0) }.joined(separator: " ")
    let more = step.window.cells.count > terms ? " …" : ""
    func line(_ window: String) -> String {
      "u \(place) = \(u): ∂L/∂k += \(u)·\(window), ∂L/∂x += \(u)·kernel, ∂L/∂b += \(u)"
    }
    // The window's numbers stand in the box above, should there be no room for them.
    let full = line("[\(window)\(more)]")
    return ArithmeticLine("back", full.count <= columns - ArithmeticLine.indent ? full : line("window"))
  }

  /// ∂L/∂k at one cell: upstream times input, over all windows.
  private static func kernelSum(
    _ lab: ConvLab, _ cursor: Position, _ plane: PlanePicture, _ backward: BackwardPicture, terms: Int
  ) -> ArithmeticLine {
    let pairs = plane.geometry.pairs(ofKernel: cursor).filter { !plane.isStoppedByReLU($0.output) }
    let products = pairs.map { (backward.upstream[$0.output], plane.convolution.input[$0.input]) }
    let total = backward.total.kernel[lab.typedCell(cursor)]
    return ArithmeticLine(
      "∂L/∂k",
      "\(cursor.row),\(cursor.column): \(sum(products, terms: terms)) = \(Numeral.format(total)) in all")
  }

  /// ∂L/∂x at one cell: upstream times kernel, over the windows that cover it.
  private static func inputSum(
    _ cursor: Position, _ plane: PlanePicture, _ backward: BackwardPicture, terms: Int
  ) -> ArithmeticLine {
    let uses = plane.geometry.outputs(fedBy: cursor).filter { !plane.isStoppedByReLU($0.output) }
    let kernel = plane.convolution.appliedKernel
    let products = uses.map { (backward.upstream[$0.output], kernel[$0.kernel]) }
    return ArithmeticLine(
      "∂L/∂x",
      "\(cursor.row),\(cursor.column): \(sum(products, terms: terms)) = "
        + "\(Numeral.format(backward.total.input[cursor])) in all")
  }

  private static func sum(_ products: [(Double, Double)], terms: Int) -> String {
    guard !products.isEmpty else { return "no window" }
    let written = products.prefix(terms).map { "\(Numeral.factor($0))·\(Numeral.factor($1))" }
    return written.joined(separator: " + ") + (products.count > terms ? " + …" : "")
  }

  /// The text beside the gradients.
  static func backwardParts(for lab: ConvLab, _ plane: PlanePicture) -> [TextPanel.Part] {
    var parts = [
      TextPanel.Part(
        "Going back",
        "u says how the loss L moves with each output. An output was window times kernel, so it sends u times the "
          + "window to the kernel, and u times the kernel to the window. Everything that arrives is added up."
      ),
      TextPanel.Part(
        "In formulas",
        "∂L/∂k(a,c) = Σ u(i,j) · x(i+a, j+c)\n∂L/∂b = Σ u\n∂L/∂x: the full convolution of u with k"),
    ]
    if lab.settings.hasReLU {
      parts.append(
        TextPanel.Part("ReLU", "Where the output is 0 the slope is 0: hatched cells send nothing back."))
    }
    parts.append(
      TextPanel.Part(
        "One kernel for all", "The kernel is shared, so its gradient collects from every window."))
    return parts
  }
}
