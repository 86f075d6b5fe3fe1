import ArgumentParser
import Curriculum
import Glibc
import Learning

/// `strider progress`: what the learner's log amounts to.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Show what you have done, what is due for review, and your commonest slips.",
    discussion: """
      --reset takes a lesson (stride), one of its steps (stride/hops), a topic of the quiz (quiz:output-size), or all. \
      A lesson and a topic never reset each other. The log keeps what was done, but it no longer counts. \
      For example: strider progress --reset quiz:output-size
      """)

  @Option(parsing: .unconditional, help: ArgumentHelp("Begin anew with this.", valueName: "item"))
  var reset: String?

  @Flag(help: "Reset without being asked.")
  var yes = false

  @Option(parsing: .unconditional, help: "Print the whole log instead: csv.")
  var export: String?

  @OptionGroup var output: OutputOptions

  @OptionGroup var folder: LessonOptions

  private enum Export: String, CaseIterable {
    case csv
  }

  func run() throws {
    let export = try export.map { try OptionText("--export", $0).choice(Export.self) }
    try refuseConflicts()
    try LearnerLog.read { records in
      if let reset { return try forget(reset, Progress(records)) }
      if export != nil { return try StandardOutput.write(ProgressTable.csv(records), as: .data) }
      let progress = Progress(records)
      let headers = try folder.headers()
      try output.print(json: .progress(progress, headers), text: ProgressReport(progress, headers).report)
    }
  }

  private func refuseConflicts() throws(UsageError) {
    let given = [
      (reset != nil, "--reset"), (export != nil, "--export"), (output.json, "--json"),
      (output.text, "--text"),
    ].filter(\.0).map(\.1)
    if given.count > 1 { throw .conflict(given[0], given[1]) }
    if yes, reset == nil {
      throw .refused(option: "--yes", sentence: "only --reset asks anything", fault: .request)
    }
  }

  private func forget(_ item: String, _ progress: Progress) throws {
    guard let log = ProgressLog.standard() else { throw ResetRefusal.noLog }
    guard progress.knows(item) else {
      throw ResetRefusal.unknown(item, known: progress.items)
    }
    guard yes || LabSession.hasTerminal else { throw ResetRefusal.nobodyToAsk(item) }
    guard try yes || isMeant(item) else { return try StandardOutput.write("Nothing was reset.\n") }
    if let problem = log.append(.reset(item: item)) { throw ResetRefusal.notSaved(problem.reason) }
    let what = item == Progress.everything ? "Everything" : Echo.escape(item)
    try StandardOutput.write("\(what) was reset. What was done before no longer counts.\n")
  }

  /// Asks twice; the second time the name has to be typed.
  private func isMeant(_ item: String) throws -> Bool {
    let what = item == Progress.everything ? "everything" : "\(Echo.quote(item))"
    var input = LineReader()
    try StandardOutput.write("Begin anew with \(what)? Your answers there no longer count. Type yes or no: ")
    guard let first = try answer(from: &input), ["y", "yes"].contains(first) else { return false }
    try StandardOutput.write("Type \(Echo.escape(item)) once more to confirm: ")
    return try answer(from: &input) == item
  }

  /// The next line; the end of the input ends the line of the question.
  private func answer(from input: inout LineReader) throws -> String? {
    guard let line = input.next() else {
      try StandardOutput.write("\n")
      return nil
    }
    return line.trimmed
  }
}

/// Why nothing is reset.
enum ResetRefusal: InputError {
  /// Nothing is known of it.
  case unknown(String, known: [String])
  /// There is no terminal to ask on.
  case nobodyToAsk(String)
  /// There is no place for a log.
  case noLog
  /// The log cannot be written.
  case notSaved(String)

  var fault: InputFault {
    switch self {
    case .unknown, .nobodyToAsk: .request
    case .noLog, .notSaved: .access
    }
  }

  var description: String {
    switch self {
    case .unknown(let text, let known):
      "--reset: nothing is recorded for \(Echo.quote(text))\(Self.suggestion(for: text, among: known))"
    case .nobodyToAsk(let text):
      "--reset \(Echo.escape(text)) asks twice, and there is no terminal to ask on; add --yes if you mean it"
    case .noLog: "there is no log to reset: neither XDG_DATA_HOME nor HOME names a folder"
    case .notSaved(let reason): "the reset cannot be saved (\(reason))"
    }
  }

  private static func suggestion(for text: String, among known: [String]) -> String {
    if let topic = QuizTopic(rawValue: text).map(Progress.item), known.contains(topic) {
      return " as a lesson; the topic of the quiz is \(topic)"
    }
    if let nearest = Spelling.nearest(to: text, among: known) {
      return "; did you mean \(Echo.escape(nearest))?"
    }
    if known.isEmpty { return "; the log is empty" }
    let names = known.prefix(12).map { Echo.escape($0) }.joined(separator: ", ")
    return "; there are \(names)\(known.count > 12 ? " and \(known.count - 12) more" : ""), and all"
  }
}

extension Progress {
  /// The lessons and skills that can be reset, as they are named then.
  fileprivate var items: [String] {
    Set(lessons.keys).union(skills.keys.map { QuizTopic(rawValue: $0).map(Progress.item) ?? $0 }).sorted()
  }
}
