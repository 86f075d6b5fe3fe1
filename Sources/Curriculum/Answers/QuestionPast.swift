/// What was tried at a question that is still open: all that the log tells of it since it was last solved or shown.
public struct QuestionPast: Hashable, Sendable {
  /// Wrong replies so far.
  public internal(set) var tries = 0
  /// Hints shown so far.
  public internal(set) var hints = 0
  /// The last wrong reply.
  public internal(set) var lastReply: String?

  /// Nothing tried yet.
  public init() {}
}
