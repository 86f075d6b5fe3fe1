import Learning

extension QuizTopic {
  /// Batches and what is averaged over them.
  public static let batchSizes = QuizTopic(
    "batch-sizes", "batch sizes",
    misconceptions: [
      .gaveBatchSize, .gaveGap, .gaveFullBatches, .gaveSteps, .plainMean, .sumForMean, .gaveSample,
      .droppedTerm,
      .dividedByBatches,
    ],
    draft: BatchSizesQuestion.draft)
}

extension Misconception {
  static let gaveGap = Misconception("gave-the-gap", "gave what the last batch lacks")
  static let gaveFullBatches = Misconception("gave-the-full-batches", "counted the full batches")
  static let gaveSteps = Misconception("gave-the-steps", "counted all batches")
  static let dividedByBatches = Misconception("divided-by-batches", "divided by the number of batches")
}

/// How large the last batch is, and what is averaged over a batch or over all of them.
enum BatchSizesQuestion {
  private static let places = 3

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    switch generator.integer(in: 1...3) {
    case 1:
      while true {
        if let draft = last(using: &generator) { return draft }
      }
    case 2: return gradient(using: &generator)
    default: return loss(using: &generator)
    }
  }

  private static func last(using generator: inout SplitMix64) -> QuestionDraft? {
    let samples = generator.integer(in: 40...400) * 5
    let batch = generator.pick([16, 32, 48, 64, 96, 100, 128])
    let (full, rest) = samples.quotientAndRemainder(dividingBy: batch)
    guard rest > 0, full > 1 else { return nil }
    var draft = QuestionDraft(
      "\(samples) samples in batches of \(batch): how many are in the last batch of an epoch?",
      kind: .number,
      given: ["form": .text("last"), "samples": .integer(samples), "batch": .integer(batch)],
      answer: .number(Double(rest)),
      hints: [
        "How many full batches are there, and how many samples do they take?",
        "\(full) full batches take \(full)·\(batch) = \(full * batch) samples.",
      ],
      solution: "\(samples) - \(full)·\(batch) = \(rest)")
    draft.slip(
      .gaveBatchSize, .number(Double(batch)),
      "\(batch) would be right if the samples filled all batches; \(full)·\(batch) = \(full * batch).")
    draft.slip(
      .gaveGap, batch - rest, "\(full + 1)·\(batch) - \(samples)",
      "that is what the last batch lacks to be full.")
    draft.slip(
      .gaveFullBatches, full, "floor(\(samples) / \(batch))", "that is how many batches are full.")
    draft.slip(
      .gaveSteps, full + 1, "ceil(\(samples) / \(batch))", "that is how many batches there are.")
    return draft
  }

  /// The gradient of a batch is the mean of those of its samples.
  private static func gradient(using generator: inout SplitMix64) -> QuestionDraft {
    let gradients = (0..<generator.pick([3, 4, 5])).map { _ in
      Double(generator.integer(in: -6...8))
    }
    let count = gradients.count
    let sum = gradients.reduce(0, +)
    let terms = gradients.enumerated()
      .map { $0 == 0 ? Numeral.plain($1) : Numeral.plainFactor($1) }.joined(separator: " + ")
    let value = RoundedNumber(value: sum / Double(count), places: places)
    var draft = QuestionDraft(
      "The gradients of the samples of a batch are \(gradients.quizText). What is the gradient of the batch, for the mean "
        + "of the losses (to 3 decimals)?",
      given: ["form": .text("gradient"), "gradients": .text(gradients.quizText)], rounded: value,
      hints: [
        "The loss of a batch is the mean of its samples' losses.", "Their sum is \(Numeral.plain(sum)).",
      ],
      solution: "(\(terms)) / \(count) = \(value.text)")
    draft.slip(.sumForMean, places: places, sum) {
      "\(terms) = \($0): for the mean it is divided by \(count)."
    }
    draft.slip(.gaveSample, places: places, gradients[0]) {
      "\($0) is the gradient of the first sample alone."
    }
    draft.slip(.gaveSample, places: places, gradients[count - 1]) {
      "\($0) is the gradient of the last sample alone."
    }
    let others = gradients.dropLast()
    let shorter = others.enumerated()
      .map { $0 == 0 ? Numeral.plain($1) : Numeral.plainFactor($1) }.joined(separator: " + ")
    draft.slip(.droppedTerm, places: places, others.reduce(0, +) / Double(count)) {
      "(\(shorter)) / \(count) = \($0): the last sample, \(Numeral.plain(gradients[count - 1])), belongs to it as well."
    }
    return draft
  }

  /// The mean over all images, when the last batch is smaller.
  private static func loss(using generator: inout SplitMix64) -> QuestionDraft {
    let batch = generator.pick([4, 8, 10, 16, 20, 32])
    let rest = generator.integer(in: 1...batch - 1)
    let (one, two) = (
      Double(generator.integer(in: 1...20)) / 10, Double(generator.integer(in: 1...20)) / 10
    )
    let samples = batch + rest
    let sum = Double(batch) * one + Double(rest) * two
    let (a, b) = (Numeral.plain(one), Numeral.plain(two))
    let value = RoundedNumber(value: sum / Double(samples), places: places)
    var draft = QuestionDraft(
      "An epoch has two batches: \(batch) images with the mean loss \(a), and \(rest) with the mean loss \(b). What is the "
        + "mean loss over all images (to 3 decimals)?",
      given: [
        "form": .text("loss"), "sizes": .text("\(batch) \(rest)"), "losses": .text([one, two].quizText),
      ],
      rounded: value,
      hints: [
        "Each image counts the same, so a batch counts by its size.",
        "The losses add up to \(batch)·\(a) + \(rest)·\(b) = \(Numeral.plain(sum)).",
      ],
      solution: "(\(batch)·\(a) + \(rest)·\(b)) / (\(batch) + \(rest)) = \(value.text)")
    draft.slip(.plainMean, places: places, (one + two) / 2) {
      "(\(a) + \(b)) / 2 = \($0): the batches are not of one size, \(batch) and \(rest)."
    }
    draft.slip(.sumForMean, places: places, sum) {
      "\(batch)·\(a) + \(rest)·\(b) = \($0): that is the sum, for \(samples) images."
    }
    draft.slip(.dividedByBatches, places: places, sum / 2) {
      "(\(batch)·\(a) + \(rest)·\(b)) / 2 = \($0): the sum belongs to \(samples) images, not to 2 batches."
    }
    draft.slip(.droppedTerm, places: places, one) { "\($0) leaves out the last batch." }
    return draft
  }
}
