import Learning
import TerminalUI

extension DepthLab {
  /// Asks for a number of the next step: an output, a gradient, or how wide weights are drawn and what became of gradients.
  mutating func openGuess() {
    guard timeline.position < timeline.count else {
      chrome.refuse("All layers are worked out: go back to guess.")
      return
    }
    switch picture {
    case .neurons(let chain): ask(of: chain)
    case .layers(let stack, _, _): ask(of: stack)
    }
  }

  private mutating func ask(_ question: String, _ prediction: Prediction, revealing position: Int) {
    prompt = Prompt(.guess(prediction, revealing: position), LineEditor(prompt: question, limit: 40))
  }

  private func text(_ value: Double) -> String { Numeral.format(value) }

  private func prediction(_ name: String, _ answer: Double, _ misconceptions: [Prediction.Misconception])
    -> Prediction
  {
    Prediction(
      question: name, answer: answer,
      misconceptions: misconceptions.filter { $0.value.isFinite && !Prediction.agree($0.value, answer) })
  }

  // MARK: Neurons

  private mutating func ask(of chain: NeuronChain) {
    let next = timeline.position + 1
    let count = chain.layers.count
    if next <= count {
      let (layer, before) = (chain.layers[next - 1], chain.output(before: next - 1))
      let weight = "\(notation.weight(next)) = \(text(layer.weight))"
      let skip = chain.hasSkip ? " + skip" : ""
      ask(
        "\(notation.output(next - 1)) = \(text(before)), \(weight), \(chain.activation.title)\(skip); \(notation.output(next)) =",
        prediction(
          notation.output(next), layer.output,
          [
            Prediction.Misconception(layer.net, "before the activation"),
            Prediction.Misconception(chain.activation.value(before), "without the weight"),
            Prediction.Misconception(layer.output - before, "without the skip connection"),
            Prediction.Misconception(layer.slope, "as the slope of φ, not its value"),
          ]), revealing: next)
      return
    }
    let index = 2 * count - next
    let layer = chain.layers[index]
    let name = "∂L/∂\(notation.output(index + 1))"
    guard index + 1 < count else {
      ask(
        "\(notation.output(count)) = \(text(layer.output)), t = \(text(chain.target)), L = ½(t - y)²; \(name) =",
        prediction(
          name, layer.gradient,
          [
            Prediction.Misconception(-layer.gradient, "with the sign turned"),
            Prediction.Misconception(chain.loss, "as the loss itself"),
            Prediction.Misconception(2 * layer.gradient, "without the ½ of the loss"),
            Prediction.Misconception(layer.gradient * layer.slope, "with the slope that belongs to the net"),
          ]), revealing: next)
      return
    }
    let behind = chain.layers[index + 1]
    let number = index + 2
    ask(
      "∂L/∂\(notation.output(number)) \(text(behind.gradient)), φ' \(text(behind.slope)), w \(text(behind.weight))"
        + "\(chain.hasSkip ? ", skip" : ""); \(name) =",
      prediction(
        name, layer.gradient,
        [
          Prediction.Misconception(
            behind.gradient * behind.slope * behind.weight, "without the 1 of the skip connection"),
          Prediction.Misconception(behind.gradient * behind.weight, "without the slope"),
          Prediction.Misconception(behind.gradient * behind.slope, "without the weight"),
          Prediction.Misconception(
            behind.gradient * behind.output * behind.weight, "with the output in place of the slope"),
          Prediction.Misconception(behind.gradient + behind.factor, "when the factor is added"),
          Prediction.Misconception(-layer.gradient, "with the sign turned"),
          Prediction.Misconception(behind.gradient, "when the gradient stays as it was"),
        ]), revealing: next)
  }

  // MARK: Wide layers

  private mutating func ask(of stack: LayerStack) {
    let settings = stack.settings
    let count = stack.layers.count
    let sizes = stack.layers.map(\.gradientDeviation)
    if timeline.position >= count, count > 1, let first = sizes.first, let last = sizes.last, first > 0,
      last > 0
    {
      let each = GradientFlow.factor(from: last, to: first, layers: count)
      let ratio = first / last
      ask(
        "\(text(last)) at layer \(count), \(text(first)) at layer 1; factor for each =",
        prediction(
          "factor", each,
          [
            Prediction.Misconception(ratio, "for all layers together"),
            Prediction.Misconception(
              ratio / Double(count - 1), "when the ratio is divided, and no root taken"),
            Prediction.Misconception(1 / each, "from the first layer to the last"),
            Prediction.Misconception(
              GradientFlow.factor(from: last, to: first, layers: count + 1),
              "with the \(count)th root: there are \(count - 1) steps between \(count) layers"),
          ]), revealing: timeline.count)
      return
    }
    let (m, n) = (settings.inputs(at: 0), settings.width)
    let initialisation = settings.initialisation
    let deviation = initialisation.deviation(inputs: m, outputs: n)
    let question: String
    let answer: Double
    let bound = initialisation.bound(inputs: m, outputs: n)
    let isXavier = initialisation == .xavierUniform || initialisation == .xavierNormal
    let six = bound == nil ? 2.0 : 6
    switch initialisation {
    case .zero, .equal:
      chrome.refuse("These weights are not drawn: d goes on to a way with a width to guess.")
      return
    case .small, .large:
      question = "\(m) inputs N(0, 1), weights N(0, 1)·\(text(deviation)); sum's deviation ="
      answer = Double(m).squareRoot() * deviation
      ask(
        question,
        prediction(
          "deviation", answer,
          [
            Prediction.Misconception(
              Double(m) * deviation, "when deviations are added: variances add up, so √m"),
            Prediction.Misconception(deviation, "as that of a single product"),
            Prediction.Misconception(Double(m) * deviation * deviation, "as the variance"),
          ]), revealing: timeline.position + 1)
      return
    case .xavierUniform, .heUniform:
      question = "\(initialisation.rawValue), \(m) → \(n): uniform in ±b; b ="
      answer = bound ?? 0
    case .xavierNormal, .heNormal:
      question = "\(initialisation.rawValue), \(m) → \(n): the deviation ="
      answer = deviation
    }
    ask(
      question,
      prediction(
        bound == nil ? "deviation" : "b", answer,
        [
          Prediction.Misconception(
            bound == nil ? (3.0).squareRoot() * deviation : deviation,
            bound == nil ? "as the bound of the uniform form" : "as the deviation of the normal form"),
          Prediction.Misconception(
            (six / Double(isXavier ? m : m + n)).squareRoot(),
            isXavier ? "by He's rule, with the inputs alone" : "by Xavier's rule, with inputs and outputs"),
          Prediction.Misconception(answer * answer, "without the root"),
          Prediction.Misconception((six / Double(n)).squareRoot(), "with the outputs alone"),
        ]), revealing: timeline.position + 1)
  }
}
