import Learning
import TerminalUI

extension CurveLab {
  /// Asks for the slope of the curve in focus at the next place.
  mutating func openGuess() {
    guard timeline.position < timeline.count else {
      chrome.refuse("This is the right end: go back a step to guess.")
      return
    }
    let x = settings.x(at: timeline.position + 1)
    let point = settings.point(of: settings.curve, at: x)
    guard point.slope.isFinite, point.value.isFinite else {
      chrome.refuse("At \(Numeral.format(x)) there is no finite slope.")
      return
    }
    let (place, value) = (Numeral.format(x), Numeral.format(point.value))
    let prediction = Prediction(
      question: "\(settings.curve.name): f(\(place)) = \(value), f'(\(place)) =", answer: point.slope,
      misconceptions: misconceptions(at: point))
    prompt = Prompt(.guess(prediction), asking: prediction)
  }

  /// What is taken for the slope of the curve in focus by mistake.
  private func misconceptions(at point: CurvePoint) -> [Prediction.Misconception] {
    let curve = settings.curve
    let f = point.value
    var misconceptions: [Prediction.Misconception] = []
    switch curve.source {
    case .activation(.sigmoid, _):
      misconceptions.append(Prediction.Misconception(1 - f * f, "by the rule of tanh, 1 - f^2"))
      misconceptions.append(Prediction.Misconception(1 - f, "when the factor f is left out"))
      misconceptions.append(
        Prediction.Misconception(point.x * (1 - point.x), "when x(1 - x) is taken, not f(1 - f)"))
    case .activation(.tanh, _):
      misconceptions.append(Prediction.Misconception(f * (1 - f), "by the rule of the sigmoid, f(1 - f)"))
      misconceptions.append(Prediction.Misconception(1 - f, "when the square is left out"))
      misconceptions.append(
        Prediction.Misconception(1 - point.x * point.x, "when 1 - x^2 is taken, not 1 - f^2"))
    case .loss(.squared):
      misconceptions.append(Prediction.Misconception(point.x, "when the factor 2 is left out"))
    case .loss(.crossEntropy):
      misconceptions.append(Prediction.Misconception(-point.slope, "when the minus is left out"))
    case .activation, .loss, .expression: break
    }
    if let kink = curve.kink, !kink.isJump {
      misconceptions.append(Prediction.Misconception(kink.left, "on the left of the kink"))
      misconceptions.append(Prediction.Misconception(kink.right, "on the right of the kink"))
    }
    misconceptions.append(Prediction.Misconception(f, "as the value, not the slope"))
    misconceptions.append(Prediction.Misconception(-point.slope, "with the sign turned"))
    return misconceptions
  }
}
