import Foundation

/// A log being kept while a learner works: what it held at the beginning, what was added, and what still waits to be
/// saved.
///
/// Nothing waits for the disk but who asks for it with ``settle()``. Copies keep the same log.
public struct Journal: Sendable {
  /// Where the learner stands, unsaved records included.
  public private(set) var progress: Progress
  /// How many lines of the log are no records.
  public let unreadableLines: Int
  /// Whether the log was too large to be read whole, so that only its newest part counts.
  public let isCut: Bool

  private let writer: LogWriter?

  /// Opens `log`; without one nothing is kept beyond the journal itself.
  public init(_ log: ProgressLog?) {
    let contents = log?.read() ?? ProgressLog.Contents()
    progress = Progress(contents.records)
    (unreadableLines, isCut) = (contents.unreadableLines, contents.isCut)
    writer = log.map { LogWriter($0, problem: contents.problem) }
  }

  /// Records that are not saved yet, or cannot be; they are tried again with the next one.
  public var unsaved: [ProgressRecord] { writer?.unsaved ?? [] }

  /// What went wrong last; `nil` when everything that was tried is saved.
  public var problem: ProgressProblem? { writer?.problem }

  /// Takes in what the learner did, just now unless another time is given, and has it saved.
  public mutating func add(_ event: ProgressRecord.Event, at date: Date = Date()) {
    let record = ProgressRecord(event, at: date)
    progress.add(record)
    writer?.add(record)
  }

  /// Waits until everything that was added is on disk, or cannot be saved; see ``problem``.
  public func settle() { writer?.settle() }

  /// Tries to save what could not be saved before, and waits for it.
  public func retry() { writer?.retry() }

  /// Has `action` done, on another thread, when something cannot be saved.
  public func whenTroubled(_ action: @escaping @Sendable () -> Void) { writer?.whenTroubled(action) }
}
