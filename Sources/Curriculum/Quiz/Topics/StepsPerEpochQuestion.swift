import Learning

extension QuizTopic {
  /// Updates in an epoch.
  public static let stepsPerEpoch = QuizTopic(
    "steps-per-epoch", "steps per epoch",
    misconceptions: [
      .roundedDown, .roundedUp, .leftFraction, .gaveBatchSize, .oneUpdatePerEpoch, .forgotEpochs,
      .oneUpdatePerSample, .joinedEpochs, .offByOne,
    ],
    draft: StepsPerEpochQuestion.draft)
}

extension Misconception {
  static let oneUpdatePerEpoch = Misconception("one-update-per-epoch", "counted one update per epoch")
  static let oneUpdatePerSample = Misconception("one-update-per-sample", "counted one update per sample")
  static let forgotEpochs = Misconception("forgot-epochs", "counted a single epoch")
  static let joinedEpochs = Misconception("joined-epochs", "let a batch reach into the next epoch")
}

/// How many updates some samples make in one epoch or several.
enum StepsPerEpochQuestion {
  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let samples = generator.pick([50, 100, 150, 200, 360, 500, 600, 750, 1000, 1437, 1500, 2000, 5000])
    let batch = generator.pick([8, 10, 16, 20, 32, 50, 64, 100, 128].filter { $0 < samples })
    let epochs = generator.oneIn(2) ? 1 : generator.pick([2, 3, 5, 10, 20])
    let isKept = !generator.oneIn(3)
    let (full, rest) = samples.quotientAndRemainder(dividingBy: batch)
    let (below, above) = (full, full + (rest > 0 ? 1 : 0))
    let steps = isKept ? above : below
    let quotient = "\(samples) / \(batch)"
    let batches = Plural.count(full, "batch", plural: "batches")
    let left = Plural.count(rest, "sample")
    let rounding = isKept ? "ceil" : "floor"
    let times = epochs == 1 ? "" : "·\(epochs)"
    func working(_ rounding: String) -> String { "\(rounding)(\(quotient))\(times)" }
    var draft = QuestionDraft(
      "\(samples) samples, batches of \(batch)"
        + (rest == 0 ? "" : isKept ? ", the last one smaller" : ", a last one that is not full is left out")
        + ". How many updates are there in \(epochs == 1 ? "one epoch" : "\(epochs) epochs")?",
      kind: .number,
      given: [
        "samples": .integer(samples), "batch": .integer(batch), "epochs": .integer(epochs),
        "last": .text(isKept ? "kept" : "dropped"),
      ],
      answer: .number(Double(steps * epochs)),
      hints: [
        "Each batch makes one update, and in an epoch every sample is seen once.",
        rest == 0
          ? "\(samples) samples fill \(batches)."
          : "\(samples) samples fill \(batches), and \(rest) \(rest == 1 ? "is" : "are") left over.",
      ],
      solution: "\(working(rounding)) = \(steps * epochs)")
    func slip(_ misconception: Misconception, _ value: Int, _ working: String, _ remedy: String) {
      draft.slip(misconception, value, working, remedy)
    }
    if rest > 0 {
      if isKept {
        slip(
          .roundedDown, below * epochs, working("floor"),
          "the \(left) left over \(rest == 1 ? "makes" : "make") a smaller batch, and an update.")
      } else {
        slip(
          .roundedUp, above * epochs, working("ceil"),
          "the \(left) left over \(rest == 1 ? "does" : "do") not fill a batch.")
      }
      let exact = Double(samples) / Double(batch) * Double(epochs)
      draft.slip(
        .leftFraction, .number(exact),
        "\(quotient)\(times) = \(Answer.number(exact).text): there is no part of an update.")
    } else {
      slip(
        .offByOne, (full + 1) * epochs, "(\(quotient) + 1)\(times)",
        "\(samples) samples fill \(batches), and none is left over.")
    }
    draft.slip(
      .gaveBatchSize, .number(Double(batch)), "\(batch) is how many samples make one update.")
    draft.slip(
      .oneUpdatePerEpoch, .number(Double(epochs)),
      "\(epochs) would be right if all \(samples) samples were one batch.")
    slip(
      .oneUpdatePerSample, samples * epochs, "\(samples)\(epochs == 1 ? "·1" : times)",
      "that is one update for each sample; a batch makes one for \(batch).")
    if epochs > 1 {
      slip(
        .forgotEpochs, steps, "\(rounding)(\(quotient))", "that is one epoch, and there are \(epochs).")
      let joined = (samples * epochs + (isKept ? batch - 1 : 0)) / batch
      slip(
        .joinedEpochs, joined, "\(rounding)(\(samples)\(times) / \(batch))",
        "each epoch begins with a new batch, so round first and multiply then.")
    }
    return draft
  }
}
