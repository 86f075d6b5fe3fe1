import Learning
import TerminalUI

/// What the softmax lab says; only of numbers that are worked out already.
enum SoftmaxWords {
  /// `value` with the decimals in which scores differ, also where a constant has made all of them large.
  static func text(_ value: Double) -> String { Numeral.format(value, digits: digits(of: value)) }
  private static func factor(_ value: Double) -> String { Numeral.factor(value, digits: digits(of: value)) }
  private static func digits(of value: Double) -> Int { abs(value) < 100 ? 4 : 6 }

  // MARK: Arithmetic

  /// The arithmetic of the stage that has just been worked out, for the class in focus.
  static func arithmetic(for lab: SoftmaxLab) -> [ArithmeticLine] {
    guard lab.timeline.position > 0 else { return [score(lab)] }
    let lines =
      switch lab.settings.view {
      case .stable: stable(lab)
      case .naive: naive(lab)
      case .binary: binary(lab)
      }
    return lines.dropLast() + lines.suffix(1).map(\.asResult)
  }

  private static func score(_ lab: SoftmaxLab) -> ArithmeticLine {
    let (settings, focus) = (lab.settings, lab.focus)
    let shifted =
      settings.shift == 0 ? "" : ", that is \(text(settings.logits[focus])) + \(factor(settings.shift))"
    return ArithmeticLine("score", "z\(focus) = \(text(settings.scores[focus]))\(shifted)")
  }

  private static func scale(_ lab: SoftmaxLab) -> ArithmeticLine {
    let (z, temperature) = (text(lab.settings.scores[lab.focus]), text(lab.settings.temperature))
    return ArithmeticLine(
      "scale", "z\(lab.focus)/T = \(z)/\(temperature) = \(text(lab.picture.stable.scaled[lab.focus]))")
  }

  private static func stable(_ lab: SoftmaxLab) -> [ArithmeticLine] {
    let (numbers, focus) = (lab.picture.stable, lab.focus)
    let lowered = numbers.lowered[focus]
    switch lab.timeline.position {
    case 1: return [scale(lab)]
    case 2:
      let difference = "\(text(numbers.scaled[focus])) - \(factor(numbers.most)) = \(text(lowered))"
      return [ArithmeticLine("lower", "m = \(text(numbers.most)), the largest; \(difference)")]
    case 3: return [ArithmeticLine("power", "e^\(factor(lowered)) = \(text(numbers.powers[focus]))")]
    case let position:
      let total = text(numbers.sum)
      let sum = ArithmeticLine("sum", lab.line(adding: numbers.powers.map(text)) { "\($0) = \(total)" })
      guard position > 4 else { return [sum, ArithmeticLine("p", "p\(focus) = \(quotient(lab))")] }
      let lines = [sum, ArithmeticLine("loss", loss(lab))]
      return position > 5 ? lines + [ArithmeticLine("slope", gradient(lab))] : lines
    }
  }

  private static func naive(_ lab: SoftmaxLab) -> [ArithmeticLine] {
    let (numbers, focus) = (lab.picture.naive, lab.focus)
    switch lab.timeline.position {
    case 1: return [scale(lab)]
    case 2:
      let power = factor(lab.picture.stable.scaled[focus])
      return [ArithmeticLine("power", "e^\(power) = \(numbers.powers[focus])")]
    case let position:
      let lines = [
        ArithmeticLine("sum", lab.line(adding: numbers.powers) { "\($0) = \(numbers.sum)" }),
        ArithmeticLine("naive", "\(numbers.powers[focus])/\(numbers.sum) = \(numbers.probabilities[focus])"),
        ArithmeticLine("stable", quotient(lab)),
      ]
      return Array(lines.prefix(position < 4 ? 1 : position < 6 ? 2 : 3))
    }
  }

  /// The probability in focus, computed the stable way.
  private static func quotient(_ lab: SoftmaxLab) -> String {
    let (numbers, focus) = (lab.picture.stable, lab.focus)
    return "\(text(numbers.powers[focus]))/\(text(numbers.sum)) = \(text(numbers.probabilities[focus]))"
  }

  private static func loss(_ lab: SoftmaxLab) -> String {
    let (numbers, target) = (lab.picture.stable, lab.settings.target)
    let p = numbers.probabilities[target]
    return p > 0
      ? "-ln(p\(target)) = -ln(\(text(p))) = \(text(numbers.crossEntropy))"
      : "-ln(p\(target)) = ln(\(text(numbers.sum))) - \(factor(numbers.lowered[target])) = "
        + "\(text(numbers.crossEntropy)); p\(target) itself comes out as 0"
  }

  private static func gradient(_ lab: SoftmaxLab) -> String {
    let (focus, temperature) = (lab.focus, lab.settings.temperature)
    let y = focus == lab.settings.target ? 1 : 0
    let difference = "\(text(lab.picture.stable.probabilities[focus])) - \(y)"
    let gradient = text(lab.picture.stable.gradient[focus])
    return temperature == 1
      ? "∂L/∂z\(focus) = p - y = \(difference) = \(gradient)"
      : "∂L/∂z\(focus) = (p - y)/T = (\(difference))/\(text(temperature)) = \(gradient)"
  }

