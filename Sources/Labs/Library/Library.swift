import Curriculum

/// What the screens know of the lessons and of the learner: made anew by whoever runs them when something was logged.
public struct Library: Hashable, Sendable {
  /// The lessons, in course order.
  public let headers: [LessonHeader]
  /// The lessons in the order suggested to learners, in parts.
  public let parts: [LessonPathPart]
  /// The words that the lessons explain.
  public let glossary: Glossary
  /// Where the learner stands.
  public var progress: Progress
  /// The skills that are due for review.
  public var reviews: [Progress.Review]
  /// What is wrong with lessons or the log, each in a calm sentence.
  public var notices: [String]
  /// Determines the questions of the next quiz.
  public var seed: UInt64

  /// The lessons of `catalogue` for a learner who stands where `progress` says.
  public init(
    _ catalogue: Catalogue? = nil, progress: Progress = Progress(), reviews: [Progress.Review] = [],
    notices: [String] = [], seed: UInt64 = 1
  ) {
    headers = catalogue?.headers ?? []
    let named = Set((catalogue?.path ?? []).flatMap(\.lessons))
    let others = headers.map(\.id).filter { !named.contains($0) }
    parts =
      (catalogue?.path ?? []) + (others.isEmpty ? [] : [LessonPathPart(title: "More", lessons: others)])
    glossary = Glossary(headers)
    (self.progress, self.reviews, self.notices, self.seed) = (progress, reviews, notices, seed)
  }

  /// The lesson called `id`.
  public func header(_ id: String) -> LessonHeader? { headers.first { $0.id == id } }

  /// The lessons in the order suggested to learners.
  var suggested: [LessonHeader] { parts.flatMap(\.lessons).compactMap(header) }

  /// Whether the learner has come to the end of the lesson.
  func isDone(_ id: String) -> Bool { progress.lessons[id]?.isDone ?? false }

  /// How many lessons are finished.
  var doneCount: Int { headers.count { isDone($0.id) } }

  /// Whether the learner is here for the first time.
  var isFirstRun: Bool { progress.lessons.isEmpty && progress.skills.isEmpty }

  /// The lesson to go on with: the one that was left in the middle, otherwise the first unfinished one of the path.
  var current: LessonHeader? {
    if let id = progress.current, let header = header(id) { return header }
    return suggested.first { !isDone($0.id) }
  }

  /// The unfinished lesson that follows `id` on the path; from its end on, the first unfinished one of all.
  func next(after id: String) -> LessonHeader? {
    let path = suggested
    let place = path.firstIndex { $0.id == id }.map { $0 + 1 } ?? 0
    return (path[place...] + path[..<place]).first { !isDone($0.id) && $0.id != id }
  }

  /// How far the learner has come in a lesson, from 0 to 1: the steps seen.
  func share(of header: LessonHeader) -> Double {
    guard !isDone(header.id) else { return 1 }
    let seen = progress.lessons[header.id]?.seen.count ?? 0
    return min(1, Double(seen) / Double(max(1, header.stepIDs.count)))
  }
}
