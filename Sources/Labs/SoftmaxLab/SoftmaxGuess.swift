import Learning
import TerminalUI

extension SoftmaxLab {
  /// Asks for the next number worth working out: a probability, then the loss, then the gradient.
  mutating func openGuess() {
    let position = timeline.position
    guard position < timeline.count else {
      chrome.refuse("All stages are worked out: go back to guess.")
      return
    }
    let texts = settings.scores.map { Numeral.format($0) }.joined(separator: ", ")
    let revealing =
      switch settings.view {
      case .stable, .binary: 4
      case .naive: 6
      }
    switch settings.view {
    case .stable where position < 4, .naive:
      ask(
        "scores \(texts)\(temperature); p of \(focus) =", probability,
        revealing: revealing)
    case .stable where position < 5:
      let (p, target) = (picture.probabilities[settings.target], settings.target)
      let given =
        p > 0
        ? "p = \(Numeral.format(p))"
        : "p = e^\(Numeral.factor(picture.lowered[target]))/\(Numeral.format(picture.sum))"
      ask("\(given) for the true class \(target); -ln(p) =", loss, revealing: 5)
    case .stable:
      let p = Numeral.format(picture.probabilities[focus])
      let y = focus == settings.target ? 1 : 0
      ask("class \(focus): p = \(p), y = \(y)\(temperature); gradient =", gradient, revealing: 6)
    case .binary where position < 1:
      ask("z = \(Numeral.format(settings.scores[focus])); 1/(1 + e^(-z)) =", sample, revealing: 1)
    case .binary:
      ask(
        "mean \(Numeral.format(picture.mean)), lambda \(Numeral.format(settings.lambda)); C =", total,
        revealing: 6)
    }
  }

  private mutating func ask(_ question: String, _ prediction: Prediction, revealing position: Int) {
    prompt = Prompt(
      .guess(prediction, revealing: position), LineEditor(prompt: question, limit: 40))
  }

  private var temperature: String {
    settings.temperature == 1 ? "" : ", T = \(Numeral.format(settings.temperature))"
  }

  private func prediction(_ name: String, _ answer: Double, _ misconceptions: [Prediction.Misconception])
    -> Prediction
  {
    Prediction(
      question: name, answer: answer,
      misconceptions: misconceptions.filter { $0.value.isFinite && !Prediction.agree($0.value, answer) })
  }

  private var probability: Prediction {
    let scores = picture.scaled
    let sum = scores.reduce(0, +)
    return prediction(
      "probability", picture.probabilities[focus],
      [
        Prediction.Misconception(scores[focus] / sum, "when the scores are divided without e^"),
        Prediction.Misconception(picture.powers[focus], "without dividing by the sum"),
        Prediction.Misconception(1 / Double(scores.count), "when all classes are alike"),
      ])
  }

  private var loss: Prediction {
    let p = picture.probabilities[settings.target]
    return prediction(
      "cross-entropy", picture.crossEntropy,
      [
        Prediction.Misconception(-picture.crossEntropy, "with the sign turned"),
        // Divided by ln 2 and ln 10.
        Prediction.Misconception(picture.crossEntropy / 0.6931471805599453, "with the logarithm to base 2"),
        Prediction.Misconception(picture.crossEntropy / 2.302585092994046, "with the logarithm to base 10"),
        Prediction.Misconception(1 - p, "when 1 - p is taken"),
      ])
  }

  private var gradient: Prediction {
    let (p, y) = (picture.probabilities[focus], focus == settings.target ? 1.0 : 0)
    return prediction(
      "gradient", picture.gradient[focus],
      [
        Prediction.Misconception(p, "when y is left out"),
        Prediction.Misconception(y - p, "with the sign turned"),
        Prediction.Misconception(p - y, "without dividing by the temperature"),
        Prediction.Misconception(p * (1 - p), "by the rule of the sigmoid"),
      ])
  }

  private var sample: Prediction {
    let a = picture.samples[focus]
    return prediction(
      "probability", a,
      [
        Prediction.Misconception(1 - a, "with the sign of z turned"),
        Prediction.Misconception(a * (1 - a), "as the slope, not the value"),
      ])
  }

  private var total: Prediction {
    let squares = settings.weights.reduce(0) { $0 + $1 * $1 }
    return prediction(
      "C", picture.total,
      [
        Prediction.Misconception(picture.mean, "without the penalty"),
        Prediction.Misconception(
          picture.mean + settings.lambda * squares / 2, "with half the penalty, as some books have it"),
        Prediction.Misconception(
          picture.mean + settings.lambda * settings.weights.reduce(0) { $0 + abs($1) },
          "with |w| in place of w^2"),
      ])
  }
}