  private static func binary(_ lab: SoftmaxLab) -> [ArithmeticLine] {
    let (settings, numbers, focus) = (lab.settings, lab.picture.binary, lab.focus)
    let (score, a) = (settings.scores[focus], numbers.samples[focus])
    switch lab.timeline.position {
    case 1...2:
      return [ArithmeticLine("a", "σ(\(text(score))) = 1/(1 + e^\(factor(-score))) = \(text(a))")]
    case 3:
      let term = text(numbers.terms[focus])
      return [
        ArithmeticLine(
          "loss",
          settings.labels[focus]
            ? "y = 1: -ln(a) = -ln(\(text(a))) = \(term)"
            : "y = 0: -ln(1 - a) = -ln(\(text(1 - a))) = \(term)")
      ]
    case let position:
      let (mean, penalty) = (text(numbers.mean), text(numbers.penalty))
      let squares = settings.weights.map { "\(factor($0))^2" }.joined(separator: " + ")
      let terms = lab.line(adding: numbers.terms.map(text)) { "(\($0))/\(numbers.terms.count) = \(mean)" }
      let lines = [
        ArithmeticLine("mean", terms),
        ArithmeticLine("λΣw²", "\(text(settings.lambda))·(\(squares)) = \(penalty)"),
        ArithmeticLine("C", "\(mean) + \(penalty) = \(text(numbers.total))"),
      ]
      return Array(lines.prefix(position - 3))
    }
  }

  // MARK: In words

  /// What stands under the table.
  static func facts(for lab: SoftmaxLab) -> [String] {
    let (settings, picture) = (lab.settings, lab.picture)
    let position = lab.timeline.position
    var facts: [String] = []
    switch settings.view {
    case .stable:
      if position >= 2 { facts.append("m = \(text(picture.stable.most)), the largest z/T") }
      if position >= 4 { facts.append("Σe^(z/T-m) = \(text(picture.stable.sum)); the p add up to 1") }
      if position >= 5 {
        facts.append("cross-entropy of class \(settings.target): \(text(picture.stable.crossEntropy))")
      }
      if position >= 6 { facts.append("the gradients add up to 0: what one gains the others lose") }
    case .naive:
      if position >= 3 { facts.append("Σe^(z/T) = \(picture.naive.sum), as it stands") }
      if position >= 4, picture.naive.overflows { facts.append("inf/inf has no value: a power overflowed") }
      if position >= 4, picture.naive.vanishes { facts.append("0/0 has no value: every power is too small") }
      if position >= 6 {
        facts.append(
          "Σe^(z/T-m) = \(text(picture.stable.sum)), with m = \(text(picture.stable.most)) taken away first")
      }
    case .binary:
      if position >= 3 { facts.append("the loss of a sample: -(y·ln a + (1 - y)·ln(1 - a))") }
      if position >= 4 { facts.append("mean over the samples: \(text(picture.binary.mean))") }
      if position >= 5 {
        facts.append(
          "penalty: λΣw² = \(text(picture.binary.penalty)) for the weights \(settings.weights.map(text).joined(separator: ", "))"
        )
      }
      if position >= 6 { facts.append("C = \(text(picture.binary.total)); ∂C/∂z of a sample is (a - y)/n") }
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
      return picture.stable.probabilities.contains(0)
        ? "Watch for p = 0: too small to be a number, while its logarithm is not."
        : "Watch for the bars of p: none is 0, and together they make 1."
    case .stable:
      return picture.stable.gradient[settings.target] < 0
        ? "Watch for the signs: the true class alone has a minus; its score should rise."
        : "Watch for the gradient: 0, since the true class has all the probability."
    case .naive where position < 4:
      return "Watch for the powers: beyond z/T = 709 they are no numbers."
    case .naive:
      return picture.naive.overflows
        ? "Watch for nan: inf/inf, though the probabilities exist."
        : picture.naive.vanishes
          ? "Watch for nan: 0/0, though the probabilities exist."
          : position < 6
            ? "Watch for what comes next: the stable way to the same numbers."
            : picture.naive.loses
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
          "Their probabilities of class 1 are \(picture.binary.samples.map(text).joined(separator: ", ")).")
      }
      sentences += facts(for: lab).map(\.asSentence)
      return sentences.joined(separator: " ")
    }
    sentences.append(
      "\(Plural.count(settings.logits.count, "class", plural: "classes")) with the scores \(scores), divided by the "
        + "temperature \(text(settings.temperature)); class \(settings.target) is the true one.")
    let probabilities =
      "The probabilities are \(picture.stable.probabilities.map(text).joined(separator: ", "))."
    switch settings.view {
    case .stable:
      if position >= 4 { sentences.append(probabilities) }
      if position >= 5 { sentences.append("The cross-entropy is \(text(picture.stable.crossEntropy)).") }
      if position >= 6 {
        sentences.append(
          "Its gradient by the scores is \(picture.stable.gradient.map(text).joined(separator: ", ")).")
      }
    case .naive:
      if position >= 6 { sentences.append(probabilities) }
      if position >= 4 {
        sentences.append(
          "Computed as it stands, the formula gives \(picture.naive.probabilities.joined(separator: ", ")).")
      }
    case .binary: break
    }
    return sentences.joined(separator: " ")
  }
}
