import Curriculum

/// What the screens know of the lessons and of the learner: made anew by whoever runs them when something was logged, and
/// when the lessons have been read.
public struct Library: Hashable, Sendable {
  /// The lessons, in the suggested order.
  public let headers: [LessonHeader]
  /// Their ids, in parts.
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
  /// How many lessons are still to be read; none of ``headers`` is there before.
  public let coming: Int

  /// The lessons of `catalogue` for a learner who stands where `progress` says.
  public init(
    _ catalogue: Catalogue? = nil, progress: Progress = Progress(), reviews: [Progress.Review] = [],
    notices: [String] = [], seed: UInt64 = 1, coming: Int = 0
  ) {
    headers = catalogue?.headers ?? []
    parts = catalogue?.parts ?? []
    glossary = Glossary(headers)
    (self.progress, self.reviews, self.notices, self.seed) = (progress, reviews, notices, seed)
    self.coming = coming
  }

  /// The lesson called `id`.
  public func header(_ id: String) -> LessonHeader? { headers.first { $0.id == id } }

  /// Whether there are lessons, read already or not.
  var hasLessons: Bool { coming > 0 || !headers.isEmpty }

  /// How far the learner has come in a lesson.
  func state(of header: LessonHeader) -> LessonState { progress.state(of: header) }

  /// How many lessons are finished.
  var finishedCount: Int { headers.count { state(of: $0).isFinished } }

  /// Whether the learner is here for the first time.
  var isFirstRun: Bool { progress.lessons.isEmpty && progress.skills.isEmpty }

  /// The lesson to go on with: the one that was left in the middle, otherwise the first unfinished one of the path.
  var current: LessonHeader? { progress.next(among: headers) }

  /// The unfinished lesson that follows `id` on the path; from its end on, the first unfinished one of all.
  func next(after id: String) -> LessonHeader? { progress.next(among: headers, after: id) }
}
