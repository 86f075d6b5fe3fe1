import Learning

extension DepthLab {
  /// Asks for a number of the next step: an output, a gradient, or how wide weights are drawn and what became of gradients.
  mutating func openGuess() {
    guard timeline.position < timeline.count else {
      chrome.refuse("All layers are worked out: go back to guess.")
      return
    }
    do {
      let (prediction, position) = try view.guess()
      prompt = Prompt(.guess(prediction, revealing: position), asking: prediction)
    } catch { chrome.refuse(error.description) }
  }
}

extension NeuronView {
  func guess() throws(LabRefusal) -> (prediction: Prediction, position: Int) {
    let (count, next) = (chain.layers.count, lab.timeline.position + 1)
    guard next > count else { return (output(of: next), next) }
    return (next == count + 1 ? lossGradient : gradient(behind: 2 * count - next + 1), next)
  }

  private func written(_ value: Double) -> String { Numeral.format(value) }

  /// The output of layer `number`, counted from 1.
  private func output(of number: Int) -> Prediction {
    let (layer, before) = (chain.layers[number - 1], chain.output(before: number - 1))
    let given = [
      "\(notation.output(number - 1)) = \(written(before))",
      "\(notation.weight(number)) = \(written(layer.weight))",
      chain.activation.title + (chain.hasSkip ? " + skip" : ""),
    ]
    return Prediction(
      question: "\(given.joined(separator: ", ")); \(notation.output(number)) =", answer: layer.output,
      misconceptions: [
        Prediction.Misconception(layer.net, "before the activation"),
        Prediction.Misconception(chain.activation.value(before), "without the weight"),
        Prediction.Misconception(layer.output - before, "without the skip connection"),
        Prediction.Misconception(layer.slope, "as the slope of φ, not its value"),
      ])
  }

  /// The gradient at the last output, with which the way back begins.
  private var lossGradient: Prediction {
    let count = chain.layers.count
    let layer = chain.layers[count - 1]
    let name = notation.output(count)
    return Prediction(
      question:
        "\(name) = \(written(layer.output)), t = \(written(chain.target)), L = ½(t - y)²; ∂L/∂\(name) =",
      answer: layer.gradient,
      misconceptions: [
        Prediction.Misconception(-layer.gradient, "with the sign turned"),
        Prediction.Misconception(chain.loss, "as the loss itself"),
        Prediction.Misconception(2 * layer.gradient, "without the ½ of the loss"),
        Prediction.Misconception(layer.gradient * layer.slope, "with the slope that belongs to the net"),
      ])
  }

  /// The gradient that the layer at `index` hands on to the one before it.
  private func gradient(behind index: Int) -> Prediction {
    let (layer, answer) = (chain.layers[index], chain.layers[index - 1].gradient)
    let given = [
      "∂L/∂\(notation.output(index + 1)) \(written(layer.gradient))", "φ' \(written(layer.slope))",
      "w \(written(layer.weight))\(chain.hasSkip ? ", skip" : "")",
    ]
    return Prediction(
      question: "\(given.joined(separator: ", ")); ∂L/∂\(notation.output(index)) =", answer: answer,
      misconceptions: [
        Prediction.Misconception(
          layer.gradient * layer.slope * layer.weight, "without the 1 of the skip connection"),
        Prediction.Misconception(layer.gradient * layer.weight, "without the slope"),
        Prediction.Misconception(layer.gradient * layer.slope, "without the weight"),
        Prediction.Misconception(
          layer.gradient * layer.output * layer.weight, "with the output in place of the slope"),
        Prediction.Misconception(layer.gradient + layer.factor, "when the factor is added"),
        Prediction.Misconception(-answer, "with the sign turned"),
        Prediction.Misconception(layer.gradient, "when the gradient stays as it was"),
      ])
  }
}

extension StackView {
  func guess() throws(LabRefusal) -> (prediction: Prediction, position: Int) {
    if lab.timeline.position >= stack.layers.count, let factor { return (factor, lab.timeline.count) }
    guard let width else {
      throw LabRefusal("These weights are not drawn: d goes on to a way with a width to guess.")
    }
    return (width, lab.timeline.position + 1)
  }

  private func written(_ value: Double) -> String { Numeral.format(value) }

  /// By how much gradients change from layer to layer; `nil` where there is no such factor.
  private var factor: Prediction? {
    let sizes = stack.layers.map(\.gradientDeviation)
    let count = sizes.count
    guard count > 1, let first = sizes.first, let last = sizes.last, first > 0, last > 0 else { return nil }
    let (ratio, each) = (first / last, GradientFlow.factor(from: last, to: first, layers: count))
    return Prediction(
      question: "\(written(last)) at layer \(count), \(written(first)) at layer 1; factor for each =",
      answer: each,
      misconceptions: [
        Prediction.Misconception(ratio, "for all layers together"),
        Prediction.Misconception(ratio / Double(count - 1), "when the ratio is divided, and no root taken"),
        Prediction.Misconception(1 / each, "from the first layer to the last"),
        Prediction.Misconception(
          GradientFlow.factor(from: last, to: first, layers: count + 1),
          "with the \(count)th root: there are \(count - 1) steps between \(count) layers"),
      ])
  }

  /// How wide the weights of the first layer are drawn, or sums come out; `nil` where they are not drawn.
  private var width: Prediction? {
    let settings = stack.settings
    let (m, n) = (settings.inputs(at: 0), settings.width)
    let drawn = settings.initialisation
    let deviation = drawn.deviation(inputs: m, outputs: n)
    switch drawn {
    case .zero, .equal: return nil
    case .small, .large:
      return Prediction(
        question: "\(m) inputs N(0, 1), weights N(0, 1)·\(written(deviation)); sum's deviation =",
        answer: Double(m).squareRoot() * deviation,
        misconceptions: [
          Prediction.Misconception(
            Double(m) * deviation, "when deviations are added: variances add up, so √m"),
          Prediction.Misconception(deviation, "as that of a single product"),
          Prediction.Misconception(Double(m) * deviation * deviation, "as the variance"),
        ])
    case .xavierUniform, .xavierNormal:
      return width(
        drawn, m, n,
        other: (counted: m, "by He's rule, with the inputs alone"))
    case .heUniform, .heNormal:
      return width(
        drawn, m, n,
        other: (counted: m + n, "by Xavier's rule, with inputs and outputs"))
    }
  }

  /// The bound of a uniform form or the deviation of a normal one; `other` says how many numbers the other rule counts.
  private func width(
    _ drawn: Initialisation, _ m: Int, _ n: Int, other: (counted: Int, name: String)
  ) -> Prediction {
    let deviation = drawn.deviation(inputs: m, outputs: n)
    let bound = drawn.bound(inputs: m, outputs: n)
    let answer = bound ?? deviation
    let variance = bound == nil ? 2.0 : 6
    return Prediction(
      question: "\(drawn.rawValue), \(m) → \(n): \(bound == nil ? "the deviation" : "uniform in ±b; b") =",
      answer: answer,
      misconceptions: [
        bound == nil
          ? Prediction.Misconception((3.0).squareRoot() * deviation, "as the bound of the uniform form")
          : Prediction.Misconception(deviation, "as the deviation of the normal form"),
        Prediction.Misconception((variance / Double(other.counted)).squareRoot(), other.name),
        Prediction.Misconception(answer * answer, "without the root"),
        Prediction.Misconception((variance / Double(n)).squareRoot(), "with the outputs alone"),
      ])
  }
}
