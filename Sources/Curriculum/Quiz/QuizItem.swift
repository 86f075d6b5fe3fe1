import Learning

/// A question with its name and whence it comes: generated, or of a lesson. Whatever asks, prints or exports questions
/// takes them like this.
public struct QuizItem: Hashable, Sendable {
  /// The name in the log: `output-size-7-3`, or `lesson/step`.
  public let id: String
  /// How it is spelt what the question is about: a topic, or the id of its lesson.
  public let topic: String
  /// What it is about, in words.
  public let title: String
  /// What it practises: a quiz topic, or the id of a lesson.
  public let skill: String
  /// The numbers of a generated question, by the option names of the matching command.
  public let given: [String: GivenValue]
  /// The question itself.
  public let question: Question
  /// The picture that the question is about, row by row; empty when it stands alone.
  public let picture: [String]

  /// A generated question.
  public init(_ generated: GeneratedQuestion) {
    (id, given, question, picture) = (generated.id, generated.given, generated.question, [])
    (topic, title) = (generated.topic.rawValue, generated.topic.title)
    skill = topic
  }

  /// The question of `step`; `nil` when it asks none.
  ///
  /// - Parameter picture: how the picture looks while it is asked for, where the question is about it.
  public init?(_ step: LessonStep, of lesson: LessonHeader, picture: [String] = []) {
    guard let question = step.question else { return nil }
    (id, given, self.question, self.picture) = ("\(lesson.id)/\(step.id)", [:], question, picture)
    (topic, title, skill) = (lesson.id, lesson.title, lesson.skill)
  }

  /// Whether it can be asked without its picture.
  public var standsAlone: Bool { question.picture == .hidden }
}

extension LessonHeader {
  /// What its questions practise: the first topic of practice, or the lesson itself.
  var skill: String { practice.first?.rawValue ?? id }
}

extension GeneratedQuestion {
  /// The question called `id`, such as `output-size-7-3`; `nil` when no question can have that name.
  public init?(id: String) {
    let parts = id.split(separator: "-")
    guard parts.count >= 3, let number = Int(parts[parts.count - 1]),
      let seed = UInt64(parts[parts.count - 2]),
      let topic = QuizTopic(rawValue: parts.dropLast(2).joined(separator: "-")),
      Counted.range.contains(number)
    else { return nil }
    self.init(topic: topic, seed: seed, number: number)
  }
}

extension Catalogue {
  /// The questions called `ids` that can be asked without a picture, in that order: generated ones, and those of lessons
  /// that are there.
  ///
  /// - Throws: ``LessonProblems`` when a lesson that one belongs to cannot be read.
  public func questions(called ids: some Sequence<String>) throws(LessonProblems) -> [QuizItem] {
    var lessons: [String: Lesson] = [:]
    var items: [QuizItem] = []
    for id in ids {
      if let generated = GeneratedQuestion(id: id) {
        items.append(QuizItem(generated))
        continue
      }
      let parts = id.split(separator: "/").map(String.init)
      guard parts.count == 2, let header = headers.first(where: { $0.id == parts[0] }),
        header.questionIDs.contains(parts[1])
      else { continue }
      if lessons[header.id] == nil { lessons[header.id] = try lesson(header) }
      guard let step = lessons[header.id]?.steps.first(where: { $0.id == parts[1] }),
        let item = QuizItem(step, of: header),
        item.standsAlone
      else { continue }
      items.append(item)
    }
    return items
  }
}
