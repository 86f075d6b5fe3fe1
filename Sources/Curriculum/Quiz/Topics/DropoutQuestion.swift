import Learning

extension QuizTopic {
  /// Scaling with dropout.
  public static let dropout = QuizTopic(
    "dropout", "dropout scaling",
    misconceptions: [
      .noScaling, .invertedScaling, .dropForKeep, .alwaysHalf,
    ],
    draft: DropoutQuestion.draft)
}

extension Misconception {
  static let noScaling = Misconception("no-scaling", "left out the scaling")
  static let invertedScaling = Misconception("scaled-the-other-way", "scaled the other way round")
  static let dropForKeep = Misconception("drop-for-keep", "took the drop for the keep probability")
  static let alwaysHalf = Misconception("always-half", "halved by habit")
}

/// How dropout is made up for: by a factor at use, or by a division in training.
enum DropoutQuestion {
  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let drop = generator.pick([0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75])
    let value = Double(generator.integer(in: 1...12))
    return generator.oneIn(2) ? inverted(drop: drop, value) : plain(drop: drop, weight: value)
  }

  private static let places = 3

  /// Units are dropped in training and nothing else is done there (brown, nses).
  private static func plain(drop: Double, weight: Double) -> QuestionDraft {
    let keep = 1 - drop
    let (k, w, p) = (Numeral.format(keep), Numeral.format(weight), Numeral.format(drop))
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
      "\($0) unchanged would make the sums \(k.inverse) times too large."
    }
    draft.slip(.invertedScaling, places: places, weight / keep) {
      "\(w) / \(k) = \($0) is what the inverted form does in training."
    }
    draft.slip(.dropForKeep, places: places, weight * drop) {
      "\(w)·\(p) = \($0) multiplies by the drop probability."
    }
    draft.slip(.alwaysHalf, places: places, weight / 2) {
      "\(w) / 2 = \($0) is right when half of the units are dropped."
    }
    return draft
  }

  /// Kept units are divided by the keep probability in training (PyTorch, Keras).
  private static func inverted(drop: Double, _ activation: Double) -> QuestionDraft {
    let keep = 1 - drop
    let (k, a, p) = (Numeral.format(keep), Numeral.format(activation), Numeral.format(drop))
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
      "\($0) unchanged would make the mean output too small."
    }
    draft.slip(.invertedScaling, places: places, activation * keep) {
      "\(a)·\(k) = \($0) is the factor at use of plain dropout."
    }
    draft.slip(.dropForKeep, places: places, activation / drop) {
      "\(a) / \(p) = \($0) divides by the drop probability."
    }
    draft.slip(.alwaysHalf, places: places, activation * 2) {
      "2·\(a) = \($0) is right when half of the units are dropped."
    }
    return draft
  }
}

extension String {
  /// `1 / 0.8`
  fileprivate var inverse: String { "1 / \(self)" }
}
