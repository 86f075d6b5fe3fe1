/// A reply to a question.
public struct AnswerRecord: Hashable, Sendable {
  /// The question: `lesson/step`, or the id of a generated question.
  public let item: String
  /// What it practises: a quiz topic, or the id of a lesson.
  public let skill: String
  /// What was typed.
  public let reply: String
  /// What it was worth.
  public let result: Result
  /// The slip, if it has a name.
  public let slip: Misconception?
  /// Which try it was since the question was last solved or shown, from 1. Only the first one counts for reviews.
  public let attempt: Int
  /// How many hints had been shown.
  public let hints: Int

  /// What a reply was worth.
  public enum Result: String, Codable, Sendable {
    case right, wrong, skipped

    /// What outweighs what when a question was answered more than once.
    var rank: Int {
      switch self {
      case .wrong: 0
      case .skipped: 1
      case .right: 2
      }
    }
  }

  /// A reply judged as `verdict`; `nil` for one that is no attempt.
  public init?(item: String, skill: String, reply: String, verdict: Verdict, attempt: Int, hints: Int) {
    let (result, slip): (Result, Misconception?)
    switch verdict {
    case .right: (result, slip) = (.right, nil)
    case .slip(let wrong): (result, slip) = (.wrong, wrong.misconception)
    case .wrong: (result, slip) = (.wrong, nil)
    case .unfinished, .unreadable: return nil
    }
    self.init(
      item: item, skill: skill, reply: reply, result: result, slip: slip,
      attempt: attempt,
      hints: hints)
  }

  /// A question given up.
  public init(skipped item: String, skill: String, attempt: Int, hints: Int) {
    self.init(
      item: item, skill: skill, reply: "", result: .skipped, slip: nil, attempt: attempt, hints: hints)
  }

  init(
    item: String, skill: String, reply: String, result: Result, slip: Misconception?, attempt: Int, hints: Int
  ) {
    (self.item, self.skill, self.reply, self.result, self.slip) = (item, skill, Self.cut(reply), result, slip)
    (self.attempt, self.hints) = (max(1, Counted.clamped(attempt)), Counted.clamped(hints))
  }

  /// The most Unicode scalars of a reply that are kept.
  private static let longestReply = 200

  private static func cut(_ reply: String) -> String {
    String(String.UnicodeScalarView(reply.unicodeScalars.prefix(longestReply)))
  }

  /// Whether it shows that the learner can do it: right at once and without help.
  public var isClean: Bool { result == .right && attempt == 1 && hints == 0 }
}
