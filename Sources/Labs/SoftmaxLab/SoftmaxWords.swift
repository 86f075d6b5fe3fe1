import Learning
import TerminalUI

/// What the softmax lab says; only of numbers that are worked out already.
enum SoftmaxWords {
  /// `value` with the decimals in which scores differ, also where a constant has made all of them large.
  static func text(_ value: Double) -> String { Numeral.format(value, digits: digits(of: value)) }
  private static func factor(_ value: Double) -> String { Numeral.factor(value, digits: digits(of: value)) }
  private static func digits(of value: Double) -> Int { abs(value) < 100 ? 4 : 6 }

  /// The arithmetic of the stage that has just been worked out, for the class in focus.
  static func arithmetic(for lab: SoftmaxLab) -> [ArithmeticLine] {
    let (settings, picture, focus) = (lab.settings, lab.picture, lab.focus)
    let position = lab.timeline.position
    let z = text(settings.scores[focus])
    var lines: [ArithmeticLine] = []
    let shifted =
      settings.shift == 0 ? "" : " = \(text(settings.logits[focus])) + \(factor(settings.shift))"
    switch (settings.view, position) {
    case (_, 0):
      lines.append(
        ArithmeticLine(
          "score", "z\(focus) = \(z)" + (shifted.isEmpty ? "" : ", that is\(shifted.dropFirst(2))")))
    case (.binary, 1...2):
      lines.append(
        ArithmeticLine(
          "a", "σ(\(z)) = 1/(1 + e^\(factor(-settings.scores[focus]))) = \(text(picture.samples[focus]))"))
    case (.binary, 3): lines.append(ArithmeticLine("loss", sample(focus, of: lab)))
    case (.binary, _):
      lines.append(
        ArithmeticLine(
          "mean",
          lab.line(adding: picture.terms.map(text)) {
            "(\($0))/\(picture.terms.count) = \(text(picture.mean))"
          }))
      if position >= 5 {
        let squares = settings.weights.map { "\(factor($0))^2" }.joined(separator: " + ")
        lines.append(
          ArithmeticLine("λΣw²", "\(text(settings.lambda))·(\(squares)) = \(text(picture.penalty))"))
      }
      if position >= 6 {
        lines.append(
          ArithmeticLine("C", "\(text(picture.mean)) + \(text(picture.penalty)) = \(text(picture.total))"))
      }
    case (_, 1):
      lines.append(
        ArithmeticLine(
          "scale", "z\(focus)/T = \(z)/\(text(settings.temperature)) = \(text(picture.scaled[focus]))"))
    case (.stable, 2):
      lines.append(
        ArithmeticLine(
          "lower",
          "m = \(text(picture.most)), the largest; \(text(picture.scaled[focus])) - \(factor(picture.most)) = "
            + text(picture.lowered[focus])))
    case (.stable, 3):
      lines.append(
        ArithmeticLine("power", "e^\(factor(picture.lowered[focus])) = \(text(picture.powers[focus]))"))
    case (.stable, _):
      lines.append(
        ArithmeticLine("sum", lab.line(adding: picture.powers.map(text)) { "\($0) = \(text(picture.sum))" }))
      if position == 4 {
        lines.append(
          ArithmeticLine(
            "p",
            "p\(focus) = \(text(picture.powers[focus]))/\(text(picture.sum)) = \(text(picture.probabilities[focus]))"
          ))
      } else {
        lines.append(ArithmeticLine("loss", loss(lab)))
      }
      if position >= 6 { lines.append(ArithmeticLine("slope", gradient(lab))) }
    case (.naive, 2):
      lines.append(
        ArithmeticLine("power", "e^\(factor(picture.scaled[focus])) = \(picture.naivePowers[focus])"))
    case (.naive, _):
      lines.append(
        ArithmeticLine("sum", lab.line(adding: picture.naivePowers) { "\($0) = \(picture.naiveSum)" }))
      if position >= 4 {
        lines.append(
          ArithmeticLine(
            "naive",
            "\(picture.naivePowers[focus])/\(picture.naiveSum) = \(picture.naiveProbabilities[focus])"))
      }
      if position >= 6 {
        lines.append(
          ArithmeticLine(
            "stable",
            "\(text(picture.powers[focus]))/\(text(picture.sum)) = \(text(picture.probabilities[focus]))"))
      }
    }
    return lines
  }

