import Learning
import TerminalUI

/// What the curve lab says.
enum CurveWords {
  /// What to look at: true of the curve in focus wherever the cursor is and whatever lies over it.
  static func hint(for curve: Curve, in view: CurveScene.View) -> String {
    switch curve.source {
    case .activation(let activation, let parameter):
      switch activation {
      case .threshold: "Watch for the slope: 0 on both sides of the jump, so descent learns nothing."
      case .linear: "Watch for the slope: 1 everywhere. Layers of these are one layer in the end."
      case .sigmoid: "Watch for the slope f·(1 - f): 1/4 at 0, its most, and less on both sides."
      case .tanh: "Watch for the slope 1 - f^2: 1 at 0, its most, and ever less on both sides."
      case .relu: "Watch for the left of 0: the slope is 0 there, so nothing is learnt."
      case .leaky, .parametric:
        parameter == 0
          ? "Watch for the left of 0: with a = 0 this is a ReLU."
          : "Watch for the left of 0: the slope is a there, not 0, so something is learnt."
      }
    case .loss(let loss):
      switch loss {
      case .zeroOne: "Watch for the slope: 0 on both sides of the jump, so descent learns nothing."
      case .signed: "Watch for the sign: too large an output counts as a negative loss."
      case .absolute: "Watch for the slope: -1 or 1, however small the error is."
      case .squared: "Watch for the slope 2·x: it grows with the error and fades at the target."
      case .hinge: "Watch for margins of 1 and more: no loss, no slope, nothing to learn."
      case .logistic: "Watch for the slope: never quite 0, even where the answer is right."
      case .crossEntropy: "Watch for small x: the less likely the truth was held, the steeper the loss."
      }
    case .expression:
      switch view {
      case .curves: "Watch for the tangent: it is level where the slope is 0."
      case .slopes: "Watch for the cursor: where the slope is 0 the curve is level."
      }
    }
  }

  /// Value and slope of the curve in focus at the cursor.
  static func arithmetic(for lab: CurveLab) -> [ArithmeticLine] {
    [
      ArithmeticLine("value", lab.settings.curve.arithmetic(at: lab.point)),
      ArithmeticLine("slope", lab.settings.curve.slopeArithmetic(at: lab.point)),
    ]
  }

  /// What stands beside the picture about the curve in focus at the cursor.
  static func facts(for lab: CurveLab) -> [String] {
    let (curve, point) = (lab.settings.curve, lab.point)
    var facts = ["f(x) = \(curve.formula)"]
    if let formula = curve.slopeFormula { facts.append("f'(x) = \(formula)") }
    if case .loss(let loss) = curve.source { facts.append(loss.argument) }
    if let kink = curve.kink {
      facts.append("\(kink.isJump ? "jump" : "kink") at x = \(Numeral.format(kink.x))")
    }
    if curve.saturation?.contains(point.x) == true, !point.isAtKink {
      facts.append(point.slope == 0 ? "level here: the slope is 0" : "nearly level here: saturated")
    }
    facts += curve.remarks(at: point.x).prefix(2).map { "note: \($0.reason)" }
    return facts
  }

  static func paragraph(for lab: CurveLab) -> String {
    let (settings, point) = (lab.settings, lab.point)
    let curve = settings.curve
    let x = Numeral.format(point.x)
    var sentences = [
      "\(curve.title.capitalised), f(x) = \(curve.formula), from x = \(Numeral.format(settings.range.lowerBound)) to "
        + "\(Numeral.format(settings.range.upperBound)).",
      "The cursor is at x = \(x): the value is \(Numeral.format(point.value)), the slope \(Numeral.format(point.slope)).",
    ]
    for other in settings.curves.dropFirst() {
      let there = settings.point(of: other, at: point.x)
      sentences.append(
        "There \(other.title) has the value \(Numeral.format(there.value)) and the slope \(Numeral.format(there.slope))."
      )
    }
    if let kink = curve.kink {
      sentences.append(
        kink.isJump
          ? "At x = \(Numeral.format(kink.x)) \(kink.choices)."
          : "At x = \(Numeral.format(kink.x)) there is a kink with the slopes \(Numeral.format(kink.left)) on the left "
            + "and \(Numeral.format(kink.right)) on the right: \(kink.choices).")
    }
    if curve.saturation != nil {
      sentences.append(
        "Shaded are places where the slope is at most a tenth of its largest: little is learnt there.")
    }
    return sentences.joined(separator: " ")
  }
}
