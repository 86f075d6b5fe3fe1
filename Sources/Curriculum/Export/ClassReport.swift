import Foundation
import Learning

/// What a learner hands to a teacher: a summary, the answers it rests on, and a checksum over them.
///
/// The checksum finds accidents and careless edits. It cannot find a determined author, and does not pretend to.
public struct ClassReport: Codable, Hashable, Sendable {
  /// The version of the format.
  public let version: Int
  /// Whose report it is, as the learner typed it.
  public let learner: String
  /// When it was made, in seconds since 1970.
  public let made: Int64
  /// The lessons that were finished, by id.
  public let lessons: [String]
  /// Mastery by skill, from 0 to 1.
  public let mastery: [String: Double]
  /// How often each slip was made.
  public let slips: [String: Int]
  /// One line per first try: time, question, skill, result, hints, slip.
  public let answers: [String]
  /// CRC-32 over everything above, as eight hexadecimal digits.
  public private(set) var checksum = ""

  /// The report of `learner` from what the log holds, made now unless another time is given.
  ///
  /// - Parameter headers: the lessons there are, which tell what belongs to finishing one.
  public init(learner: String, records: [ProgressRecord], headers: [LessonHeader], made: Date = Date()) {
    let progress = Progress(records)
    version = 1
    self.learner = learner
    self.made = Int64(made.timeIntervalSince1970)
    lessons = progress.lessons.keys.filter { progress.state(of: $0, among: headers).isFinished }.sorted()
    mastery = progress.skills.compactMapValues(\.mastery).mapValues { ($0 * 1000).rounded() / 1000 }
    slips = Dictionary(uniqueKeysWithValues: progress.slips.map { ($0.key.rawValue, $0.value) })
    answers = Self.firstTries(among: records).map { answer, date in
      let fields = [
        "\(Int64(date.timeIntervalSince1970))", answer.item, answer.skill, answer.result.rawValue,
        "\(answer.hints)", answer.slip?.rawValue ?? "",
      ]
      return fields.joined(separator: " ")
    }
    checksum = expectedChecksum
  }

  /// The first try at each question, and at each time it was asked again after that, with all hints seen before it.
  private static func firstTries(among records: [ProgressRecord]) -> [(AnswerRecord, Date)] {
    var open = OpenQuestions()
    var tries: [(AnswerRecord, Date)] = []
    for record in records {
      switch record.event {
      case .answered(let answer):
        let counted = open.add(answer)
        if counted.attempt == 1 { tries.append((counted, record.date)) }
      case .hinted(let item, let hints): open.add(hints: hints, for: item)
      case .reset(let item): open.reset(item)
      case .reached, .finished: break
      }
    }
    return tries
  }

  /// When it was made.
  public var date: Date { Date(timeIntervalSince1970: Double(made)) }

  /// Whether the checksum belongs to what is written.
  public var isWhole: Bool { checksum == expectedChecksum }

  private var expectedChecksum: String {
    var bare = self
    bare.checksum = ""
    return Checksum.text(bare.json)
  }

  private var json: Data {
    Data(Printable.json(JSONText.of(self, .prettyPrinted)).utf8)
  }

  /// The text of a `.strider` file.
  public var file: Data { json + [UInt8(ascii: "\n")] }

  /// Reads a `.strider` file.
  ///
  /// - Throws: ``ClassReportProblem``
  public init(_ bytes: some Collection<UInt8>, file: String) throws(ClassReportProblem) {
    let report: ClassReport
    do { report = try JSONDecoder().decode(ClassReport.self, from: Data(bytes)) } catch {
      throw ClassReportProblem(file: file, isDamaged: Self.isBegun(bytes))
    }
    guard report.version == 1, report.hasPossibleNumbers else {
      throw ClassReportProblem(file: file, isDamaged: report.version == 1)
    }
    self = report
  }

  /// Whether a file begins as a report does, with the first of its fields.
  private static func isBegun(_ bytes: some Collection<UInt8>) -> Bool {
    String(decoding: bytes.prefix(64), as: UTF8.self).filter { !$0.isWhitespace }.hasPrefix("{\"answers\"")
  }

  private var hasPossibleNumbers: Bool {
    Timestamp.range.contains(Double(made)) && slips.values.allSatisfy(Counted.range.contains)
      && mastery.values.allSatisfy((0...1).contains)
  }
}

/// A file that is no report of this version.
public struct ClassReportProblem: InputError {
  /// Its name.
  public let file: String
  /// Whether it began as one, so that it was cut or damaged later.
  public let isDamaged: Bool

  /// Who has to change something.
  public var fault: InputFault { .data }

  /// The sentence for the teacher.
  public var description: String {
    "\(Echo.quote(file)) is " + (isDamaged ? "a Strider report that was cut or damaged" : "no Strider report")
  }
}
