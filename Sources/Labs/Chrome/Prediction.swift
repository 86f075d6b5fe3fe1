import Learning

/// A number that the learner is asked for, with the wrong numbers that known mistakes lead to.
struct Prediction: Equatable, Sendable {
  /// A known mistake and what it leads to.
  struct Misconception: Equatable, Sendable {
    /// The number that comes out.
    let value: Double
    /// What was done, to follow "that is what comes out": "with the kernel flipped".
    let name: String

    /// `name` gives `value`.
    init(_ value: Double, _ name: String) {
      (self.value, self.name) = (value, name)
    }
  }

  /// What became of an answer.
  enum Verdict: Equatable, Sendable {
    /// Right.
    case right
    /// Not right; the slip is named when it is a known one.
    case wrong(misconception: String?)
  }

  /// What is asked for, to stand before the answer: "output 2,3 =".
  let question: String
  /// The number.
  let answer: Double
  /// Known mistakes that lead to other numbers, the likeliest first.
  let misconceptions: [Misconception]

  /// The number asked for is `answer`.
  init(question: String, answer: Double, misconceptions: [Misconception]) {
    (self.question, self.answer) = (question, answer)
    self.misconceptions = misconceptions.filter { $0.value.isFinite && !Self.agree($0.value, answer) }
  }

  /// Judges `guess`. Answers count as equal when they agree to the four digits that the screen shows.
  func verdict(on guess: Double) -> Verdict {
    if Self.agree(guess, answer) { return .right }
    return .wrong(misconception: misconceptions.first { Self.agree(guess, $0.value) }?.name)
  }

  /// The sentence that follows an answer.
  func sentence(for guess: Double) -> Toast {
    let shown = Numeral.format(guess)
    switch verdict(on: guess) {
    case .right: return Toast("✓ \(Numeral.format(answer)) is right.", .right)
    case .wrong(nil): return Toast("✗ not \(shown) but \(Numeral.format(answer)).", .wrong)
    case .wrong(let name?):
      return Toast("✗ not \(shown) but \(Numeral.format(answer)): \(shown) comes out \(name).", .wrong)
    }
  }

  static func agree(_ one: Double, _ other: Double) -> Bool {
    one == other || abs(one - other) <= 1e-3 * max(abs(one), abs(other), 1e-3)
  }
}

/// How often the learner was right in this sitting.
struct Score: Equatable, Sendable {
  /// Right answers, and answers.
  private(set) var right = 0, asked = 0

  /// Nothing asked yet.
  init() {}

  /// Counts one answer.
  mutating func count(_ verdict: Prediction.Verdict) {
    asked += 1
    if verdict == .right { right += 1 }
  }

  /// `3 of 4 right`.
  var text: String { "\(right) of \(asked) right" }
}
