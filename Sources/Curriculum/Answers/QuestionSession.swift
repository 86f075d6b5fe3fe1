/// A learner at work on one question: tries, hints, and what comes of it.
public struct QuestionSession: Hashable, Sendable {
  /// The question.
  public let question: Question
  /// Its name in the log: `lesson/step`, or the id of a generated question.
  public let item: String
  /// What it practises: a quiz topic, or the id of a lesson.
  public let skill: String
  /// Replies so far that could be read.
  public private(set) var tries = 0
  /// Hints shown so far.
  public private(set) var hintsShown = 0
  /// How it stands.
  public private(set) var state = State.open
  /// What is asked of the learner, when the last reply after a wrong one was no attempt.
  public private(set) var request: String?
  /// A word about the last reply that was judged.
  private var remark: String?

  /// What the last wrong reply may mean.
  private var lastReadings: [Answer] = []

  /// How a question stands.
  public enum State: Hashable, Sendable {
    /// Waiting for a reply; the verdict on the last one, if there was one.
    case open, missed(Verdict)
    /// Answered.
    case solved
    /// Given up; the answer is shown.
    case revealed
  }

  /// A question of a lesson. Tries and hints count on from those that `progress` knows of.
  public init(_ question: Question, lesson: LessonHeader, step: String, after progress: Progress = Progress())
  {
    self.init(question, item: "\(lesson.id)/\(step)", skill: lesson.skill, progress)
  }

  /// A question of a round. Tries and hints count on from those that `progress` knows of.
  public init(_ item: QuizItem, after progress: Progress = Progress()) {
    self.init(item.question, item: item.id, skill: item.skill, progress)
  }

  /// A generated question. Tries and hints count on from those that `progress` knows of.
  public init(_ generated: GeneratedQuestion, after progress: Progress = Progress()) {
    self.init(generated.question, item: generated.id, skill: generated.topic.rawValue, progress)
  }

  private init(_ question: Question, item: String, skill: String, _ progress: Progress) {
    (self.question, self.item, self.skill) = (question, item, skill)
    let past = progress.past(of: item)
    (tries, hintsShown) = (past.tries, min(past.hints, question.hints.count))
    lastReadings = past.lastReply.map(question.readings) ?? []
  }

  /// Whether the answer is known, by reply or by giving up.
  public var isOver: Bool { state == .solved || state == .revealed }

  /// Whether it was answered right at once and without a hint.
  public var isClean: Bool { state == .solved && tries == 1 && hintsShown == 0 }

  /// The hints shown so far, the first one first.
  public var hints: ArraySlice<String> { question.hints.prefix(hintsShown) }

  /// Takes in what the learner typed, and answers what to log; nothing when it could not be read, says the same as the
  /// wrong reply before, or comes too late.
  public mutating func reply(_ text: String) -> AnswerRecord? {
    take(question.grade(text), question.readings(of: text), reply: text)
  }

  /// Takes in an answer that was picked instead of typed.
  public mutating func pick(_ answer: Answer) -> AnswerRecord? {
    take(question.grade(answer), [answer], reply: answer.text)
  }

  /// Shows one more hint, if there is one, and answers what to log.
  @discardableResult
  public mutating func hint() -> ProgressRecord.Event? {
    guard !isOver, hintsShown < question.hints.count else { return nil }
    hintsShown += 1
    return .hinted(item: item, hints: hintsShown)
  }

  /// Gives up and shows the answer.
  public mutating func skip() -> AnswerRecord? {
    guard !isOver else { return nil }
    (state, request, remark) = (.revealed, nil, nil)
    return AnswerRecord(skipped: item, skill: skill, attempt: tries + 1, hints: hintsShown)
  }

  private mutating func take(_ verdict: Verdict, _ readings: [Answer], reply: String) -> AnswerRecord? {
    guard !isOver else { return nil }
    request = nil
    if let asked = verdict.request, isMissed {
      // What was said about the last wrong reply stays.
      request = asked
      return nil
    }
    remark = (readings.first(where: question.isRight) ?? readings.first)
      .flatMap { question.kind.rules.remark(on: reply, $0, to: question) }
    if verdict != .right, !readings.isEmpty, readings == lastReadings {
      state = .missed(verdict)
      return nil
    }
    if !readings.isEmpty { lastReadings = readings }
    state = verdict == .right ? .solved : .missed(verdict)
    let record = AnswerRecord(
      item: item, skill: skill, reply: reply, verdict: verdict, attempt: tries + 1, hints: hintsShown)
    if record != nil { tries += 1 }
    return record
  }

  /// Whether what was said about a wrong reply stands.
  private var isMissed: Bool {
    switch state {
    case .missed(let verdict): verdict.request == nil
    case .open, .solved, .revealed: false
    }
  }

  /// What to say now, in paragraphs.
  public var feedback: [String] {
    switch state {
    case .open: []
    case .missed(let verdict):
      question.response(to: verdict) + [verdict.request == nil ? remark : nil, request].compactMap(\.self)
    case .solved: ["Right."] + [remark, question.solution].compactMap(\.self)
    case .revealed: ["The answer is \(question.answerWords).", question.solution]
    }
  }
}
