import Learning
import TerminalUI

extension DepthLab {
  /// Asks for a number of the next step: an output, a gradient, or how wide weights are drawn and what became of gradients.
  mutating func openGuess() {
    guard timeline.position < timeline.count else {
      chrome.refuse("All layers are worked out: go back to guess.")
      return
    }
    let next = timeline.position + 1
    switch picture {
    case .neurons(let chain):
      let count = chain.layers.count
      if next <= count {
        ask(output(of: next, in: chain), revealing: next)
      } else if next == count + 1 {
        ask(lossGradient(of: chain), revealing: next)
      } else {
        ask(gradient(behind: 2 * count - next + 1, in: chain), revealing: next)
      }
    case .layers(let stack, _, _):
      if timeline.position >= stack.layers.count, let factor = factor(of: stack) {
        ask(factor, revealing: timeline.count)
      } else if let width = width(of: stack.settings) {
        ask(width, revealing: next)
      } else {
        chrome.refuse("These weights are not drawn: d goes on to a way with a width to guess.")
      }
    }
  }

  private mutating func ask(_ prediction: Prediction, revealing position: Int) {
    prompt = Prompt(.guess(prediction, revealing: position), asking: prediction)
  }

  private func text(_ value: Double) -> String { Numeral.format(value) }

  // MARK: Neurons

  /// The output of layer `number`, counted from 1.
  private func output(of number: Int, in chain: NeuronChain) -> Prediction {
    let (layer, before) = (chain.layers[number - 1], chain.output(before: number - 1))
    let given = [
      "\(notation.output(number - 1)) = \(text(before))",
      "\(notation.weight(number)) = \(text(layer.weight))",
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
  private func lossGradient(of chain: NeuronChain) -> Prediction {
    let count = chain.layers.count
    let layer = chain.layers[count - 1]
    let name = notation.output(count)
    return Prediction(
      question: "\(name) = \(text(layer.output)), t = \(text(chain.target)), L = ½(t - y)²; ∂L/∂\(name) =",
      answer: layer.gradient,
      misconceptions: [
        Prediction.Misconception(-layer.gradient, "with the sign turned"),
        Prediction.Misconception(chain.loss, "as the loss itself"),
        Prediction.Misconception(2 * layer.gradient, "without the ½ of the loss"),
        Prediction.Misconception(layer.gradient * layer.slope, "with the slope that belongs to the net"),
      ])
  }

  /// The gradient that the layer at `index` hands on to the one before it.
  private func gradient(behind index: Int, in chain: NeuronChain) -> Prediction {
    let (layer, answer) = (chain.layers[index], chain.layers[index - 1].gradient)
    let given = [
      "∂L/∂\(notation.output(index + 1)) \(text(layer.gradient))", "φ' \(text(layer.slope))",
      "w \(text(layer.weight))\(chain.hasSkip ? ", skip" : "")",
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

  // MARK: Wide layers

  /// By how much gradients change from layer to layer; `nil` where there is no such factor.
  private func factor(of stack: LayerStack) -> Prediction? {
    let sizes = stack.layers.map(\.gradientDeviation)
    let count = sizes.count
    guard count > 1, let first = sizes.first, let last = sizes.last, first > 0, last > 0 else { return nil }
    let (ratio, each) = (first / last, GradientFlow.factor(from: last, to: first, layers: count))
    return Prediction(
      question: "\(text(last)) at layer \(count), \(text(first)) at layer 1; factor for each =", answer: each,
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
  private func width(of settings: LayerStack.Settings) -> Prediction? {
    let (m, n) = (settings.inputs(at: 0), settings.width)
    let drawn = settings.initialisation
    let deviation = drawn.deviation(inputs: m, outputs: n)
    switch drawn {
    case .zero, .equal: return nil
    case .small, .large:
      return Prediction(
        question: "\(m) inputs N(0, 1), weights N(0, 1)·\(text(deviation)); sum's deviation =",
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
