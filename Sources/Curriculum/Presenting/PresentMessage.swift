/// What a presentation tells the notes that follow it, one line each.
public enum PresentMessage: Hashable, Sendable {
  /// Where it stands now.
  case moment(PresentMoment)
  /// It is over, or out of reach.
  case ended

  /// The longest line that is read, in bytes.
  public static let longestLine = 4_096

  /// Reads one line; `nil` when it is none of ours.
  public init?(line: String) {
    guard let message = PresentLine.read(line, as: PresentMessage.self) else { return nil }
    self = message
  }

  /// One JSON object, without a line feed.
  public var line: String { PresentLine.text(of: self) }
}

extension PresentMessage: Codable {
  private enum Key: String, CodingKey { case v, event }
  private enum Event: String, Codable { case moment, ended }

  /// Reads what ``encode(to:)`` has written.
  ///
  /// - Throws: `DecodingError` for anything else.
  public init(from decoder: any Decoder) throws {
    switch try decoder.container(keyedBy: Key.self).decode(Event.self, forKey: .event) {
    case .moment: self = .moment(try PresentMoment(from: decoder))
    case .ended: self = .ended
    }
  }

  /// Writes the fields that ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(PresentLine.version, forKey: .v)
    switch self {
    case .moment(let moment):
      try fields.encode(Event.moment, forKey: .event)
      try moment.encode(to: encoder)
    case .ended: try fields.encode(Event.ended, forKey: .event)
    }
  }
}
