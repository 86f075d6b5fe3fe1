import Learning
import TerminalUI

/// What the fit lab says; only of fits that the timeline has come to.
enum FitWords {
  private static func text(_ value: Double, _ digits: Int = 3) -> String {
    Numeral.format(value, digits: digits)
  }
  private static func factor(_ value: Double) -> String { Numeral.factor(value, digits: 3) }

  static func name(_ sweep: FitScene.Sweep) -> String {
    switch sweep {
    case .degree: "errors against degree"
    case .lambda: "errors against λ (0 leftmost)"
    case .points: "errors against points"
    }
  }

  /// What the fit at a position is called among those of the sweep: `degree 3`.
  static func name(_ setting: FitScene.Setting, _ sweep: FitScene.Sweep) -> String {
    switch sweep {
    case .degree: "degree \(setting.degree)"
    case .lambda: "lambda \(text(setting.penalty))"
    case .points: Plural.count(setting.points, "point")
    }
  }

  // MARK: Numbers

  /// How the numbers of the present fit come about.
  static func arithmetic(for lab: FitLab) -> [ArithmeticLine] {
    let fit = lab.fit
    let data = fit.data.points
    let point = data[lab.point]
    let value = fit.value(at: point.x)
    let squares = fit.trainError * Double(data.count)
    var lines = [ArithmeticLine("fit", "ŷ = \(polynomial(fit.coefficients))")]
    if let committee = lab.committee {
      let values = committee.members.map { text($0.value(at: point.x), 2) }.joined(separator: ", ")
      lines.append(
        ArithmeticLine(
          "vote",
          "at x = \(text(point.x)) the five say \(values): mean \(text(committee.value(at: point.x)))"))
    }
    lines.append(
      ArithmeticLine(
        "point",
        "x = \(text(point.x)): ŷ - y = \(text(value)) - \(factor(point.y)) = \(text(value - point.y)), squared "
          + text((value - point.y) * (value - point.y))))
    if fit.penalty > 0 {
      let size = fit.coefficients.reduce(0) { $0 + $1 * $1 }
      lines.append(
        ArithmeticLine(
          "sum",
          "Σ(ŷ - y)² + λΣc² = \(text(squares)) + \(text(fit.penalty))·\(text(size)) = \(text(squares + fit.penalty * size))"
        ))
    } else {
      lines.append(
        ArithmeticLine(
          "train", "Σ(ŷ - y)²/\(data.count) = \(text(squares))/\(data.count) = \(text(fit.trainError))"))
    }
    let slope = fit.gradient().reduce(0) { max($0, abs($1)) }
    if lab.committee == nil {
      lines.append(
        ArithmeticLine(
          "check", "by the engine, its steepest slope along a coefficient: \(text(slope, 1))"))
    }
    return lines
  }

  /// `0.12 + 2.9·x - 0.3·x^2`; of many terms the first four with fewer digits, and the last.
  private static func polynomial(_ coefficients: [Double]) -> String {
    let most = 4
    let digits = coefficients.count > most ? 2 : 3
    let terms = coefficients.enumerated().map { power, coefficient in
      let size = text(power == 0 ? coefficient : abs(coefficient), digits)
      return power == 0
        ? size : " \(coefficient < 0 ? "-" : "+") \(size)·x\(power == 1 ? "" : "^\(power)")"
    }
    guard terms.count > most else { return terms.joined() }
    return terms.prefix(most).joined() + (terms.count > most + 1 ? " + …" : "") + terms[terms.count - 1]
  }

  /// One line of the table.
  struct Row: Equatable, Sendable {
    let name, value: String
    var paint = Paint.plain
    var isMarked = false
  }

  static func table(for lab: FitLab) -> [Row] {
    let fit = lab.fit
    let largest = fit.coefficients.reduce(0) { max($0, abs($1)) }
    var rows = [
      Row(name: "coefficients", value: "\(fit.coefficients.count)"),
      Row(name: "largest |c|", value: text(largest)),
      Row(name: "train error", value: text(fit.trainError), paint: .series(0), isMarked: true),
      Row(name: "test error", value: text(fit.testError), paint: .series(1), isMarked: true),
    ]
    if let committee = lab.committee {
      rows += [
        Row(name: "mean of the five", value: text(committee.meanTestError)),
        Row(name: "their vote", value: text(committee.testError), paint: .accent, isMarked: true),
      ]
    }
    rows.append(Row(name: "noise²", value: text(lab.settings.noise * lab.settings.noise)))
    return rows
  }

