import Foundation

/// The lines that a presentation and its notes exchange: one JSON object each, of one version in both directions.
enum PresentLine {
  /// The version of the lines; others are not understood.
  static let version = 1

  /// What is on `line`; `nil` when it is too long, or nothing of ours.
  static func read<Message: Decodable>(_ line: String, as type: Message.Type) -> Message? {
    guard line.utf8.count <= PresentMessage.longestLine else { return nil }
    let bytes = Data(line.utf8)
    let decoder = JSONDecoder()
    guard let version = try? decoder.decode(Version.self, from: bytes), version.v == Self.version else {
      return nil
    }
    // Whoever sends something else is not one of us, and is passed over.
    return try? decoder.decode(type, from: bytes)
  }

  /// `message` as one line, without a line feed.
  static func text(of message: some Encodable) -> String {
    JSONText.of(message)
  }

  private struct Version: Decodable { let v: Int }
}