  private static func loss(_ lab: SoftmaxLab) -> String {
    let target = lab.settings.target
    let p = lab.picture.probabilities[target]
    return p > 0
      ? "-ln(p\(target)) = -ln(\(text(p))) = \(text(lab.picture.crossEntropy))"
      : "-ln(p\(target)) = ln(\(text(lab.picture.sum))) - \(factor(lab.picture.lowered[target])) = "
        + "\(text(lab.picture.crossEntropy)); p\(target) itself comes out as 0"
  }

  private static func gradient(_ lab: SoftmaxLab) -> String {
    let focus = lab.focus
    let y = focus == lab.settings.target ? 1 : 0
    let difference = "\(text(lab.picture.probabilities[focus])) - \(y)"
    let temperature = lab.settings.temperature
    return temperature == 1
      ? "∂L/∂z\(focus) = p - y = \(difference) = \(text(lab.picture.gradient[focus]))"
      : "∂L/∂z\(focus) = (p - y)/T = (\(difference))/\(text(temperature)) = \(text(lab.picture.gradient[focus]))"
  }

  private static func sample(_ index: Int, of lab: SoftmaxLab) -> String {
    let a = lab.picture.samples[index]
    let term = text(lab.picture.terms[index])
    return lab.settings.labels[index]
      ? "y = 1: -ln(a) = -ln(\(text(a))) = \(term)"
      : "y = 0: -ln(1 - a) = -ln(\(text(1 - a))) = \(term)"
  }

  /// What stands under the table.
  static func facts(for lab: SoftmaxLab) -> [String] {
    let (settings, picture) = (lab.settings, lab.picture)
    let position = lab.timeline.position
    var facts: [String] = []
    switch settings.view {
    case .stable:
      if position >= 2 { facts.append("m = \(text(picture.most)), the largest z/T") }
      if position >= 4 { facts.append("Σe^(z/T-m) = \(text(picture.sum)); the p add up to 1") }
      if position >= 5 {
        facts.append("cross-entropy of class \(settings.target): \(text(picture.crossEntropy))")
      }
      if position >= 6 { facts.append("the gradients add up to 0: what one gains the others lose") }
    case .naive:
      if position >= 3 { facts.append("Σe^(z/T) = \(picture.naiveSum), as it stands") }
      if position >= 4, picture.naiveOverflows { facts.append("inf/inf has no value: a power overflowed") }
      if position >= 4, picture.naiveVanishes { facts.append("0/0 has no value: every power is too small") }
      if position >= 6 {
        facts.append("Σe^(z/T-m) = \(text(picture.sum)), with m = \(text(picture.most)) taken away first")
      }
    case .binary:
      if position >= 3 { facts.append("the loss of a sample: -(y·ln a + (1 - y)·ln(1 - a))") }
      if position >= 4 { facts.append("mean over the samples: \(text(picture.mean))") }
      if position >= 5 {
        facts.append(
          "penalty: λΣw² = \(text(picture.penalty)) for the weights \(settings.weights.map(text).joined(separator: ", "))"
        )
      }
      if position >= 6 { facts.append("C = \(text(picture.total)); ∂C/∂z of a sample is (a - y)/n") }
    }
    return facts
  }

  /// What to look at: true of what is on the screen at this stage.
  static func hint(for lab: SoftmaxLab) -> String {
    let (settings, picture) = (lab.settings, lab.picture)
    let position = lab.timeline.position
    switch settings.view {
    case .stable where position < 2:
      return "Watch for what comes next: each stage makes one column."
    case .stable where position < 4:
      return "Watch for m: with the largest taken away, no power exceeds 1."
    case .stable where position < 6:
      return picture.probabilities.contains(0)
        ? "Watch for p = 0: too small to be a number, while its logarithm is not."
        : "Watch for the bars of p: none is 0, and together they make 1."
    case .stable:
      return picture.gradient[settings.target] < 0
        ? "Watch for the signs: the true class alone has a minus; its score should rise."
        : "Watch for the gradient: 0, since the true class has all the probability."
    case .naive where position < 4:
      return "Watch for the powers: beyond z/T = 709 they are no numbers."
    case .naive:
      return picture.naiveOverflows
        ? "Watch for nan: inf/inf, though the probabilities exist."
        : picture.naiveVanishes
          ? "Watch for nan: 0/0, though the probabilities exist."
          : position < 6
            ? "Watch for what comes next: the stable way to the same numbers."
            : picture.naiveLoses
              ? "Watch for 0 as it stands: a power was too small, though p is not 0."
              : "Watch for both ways: the same numbers as long as no power overflows."
    case .binary where position < 5:
      return "Watch for the label: it chooses which probability counts, a or 1 - a."
    case .binary:
      return "Watch for the penalty: it looks at the weights alone, not at the samples."
    }
  }

