import Foundation
import Learning

/// The reports of a class put together: who did how much, lesson by lesson, and who missed which question by which slip.
///
/// Of several reports of one student the newest counts; the others are listed and marked.
public struct ClassSummary: Hashable, Sendable {
  /// A report and how it stands to the others.
  public struct Student: Hashable, Sendable {
    /// The report.
    public let report: ClassReport
    /// The file it was read from.
    public let file: String
    /// The questions that were right at once and without a hint.
    public let rightAtOnce: Int
    /// What is to be known about its relatives: `older than ada-2.strider`, `copy of ada-2.strider`; `nil` for a report of its own.
    public fileprivate(set) var remark: String?
    /// Whether a newer report of the same student counts instead.
    public fileprivate(set) var isOutdated = false
  }

  /// What the class did in a lesson.
  public struct LessonRow: Hashable, Sendable {
    /// The id of the lesson.
    public let lesson: String
    /// How many students finished it or answered in it.
    public fileprivate(set) var students = 0
    /// How many finished it.
    public fileprivate(set) var finished = 0
    /// First tries at its questions.
    public fileprivate(set) var firstTries = 0
    /// First tries that were right without help.
    public fileprivate(set) var rightAtOnce = 0
    /// How often each slip was made, by its spelling.
    public fileprivate(set) var slips: [String: Int] = [:]
  }

  /// What the class made of a question.
  public struct QuestionRow: Hashable, Sendable {
    /// The question: `lesson/step`, or the id of a generated one.
    public let question: String
    /// What it practises.
    public let skill: String
    /// How many students tried it.
    public fileprivate(set) var students = 0
    /// How many had it right at once and without a hint.
    public fileprivate(set) var rightAtOnce = 0
    /// Who had it wrong or gave it up at first, with the slip where it has a name.
    public fileprivate(set) var missed: [Miss] = []

    /// How often each slip was made, by its spelling.
    public var slips: [String: Int] {
      missed.compactMap(\.slip).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
  }

  /// A student who did not have a question right at first.
  public struct Miss: Hashable, Sendable {
    /// The name in the report.
    public let learner: String
    /// How the slip is spelt, where it has a name.
    public let slip: String?
  }

  /// The reports, in the order of the files.
  public private(set) var students: [Student]
  /// The lessons, by id.
  public let lessons: [LessonRow]
  /// The questions, those that most have missed first.
  public let questions: [QuestionRow]

  /// The reports in `files`.
  public init(_ files: [(file: String, report: ClassReport)]) {
    students = files.map { file, report in
      Student(report: report, file: file, rightAtOnce: report.firstTries.count(where: \.isClean))
    }
    Self.mark(&students)
    let counted = students.filter { !$0.isOutdated }.map(\.report)
    lessons = Self.lessons(in: counted)
    questions = Self.questions(in: counted)
  }

  /// Marks older reports of a student, and reports whose answers are to the second those of another student.
  private static func mark(_ students: inout [Student]) {
    for index in students.indices {
      let report = students[index].report
      let name = key(report.learner)
      let others = students.indices.filter { $0 != index }
      let newer = others.filter { other in
        key(students[other].report.learner) == name
          && (students[other].report.made, other) > (report.made, index)
      }
      if let newest = newer.max(by: { (students[$0].report.made, $0) < (students[$1].report.made, $1) }) {
        let isCopy = students[newest].report == report
        students[index].remark = "\(isCopy ? "copy of" : "older than") \(students[newest].file)"
        students[index].isOutdated = true
      } else if !report.answers.isEmpty,
        let twin = others.first(where: {
          students[$0].report.answers == report.answers && key(students[$0].report.learner) != name
        })
      {
        students[index].remark = "same answers as \(students[twin].file)"
      }
    }
  }

  /// What spellings of one name have in common.
  private static func key(_ name: String) -> String {
    name.lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }

  private static func lessons(in reports: [ClassReport]) -> [LessonRow] {
    var rows: [String: LessonRow] = [:]
    for report in reports {
      let tries = report.firstTries
      let begun = Set(report.lessons).union(tries.compactMap(\.lesson))
      for lesson in begun { rows[lesson, default: LessonRow(lesson: lesson)].students += 1 }
      for lesson in report.lessons { rows[lesson]?.finished += 1 }
      for attempt in tries {
        guard let lesson = attempt.lesson else { continue }
        rows[lesson]?.firstTries += 1
        if attempt.isClean { rows[lesson]?.rightAtOnce += 1 }
        if let slip = attempt.slip { rows[lesson]?.slips[slip, default: 0] += 1 }
      }
    }
    return rows.values.sorted { $0.lesson < $1.lesson }
  }

  private static func questions(in reports: [ClassReport]) -> [QuestionRow] {
    var rows: [String: QuestionRow] = [:]
    for report in reports {
      var seen: Set<String> = []
      // What comes later is a review; how it was found at first is what a class can be compared by.
      for attempt in report.firstTries where seen.insert(attempt.item).inserted {
        var row = rows[attempt.item] ?? QuestionRow(question: attempt.item, skill: attempt.skill)
        row.students += 1
        if attempt.isClean { row.rightAtOnce += 1 }
        if attempt.result != .right { row.missed.append(Miss(learner: report.learner, slip: attempt.slip)) }
        rows[attempt.item] = row
      }
    }
    return rows.values.sorted { ($1.missed.count, $0.question) < ($0.missed.count, $1.question) }
  }
}

extension ClassReport {
  /// A line of ``answers``.
  struct FirstTry {
    let item: String
    let skill: String
    let result: AnswerRecord.Result
    let hints: Int
    /// How the slip is spelt, if it has a name.
    let slip: String?

    /// Whether it was right at once and without a hint.
    var isClean: Bool { result == .right && hints == 0 }
    /// The id of the lesson; `nil` for a generated question.
    var lesson: String? { item.contains("/") ? item.split(separator: "/").first.map(String.init) : nil }

    /// `nil` for a line that Strider did not write.
    init?(_ line: String) {
      let fields = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 6, let result = AnswerRecord.Result(rawValue: fields[3]),
        let hints = Int(fields[4])
      else { return nil }
      (item, skill, self.result, self.hints) = (fields[1], fields[2], result, hints)
      slip = fields[5].isEmpty ? nil : fields[5]
    }
  }

  /// The answers that can be read.
  var firstTries: [FirstTry] { answers.compactMap(FirstTry.init) }
}
