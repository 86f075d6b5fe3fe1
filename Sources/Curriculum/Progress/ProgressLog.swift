import Foundation

/// The file that keeps what a learner did: one JSON object a line, only ever appended to.
///
/// Nothing here throws and nothing is lost silently: what goes wrong comes back as data, in words for the learner.
public struct ProgressLog: Hashable, Sendable {
  /// The file.
  public let url: URL
  /// How long another program may hold the file when something is appended.
  public let patience: Duration

  /// The log in `url`, which need not exist.
  ///
  /// - Parameter patience: others hold the file for a write that reaches the disk, which on a busy machine takes its time.
  public init(url: URL, patience: Duration = .seconds(3)) {
    (self.url, self.patience) = (url, patience)
  }

  /// `$XDG_DATA_HOME/strider/progress.jsonl`, by default below `~/.local/share`; `nil` when there is no home either.
  ///
  /// A relative `XDG_DATA_HOME` is ignored, as the XDG Base Directory Specification asks.
  public static func standard(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> ProgressLog? {
    func folder(_ variable: String) -> URL? {
      environment[variable].flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
    }
    let data = folder("XDG_DATA_HOME") ?? folder("HOME")?.appendingPathComponent(".local/share")
    return data.map { ProgressLog(url: $0.appendingPathComponent("strider/progress.jsonl")) }
  }

  /// What a log holds, as far as it is whole.
  public struct Contents: Hashable, Sendable {
    /// The records in the order they were written.
    public var records: [ProgressRecord] = []
    /// How many lines are no records of this version: torn, damaged or foreign. They stay in the file.
    public var unreadableLines = 0
    /// Whether older records were left out, because the log is larger than what is read of it.
    public var isCut = false
    /// Why the file could not be read at all; a file that does not exist is no problem.
    public var problem: ProgressProblem?

    /// Nothing yet.
    public init() {}
  }

  /// Reads all records, of a log beyond 8 MB the newest.
  public func read() -> Contents {
    var contents = Contents()
    switch ProgressFile.newestLines(of: url.path) {
    case .success(let lines): contents.take(lines)
    case .failure(let problem): contents.problem = problem
    }
    return contents
  }

  /// Appends what happened just now, as ``append(_:)-(Array<ProgressRecord>)`` does.
  public func append(_ event: ProgressRecord.Event) -> ProgressProblem? {
    append([ProgressRecord(event, at: Date())])
  }

  /// Appends `records` with one write under a lock, and waits until they are on disk. All of them are saved or none.
  ///
  /// - Returns: what went wrong, or `nil`.
  public func append(_ records: [ProgressRecord]) -> ProgressProblem? {
    guard !records.isEmpty else { return nil }
    let lines = records.reduce(into: Data()) { $0 += $1.line }
    return ProgressFile.append(lines, to: url, patience: patience)
  }
}

extension ProgressLog.Contents {
  /// Takes in `lines` one by one: a damaged log may have millions of them.
  fileprivate mutating func take(_ lines: ProgressFile.Lines) {
    isCut = lines.areCut
    let decoder = JSONDecoder()
    lines.bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        take(rest[..<end], decoder)
        rest = rest[end...].dropFirst()
      }
    }
  }

  private mutating func take(_ line: Slice<UnsafeRawBufferPointer>, _ decoder: JSONDecoder) {
    guard !line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) else { return }
    if line.count >= Self.fewestBytes, let record = try? decoder.decode(ProgressRecord.self, from: Data(line))
    {
      records.append(record)
    } else {
      unreadableLines += 1
    }
  }

  /// No record is shorter than this, and decoding what is takes long where there are millions of such lines.
  private static let fewestBytes = 32
}
