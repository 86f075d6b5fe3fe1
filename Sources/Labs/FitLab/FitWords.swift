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
    case .lambda: "errors against λ"
    case .points: "errors against points"
    case .updates: "errors against updates"
    }
  }

  /// What the fit at a position is called among those of the sweep: `degree 3`.
  static func name(_ setting: FitScene.Setting, _ sweep: FitScene.Sweep) -> String {
    switch sweep {
    case .degree: "degree \(setting.degree)"
    case .lambda: "lambda \(text(setting.penalty))"
    case .points: Plural.count(setting.points, "point")
    case .updates: "update \(setting.updates ?? 0)"
    }
  }

  // MARK: Numbers

  /// How the numbers of the present fit come about.
  static func arithmetic(for lab: FitLab) -> [ArithmeticLine] {
    let stage = lab.stage
    let data = stage.data.points
    let (point, value) = (data[lab.point], stage.curve.seen[lab.point])
    let squares = stage.curve.trainError * Double(data.count)
    var lines = [source(stage, lab)]
    if let vote = stage.vote {
      let values = vote.members.map { text($0.seen[lab.point], 2) }.joined(separator: ", ")
      lines.append(
        ArithmeticLine(
          "vote", "x = \(text(point.x)): \(values), mean \(text(vote.mean.seen[lab.point], 2))"
        ).asResult)
    }
    lines.append(
      ArithmeticLine(
        "point",
        "x = \(text(point.x)): (ŷ - y)^2 = (\(text(value)) - \(factor(point.y)))^2 = "
          + text((value - point.y) * (value - point.y))))
    if let fit = stage.polynomial, fit.penalty > 0 {
      let size = fit.coefficients.reduce(0) { $0 + $1 * $1 }
      lines.append(
        ArithmeticLine(
          "sum",
          "Σ(ŷ - y)² + λΣc² = \(text(squares)) + \(text(fit.penalty))·\(text(size)) = \(text(squares + fit.penalty * size))"
        ))
    } else {
      lines.append(
        ArithmeticLine(
          "train",
          "Σ(ŷ - y)²/\(data.count) = \(text(squares))/\(data.count) = \(text(stage.curve.trainError))"))
    }
    if stage.vote == nil { lines.append(check(stage, lab)) }
    return lines
  }

  /// What is fitted.
  private static func source(_ stage: FitPicture.Stage, _ lab: FitLab) -> ArithmeticLine {
    if let fit = stage.polynomial { return ArithmeticLine("fit", "ŷ = \(polynomial(fit.coefficients))") }
    return ArithmeticLine("net", NetworkCourse.network(dropout: lab.settings.dropout))
  }

  /// That the polynomial is the best one, or how the network is updated.
  private static func check(_ stage: FitPicture.Stage, _ lab: FitLab) -> ArithmeticLine {
    if let fit = stage.polynomial {
      let slope = fit.gradient().reduce(0) { max($0, abs($1)) }
      return ArithmeticLine(
        "check", "by the engine, its steepest slope along a coefficient: \(text(slope, 1))")
    }
    let decay = stage.setting.penalty > 0 ? ", \(text(stage.setting.penalty))·w on top of gradients" : ""
    return ArithmeticLine(
      "update",
      "Adam, rate \(text(NetworkCourse.rate)), all \(stage.data.points.count) points in each\(decay)")
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
    let stage = lab.stage
    var rows: [Row] = []
    if let fit = stage.polynomial {
      rows = [
        Row(name: "coefficients", value: "\(fit.coefficients.count)"),
        Row(name: "largest |c|", value: text(fit.coefficients.reduce(0) { max($0, abs($1)) })),
      ]
    } else if let course = lab.picture.course {
      rows = [
        Row(name: "weights and biases", value: "\(course.parameters)"),
        Row(name: "updates", value: "\(stage.setting.updates ?? 0)"),
      ]
    }
    rows += [
      Row(name: "train error", value: text(stage.curve.trainError), paint: .series(0), isMarked: true),
      Row(name: "test error", value: text(stage.curve.testError), paint: .series(1), isMarked: true),
    ]
    if let vote = stage.vote {
      rows += [
        Row(name: "mean of the five", value: text(vote.meanTestError)),
        Row(name: "their vote", value: text(vote.mean.testError), paint: .accent, isMarked: true),
      ]
    }
    rows.append(Row(name: "noise²", value: text(lab.settings.noise * lab.settings.noise)))
    return rows
  }

  /// What stands under the table.
  static func facts(for lab: FitLab) -> [String] {
    let best = best(of: lab)
    let name = name(lab.picture.stages[best].setting, lab.settings.sweep)
    var facts = [
      "Errors are mean squares: train over the points seen, test over \(NoisyPoints.testCount) others."
    ]
    if lab.place > 0 {
      facts.append("Least test error so far: \(text(lab.picture.testErrors[best])) at \(name).")
    }
    if let course = lab.picture.course, course.isStopped, lab.place == lab.timeline.count {
      facts.append("Stopped: no smaller test error for \(NetworkCourse.patience) updates.")
    }
    if lab.settings.noise > 0, FitLayout(lab.chromeLayout, lab.settings.view).errors != nil {
      facts.append("Dashed: noise², what noise alone costs on average.")
    }
    return facts
  }

  /// Where the test error is least among the fits that the timeline has come to.
  private static func best(of lab: FitLab) -> Int {
    let errors = lab.picture.testErrors
    return (0...lab.place).min { errors[$0] < errors[$1] } ?? 0
  }

  // MARK: What to look at

  /// The preset that is on the screen, at its step or, where training ended before, at the end.
  private static func preset(of lab: FitLab) -> FitPreset? {
    FitPreset.allCases.first {
      let scene = $0.scene
      return scene.at(step: 0) == lab.settings && min(scene.step, lab.timeline.count) == lab.timeline.position
    }
  }

  /// What to look at: true of what is on the screen.
  static func hint(for lab: FitLab) -> String {
    let (position, stage) = (lab.place, lab.stage)
    if position < lab.timeline.position {
      let goal = lab.settings.settings[lab.timeline.position].updates ?? 0
      return "The network is learning: update \(stage.setting.updates ?? 0) on its way to \(goal)."
    }
    if let preset = preset(of: lab) { return preset.watchFor }
    if let vote = stage.vote {
      return
        "Watch for the vote: \(text(vote.mean.testError)) on new points, the five \(text(vote.meanTestError)) on average."
    }
    if let fit = stage.polynomial, stage.curve.trainError < 1e-12,
      fit.coefficients.count >= stage.data.points.count
    {
      return "Watch for the points: a coefficient for each, so the curve meets them all."
    }
    guard position > 0 else {
      return lab.timeline.count > 0
        ? "Watch for what comes next: → goes on to \(name(lab.settings.settings[1], lab.settings.sweep))."
        : "Watch for the errors: there is only this one fit."
    }
    let best = best(of: lab)
    if best == position { return "Watch for the test error: none of the fits before had a smaller one." }
    return
      "Watch for the test error: at \(name(lab.picture.stages[best].setting, lab.settings.sweep)) it was only \(text(lab.picture.testErrors[best]))."
  }

  static func paragraph(for lab: FitLab) -> String {
    let (stage, setting, settings) = (lab.stage, lab.setting, lab.settings)
    let seen =
      switch settings.sweep {
      case .degree: "degrees"
      case .lambda: "lambdas"
      case .points: "numbers of points"
      case .updates: "moments"
      }
    let what =
      setting.updates.map { "A small network after \(Plural.count($0, "update"))" }
      ?? "A polynomial of degree \(setting.degree)"
    var sentences = [
      "\(what) through \(Plural.count(setting.points, "point")) of \(NoisyPoints.formula) with noise of deviation "
        + "\(text(settings.noise)), lambda \(text(setting.penalty))."
    ]
    if let fit = stage.polynomial {
      sentences.append(
        "Its coefficients by ascending powers are \(fit.coefficients.map { text($0) }.joined(separator: ", "))."
      )
    } else {
      sentences.append("It is \(NetworkCourse.network(dropout: settings.dropout)).")
    }
    sentences.append(
      "Its train error is \(text(stage.curve.trainError)), its test error \(text(stage.curve.testError)).")
    if let vote = stage.vote {
      sentences.append(
        "Five of them, \(stage.polynomial == nil ? "started from other weights" : "fitted to points drawn anew"), err by "
          + "\(text(vote.meanTestError)) on average, their vote by \(text(vote.mean.testError)).")
    }
    if lab.place > 0 {
      let best = best(of: lab)
      sentences.append(
        "Of the \(lab.place + 1) \(seen) so far, \(name(lab.picture.stages[best].setting, settings.sweep)) has the least "
          + "test error, \(text(lab.picture.testErrors[best])).")
    }
    return sentences.joined(separator: " ")
  }
}
