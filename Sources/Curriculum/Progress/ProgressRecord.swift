import Foundation

/// One thing a learner did: a line of the log.
///
/// On disk it is a JSON object with the version `v`, the time `at` in seconds since 1970, and the name of the event.
/// Lines with another version, an unknown event or further fields stay in the file as they are, since the log is only
/// ever appended to.
public struct ProgressRecord: Hashable, Sendable {
  /// When.
  public let date: Date
  /// What.
  public let event: Event

  /// `event` at `date`, which is kept to the second.
  public init(_ event: Event, at date: Date) {
    self.event = event
    self.date = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
  }

  /// What a learner can do.
  public enum Event: Hashable, Sendable {
    /// Came to a step of a lesson.
    case reached(lesson: String, step: String)
    /// Came to the end of a lesson.
    case finished(lesson: String)
    /// Replied to a question, or gave it up.
    case answered(AnswerRecord)
    /// Has seen so many hints of a question (`lesson/step`, or the id of a generated question).
    case hinted(item: String, hints: Int)
    /// Wants to begin anew with a lesson, a step (`lesson/step`), a topic of the quiz (`quiz:softmax`), or
    /// everything (`all`).
    case reset(item: String)
  }

  /// The version this program writes.
  static let version = 1
}
