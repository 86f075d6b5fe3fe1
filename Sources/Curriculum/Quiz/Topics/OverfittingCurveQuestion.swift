import Learning

extension QuizTopic {
  /// Reading where a test loss turns.
  public static let overfittingCurve = QuizTopic(
    "overfitting-curve", "curves of overfitting",
    misconceptions: [
      .lastEpoch, .firstRise, .epochFromZero, .oneEpochLate, .gaveLossValue, .forgotPatience,
      .patienceFromRise,
      .gaveBestEpoch, .trainingForGap, .sumForGap, .gapTurned, .testForGap,
    ],
    draft: OverfittingCurveQuestion.draft)
}

extension Misconception {
  static let lastEpoch = Misconception("last-epoch", "went by the training loss")
  static let firstRise = Misconception("first-rise", "stopped at the first rise")
  static let epochFromZero = Misconception("epoch-from-zero", "counted the epochs from 0")
  static let oneEpochLate = Misconception("one-epoch-late", "took the first epoch that is worse")
  static let gaveLossValue = Misconception("gave-the-loss-value", "gave the loss, not the epoch")
  static let forgotPatience = Misconception("forgot-patience", "forgot the patience")
  static let patienceFromRise = Misconception("patience-from-rise", "began to count one epoch too late")
  static let gaveBestEpoch = Misconception("gave-the-best-epoch", "gave the epoch whose weights are kept")
  static let trainingForGap = Misconception("training-for-gap", "gave the training loss")
  static let sumForGap = Misconception("sum-for-gap", "added the two losses")
  static let gapTurned = Misconception("gap-turned", "subtracted the other way round")
  static let testForGap = Misconception("test-for-gap", "gave the test loss")
}

/// Losses of training and test, epoch by epoch: where the test loss turns, when early stopping ends, how wide they gape.
enum OverfittingCurveQuestion {
  private struct Curves {
    /// After epochs 1, 2, …
    let training: [Double]
    let test: [Double]

    var count: Int { test.count }
    /// The epoch with the smallest test loss, from 1.
    var best: Int { (test.indices.min { test[$0] < test[$1] } ?? 0) + 1 }
    /// The epoch before the test loss rises for the first time.
    var beforeRise: Int? { test.indices.dropFirst().first { test[$0] > test[$0 - 1] } }

