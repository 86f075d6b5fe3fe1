import Learning

/// How far a learner has come in a lesson: the one place that says when a lesson is finished.
public enum LessonState: Hashable, Sendable {
  /// Not begun.
  case new
  /// Under way; the step the learner came to last, counted from 1.
  case begun(step: Int)
  /// The learner came to the last step and left so many questions open on the way.
  case passedBy(open: Int)
  /// The learner came to the last step, and every question was answered right, or its answer was shown on request.
  case finished

  /// Whether it is done.
  public var isFinished: Bool { self == .finished }

  /// In a few words: `not begun`, `at step 3`, `passed by, 2 questions open`, `finished`.
  public var words: String {
    switch self {
    case .new: "not begun"
    case .begun(let step): "at step \(step)"
    case .passedBy(let open): "passed by, \(Plural.count(open, "question")) open"
    case .finished: "finished"
    }
  }
}

extension Progress {
  /// How far the learner has come in the lesson of `header`.
  public func state(of header: LessonHeader) -> LessonState {
    guard let lesson = lessons[header.id] else { return .new }
    let step = lesson.position.flatMap(header.stepIDs.firstIndex) ?? 0
    let isAtEnd = lesson.isDone || header.stepIDs.last.map(lesson.seen.contains) == true
    guard isAtEnd else { return lesson.seen.isEmpty ? .new : .begun(step: step + 1) }
    let open = openQuestions(of: header).count
    return open == 0 ? .finished : .passedBy(open: open)
  }

  /// How far the learner has come in the lesson called `id`. One that is not among `headers`, since it is no longer there,
  /// counts by its end alone.
  public func state(of id: String, among headers: [LessonHeader]) -> LessonState {
    if let header = headers.first(where: { $0.id == id }) { return state(of: header) }
    return lessons[id].map { $0.isDone ? .finished : .begun(step: 1) } ?? .new
  }

  /// The steps of a lesson whose question was neither answered right nor shown, in order.
  public func openQuestions(of header: LessonHeader) -> [String] {
    let results = lessons[header.id]?.results ?? [:]
    return header.questionIDs.filter { results[$0] == nil || results[$0] == .wrong }
  }

  /// The lesson to go on with: the one the learner was in last; otherwise the first of `headers` that was not gone
  /// through; otherwise the first with open questions; `nil` when all are finished.
  ///
  /// - Parameters:
  ///   - headers: the lessons in the suggested order.
  ///   - id: the lesson that was just gone through: what follows it is looked at first, and it is not proposed again.
  public func next(among headers: [LessonHeader], after id: String? = nil) -> LessonHeader? {
    if id == nil, let header = headers.first(where: { $0.id == current }) { return header }
    let place = headers.firstIndex { $0.id == id }.map { $0 + 1 } ?? 0
    let ordered = (headers[place...] + headers[..<place]).filter { $0.id != id }
    let states = ordered.map(state)
    let fresh = states.firstIndex { state in
      switch state {
      case .new, .begun: true
      case .passedBy, .finished: false
      }
    }
    return (fresh ?? states.firstIndex { !$0.isFinished }).map { ordered[$0] }
  }
}
