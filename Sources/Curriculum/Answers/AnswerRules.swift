import Learning

/// The rules of one kind of question: how answers to it are written, read, judged, listed and exported.
///
/// Each kind has a file with its rules; whatever asks, judges, draws or prints questions asks the rules and knows no kind by
/// name. What is left out here is as it is for numbers that stand alone.
protocol AnswerRules: Sendable {
  /// How an answer is written, to stand after "answer with".
  var example: String { get }
  /// What begins an answer without more ado, to stand after "begin with".
  var beginnings: String { get }
  /// What stands in the field before anything is typed, where the question alone does not say how to answer.
  var placeholder: String? { get }
  /// Whether an answer is picked from the choices instead of typed.
  var isPicked: Bool { get }
  /// Whether a hidden cell of the step's scene is asked for, so that a lesson says which one.
  var asksForCell: Bool { get }
  /// The fields that questions of other kinds have in lesson files, and this kind has not.
  var needlessFields: [String] { get }
  /// How the answers stand in a file of questions for Moodle.
  var giftForm: GIFTForm { get }

  /// Whether an answer to a question with `choices` may begin with `character`: where an answer is expected, typing such a
  /// character begins it, whatever the key does otherwise.
  func mayBegin(with character: Character, choices: [String]) -> Bool
  /// Whether an answer may begin with a name that begins with `character`: `e^2`, `ln(2)`, `pi`. Where the key means nothing
  /// else, typing it begins the answer.
  func mayBeginWithName(_ character: Character) -> Bool
  /// All readings of `text`, made ``AnswerReader/plain(_:)``, the likeliest first; none when it is no answer of this kind.
  func readings(of text: String, choices: [String]) -> [Answer]

  /// What is wrong with a needless `field`; `nil` where its name says it all.
  func refusal(of field: String) -> LessonProblem.Kind?
  /// How `choices` are shown, and the right answer if that follows from how they are written; `nil` for kinds without choices.
  func listing(_ choices: [String]) -> ChoiceListing?
  /// What an answer written `text` may be off by, where a lesson does not say.
  func usualTolerance(of text: String) -> Double

  /// Whether `reading` is right.
  func isRight(_ reading: Answer, to question: Question) -> Bool
  /// How far `reading` is from the wrong answer `wrong`, when it is near enough to be meant for it.
  func distance(from reading: Answer, to wrong: Answer) -> Double?
  /// What is still wanting in a reply that is on the right way: digits, or an axis of a shape.
  func wanting(in reply: String, _ readings: [Answer], to question: Question) -> String?
  /// A word about a reply that was judged: how it was read, or where it goes wrong.
  func remark(on reply: String, _ reading: Answer, to question: Question) -> String?

  /// The right answer in words, for learners and for who speaks to a class.
  func words(for question: Question) -> String
  func speakersWords(for question: Question) -> String
}

/// Choices as they are shown.
struct ChoiceListing {
  let shown: [String]
  /// The right answer, where it follows from the order in which the choices are written.
  let answer: Answer?
}

extension AnswerRules {
  var beginnings: String { "a digit, sign or bracket" }
  var placeholder: String? { nil }
  var isPicked: Bool { false }
  var asksForCell: Bool { false }
  var giftForm: GIFTForm { .written }

  func mayBegin(with character: Character, choices: [String]) -> Bool {
    NumberReading.mayBegin(with: character)
  }

  func mayBeginWithName(_ character: Character) -> Bool {
    Expression.names.contains { $0.first == character }
  }

  func refusal(of field: String) -> LessonProblem.Kind? { nil }
  func listing(_ choices: [String]) -> ChoiceListing? { nil }
  func usualTolerance(of text: String) -> Double { 0 }

  func isRight(_ reading: Answer, to question: Question) -> Bool {
    reading.matches(question.answer, tolerance: question.tolerance)
  }

  /// A wrong number that is not whole need not be typed with all its decimals.
  func distance(from reading: Answer, to wrong: Answer) -> Double? {
    guard case (.number(let one), .number(let other)) = (reading, wrong), other != other.rounded(),
      abs(one - other) <= 0.002 * abs(other)
    else { return nil }
    return abs(one - other)
  }

  func wanting(in reply: String, _ readings: [Answer], to question: Question) -> String? { nil }
  func remark(on reply: String, _ reading: Answer, to question: Question) -> String? { nil }

  func words(for question: Question) -> String { question.answerText }
  func speakersWords(for question: Question) -> String { words(for: question) }
}
