import Learning
import TerminalUI

/// What the normalisation lab says.
enum NormWords {
  private static func text(_ value: Double) -> String { value.isFinite ? Numeral.format(value) : "nan" }
  private static func factor(_ value: Double) -> String { value.isFinite ? Numeral.factor(value) : "nan" }

  /// The gradient at x if mean and variance stood still: γ/√(variance + ε) times that at y.
  static func direct(for lab: NormLab, _ moment: NormPicture.Moment) -> [Double] {
    let root = (moment.variance[lab.column] + lab.settings.epsilon).squareRoot()
    return lab.settings.upstream.map {
      let share = lab.settings.scale[lab.column] / root * $0
      return share.isNaN ? .infinity : share
    }
  }

  // MARK: Arithmetic

  /// The arithmetic of the first sample in the feature in focus.
  static func arithmetic(for lab: NormLab) -> [ArithmeticLine] {
    guard let moment = lab.moment else {
      return [ArithmeticLine("rule", "y = γ·(x - mean)/√(variance + ε) + β, with the averages of the batch")]
    }
    return switch lab.settings.view {
    case .train: training(lab, moment)
    case .use: use(lab, moment)
    case .backward: backward(lab, moment)
    case .scaling: scaling(lab, moment)
    }
  }

  /// The numbers that one mean and variance go over: a column, or with channels all of the batch.
  private static func numbers(_ lab: NormLab, _ moment: NormPicture.Moment) -> [Double] {
    lab.settings.grouping == .feature ? moment.batch.column(lab.focus) : moment.batch.cells
  }

  private static func training(_ lab: NormLab, _ moment: NormPicture.Moment) -> [ArithmeticLine] {
    let numbers = numbers(lab, moment)
    let (mean, variance) = (moment.mean[lab.column], moment.variance[lab.column])
    return [
      ArithmeticLine(
        "mean", lab.line(adding: numbers.map(factor)) { "(\($0))/\(numbers.count) = \(text(mean))" }),
      ArithmeticLine(
        "var",
        lab.line(adding: numbers.map { "(\(text($0)) - \(factor(mean)))^2" }) {
          "(\($0))/\(numbers.count) = \(text(variance))"
        }),
    ] + output(lab, moment, mean, variance, of: moment.normalised, moment.output)
  }

  private static func use(_ lab: NormLab, _ moment: NormPicture.Moment) -> [ArithmeticLine] {
    let (column, position, count) = (lab.column, lab.timeline.position, numbers(lab, moment).count)
    let (old, new) = (lab.picture.running[position - 1], lab.picture.running[position])
    let (mean, variance) = (new.mean[column], new.variance[column])
    return [
      ArithmeticLine(
        "mean", "0.9·\(factor(old.mean[column])) + 0.1·\(factor(moment.mean[column])) = \(text(mean))"),
      ArithmeticLine(
        "var",
        "0.9·\(text(old.variance[column])) + 0.1·\(text(moment.variance[column]))·\(count)/\(count - 1) = \(text(variance))"
      ),
    ] + output(lab, moment, mean, variance, of: moment.usedNormalised, moment.usedOutput)
  }

  /// The first sample normalised by a mean and a variance, then scaled and shifted.
  private static func output(
    _ lab: NormLab, _ moment: NormPicture.Moment, _ mean: Double, _ variance: Double, of normalised: Grid,
    _ output: Grid
  ) -> [ArithmeticLine] {
    let (settings, focus) = (lab.settings, lab.focus)
    let (x, share) = (moment.batch[0, focus], normalised[0, focus])
    let (scale, shift) = (settings.scale[lab.column], settings.shift[lab.column])
    let norm = ArithmeticLine(
      "norm",
      "(\(text(x)) - \(factor(mean)))/√(\(text(variance)) + \(text(settings.epsilon))) = \(text(share))")
    let y = ArithmeticLine(
      "y", "\(text(scale))·\(factor(share)) + \(factor(shift)) = \(text(output[0, focus]))")
    // What is neither scaled nor shifted is the output already.
    return scale == 1 && shift == 0 ? [norm.asResult, y] : [norm, y.asResult]
  }

  private static func backward(_ lab: NormLab, _ moment: NormPicture.Moment) -> [ArithmeticLine] {
    let (settings, column) = (lab.settings, lab.column)
    // Over the numbers of a channel, only those of the column in focus have a gradient.
    let upstream = settings.upstream
    let normalised = moment.normalised.column(lab.focus)
    let count = Double(numbers(lab, moment).count)
    let mean = upstream.reduce(0, +) / count
    let product = zip(upstream, normalised).reduce(0) { $0 + $1.0 * $1.1 } / count
    let factors =
      "\(text(settings.scale[column]))/√(\(text(moment.variance[column])) + \(text(settings.epsilon)))"
    let sum = "\(text(upstream[0])) - \(factor(mean)) - \(factor(normalised[0]))·\(factor(product))"
    return [
      ArithmeticLine("rule", "∂L/∂x = γ/√(variance + ε)·(g - mean of g - normalised·mean of g·normalised)"),
      ArithmeticLine("means", "of g: \(text(mean)); of g·normalised: \(text(product))"),
      ArithmeticLine("x1", "\(factors)·(\(sum)) = \(text(moment.gradients[lab.focus][0]))"),
    ]
  }