  static func paragraph(for lab: SoftmaxLab) -> String {
    let (settings, picture) = (lab.settings, lab.picture)
    let scores = settings.scores.map(text).joined(separator: ", ")
    let position = lab.timeline.position
    var sentences = ["\(position) of \(SoftmaxScene.stages) stages are worked out."]
    if settings.view.isBinary {
      sentences.append("\(Plural.count(settings.logits.count, "sample")) with the scores \(scores).")
      if position >= 1 {
        sentences.append(
          "Their probabilities of class 1 are \(picture.samples.map(text).joined(separator: ", ")).")
      }
      sentences += facts(for: lab).map(\.asSentence)
      return sentences.joined(separator: " ")
    }
    sentences.append(
      "\(Plural.count(settings.logits.count, "class", plural: "classes")) with the scores \(scores), divided by the "
        + "temperature \(text(settings.temperature)); class \(settings.target) is the true one.")
    let probabilities = "The probabilities are \(picture.probabilities.map(text).joined(separator: ", "))."
    switch settings.view {
    case .stable:
      if position >= 4 { sentences.append(probabilities) }
      if position >= 5 { sentences.append("The cross-entropy is \(text(picture.crossEntropy)).") }
      if position >= 6 {
        sentences.append(
          "Its gradient by the scores is \(picture.gradient.map(text).joined(separator: ", ")).")
      }
    case .naive:
      if position >= 6 { sentences.append(probabilities) }
      if position >= 4 {
        sentences.append(
          "Computed as it stands, the formula gives \(picture.naiveProbabilities.joined(separator: ", ")).")
      }
    case .binary: break
    }
    return sentences.joined(separator: " ")
  }

  static func code(for lab: SoftmaxLab) -> [TextOverlay.Block] {
    let settings = lab.settings
    let scores = settings.scores.map(PythonText.number).joined(separator: ", ")
    if settings.view.isBinary {
      let labels = settings.labels.map { $0 ? "1." : "0." }.joined(separator: ", ")
      let weights = settings.weights.map(PythonText.number).joined(separator: ", ")
      let lambda = PythonText.number(settings.lambda)
      return [
        .heading("PyTorch"),
        .code([
          "z = torch.tensor([\(scores)], requires_grad=True)", "y = torch.tensor([\(labels)])",
          "w = torch.tensor([\(weights)])",
          "C = torch.nn.functional.binary_cross_entropy_with_logits(z, y) + \(lambda)*(w**2).sum()",
          "C.backward()",
        ]),
        .heading("Keras"),
        .code([
          "loss = keras.losses.BinaryCrossentropy(from_logits=True)",
          "layer = keras.layers.Dense(1, kernel_regularizer=keras.regularizers.L2(\(lambda)))",
        ]),
      ]
    }
    let temperature = PythonText.number(settings.temperature)
    let divided = settings.temperature == 1 ? "z" : "z/\(temperature)"
    return [
      .heading("PyTorch"),
      .code([
        "z = torch.tensor([\(scores)], requires_grad=True)", "p = torch.softmax(\(divided), dim=0)",
        "loss = torch.nn.functional.cross_entropy((\(divided))[None], torch.tensor([\(settings.target)]))",
        "loss.backward()", "print(p, loss, z.grad)",
      ]),
      .heading("Keras"),
      .code([
        "z = keras.ops.convert_to_tensor([\(scores)])", "p = keras.ops.softmax(\(divided))",
        "loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
        "print(loss([\(settings.target)], (\(divided))[None]))",
      ]),
      .words(
        "Both libraries take away the largest score first, and both losses take scores, not probabilities."),
    ]
  }
}
