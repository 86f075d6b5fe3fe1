import Learning

extension QuizTopic {
  /// Scaling with dropout.
  public static let dropout = QuizTopic(
    "dropout", "dropout scaling",
    misconceptions: [.noScaling, .invertedScaling, .dropForKeep, .alwaysHalf],
    draft: DropoutQuestion.draft)
}

extension Misconception {
  static let noScaling = Misconception("no-scaling", "left out the scaling")
  static let invertedScaling = Misconception("scaled-the-other-way", "scaled the other way round")
  static let dropForKeep = Misconception("drop-for-keep", "took the drop for the keep probability")
  static let alwaysHalf = Misconception("always-half", "took one half for the probability")
}

/// How dropout is made up for: by a factor at use, or by a division in training.
enum DropoutQuestion {
  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let drop = generator.pick([0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.75, 0.8])
    let value = Double(generator.integer(in: 1...40)) * generator.pick([0.5, 1])
    return generator.oneIn(2) ? inverted(drop: drop, value) : plain(drop: drop, weight: value)
  }

  private static let places = 3

  /// Units are dropped in training and nothing else is done there (brown, nses).
  private static func plain(drop: Double, weight: Double) -> QuestionDraft {
    let keep = 1 - drop
    let (k, w, p) = (Numeral.plain(keep), Numeral.plain(weight), Numeral.plain(drop))
    let value = RoundedNumber(value: keep * weight, places: places)
    var draft = QuestionDraft(
      "Units are dropped with probability \(p) in training, and nothing is scaled there. What does an outgoing weight "
        + "of \(w) become at use (to 3 decimals)?",
      given: ["drop": .number(drop), "weight": .number(weight), "form": .text("scale at use")],
      rounded: value,
      hints: [
        "At use all units are there, so the sums would be larger than in training.",
        "In training a unit is there with probability 1 - \(p) = \(k).",
      ],
      solution: "\(w)·(1 - \(p)) = \(w)·\(k) = \(value.text)")
    draft.slip(.noScaling, places: places, weight) {
      "\($0) unchanged: at use all units are there, and the sums would be 1 / \(k) = \(Numeral.plain(1 / keep)) times "
        + "those of training."
    }
    draft.slip(.invertedScaling, places: places, weight / keep) {
      "\(w) / \(k) = \($0): the sums are too large at use, so the weight has to shrink."
    }
    draft.slip(.dropForKeep, places: places, weight * drop) {
      "\(w)·\(p) = \($0): \(p) is the probability of being dropped; a unit is kept with 1 - \(p) = \(k)."
    }
    draft.slip(.alwaysHalf, places: places, weight / 2) {
      "\(w) / 2 = \($0) would be right if half of the units were dropped; here \(k) of them are kept."
    }
    return draft
  }

  /// Kept units are divided by the keep probability in training (PyTorch, Keras).
  private static func inverted(drop: Double, _ activation: Double) -> QuestionDraft {
    let keep = 1 - drop
    let (k, a, p) = (Numeral.plain(keep), Numeral.plain(activation), Numeral.plain(drop))
    let value = RoundedNumber(value: activation / keep, places: places)
    var draft = QuestionDraft(
      "Inverted dropout as in PyTorch and Keras, Dropout(\(p)). A unit with activation \(a) is kept. What does it pass "
        + "on in training (to 3 decimals)?",
      given: ["drop": .number(drop), "activation": .number(activation), "form": .text("inverted")],
      rounded: value,
      hints: [
        "The argument is the probability of being dropped.",
        "The kept units make up for the others: divide by the keep probability \(k).",
      ],
      solution: "\(a) / (1 - \(p)) = \(a) / \(k) = \(value.text)")
    draft.slip(.noScaling, places: places, activation) {
      "\($0) unchanged: on average only \(k) of the units are there, and the sum would be too small."
    }
    draft.slip(.invertedScaling, places: places, activation * keep) {
      "\(a)·\(k) = \($0): the kept units make up for the dropped ones, so they grow."
    }
    draft.slip(.dropForKeep, places: places, activation / drop) {
      "\(a) / \(p) = \($0): \(p) is the probability of being dropped; a unit is kept with 1 - \(p) = \(k)."
    }
    draft.slip(.alwaysHalf, places: places, activation * 2) {
      "\(a) / 0.5 = \($0) would be right if half of the units were dropped; here \(k) of them are kept."
    }
    return draft
  }
}
