import Foundation
import Learning

extension QuizTopic {
  /// Batch normalisation.
  public static let batchNorm = QuizTopic(
    "batch-norm", "batch normalisation",
    misconceptions: [
      .anotherSpread, .halfNormalised, .swappedScaleAndShift, .ignoredScale, .ignoredShift, .signSlip,
      .swappedShares, .gaveNewMean, .plainMean, .droppedTerm,
    ],
    draft: BatchNormQuestion.draft)
}

extension Misconception {
  static let ignoredShift = Misconception("ignored-shift", "ignored the shift")
  static let swappedScaleAndShift = Misconception("swapped-scale-and-shift", "swapped scale and shift")
  static let halfNormalised = Misconception("half-normalised", "did only half of the scaling")
  static let anotherSpread = Misconception("another-spread", "divided by another measure of spread")
  static let ignoredScale = Misconception("ignored-scale", "ignored the scale")
  static let swappedShares = Misconception("swapped-shares", "swapped the shares of old and new")
  static let gaveNewMean = Misconception("gave-the-new-mean", "gave the mean of the batch")
}

/// What batch norm makes of a number, in training and in use, and its running mean.
enum BatchNormQuestion {
  private static let places = 3

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    switch generator.integer(in: 1...3) {
    case 1: return running(using: &generator)
    case 2: return use(using: &generator)
    default:
      while true {
        if let draft = training(using: &generator) { return draft }
      }
    }
  }

  private static func scaleAndShift(using generator: inout SplitMix64) -> (Double, Double) {
    (generator.pick([0.5, 1.5, 2, 3]), generator.pick([-2, -1, -0.5, 0.5, 1, 4]))
  }

  /// Mean and variance of the batch itself.
  private static func training(using generator: inout SplitMix64) -> QuestionDraft? {
    let batch = (0..<generator.integer(in: 3...4)).map { _ in Double(generator.integer(in: 0...9)) }
    let asked = generator.integer(in: 0...batch.count - 1)
    let (scale, shift) = scaleAndShift(using: &generator)
    guard let rows = try? Grid(rows: batch.map { [$0] }),
      let result = try? BatchNormalisation(rows, scale: [scale], shift: [shift], epsilon: 0),
      result.variance[0] > 0, batch[asked] != result.mean[0]
    else { return nil }
    let (mean, variance) = (result.mean[0], result.variance[0])
    let (x, m) = (Numeral.plain(batch[asked]), Numeral.plain(mean))
    var draft = normalised(
      "In training, batch norm with scale \(Numeral.plain(scale)) and shift \(Numeral.plain(shift)) gets the batch "
        + "\(batch.quizText). What does it make of the \(x) (without epsilon, to 3 decimals)?",
      given: [
        "batch": .text(batch.quizText), "sample": .integer(asked), "scale": .number(scale),
        "shift": .number(shift),
      ],
      .init(x: batch[asked], mean: mean, variance: variance, scale: scale, shift: shift),
      value: result.output[asked, 0],
      hint:
        "The mean is \(m), and the variance, the mean squared distance from it, \(Numeral.plain(variance)).")
    let count = Double(batch.count)
    let sample = variance * count / (count - 1)
    let wide = Numeral.plain(sample)
    draft.slip(.anotherSpread, places: places, scale * (batch[asked] - mean) / sample.squareRoot() + shift) {
      "\(Numeral.plain(scale))·(\(x) - \(m)) / √\(wide) + \(Numeral.plainFactor(shift)) = \($0) takes the variance over n - 1, "
        + "\(wide); here it is the one over n, \(Numeral.plain(variance))."
    }
    return draft
  }

  /// Running averages in place of the batch's own.
  private static func use(using generator: inout SplitMix64) -> QuestionDraft {
    let mean = Double(generator.integer(in: -4...6))
    let variance = generator.pick([0.25, 2, 4, 5, 9, 16])
    let x = mean + Double(generator.pick([-6, -4, -3, -2, -1, 1, 2, 3, 4, 6]))
    let (scale, shift) = scaleAndShift(using: &generator)
    let output = try? BatchNormalisation(
      Grid(rows: [[x]]), scale: [scale], shift: [shift], epsilon: 0,
      running: .init(mean: [mean], variance: [variance])
    ).output[0, 0]
    return normalised(
      "In use, batch norm has the running mean \(Numeral.plain(mean)), the running variance \(Numeral.plain(variance)), the "
        + "scale \(Numeral.plain(scale)) and the shift \(Numeral.plain(shift)). What does it make of \(Numeral.plain(x)) "
        + "(without epsilon, to 3 decimals)?",
      given: [
        "x": .number(x), "mean": .number(mean), "variance": .number(variance), "scale": .number(scale),
        "shift": .number(shift),
      ],
      .init(x: x, mean: mean, variance: variance, scale: scale, shift: shift), value: output ?? .nan,
      hint: "In use one number is enough: mean and variance are those that training left behind.")
  }

  private struct Numbers {
    let x, mean, variance, scale, shift: Double
  }

  private static func normalised(
    _ prompt: String, given: [String: GivenValue], _ numbers: Numbers, value: Double, hint: String
  ) -> QuestionDraft {
    let (x, mean, variance) = (numbers.x, numbers.mean, numbers.variance)
    let (scale, shift) = (numbers.scale, numbers.shift)
    let deviation = variance.squareRoot()
    let away = "(\(Numeral.plain(x)) - \(Numeral.plainFactor(mean)))"
    let (v, g, b) = (Numeral.plain(variance), Numeral.plain(scale), Numeral.plainFactor(shift))
    let value = RoundedNumber(value: value, places: places)
    var draft = QuestionDraft(
      prompt, given: given, rounded: value,
      hints: [
        hint,
        "Subtract the mean, divide by the root of the variance, then times the scale and plus the shift.",
      ],
      solution: "\(g)·\(away) / √\(v) + \(b) = \(value.text)")
    draft.slip(.anotherSpread, places: places, scale * (x - mean) / variance + shift) {
      "\(g)·\(away) / \(v) + \(b) = \($0) divides by the variance; the deviation is its root."
    }
    draft.slip(.halfNormalised, places: places, scale * (x - mean) + shift) {
      "\(g)·\(away) + \(b) = \($0) subtracts the mean, and does not divide by the deviation."
    }
    draft.slip(.halfNormalised, places: places, scale * x / deviation + shift) {
      "\(g)·\(Numeral.plainFactor(x)) / √\(v) + \(b) = \($0) divides by the deviation, and does not subtract the mean."
    }
    draft.slip(.swappedScaleAndShift, places: places, shift * (x - mean) / deviation + scale) {
      "\(Numeral.plain(shift))·\(away) / √\(v) + \(g) = \($0): the scale multiplies, the shift is added."
    }
    draft.slip(.ignoredScale, places: places, (x - mean) / deviation + shift) {
      "\(away) / √\(v) + \(b) = \($0): the normalised number is multiplied by the scale \(g) first."
    }
    draft.slip(.ignoredShift, places: places, scale * (x - mean) / deviation) {
      "\(g)·\(away) / √\(v) = \($0): the shift \(Numeral.plain(shift)) is still to be added."
    }
    draft.slip(.signSlip, places: places, scale * (mean - x) / deviation + shift) {
      "\(g)·(\(Numeral.plain(mean)) - \(Numeral.plainFactor(x))) / √\(v) + \(b) = \($0): it is x minus the mean."
    }
    return draft
  }

  private static func running(using generator: inout SplitMix64) -> QuestionDraft {
    let (old, new) = (Double(generator.integer(in: -8...8)), Double(generator.integer(in: -8...8)))
    let share = generator.pick([0.01, 0.1, 0.2])
    let value = RoundedNumber(value: old + share * (new - old), places: places)
    let (s, k) = (Numeral.plain(share), Numeral.plain(1 - share))
    let (o, n) = (Numeral.plainFactor(old), Numeral.plainFactor(new))
    var draft = QuestionDraft(
      "The running mean of batch norm is \(Numeral.plain(old)), and a batch with the mean \(Numeral.plain(new)) comes. The "
        + "new one counts \(s) (PyTorch's momentum). What is the running mean then (to 3 decimals)?",
      given: ["old": .number(old), "new": .number(new), "share": .number(share)], rounded: value,
      hints: ["It is a moving average of the means of the batches.", "The old one keeps 1 - \(s) = \(k)."],
      solution: "\(k)·\(o) + \(s)·\(n) = \(value.text)")
    draft.slip(.swappedShares, places: places, share * old + (1 - share) * new) {
      "\(s)·\(o) + \(k)·\(n) = \($0): the new one counts \(s), the old one \(k)."
    }
    draft.slip(.gaveNewMean, places: places, new) {
      "\($0) is the mean of this batch alone; the running mean moves only a part of the way."
    }
    draft.slip(.plainMean, places: places, (old + new) / 2) {
      "(\(Numeral.plain(old)) + \(n)) / 2 = \($0): the two do not count the same, but \(k) and \(s)."
    }
    draft.slip(.droppedTerm, places: places, share * new) {
      "\(s)·\(n) = \($0): \(k) of the old mean stays."
    }
    draft.slip(.droppedTerm, places: places, (1 - share) * old) {
      "\(k)·\(o) = \($0): \(s) of the new mean is still to be added."
    }
    return draft
  }
}
