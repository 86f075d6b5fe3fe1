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
    let f = Numeral.format(point.value)
    let prediction = Prediction(
      question: "slope", answer: point.slope, slips: CurveSlip.slips(of: settings.curve, at: point))
    prompt = Prompt(
      .guess(prediction),
      LineEditor(
        prompt: "\(settings.curve.name): f(\(Numeral.format(x))) = \(f), f'(\(Numeral.format(x))) =",
        limit: 40))
  }
}

/// What is taken for a slope by mistake.
enum CurveSlip {
  static func slips(of curve: Curve, at point: CurvePoint) -> [Prediction.Slip] {
    let f = point.value
    var slips: [Prediction.Slip] = []
    switch curve.source {
    case .activation(.sigmoid, _):
      slips.append(Prediction.Slip(1 - f * f, "by the rule of tanh, 1 - f^2"))
      slips.append(Prediction.Slip(1 - f, "when the factor f is left out"))
      slips.append(Prediction.Slip(point.x * (1 - point.x), "when x(1 - x) is taken, not f(1 - f)"))
    case .activation(.tanh, _):
      slips.append(Prediction.Slip(f * (1 - f), "by the rule of the sigmoid, f(1 - f)"))
      slips.append(Prediction.Slip(1 - f, "when the square is left out"))
      slips.append(Prediction.Slip(1 - point.x * point.x, "when 1 - x^2 is taken, not 1 - f^2"))
    case .loss(.squared): slips.append(Prediction.Slip(point.x, "when the factor 2 is left out"))
    case .loss(.crossEntropy): slips.append(Prediction.Slip(-point.slope, "when the minus is left out"))
    case .activation, .loss, .expression: break
    }
    if let kink = curve.kink, !kink.isJump {
      slips.append(Prediction.Slip(kink.left, "on the left of the kink"))
      slips.append(Prediction.Slip(kink.right, "on the right of the kink"))
    }
    slips.append(Prediction.Slip(f, "as the value, not the slope"))
    slips.append(Prediction.Slip(-point.slope, "with the sign turned"))
    return slips.filter { $0.value.isFinite && !Prediction.agree($0.value, point.slope) }
  }
}