  /// What stands under the table.
  static func facts(for lab: FitLab) -> [String] {
    let best = best(of: lab)
    let name = name(lab.picture.settings[best], lab.settings.sweep)
    var facts = [
      "Errors are mean squares: train over the points seen, test over \(NoisyPoints.testCount) others."
    ]
    if lab.timeline.position > 0 {
      facts.append("Least test error so far: \(text(lab.picture.testErrors[best])) at \(name).")
    }
    if lab.settings.noise > 0, lab.settings.view == .errors {
      facts.append("Dashed: noise², what noise alone costs on average.")
    }
    return facts
  }

  /// Where the test error is least among the fits that the timeline has come to.
  private static func best(of lab: FitLab) -> Int {
    let errors = lab.picture.testErrors
    return (0...lab.timeline.position).min { errors[$0] < errors[$1] } ?? 0
  }

  // MARK: What to look at

  /// What to look at: true of what is on the screen.
  static func hint(for lab: FitLab) -> String {
    let (position, fit) = (lab.timeline.position, lab.fit)
    if let preset = FitPreset.allCases.first(where: { $0.scene == lab.scene }) { return preset.watchFor }
    if let committee = lab.committee {
      return
        "Watch for the vote: \(text(committee.testError)) on new points, the five \(text(committee.meanTestError)) on average."
    }
    if fit.trainError < 1e-12, fit.coefficients.count >= fit.data.points.count {
      return "Watch for the points: a coefficient for each, so the curve meets them all."
    }
    guard position > 0 else {
      return lab.timeline.count > 0
        ? "Watch for what comes next: → goes on to \(name(lab.picture.settings[1], lab.settings.sweep))."
        : "Watch for the errors: there is only this one fit."
    }
    let best = best(of: lab)
    if best == position { return "Watch for the test error: none of the fits before had a smaller one." }
    return
      "Watch for the test error: at \(name(lab.picture.settings[best], lab.settings.sweep)) it was only \(text(lab.picture.testErrors[best]))."
  }

  static func paragraph(for lab: FitLab) -> String {
    let (fit, setting, settings) = (lab.fit, lab.setting, lab.settings)
    let seen =
      settings.sweep == .degree ? "degrees" : settings.sweep == .lambda ? "lambdas" : "numbers of points"
    var sentences = [
      "A polynomial of degree \(setting.degree) through \(Plural.count(setting.points, "point")) of \(NoisyPoints.formula) with "
        + "noise of deviation \(text(settings.noise)), lambda \(text(setting.penalty)).",
      "Its coefficients by ascending powers are \(fit.coefficients.map { text($0) }.joined(separator: ", ")).",
      "Its train error is \(text(fit.trainError)), its test error \(text(fit.testError)).",
    ]
    if let committee = lab.committee {
      sentences.append(
        "Five polynomials through points drawn anew err by \(text(committee.meanTestError)) on average, their vote by "
          + "\(text(committee.testError)).")
    }
    if lab.timeline.position > 0 {
      let best = best(of: lab)
      sentences.append(
        "Of the \(lab.timeline.position + 1) \(seen) so far, \(name(lab.picture.settings[best], settings.sweep)) has the least "
          + "test error, \(text(lab.picture.testErrors[best])).")
    }
    return sentences.joined(separator: " ")
  }

  static func code(for lab: FitLab) -> [TextOverlay.Block] {
    let (setting, settings) = (lab.setting, lab.settings)
    let count = setting.degree + 1
    let penalty = PythonText.number(setting.penalty)
    let solve =
      setting.penalty == 0
      ? ["c = torch.linalg.lstsq(A, y[:, None], driver=\"gelsd\").solution[:, 0]"]
      : [
        "penalty = \(penalty)*torch.eye(\(count), dtype=torch.float64)",
        "c = torch.linalg.solve(A.T @ A + penalty, A.T @ y)",
      ]
    return [
      .heading("PyTorch"),
      .code(
        [
          "torch.manual_seed(\(settings.seed))",
          "x = torch.linspace(-1, 1, \(setting.points), dtype=torch.float64)",
          "y = torch.sin(torch.pi*x) + \(PythonText.number(settings.noise))*torch.randn_like(x)",
          "A = torch.stack([x**k for k in range(\(count))], dim=1)",
        ] + solve + ["train_error = ((A @ c - y)**2).mean()"]),
      .heading("Keras"),
      .code(
        setting.penalty == 0
          ? ["layer = keras.layers.Dense(1, use_bias=False)   # on the powers of x, trained on mse"]
          : [
            "layer = keras.layers.Dense(1, use_bias=False,   # on the powers of x, trained on mse",
            "    kernel_regularizer=keras.regularizers.L2(\(penalty)/\(setting.points)))",
          ]),
      .words(
        "The libraries draw other noise. Keras's loss is a mean, so that lambda is divided by the number of points."
      ),
    ]
  }
}