  private static func scaling(_ lab: NormLab, _ moment: NormPicture.Moment) -> [ArithmeticLine] {
    let values = moment.batch.column(lab.focus)
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    guard high > low else {
      return [ArithmeticLine("scale", "all are \(text(low)): there is nothing to divide by")]
    }
    let share = text(Scaling.minMax(values)[0])
    return [
      ArithmeticLine(
        "minmax", "(\(text(values[0])) - \(factor(low)))/(\(text(high)) - \(factor(low))) = \(share)"),
      ArithmeticLine(
        "stand.",
        "(x - mean)/deviation: the same as batch norm with epsilon 0: \(text(Scaling.standardised(values)[0]))"
      ),
    ]
  }

  // MARK: In words

  /// What stands under the table.
  static func facts(for lab: NormLab) -> [String] {
    let column = lab.column
    let running = lab.picture.running[lab.timeline.position]
    let averages =
      "running mean \(text(running.mean[column])), running variance \(text(running.variance[column]))"
    guard let moment = lab.moment else { return [averages + ", before the first batch"] }
    let what = lab.settings.grouping == .feature ? "of the feature" : "of the channel, all columns together"
    var facts = ["mean \(text(moment.mean[column])), variance \(text(moment.variance[column])) \(what)"]
    switch lab.settings.view {
    case .train, .use: facts.append(averages)
    case .backward:
      let sum = moment.gradients[lab.focus].reduce(0, +)
      if lab.settings.grouping == .feature, sum.isFinite {
        facts.append("the gradients at x add up to \(text(abs(sum) < 1e-12 ? 0 : sum))")
      }
      facts.append("if both still: the gradient if mean and variance stood still")
    case .scaling: break
    }
    return facts
  }

  /// What to look at: true of what is on the screen.
  static func hint(for lab: NormLab) -> String {
    guard let moment = lab.moment else {
      return "Watch for the running averages: 0 and 1 before the first batch."
    }
    let variance = moment.variance[lab.column]
    let isFlat = variance <= 1e-12
    switch lab.settings.view {
    case .train:
      if isFlat { return "Watch for equal values: there is no spread, so there is nothing to tell apart." }
      if variance < 50 * lab.settings.epsilon {
        return "Watch for epsilon: beside so small a variance it shrinks what is normalised."
      }
      if lab.settings.grouping == .channel, lab.settings.batch.width > 1 {
        return "Watch for the mean: it is that of all columns together, not of this one."
      }
      return "Watch for the normalised values: mean 0 and variance nearly 1, whatever x was."
    case .use: return "Watch for the running mean: each batch moves it a tenth of the way to its own."
    case .backward:
      if isFlat { return "Watch for equal values: there is no spread, so there is nothing to tell apart." }
      let gradients = moment.gradients[lab.focus]
      if gradients.allSatisfy({ abs($0) < 1e-9 }) {
        return "Watch for the gradient: mean and variance take all of it away."
      }
      return zip(lab.settings.upstream, gradients).contains { $0 == 0 && abs($1) >= 1e-9 }
        ? "Watch for samples with no gradient at y: they get one by mean and variance."
        : "Watch for the last column: the gradient if mean and variance stood still."
    case .scaling:
      let values = moment.batch.column(lab.focus)
      return values.min() == values.max()
        ? "Watch for equal values: there is no spread, so there is nothing to tell apart."
        : "Watch for the ends: min-max puts them at 0 and 1, the others leave them free."
    }
  }

  /// `4 samples of 2 features`; the columns of a channel are its places.
  static func batch(_ settings: NormScene) -> String {
    let column = settings.grouping == .feature ? "feature" : "place"
    return
      "\(Plural.count(settings.batch.height, "sample")) of \(Plural.count(settings.batch.width, column))"
  }

  static func paragraph(for lab: NormLab) -> String {
    let settings = lab.settings
    var sentences = [
      "\(batch(settings)); batch "
        + "\(lab.timeline.position) of \(NormScene.batches) is through, and \(text(settings.drift)) is added from one to the next.",
      "In focus is \(settings.grouping == .feature ? "feature" : "place") \(lab.focus + 1), with gamma \(text(settings.scale[lab.column])) and beta "
        + "\(text(settings.shift[lab.column])).",
    ]
    sentences += facts(for: lab).map(\.asSentence)
    if let moment = lab.moment {
      let used = settings.view.isUse
      let list = { (grid: Grid) in grid.column(lab.focus).map(text).joined(separator: ", ") }
      sentences.append("Its values are \(list(moment.batch)).")
      sentences.append(
        "Normalised\(used ? " by the running averages" : "") they are "
          + "\(list(used ? moment.usedNormalised : moment.normalised)), and the outputs "
          + "\(list(used ? moment.usedOutput : moment.output)).")
      switch settings.view {
      case .train, .use, .scaling: break
      case .backward:
        sentences.append(
          "The gradients at them are \(moment.gradients[lab.focus].map(text).joined(separator: ", ")).")
      }
    }
    return sentences.joined(separator: " ")
  }
}
