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

  init(
    _ prompt: String, kind: AnswerKind, given: [String: GivenValue], answer: Answer, text: String? = nil,
    tolerance: Double = 0, hints: [String], solution: String
  ) {
    (self.prompt, self.kind, self.given, self.tolerance) = (prompt, kind, given, tolerance)
    (self.answer, answerText) = (answer, text ?? answer.text)
    (self.hints, self.solution) = (hints, solution)
  }

  /// Adds what `misconception` leads to, unless it leads to nothing, to the right answer, or to one that is there already.
  mutating func slip(
    _ misconception: Misconception, _ answer: Answer?, text: String? = nil,
    _ working: @autoclosure () -> String
  ) {
    guard let answer else { return }
    let text = text ?? answer.text
    // Twice the tolerance, so that no reply can mean two answers.
    let clashes = [(self.answer, answerText)] + wrong.map { ($0.answer, $0.text) }
    guard !clashes.contains(where: { answer.matches($0.0, tolerance: 2 * tolerance) || $0.1 == text }) else {
      return
    }
    wrong.append(WrongAnswer(answer, text: text, misconception, working: working()))
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

  /// Half a unit in the last place.
  var tolerance: Double { 0.5 / Self.scale(places) }

  static func text(_ value: Double, places: Int) -> String {
    Numeral.exact((value * scale(places)).rounded() / scale(places))
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

  /// A slip that leads to a number to as many decimals.
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
