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
  private struct Setting {
    let samples, batch, epochs: Int
    /// Whether a last batch that is not full is kept.
    let isKept: Bool

    /// Full batches, and the samples left over.
    var full: Int { samples / batch }
    var rest: Int { samples % batch }
    /// Updates in an epoch, when what is left over makes one and when it does not.
    var above: Int { full + (rest > 0 ? 1 : 0) }
    var below: Int { full }
    var steps: Int { isKept ? above : below }

    var quotient: String { "\(samples) / \(batch)" }
    var times: String { epochs == 1 ? "" : "·\(epochs)" }
    var rounding: String { isKept ? "ceil" : "floor" }
    var batches: String { Plural.count(full, "batch", plural: "batches") }
    func working(_ rounding: String) -> String { "\(rounding)(\(quotient))\(times)" }

    var prompt: String {
      let last = isKept ? ", the last one smaller" : ", a last one that is not full is left out"
      return "\(samples) samples, batches of \(batch)\(rest == 0 ? "" : last). How many updates are there in "
        + "\(epochs == 1 ? "one epoch" : "\(epochs) epochs")?"
    }
  }

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let samples = generator.pick([50, 100, 150, 200, 360, 500, 600, 750, 1000, 1437, 1500, 2000, 5000])
    let batch = generator.pick([8, 10, 16, 20, 32, 50, 64, 100, 128].filter { $0 < samples })
    let epochs = generator.oneIn(2) ? 1 : generator.pick([2, 3, 5, 10, 20])
    let setting = Setting(samples: samples, batch: batch, epochs: epochs, isKept: !generator.oneIn(3))
    let total = setting.steps * epochs
    let rest = setting.rest
    var draft = QuestionDraft(
      setting.prompt, kind: .number,
      given: [
        "samples": .integer(samples), "batch": .integer(batch), "epochs": .integer(epochs),
        "last": .text(setting.isKept ? "kept" : "dropped"),
      ],
      answer: .number(Double(total)),
      hints: [
        "Each batch makes one update, and in an epoch every sample is seen once.",
        rest == 0
          ? "\(samples) samples fill \(setting.batches)."
          : "\(samples) samples fill \(setting.batches), and \(rest) \(rest == 1 ? "is" : "are") left over.",
      ],
      solution: "\(setting.working(setting.rounding)) = \(total)")
    addSlipsOfRest(to: &draft, setting)
    addSlipsOfCounts(to: &draft, setting)
    return draft
  }

  /// What is left over, treated wrongly.
  private static func addSlipsOfRest(to draft: inout QuestionDraft, _ setting: Setting) {
    let (samples, epochs, rest) = (setting.samples, setting.epochs, setting.rest)
    guard rest > 0 else {
      draft.slip(
        .offByOne, (setting.full + 1) * epochs, "(\(setting.quotient) + 1)\(setting.times)",
        "\(samples) samples fill \(setting.batches), and none is left over.")
      return
    }
    let left = Plural.count(rest, "sample")
    if setting.isKept {
      draft.slip(
        .roundedDown, setting.below * epochs, setting.working("floor"),
        "the \(left) left over \(rest == 1 ? "makes" : "make") a smaller batch, and an update.")
    } else {
      draft.slip(
        .roundedUp, setting.above * epochs, setting.working("ceil"),
        "the \(left) left over \(rest == 1 ? "does" : "do") not fill a batch.")
    }
    let exact = Answer.number(Double(samples) / Double(setting.batch) * Double(epochs))
    draft.slip(
      .leftFraction, exact,
      "\(setting.quotient)\(setting.times) = \(exact.text): there is no part of an update.")
  }

  /// Samples, batches or epochs counted in the place of updates.
  private static func addSlipsOfCounts(to draft: inout QuestionDraft, _ setting: Setting) {
    let (samples, batch, epochs, times) = (setting.samples, setting.batch, setting.epochs, setting.times)
    draft.slip(
      .gaveBatchSize, .number(Double(batch)), "\(batch) is how many samples make one update.")
    draft.slip(
      .oneUpdatePerEpoch, .number(Double(epochs)),
      "\(epochs) would be right if all \(samples) samples were one batch.")
    draft.slip(
      .oneUpdatePerSample, samples * epochs, "\(samples)\(epochs == 1 ? "·1" : times)",
      "that is one update for each sample; a batch makes one for \(batch).")
    guard epochs > 1 else { return }
    draft.slip(
      .forgotEpochs, setting.steps, "\(setting.rounding)(\(setting.quotient))",
      "that is one epoch, and there are \(epochs).")
    let joined = (samples * epochs + (setting.isKept ? batch - 1 : 0)) / batch
    draft.slip(
      .joinedEpochs, joined, "\(setting.rounding)(\(samples)\(times) / \(batch))",
      "each epoch begins with a new batch, so round first and multiply then.")
  }
}
