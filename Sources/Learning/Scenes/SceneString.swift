/// The syntax that all scenes share: a lab, path parts and query items.
///
///     conv:galway/vertical-edge?padding=1&stride=2&step=5
///
/// Parts and items may hold any text; what has a meaning here, and everything outside ASCII, is written `%41`. A scene
/// needs no version number: a preset or key whose meaning changed would get a new name.
public struct SceneString: Hashable, Sendable, CustomStringConvertible {
  /// A setting of a scene.
  public struct Item: Hashable, Sendable {
    /// Before the equals sign.
    public var name: String
    /// After it; may hold further equals signs.
    public var value: String

    /// `name=value`
    public init(_ name: String, _ value: String) {
      (self.name, self.value) = (name, value)
    }
  }

  /// Which lab the scene opens.
  public var lab: String
  /// What stands between the colon and the question mark, split at slashes.
  public var path: [String]
  /// What stands after the question mark, in order; names may repeat.
  public var query: [Item]

  /// A scene string of the given pieces, unescaped.
  public init(lab: String, path: [String] = [], query: [Item] = []) {
    (self.lab, self.path, self.query) = (lab, path, query)
  }

  /// Splits and unescapes `text`; what the pieces mean is up to the typed scenes.
  ///
  /// - Throws: ``SceneError/malformed(_:)``, ``SceneError/badEscape(_:)``
  public init(parsing text: String) throws(SceneError) {
    let (place, settings) = text.splitOnce(at: "?")
    let (lab, parts) = place.splitOnce(at: ":")
    let isName = lab.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
    }
    guard !lab.isEmpty, isName else { throw .malformed(text) }
    self.lab = String(lab)
    path = []
    for part in Self.pieces(of: parts, at: "/") {
      path.append(try Self.unescape(part))
    }
    query = []
    for item in Self.pieces(of: settings, at: "&") {
      let (name, value) = item.splitOnce(at: "=")
      guard !name.isEmpty, let value else { throw .malformed(text) }
      query.append(Item(try Self.unescape(name), try Self.unescape(value)))
    }
  }

  /// The text that reads back as this.
  public var description: String {
    var text = lab
    if !path.isEmpty { text += ":" + path.map { Self.escape($0) }.joined(separator: "/") }
    if !query.isEmpty {
      text +=
        "?"
        + query.map { Self.escape($0.name) + "=" + Self.escape($0.value, keeping: "=") }.joined(
          separator: "&")
    }
    return text
  }

  private static func pieces(of text: Substring?, at separator: Character) -> [Substring] {
    guard let text, !text.isEmpty else { return [] }
    return text.split(separator: separator, omittingEmptySubsequences: false)
  }

  private static func escape(_ text: String, keeping extra: String = "") -> String {
    let kept = Set("-._~,;:*^()+!".utf8).union(extra.utf8)
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        escaped.append(byte)
      case _ where kept.contains(byte):
        escaped.append(byte)
      default:
        escaped += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func unescape(_ text: Substring) throws(SceneError) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      else { throw .badEscape(String(text)) }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    guard let unescaped = String(validating: bytes, as: UTF8.self) else { throw .badEscape(String(text)) }
    return unescaped
  }
}

extension StringProtocol where SubSequence == Substring {
  /// What stands before the first `separator`, and what after it, if there is one.
  fileprivate func splitOnce(at separator: Character) -> (Substring, Substring?) {
    guard let index = firstIndex(of: separator) else { return (self[...], nil) }
    return (self[..<index], self[self.index(after: index)...])
  }
}
