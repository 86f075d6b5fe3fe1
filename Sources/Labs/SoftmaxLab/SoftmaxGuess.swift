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
    switch settings.view {
    case .stable where position < 4: ask(probability, revealing: 4)
    case .stable where position < 5: ask(loss, revealing: 5)
    case .stable: ask(gradient, revealing: 6)
    case .naive: ask(probability, revealing: 6)
    case .binary where position < 1: ask(sample, revealing: 1)
    case .binary: ask(total, revealing: 6)
    }
  }

  private mutating func ask(_ prediction: Prediction, revealing position: Int) {
    prompt = Prompt(.guess(prediction, revealing: position), asking: prediction)
  }

  private var temperature: String {
    settings.temperature == 1 ? "" : ", T = \(Numeral.format(settings.temperature))"
  }

  private var probability: Prediction {
    let numbers = picture.stable
    let scores = settings.scores.map { Numeral.format($0) }.joined(separator: ", ")
    return Prediction(
      question: "scores \(scores)\(temperature); p of \(focus) =", answer: numbers.probabilities[focus],
      misconceptions: [
        Prediction.Misconception(
          numbers.scaled[focus] / numbers.scaled.reduce(0, +), "when the scores are divided without e^"),
        Prediction.Misconception(numbers.powers[focus], "without dividing by the sum"),
        Prediction.Misconception(1 / Double(numbers.scaled.count), "when all classes are alike"),
      ])
  }

  private var loss: Prediction {
    let (numbers, target) = (picture.stable, settings.target)
    let (p, loss) = (numbers.probabilities[target], numbers.crossEntropy)
    let given =
      p > 0
      ? "p = \(Numeral.format(p))"
      : "p = e^\(Numeral.factor(numbers.lowered[target]))/\(Numeral.format(numbers.sum))"
    return Prediction(
      question: "\(given) for the true class \(target); -ln(p) =", answer: loss,
      misconceptions: [
        Prediction.Misconception(-loss, "with the sign turned"),
        // Divided by ln 2 and ln 10.
        Prediction.Misconception(loss / 0.6931471805599453, "with the logarithm to base 2"),
        Prediction.Misconception(loss / 2.302585092994046, "with the logarithm to base 10"),
        Prediction.Misconception(1 - p, "when 1 - p is taken"),
      ])
  }

  private var gradient: Prediction {
    let (p, y) = (picture.stable.probabilities[focus], focus == settings.target ? 1.0 : 0)
    return Prediction(
      question:
        "class \(focus): p = \(Numeral.format(p)), y = \(Numeral.format(y))\(temperature); gradient =",
      answer: picture.stable.gradient[focus],
      misconceptions: [
        Prediction.Misconception(p, "when y is left out"),
        Prediction.Misconception(y - p, "with the sign turned"),
        Prediction.Misconception(p - y, "without dividing by the temperature"),
        Prediction.Misconception(p * (1 - p), "by the rule of the sigmoid"),
      ])
  }

  private var sample: Prediction {
    let a = picture.binary.samples[focus]
    return Prediction(
      question: "z = \(Numeral.format(settings.scores[focus])); 1/(1 + e^(-z)) =", answer: a,
      misconceptions: [
        Prediction.Misconception(1 - a, "with the sign of z turned"),
        Prediction.Misconception(a * (1 - a), "as the slope, not the value"),
      ])
  }

  private var total: Prediction {
    let (mean, lambda) = (picture.binary.mean, settings.lambda)
    let squares = settings.weights.reduce(0) { $0 + $1 * $1 }
    return Prediction(
      question: "mean \(Numeral.format(mean)), lambda \(Numeral.format(lambda)); C =",
      answer: picture.binary.total,
      misconceptions: [
        Prediction.Misconception(mean, "without the penalty"),
        Prediction.Misconception(mean + lambda * squares / 2, "with half the penalty, as some books have it"),
        Prediction.Misconception(
          mean + lambda * settings.weights.reduce(0) { $0 + abs($1) }, "with |w| in place of w^2"),
      ])
  }
}
