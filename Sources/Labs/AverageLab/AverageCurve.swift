import Learning
import TerminalUI

/// An average as it is drawn and listed: one of the four starts, or the average in focus with one of several β.
struct AverageCurve {
  let glyph: Unicode.Scalar
  let paint: Paint
  /// The name in the legend, and the one where there is more room.
  let name, title: String
  let rule: MovingAverage
  let values: [Double]
  let isFocused, isShown: Bool
}

extension AverageLab {
  /// Whether one average is drawn with several β, rather than several averages with one.
  var isComparing: Bool { !settings.otherBetas.isEmpty }

  /// All averages in the order of their keys or of their β, those that are hidden among them.
  var curves: [AverageCurve] {
    if isComparing {
      return zip(picture.compared, 0...).map { one, number in
        let beta = "β \(Numeral.format(one.rule.beta))"
        return AverageCurve(
          glyph: Self.letters[number % Self.letters.count], paint: .series(number), name: beta, title: beta,
          rule: one.rule, values: one.values, isFocused: one.rule.beta == settings.beta, isShown: true)
      }
    }
    return AverageStart.allCases.map { start in
      let look = Self.look(start)
      return AverageCurve(
        glyph: look.glyph, paint: look.paint, name: start.rawValue, title: start.title,
        rule: picture.average(start), values: picture.values(start), isFocused: start == settings.start,
        isShown: settings.shown.contains(start) || start == settings.start)
    }
  }

  /// The curves that are drawn; the one in focus is the last, on top.
  var shownCurves: [AverageCurve] {
    let shown = curves.filter(\.isShown)
    return shown.filter { !$0.isFocused } + shown.filter(\.isFocused)
  }

  private static let letters: [Unicode.Scalar] = ["a", "b", "c", "d", "e", "f"]

  private static func look(_ start: AverageStart) -> (glyph: Unicode.Scalar, paint: Paint) {
    switch start {
    case .first: ("1", .series(0))
    case .zero: ("2", .series(1))
    case .corrected: ("3", .series(2))
    case .multiplied: ("4", .series(4))
    }
  }
}
