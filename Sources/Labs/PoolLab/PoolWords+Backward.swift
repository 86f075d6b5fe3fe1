import Learning
import TerminalUI

extension PoolWords {
  /// How an output moves with the cells of its window.
  static func slopes(_ scene: PoolingScene, _ step: PoolingStep?) -> ArithmeticLine {
    let count = step?.divisor ?? scene.size.height * scene.size.width
    switch scene.kind {
    case .max:
      return ArithmeticLine("rule", "∂y/∂x = 1 for the maximum, the first one at a tie; 0 for the others")
    case .average: return ArithmeticLine("rule", "y = Σx / \(count), so ∂y/∂x = 1/\(count) for every cell")
    case .sum: return ArithmeticLine("rule", "y = Σx, so ∂y/∂x = 1 for every cell")
    case .l2: return ArithmeticLine("rule", "y = √Σx², so ∂y/∂x = x/y; 0 where y is 0")
    }
  }

  /// What has just come back, or what has come back to the cell at the cursor.
  static func back(_ lab: PoolLab, _ moment: PoolMoment, columns: Int) -> ArithmeticLine {
    guard let gradients = lab.gradients else { return ArithmeticLine("back", "no gradients here") }
    if let cursor = lab.cursor, lab.prompt == nil, lab.focus.showsInputs {
      return ArithmeticLine("∂L/∂x", arrived(at: cursor, lab.picture, gradients, terms: max(3, columns / 8)))
    }
    guard let step = moment.step else {
      return ArithmeticLine("back", "nothing has come back yet: → lets in the first upstream gradient")
    }
    let u = gradients.upstream[step.position]
    if moment.isHidden {
      return ArithmeticLine("back", "which part of u = \(Numeral.format(u)) goes to that cell?")
    }
    return ArithmeticLine(
      "back",
      "u \(name(step.position)) = \(Numeral.format(u)): "
        + shares(step, lab.picture.pooling, of: u, terms: max(1, (columns - 24) / 27)))
  }

  private static func shares(
    _ step: PoolingStep, _ pooling: Pooling, of u: Double, terms: Int
  ) -> String {
    guard let shares = try? pooling.shares(of: u, at: step.position) else {
      return "this window is too large to go back through"
    }
    let inside = step.taps.indices.compactMap { index in step.taps[index].input.map { (index, $0) } }
    let padding = step.taps.count { $0.input == nil && !$0.isBeyond }
    guard let first = inside.first else { return "the window is padding alone, nothing comes back" }
    let lost = padding == 0 ? "" : "; \(padding) of them padding: lost"
    switch step.kind {
    case .max:
      guard let winner = step.winner else { return "the window is padding alone, nothing comes back" }
      let equals = step.values.count { $0 == step.value }
      let reason =
        equals == 1 ? "the maximum \(Numeral.format(step.value))" : "the first of \(equals) equal maxima"
      return "all of it to \(name(winner)), \(reason)"
    case .average:
      return
        "\(Numeral.format(u)) / \(step.divisor) = \(Numeral.format(shares[first.0])) to each cell\(lost)"
    case .sum: return "\(Numeral.format(u)) to each cell\(lost)"
    case .l2:
      if step.value == 0 { return "y is 0, so the slope counts as 0 and nothing comes back" }
      let (factor, y) = (Numeral.factor(u), Numeral.format(step.value))
      let written = inside.prefix(terms).map { index, cell in
        "\(factor)·\(Numeral.factor(step.values[index] ?? 0))/\(y) = \(Numeral.format(shares[index])) to \(name(cell))"
      }
      return written.joined(separator: ", ") + (inside.count > terms ? ", …" : "")
    }
  }

  /// ∂L/∂x at one cell: what each window that reads it sends back.
  private static func arrived(
    at cell: Position, _ picture: PoolPicture, _ gradients: PoolGradients, terms: Int
  ) -> String {
    let uses = picture.geometry.outputs(fedBy: cell)
    guard !uses.isEmpty else { return "\(name(cell)): no window reads this cell, so nothing comes back" }
    let total = "\(Numeral.format(gradients.total[cell])) in all"
    let width = picture.geometry.kernel.width
    let written: [String] = uses.prefix(terms).compactMap { use in
      guard
        let shares = try? picture.pooling.shares(of: gradients.upstream[use.output], at: use.output)
      else { return nil }
      return Numeral.factor(shares[use.kernel.row * width + use.kernel.column])
    }
    let sum = written.joined(separator: " + ") + (uses.count > terms ? " + …" : "")
    return "\(name(cell)): \(sum) = \(total), from \(ConvWords.count(uses.count, "window"))"
  }

  /// The text beside the gradients.
  static func backwardParts(for lab: PoolLab) -> [TextPanel.Part] {
    let kind: String
    switch lab.settings.kind {
    case .max:
      kind =
        "Only the cell that won moves the output, so it gets the whole gradient and the others get nothing. At a tie the "
        + "first one in row order counts as the winner, as in PyTorch."
    case .average:
      kind =
        "Every cell moves the mean by the same fraction, so all get the same share, whatever their values. The share "
        + "of padding is lost."
    case .sum: kind = "Every cell moves the sum one to one, so each gets the gradient in full."
    case .l2:
      kind =
        "A cell moves the root by x/y: large cells get more, zeros nothing, negative cells a share of the other sign. "
        + "Where y is 0 there is no slope; the engine takes 0."
    }
    return [
      TextPanel.Part(
        "Going back",
        "u says how the loss L moves with each output. Pooling has no weights, so all of it goes on to the input."
      ),
      TextPanel.Part(capitalisedKind(lab.settings.kind), kind),
      TextPanel.Part(
        "Where windows overlap",
        "A cell that several windows read collects from each of them, and the shares add up. Cells that no window "
          + "reads get 0."),
    ]
  }

  static func capitalisedKind(_ kind: PoolingKind) -> String {
    switch kind {
    case .max: "Maximum"
    case .average: "Average"
    case .sum: "Sum"
    case .l2: "L2"
    }
  }
}
