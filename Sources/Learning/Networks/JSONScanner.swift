/// Reads the JSON of a file's header: small, bounded in depth, and without making more of it than it has bytes.
struct JSONScanner {
  /// What was read.
  indirect enum Value: Equatable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case string(String)
    case array([Value])
    case object([String: Value])
  }

  private let bytes: UnsafeRawBufferPointer
  private var position = 0
  private static let deepest = 16

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The one value that the bytes hold; `nil` for anything else.
  mutating func document() -> Value? {
    guard let value = value(depth: 0) else { return nil }
    skipBlanks()
    return position == bytes.count ? value : nil
  }

  private mutating func value(depth: Int) -> Value? {
    guard depth <= Self.deepest, let next = nextAfterBlanks() else { return nil }
    switch next {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return take("true") ? .flag(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .flag(false) : nil
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    case _: return number()
    }
  }

  /// Members; a name that stands twice is refused.
  private mutating func object(depth: Int) -> Value? {
    position += 1
    var members: [String: Value] = [:]
    if nextAfterBlanks() == UInt8(ascii: "}") {
      position += 1
      return .object(members)
    }
    while true {
      guard nextAfterBlanks() == UInt8(ascii: "\""), let name = string(),
        nextAfterBlanks() == UInt8(ascii: ":")
      else { return nil }
      position += 1
      guard let value = value(depth: depth + 1), members.updateValue(value, forKey: name) == nil else {
        return nil
      }
      switch nextAfterBlanks() {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "}"):
        position += 1
        return .object(members)
      case _: return nil
      }
    }
  }

  private mutating func array(depth: Int) -> Value? {
    position += 1
    var values: [Value] = []
    if nextAfterBlanks() == UInt8(ascii: "]") {
      position += 1
      return .array(values)
    }
    while true {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
      switch nextAfterBlanks() {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "]"):
        position += 1
        return .array(values)
      case _: return nil
      }
    }
  }

  private mutating func string() -> String? {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"): guard escape(into: &text) else { return nil }
      case 0..<0x20: return nil
      case _: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escape(into text: inout [UInt8]) -> Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"):
      guard var code = hexadecimal() else { return false }
      // Characters beyond the basic plane come in two halves.
      if (0xD800..<0xDC00).contains(code) {
        guard take("\\u"), let low = hexadecimal(), (0xDC00..<0xE000).contains(low) else { return false }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { return false }
      text += String(scalar).utf8
    case _: return false
    }
    return true
  }

  private mutating func hexadecimal() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    defer { position += 4 }
    let digits = bytes[position..<position + 4]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func number() -> Value? {
    let start = position
    while position < bytes.count, "+-.eE0123456789".utf8.contains(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || Byte.isDigit(first),
      let number = Double(text)
    else { return nil }
    return .number(number)
  }

  private mutating func take(_ word: String) -> Bool {
    let utf8 = word.utf8
    guard bytes.count - position >= utf8.count, bytes[position..<position + utf8.count].elementsEqual(utf8)
    else {
      return false
    }
    position += utf8.count
    return true
  }

  private mutating func nextAfterBlanks() -> UInt8? {
    skipBlanks()
    return position < bytes.count ? bytes[position] : nil
  }

  private mutating func skipBlanks() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }
}
