import Learning

/// A way of thinking that leads to a wrong answer; people read of it as a "slip".
///
/// Each topic of the quiz declares those that only it knows, with their titles, in its own file. How one leads to an
/// answer is said with the numbers of the question, in an ``Explanation``.
public struct Misconception: RawRepresentable, CaseIterable, Hashable, Codable, Sendable {
  /// How lessons, logs and JSON spell it: `forgot-plus-one`. It never changes, because logs are kept.
  public let rawValue: String
  /// What happened, to stand after "you": `forgot the + 1`.
  public let title: String

  init(_ rawValue: String, _ title: String) { (self.rawValue, self.title) = (rawValue, title) }

  /// What happens with a rule.
  init(_ kind: OptimizerMisconception.Kind) { self.init(kind.rawValue, kind.title) }

  /// The misconception that is spelt `rawValue`, if there is one.
  public init?(rawValue: String) {
    guard let known = Self.known[rawValue] else { return nil }
    self = known
  }

  /// All that topics and lessons know, by their spelling.
  public static let allCases = known.values.sorted { $0.rawValue < $1.rawValue }

  private static let known = Dictionary(
    ([roundedOnTheWay] + ofLessons + QuizTopic.allCases.flatMap(\.misconceptions)).map { ($0.rawValue, $0) }
  ) { first, _ in first }
}

extension [Misconception] {
  /// As tables and JSON spell them: `forgot-plus-one`, or `forgot-plus-one or ignored-stride`.
  public var spelling: String { map(\.rawValue).joined(separator: " or ") }
}
