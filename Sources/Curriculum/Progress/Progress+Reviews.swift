import Foundation

extension Progress {
  /// A skill that is due for review.
  public struct Review: Hashable, Sendable {
    /// The quiz topic or the id of the lesson.
    public let skill: String
    /// Since when it is due.
    public let due: Date
    /// The chance to recall it now.
    public let recall: Double
  }

  /// The skills that are due at `date`, the most forgotten first.
  public func reviews(at date: Date = Date()) -> [Review] {
    skills.compactMap { skill, memory in
      memory.due.flatMap { due in
        due <= date ? Review(skill: skill, due: due, recall: memory.recall(at: date)) : nil
      }
    }
    .sorted { ($0.recall, $0.skill) < ($1.recall, $1.skill) }
  }

  /// When the next review is or will be due.
  public var nextReview: Date? {
    skills.values.compactMap(\.due).min()
  }
}
