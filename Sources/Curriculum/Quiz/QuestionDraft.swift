import Learning

/// A question being made: the right answer first, then one slip after another.
struct QuestionDraft {
  let prompt: String
  /// The grids of the question, and the prompt without them.
  private(set) var shown: (sentence: String, grids: [QuestionGrid])?
  let kind: AnswerKind
  let given: [String: GivenValue]
  let answer: Answer
  let answerText: String
  let tolerance: Double
  var hints: [String]
  var solution: String
  private(set) var wrong: [WrongAnswer] = []
  /// Whether two answers that are written differently are too near to tell apart.
  private var isBlurred = false

  init(
    _ prompt: String, kind: AnswerKind, given: [String: GivenValue], answer: Answer, text: String? = nil,
    tolerance: Double = 0, hints: [String], solution: String
  ) {
    (self.prompt, self.kind, self.given, self.tolerance) = (prompt, kind, given, tolerance)
    (self.answer, answerText) = (answer, text ?? answer.text)
    (self.hints, self.solution) = (hints, solution)
  }

  /// Adds what `misconception` leads to, unless it leads to nothing or to the right answer. Where another one leads to
  /// the same, both are kept: nobody can tell which it was.
  mutating func slip(
    _ misconception: Misconception, _ answer: Answer?, text: String? = nil,
    _ working: @autoclosure () -> String
  ) {
    guard let answer else { return }
    let text = text ?? answer.text
    // Twice the tolerance, so that no reply can mean two answers.
    func clashes(_ other: Answer, _ otherText: String) -> Bool {
      answer.matches(other, tolerance: 2 * tolerance) || text == otherText
    }
    if clashes(self.answer, answerText) {
      isBlurred = isBlurred || answer != self.answer && text != answerText
      return
    }
    if let same = wrong.firstIndex(where: { clashes($0.answer, $0.text) }) {
      isBlurred = isBlurred || wrong[same].text != text
      wrong[same].add(misconception, working: working())
    } else {
      wrong.append(WrongAnswer(answer, text: text, misconception, working: working()))
    }
  }

  /// Whether `misconception` is said to lead to what is written `text`.
  func explains(_ text: String, by misconception: Misconception) -> Bool {
    wrong.contains { $0.text == text && $0.misconceptions.contains(misconception) }
  }

  /// Whether it has three wrong answers and more, all easily told apart, and none with more explanations than
  /// "either … or …" takes.
  var isClear: Bool { wrong.count >= 3 && !isBlurred && wrong.allSatisfy { $0.explanations.count <= 2 } }

  /// A slip that leads to a whole number; `working` is what it computes, `remedy` what sets it right.
  mutating func slip(_ misconception: Misconception, _ value: Int, _ working: String, _ remedy: String) {
    slip(misconception, .number(Double(value)), "\(working) = \(value): \(remedy)")
  }

  /// Shows `grids` as blocks below `sentence`, which says the same as the prompt without them.
  mutating func show(_ grids: [QuestionGrid], below sentence: String) {
    shown = (sentence, grids)
  }

  var question: Question {
    Question(
      prompt: prompt, sentence: shown?.sentence, grids: shown?.grids ?? [], kind: kind, answer: answer,
      answerText: answerText, tolerance: tolerance, wrong: wrong,
      hints: hints, solution: solution)
  }
}

/// A number asked for to some decimals.
struct RoundedNumber {
  let value: Double
  let places: Int

  /// The decimals that are asked for, without zeros at the end.
  var text: String { Self.text(value, places: places) }

  /// Half a unit in the last place; 0 for whole numbers.
  var tolerance: Double { places == 0 ? 0 : 0.5 / Self.scale(places) }

  static func text(_ value: Double, places: Int) -> String {
    Numeral.spelledOut(Numeral.exact((value * scale(places)).rounded() / scale(places)))
  }

  private static func scale(_ places: Int) -> Double {
    (0..<places).reduce(1.0) { scale, _ in scale * 10 }
  }
}

extension QuestionDraft {
  /// A question for a number to some decimals.
  init(
    _ prompt: String, given: [String: GivenValue], rounded: RoundedNumber, hints: [String], solution: String
  ) {
    self.init(
      prompt, kind: .number, given: given, answer: .number(rounded.value), text: rounded.text,
      tolerance: rounded.tolerance, hints: hints, solution: solution)
  }

  /// A slip that leads to a number to as many decimals, which `working` is given as it is written.
  mutating func slip(
    _ misconception: Misconception, places: Int, _ value: Double?, _ working: (String) -> String
  ) {
    guard let value, value.isFinite else { return }
    let text = RoundedNumber.text(value, places: places)
    slip(misconception, .number(value), text: text, working(text))
  }
}

extension SplitMix64 {
  /// One of `items`, which must not be empty.
  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[integer(in: 0...items.count - 1)]
  }

  /// Whether a chance of one in `count` comes up.
  mutating func oneIn(_ count: Int) -> Bool {
    integer(in: 1...count) == 1
  }
}

extension String {
  /// `2·3 + 1` of `2·3 + 1 = 7`: what stands before its result.
  var resultCut: Substring { firstRange(of: " = ").map { self[..<$0.lowerBound] } ?? self[...] }
}
