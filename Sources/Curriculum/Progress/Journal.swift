import Foundation

/// A log being kept while a learner works: what it held at the beginning, what was added, and what still waits to be
/// saved.
public struct Journal: Hashable, Sendable {
  /// Where the learner stands, unsaved records included.
  public private(set) var progress: Progress
  /// Records that could not be saved yet; they are tried again with the next one.
  public private(set) var unsaved: [ProgressRecord] = []
  /// What went wrong last; `nil` when everything is saved.
  public private(set) var problem: ProgressProblem?
  /// How many lines of the log are no records.
  public let unreadableLines: Int
  /// Whether the log was too large to be read whole, so that only its newest part counts.
  public let isCut: Bool

  private let log: ProgressLog?

  /// Opens `log`; without one nothing is kept beyond the journal itself.
  public init(_ log: ProgressLog?) {
    self.log = log
    let contents = log?.read() ?? ProgressLog.Contents()
    progress = Progress(contents.records)
    (problem, unreadableLines, isCut) = (contents.problem, contents.unreadableLines, contents.isCut)
  }

  /// Takes in what the learner did, just now unless another time is given, and saves it.
  public mutating func add(_ event: ProgressRecord.Event, at date: Date = Date()) {
    let record = ProgressRecord(event, at: date)
    progress.add(record)
    guard log != nil else { return }
    unsaved.append(record)
    retry()
  }

  /// Tries to save what could not be saved before.
  public mutating func retry() {
    guard let log, !unsaved.isEmpty else { return }
    problem = log.append(unsaved)
    if problem == nil { unsaved = [] }
  }
}
