extension PresentMoment: Codable {
  private enum Key: String, CodingKey {
    case lesson, step, index, asking, revealed, blanked, locked, seconds, stopped, votes, counted
  }

  /// Reads what ``encode(to:)`` has written; truth values that are missing are false.
  ///
  /// - Throws: `DecodingError` for numbers that nobody counts up to, and for more than ``PresentVote/most`` answers.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    func isOn(_ key: Key) throws -> Bool { try fields.decodeIfPresent(Bool.self, forKey: key) ?? false }
    self.init(
      lesson: try fields.decode(String.self, forKey: .lesson),
      step: try fields.decodeIfPresent(String.self, forKey: .step),
      index: try fields.decodeCount(forKey: .index), isAsking: try isOn(.asking),
      isRevealed: try isOn(.revealed), isBlanked: try isOn(.blanked),
      seconds: try fields.decodeCountIfPresent(forKey: .seconds))
    (isLocked, isClockStopped) = (try isOn(.locked), try isOn(.stopped))
    votes = try fields.decodeVotes(forKey: .votes)
    countedVote = try fields.decodeCountIfPresent(forKey: .counted)
  }

  /// Writes the fields that ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(lesson, forKey: .lesson)
    try fields.encodeIfPresent(step, forKey: .step)
    try fields.encode(index, forKey: .index)
    try fields.encode(isAsking, forKey: .asking)
    try fields.encode(isRevealed, forKey: .revealed)
    try fields.encode(isBlanked, forKey: .blanked)
    try fields.encode(isLocked, forKey: .locked)
    try fields.encodeIfPresent(seconds, forKey: .seconds)
    try fields.encode(isClockStopped, forKey: .stopped)
    if !votes.isEmpty { try fields.encode(Array(votes.prefix(PresentVote.most)), forKey: .votes) }
    try fields.encodeIfPresent(countedVote, forKey: .counted)
  }
}

extension PresentVote: Codable {
  private enum Key: String, CodingKey { case answer, hands }

  /// Reads what ``encode(to:)`` has written.
  ///
  /// - Throws: `DecodingError` for numbers of hands that nobody counts up to.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    self.init(
      try fields.decode(String.self, forKey: .answer), hands: try fields.decodeCount(forKey: .hands))
  }

  /// Writes the fields that ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(text, forKey: .answer)
    try fields.encode(hands, forKey: .hands)
  }
}

extension KeyedDecodingContainer {
  /// The answers of a class for `key`; none when there is no such key.
  ///
  /// - Throws: `DecodingError` for more than ``PresentVote/most``.
  func decodeVotes(forKey key: Key) throws -> [PresentVote] {
    let votes = try decodeIfPresent([PresentVote].self, forKey: key) ?? []
    guard votes.count <= PresentVote.most else {
      throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "too many answers")
    }
    return votes
  }
}
