import Foundation

/// A presentation as it is kept on the disk, so that neither a crash nor a wrong key loses it: the page, the lock, the time
/// and all votes.
public struct PresentState: Hashable, Sendable {
  /// Where it stands; its votes are in ``votes``.
  public let moment: PresentMoment
  /// What the class thinks about the questions so far.
  public let votes: [StepVotes]

  /// What the class thinks about the question of a step.
  public struct StepVotes: Hashable, Sendable {
    /// The id of the step.
    public let step: String
    /// The answers with their hands.
    public let votes: [PresentVote]
    /// A checksum of the question: hands that went up for another one are not shown.
    fileprivate let asked: String

    /// `votes` for `question` of the step called `step`.
    public init(_ step: String, _ question: Question, _ votes: [PresentVote]) {
      (self.step, asked, self.votes) = (step, Self.sum(of: question), votes)
    }

    /// Whether they are for `question`.
    public func answers(_ question: Question) -> Bool { asked == Self.sum(of: question) }

    private static func sum(of question: Question) -> String {
      let parts = [question.kind.rawValue, question.prompt] + question.choices
      return Checksum.text(parts.joined(separator: "\n").utf8)
    }
  }

  /// The state at `moment` with all `votes`.
  public init(_ moment: PresentMoment, votes: [StepVotes]) {
    self.votes = votes
    var moment = moment
    moment.votes = []
    self.moment = moment
  }

  /// The largest file that is written and read, in bytes.
  public static let largestFile = 65_536
  private static let version = 1
}

extension PresentState {
  private struct File: Codable {
    let v: Int
    /// When it was written, in seconds since 1970.
    let at: Double
    let moment: PresentMoment
    let votes: [StepVotes]
  }

  /// The state in the file `bytes` and when it was written, in seconds since 1970; `nil` when it is damaged or of another version.
  public static func read(_ bytes: [UInt8]) -> (state: PresentState, written: Double)? {
    guard bytes.count <= largestFile, let file = try? JSONDecoder().decode(File.self, from: Data(bytes)),
      file.v == version, Timestamp.range.contains(file.at)
    else { return nil }
    return (PresentState(file.moment, votes: file.votes), file.at)
  }

  /// The file of the state as it is at `time`, in seconds since 1970. Should the votes be more than it holds, those for the first steps are left
  /// out.
  public func file(at time: Double) -> [UInt8] {
    var votes = votes[...]
    while true {
      let file = File(
        v: Self.version, at: time, moment: moment, votes: Array(votes))
      let bytes = Array(PresentLine.text(of: file).utf8)
      if bytes.count <= Self.largestFile || votes.isEmpty { return bytes }
      votes.removeFirst()
    }
  }
}

extension PresentState.StepVotes: Codable {
  private enum Key: String, CodingKey { case step, asked, votes }

  /// Reads what ``encode(to:)`` has written.
  ///
  /// - Throws: `DecodingError` for anything else.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    step = try fields.decode(String.self, forKey: .step)
    asked = try fields.decode(String.self, forKey: .asked)
    votes = try fields.decodeVotes(forKey: .votes)
  }

  /// Writes the fields that ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(step, forKey: .step)
    try fields.encode(asked, forKey: .asked)
    try fields.encode(Array(votes.prefix(PresentVote.most)), forKey: .votes)
  }
}
