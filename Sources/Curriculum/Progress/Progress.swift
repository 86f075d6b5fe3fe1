import Foundation

/// Where a learner stands, worked out from the log.
public struct Progress: Hashable, Sendable {
  /// What is known of one lesson.
  public struct LessonProgress: Hashable, Sendable {
    /// The step the learner came to last; `nil` after the end.
    public internal(set) var position: String?
    /// The steps the learner has seen.
    public internal(set) var seen: Set<String> = []
    /// Whether the learner came to the end; whether the lesson is finished tells ``Progress/state(of:)``.
    public internal(set) var isDone = false
    /// The best result of each question, by step: once right stays right, and once shown stays shown until it is right.
    public internal(set) var results: [String: AnswerRecord.Result] = [:]
    /// The questions that were right at once and without help, by step.
    public internal(set) var clean: Set<String> = []
  }

  /// Lessons by id.
  public private(set) var lessons: [String: LessonProgress] = [:]
  /// Skills by name: quiz topics and lesson ids.
  public private(set) var skills: [String: SkillMemory] = [:]
  /// How often each slip was made.
  public private(set) var slips: [Misconception: Int] = [:]
  /// The lesson the learner was in last, unless it was finished or reset.
  public private(set) var current: String?

  /// The questions that were answered wrong or given up and not right at once since, the last missed one last.
  public private(set) var missed: [String] = []

  private var open = OpenQuestions()

  /// What was tried at a question since it was last solved or shown.
  ///
  /// - Parameter item: its name in the log, `lesson/step` or the id of a generated question.
  public func past(of item: String) -> QuestionPast { open[item] }

  /// The slips that were made, the commonest first.
  public var commonSlips: [(slip: Misconception, count: Int)] {
    slips.map { ($0.key, $0.value) }
      .sorted { ($1.count, $0.slip.rawValue) < ($0.count, $1.slip.rawValue) }
  }

  /// What names everything in a reset.
  public static let everything = "all"

  /// Nothing done yet.
  public init() {}

  /// What the records amount to.
  public init(_ records: some Sequence<ProgressRecord>) {
    for record in records { add(record) }
  }

  /// Takes in one more record.
  public mutating func add(_ record: ProgressRecord) {
    switch record.event {
    case .reached(let lesson, let step):
      lessons[lesson, default: LessonProgress()].position = step
      lessons[lesson]?.seen.insert(step)
      // Looking again into a lesson that was gone through does not take the learner out of the one under way.
      if lessons[lesson]?.isDone != true { current = lesson }
    case .finished(let lesson):
      lessons[lesson, default: LessonProgress()].isDone = true
      lessons[lesson]?.position = nil
      if current == lesson { current = nil }
    case .answered(let answer): add(answer, at: record.date)
    case .hinted(let item, let hints): open.add(hints: hints, for: item)
    case .reset(let item): reset(item)
    }
  }

  /// Whether a reset of `item` would change anything.
  public func knows(_ item: String) -> Bool {
    var copy = self
    copy.reset(item)
    return copy != self
  }

  private mutating func add(_ answer: AnswerRecord, at date: Date) {
    let counted = open.add(answer)
    if counted.attempt == 1 {
      skills[answer.skill, default: SkillMemory()].add(counted, at: date)
    } else if answer.attempt == 1, skills[answer.skill]?.isDue(at: date) == true {
      // A review that asks a question which was left open is a new try.
      skills[answer.skill]?.add(answer, at: date)
    }
    if let slip = answer.slip { slips[slip, default: 0] += 1 }
    if answer.isClean || answer.result != .right { missed.removeAll { $0 == answer.item } }
    if answer.result != .right { missed.append(answer.item) }
    guard let (id, step) = Self.parts(answer.item) else { return }
    var lesson = lessons[id] ?? LessonProgress()
    if lesson.results[step].map({ $0.rank < answer.result.rank }) ?? true {
      lesson.results[step] = answer.result
    }
    if counted.isClean { lesson.clean.insert(step) }
    lessons[id] = lesson
  }

  private mutating func reset(_ item: String) {
    open.reset(item)
    missed.removeAll { Self.isPart($0, of: item) }
    if item == Self.everything {
      self = Progress()
    } else if let topic = Self.topic(in: item) {
      skills[topic.rawValue] = nil
    } else if let (id, step) = Self.parts(item) {
      guard var lesson = lessons[id] else { return }
      lesson.results[step] = nil
      lesson.clean.remove(step)
      lesson.seen.remove(step)
      lessons[id] = lesson
    } else {
      lessons[item] = nil
      // What is called like a topic of the quiz is the quiz's.
      if QuizTopic(rawValue: item) == nil { skills[item] = nil }
      if current == item { current = nil }
    }
  }

  /// How a reset names the skill of a quiz topic: `quiz:softmax`, where `softmax` is the lesson of that name.
  public static func item(of topic: QuizTopic) -> String { quizPrefix + topic.rawValue }

  private static let quizPrefix = "quiz:"

  private static func topic(in item: String) -> QuizTopic? {
    item.hasPrefix(quizPrefix) ? QuizTopic(rawValue: String(item.dropFirst(quizPrefix.count))) : nil
  }

  /// Whether `question` is forgotten with a reset of `item`.
  static func isPart(_ question: String, of item: String) -> Bool {
    if item == everything || question == item { return true }
    guard let topic = topic(in: item) else { return question.hasPrefix(item + "/") }
    return !question.contains("/") && question.hasPrefix(topic.rawValue + "-")
  }

  /// `lesson/step`
  private static func parts(_ item: String) -> (lesson: String, step: String)? {
    let parts = item.split(separator: "/", maxSplits: 1)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }
}
