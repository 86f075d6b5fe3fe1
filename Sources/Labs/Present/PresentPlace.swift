import Curriculum

/// One page of a presentation. Going on and back moves along the list of them, so that nothing is shown too early and
/// the way back is the way there.
enum PresentPlace: Hashable, Sendable {
  /// What the lesson is about.
  case title
  /// A step, counted from 0, and how much of it is shown.
  case step(Int, Stage)
  /// What was learnt.
  case end

  /// How much of a step is shown: one idea at a time.
  enum Stage: Hashable, Sendable {
    /// Its text.
    case text
    /// Its question, without the answer.
    case question
    /// The question with the answer and its working.
    case answer
  }

  /// All pages of `lesson`, in order.
  static func all(of lesson: Lesson) -> [PresentPlace] {
    let steps = lesson.steps.enumerated().flatMap { index, step -> [PresentPlace] in
      step.exercise == nil
        ? [.step(index, .text)] : [.step(index, .text), .step(index, .question), .step(index, .answer)]
    }
    return [.title] + steps + [.end]
  }

  /// The step's index, counted from 0; `nil` on title and last page.
  var index: Int? {
    if case .step(let index, _) = self { index } else { nil }
  }

  /// How much of the step is shown; `nil` on title and last page.
  var stage: Stage? {
    if case .step(_, let stage) = self { stage } else { nil }
  }
}

extension PresentMoment {
  /// The moment of `lesson` at `place`.
  init(_ lesson: Lesson, at place: PresentPlace) {
    switch place {
    case .title: self.init(lesson: lesson.id, step: nil, index: 0)
    case .end: self.init(lesson: lesson.id, step: nil, index: lesson.steps.count + 1)
    case .step(let index, let stage):
      self.init(
        lesson: lesson.id, step: lesson.steps[index].id, index: index + 1, isAsking: stage != .text,
        isRevealed: stage == .answer)
    }
  }
}

/// A time span as clocks show it: `7:05`, `1:02:03`.
enum ElapsedTime {
  static func text(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let tail = two(seconds % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(tail)" : "\(minutes):\(tail)"
  }
}