    var given: [String: GivenValue] {
      ["training": .text(training.quizText), "test": .text(test.quizText)]
    }
    var words: String {
      "After epochs 1 to \(count) the training loss is \(training.quizText), and the test loss \(test.quizText)."
    }
    func testLoss(_ epoch: Int) -> String { Numeral.plain(test[epoch - 1]) }
  }

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    while true {
      let curves = curves(using: &generator)
      // Two equal losses would leave open which epoch is meant.
      guard Set(curves.test).count == curves.count, curves.best < curves.count else { continue }
      switch generator.integer(in: 1...3) {
      case 1: return turn(curves)
      case 2:
        if let draft = stop(curves, patience: generator.integer(in: 2...3)) { return draft }
      default:
        let epoch = generator.integer(in: 2...curves.count)
        if curves.test[epoch - 1] > curves.training[epoch - 1] { return gap(curves, epoch: epoch) }
      }
    }
  }

  /// A training loss that falls and a test loss that turns, sometimes with a bump on its way down.
  private static func curves(using generator: inout SplitMix64) -> Curves {
    let count = generator.integer(in: 6...8)
    let turn = generator.integer(in: 3...count - 2)
    var (training, test) = ([Int](), [Int]())
    var (own, other) = (generator.integer(in: 80...99), generator.integer(in: 82...99))
    let bump = turn > 3 && generator.oneIn(2) ? 2 : 0
    for epoch in 1...count {
      training.append(own)
      test.append(other)
      own -= max(1, own / generator.integer(in: 4...6))
      if epoch == bump {
        other += generator.integer(in: 1...2)
      } else if epoch < turn {
        other -= generator.integer(in: 5...11)
      } else {
        other += generator.integer(in: 2...6)
      }
    }
    return Curves(training: training.map { Double($0) / 100 }, test: test.map { Double($0) / 100 })
  }

  /// Where the test loss is smallest.
  private static func turn(_ curves: Curves) -> QuestionDraft {
    let best = curves.best
    var draft = QuestionDraft(
      "\(curves.words) After which epoch should training have stopped?", kind: .number,
      given: curves.given.merging(["form": .text("turn")]) { $1 }, answer: .number(Double(best)),
      hints: [
        "What counts is how the network does on samples that it does not learn from.",
        "The smallest test loss is \(curves.testLoss(best)).",
      ],
      solution: "The test loss is smallest, \(curves.testLoss(best)), after epoch \(best)")
    draft.slip(
      .lastEpoch, .number(Double(curves.count)),
      "After epoch \(curves.count) the training loss is smallest; the test loss has risen to "
        + "\(curves.testLoss(curves.count)) by then.")
    if let rise = curves.beforeRise {
      draft.slip(
        .firstRise, .number(Double(rise)),
        "After epoch \(rise) the test loss rises for the first time, but it falls again, to \(curves.testLoss(best))."
      )
    }
    draft.slip(
      .epochFromZero, best - 1, "\(best) - 1", "the first number is that after epoch 1.")
    draft.slip(
      .oneEpochLate, .number(Double(best + 1)),
      "After epoch \(best + 1) the test loss is \(curves.testLoss(best + 1)), more than the \(curves.testLoss(best)) "
        + "before.")
    draft.slip(
      .gaveLossValue, .number(curves.test[best - 1]),
      "\(curves.testLoss(best)) is the smallest test loss; asked for is its epoch.")
    return draft
  }

  /// When early stopping with a patience ends; the first epochs that it waits through.
  private static func stop(_ curves: Curves, patience: Int) -> QuestionDraft? {
    // The epoch whose loss has not been beaten for as long as the patience lasts.
    var best = 1
    for epoch in 2...curves.count {
      if curves.test[epoch - 1] < curves.test[best - 1] { best = epoch }
      if epoch - best == patience { break }
    }
    let end = best + patience
    guard end <= curves.count else { return nil }
    var draft = QuestionDraft(
      "\(curves.words) Early stopping ends when \(patience) epochs in a row have brought no new smallest test loss. After "
        + "which epoch does it end?",
      kind: .number,
      given: curves.given.merging(["form": .text("stop"), "patience": .integer(patience)]) { $1 },
      answer: .number(Double(end)),
      hints: [
        "Count the epochs since the smallest test loss so far.",
        "After epoch \(best) it is \(curves.testLoss(best)), and what follows is no better.",
      ],
      solution: "\(best) + \(patience) = \(end)")
    draft.slip(
      .gaveBestEpoch, .number(Double(best)),
      "\(best) is the epoch with the smallest test loss; \(patience) epochs more are waited for.")
    draft.slip(
      .forgotPatience, best + 1, "\(best) + 1",
      "one epoch without progress is not enough, it takes \(patience).")
    draft.slip(
      .patienceFromRise, end + 1, "\(best) + 1 + \(patience)",
      "epoch \(best + 1) is the first of the \(patience).")
    draft.slip(
      .lastEpoch, .number(Double(curves.count)),
      "\(curves.count) is the last epoch: the training loss falls to the end, but the test loss counts.")
    if let rise = curves.beforeRise {
      draft.slip(
        .firstRise, rise + patience, "\(rise) + \(patience)",
        "after its first rise the test loss falls again, and the count begins anew.")
    }
    return draft
  }

  /// Test loss less training loss.
  private static func gap(_ curves: Curves, epoch: Int) -> QuestionDraft {
    let (own, other) = (curves.training[epoch - 1], curves.test[epoch - 1])
    let (a, b) = (Numeral.plain(own), Numeral.plain(other))
    let value = RoundedNumber(value: other - own, places: 2)
    var draft = QuestionDraft(
      "\(curves.words) How much larger is the test loss than the training loss after epoch \(epoch) (to 2 decimals)?",
      given: curves.given.merging(["form": .text("gap"), "epoch": .integer(epoch)]) { $1 }, rounded: value,
      hints: ["The gap between the two curves at one epoch.", "The two losses there are \(a) and \(b)."],
      solution: "\(b) - \(a) = \(value.text)")
    draft.slip(.trainingForGap, places: 2, own) { "\($0) is the training loss alone." }
    draft.slip(.testForGap, places: 2, other) { "\($0) is the test loss alone." }
    draft.slip(.sumForGap, places: 2, own + other) { "\(b) + \(a) = \($0): the gap is their difference." }
    draft.slip(.gapTurned, places: 2, own - other) {
      "\(a) - \(b) = \($0): the test loss is the larger one."
    }
    if epoch < curves.count {
      let (nextOwn, nextOther) = (curves.training[epoch], curves.test[epoch])
      draft.slip(.epochFromZero, places: 2, nextOther - nextOwn) {
        "\(Numeral.plain(nextOther)) - \(Numeral.plain(nextOwn)) = \($0) is the gap after epoch \(epoch + 1): the first "
          + "number belongs to epoch 1."
      }
    }
    return draft
  }
}
