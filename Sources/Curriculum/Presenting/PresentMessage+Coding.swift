import Foundation

extension PresentMessage {
  /// The version of the lines; others are not understood.
  static let version = 1

  /// The longest line that is read, in bytes.
  public static let longestLine = 4_096

  private enum Name: String, Codable {
    case moment, ended
  }

  private struct Fields: Codable {
    var v: Int
    var event: Name
    var lesson: String?
    var step: String?
    var index: Int?
    var asking: Bool?
    var revealed: Bool?
    var blanked: Bool?
    var seconds: Int?
    var votes: [Vote]?
  }

  private struct Vote: Codable {
    var answer: String
    var hands: Int
  }

  /// Reads one line; `nil` when it is none of ours.
  public init?(line: String) {
    guard line.utf8.count <= Self.longestLine else { return nil }
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(line.utf8)),
      fields.v == Self.version
    else { return nil }
    switch fields.event {
    case .ended: self = .ended
    case .moment:
      guard let lesson = fields.lesson, let index = fields.index, 0...10_000 ~= index else { return nil }
      if let seconds = fields.seconds, !(0...10_000_000 ~= seconds) { return nil }
      let votes = fields.votes ?? []
      guard votes.count <= PresentVote.most, votes.allSatisfy({ PresentVote.range ~= $0.hands }) else {
        return nil
      }
      var moment = PresentMoment(
        lesson: lesson, step: fields.step, index: index, isAsking: fields.asking ?? false,
        isRevealed: fields.revealed ?? false, isBlanked: fields.blanked ?? false, seconds: fields.seconds)
      moment.votes = votes.map { PresentVote($0.answer, hands: $0.hands) }
      self = .moment(moment)
    }
  }

  /// One JSON object, without a line feed.
  public var line: String {
    var fields = Fields(v: Self.version, event: .ended)
    if case .moment(let moment) = self {
      fields = Fields(
        v: Self.version, event: .moment, lesson: moment.lesson, step: moment.step, index: moment.index,
        asking: moment.isAsking, revealed: moment.isRevealed, blanked: moment.isBlanked,
        seconds: moment.seconds,
        votes: moment.votes.isEmpty
          ? nil : moment.votes.prefix(PresentVote.most).map { Vote(answer: $0.text, hands: $0.hands) })
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings, whole numbers and truth values only, so that encoding cannot fail.
    return String(decoding: (try? encoder.encode(fields)) ?? Data(), as: UTF8.self)
  }
}
