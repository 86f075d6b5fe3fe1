import TerminalUI

/// Turns the bytes that a terminal sends into events, whatever the pieces in which they arrive.
///
/// A byte may be the beginning of something longer: escape begins every special key. `waiting` says so, and it is up
/// to the caller to call `giveUp` when nothing has followed for a while; only then is it the key of that name.
/// A letter with Alt arrives as escape and the letter, and stays that.
struct InputDecoder: Sendable {
  /// Why the last bytes are not an event yet.
  enum Waiting: Equatable, Sendable {
    /// A special key or a character may be incomplete.
    case forSequence
    /// A paste has begun and not ended.
    case forPaste
  }

  /// Bytes of one paste that are kept; what goes beyond is read and dropped.
  static let pasteLimit = 1 << 20

  private let sequences: [TerminalType.KeySequence]
  /// Bytes not understood yet.
  private var pending: [UInt8] = []
  /// The paste so far; `nil` outside of one.
  private var paste: [UInt8]?

  /// A decoder for a terminal whose keys send `sequences`, besides what nearly all terminals send.
  init(sequences: [TerminalType.KeySequence] = []) {
    self.sequences = sequences
  }

  /// What the last bytes may be the beginning of; `nil` when there are none left.
  var waiting: Waiting? {
    if paste != nil { return .forPaste }
    return pending.isEmpty ? nil : .forSequence
  }

  /// Takes in `bytes` and appends what they mean to `events`.
  mutating func decode(_ bytes: some Sequence<UInt8>, into events: inout [Event]) {
    pending.append(contentsOf: bytes)
    consume(isFinal: false, into: &events)
  }

  /// Takes what has come as all there is: a lone escape is the key, an unfinished paste is a paste.
  mutating func giveUp(into events: inout [Event]) {
    if paste != nil {
      keep(pending[...])
      pending = []
      finishPaste(into: &events)
    } else {
      consume(isFinal: true, into: &events)
    }
  }

  /// One thing at the beginning of the bytes.
  enum Token: Equatable {
    /// An event, or nothing known, of that many bytes.
    case complete(Event?, length: Int)
    /// The start of a paste, of that many bytes.
    case pasteStart(length: Int)
    /// More bytes are needed.
    case incomplete
  }

  private mutating func consume(isFinal: Bool, into events: inout [Event]) {
    var start = 0
    defer { pending.removeFirst(start) }
    while start < pending.count {
      if paste != nil {
        let part = pasted(from: start)
        start = part.end
        guard part.isLast else { return }
        finishPaste(into: &events)
        continue
      }
      let rest = pending[start...]
      var token = InputDecoder.token(rest, sequences)
      if token == .incomplete {
        guard isFinal else { return }
        // Nothing follows: escape was the key, and anything else without its end means nothing.
        let isKey = rest.first == EscapeSequence.escape && rest.count <= 2
        token = .complete(isKey ? .key(.escape) : nil, length: isKey ? 1 : rest.count)
      }
      switch token {
      case .complete(let event, let length):
        if let event { events.append(event) }
        start += length
      case .pasteStart(let length):
        paste = []
        start += length
      case .incomplete:
        return
      }
    }
  }

  private static func token(_ bytes: ArraySlice<UInt8>, _ sequences: [TerminalType.KeySequence]) -> Token {
    guard let first = bytes.first else { return .incomplete }
    switch first {
    case EscapeSequence.escape: return EscapeSequence.token(bytes, sequences)
    case 0x00...0x1F, 0x7F: return .complete(control(first).map { .key($0) }, length: 1)
    default: return character(bytes)
    }
  }

  private static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: nil
    }
  }

  /// One character in UTF-8; a byte that cannot begin one or is not followed as it should is skipped.
  private static func character(_ bytes: ArraySlice<UInt8>) -> Token {
    let first = bytes[bytes.startIndex]
    let length: Int
    switch first {
    case ..<0x80: length = 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .complete(nil, length: 1)
    }
    let present = bytes.prefix(length)
    guard present.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .complete(nil, length: 1) }
    guard present.count == length else { return .incomplete }
    guard let text = String(validating: present, as: UTF8.self), let scalar = text.unicodeScalars.first,
      !TextWidth.isControl(scalar)
    else { return .complete(nil, length: length) }
    return .complete(.key(.character(Character(scalar))), length: length)
  }

  /// Keeps the bytes from `start` on that belong to the paste: the index after them and, if it has come, the end mark.
  /// Bytes that may begin the mark are left.
  private mutating func pasted(from start: Int) -> (end: Int, isLast: Bool) {
    let mark = EscapeSequence.pasteEnd
    var index = start
    while let escape = pending[index...].firstIndex(of: EscapeSequence.escape) {
      let candidate = pending[escape...].prefix(mark.count)
      if mark.starts(with: candidate) {
        keep(pending[start..<escape])
        return candidate.count == mark.count ? (escape + mark.count, true) : (escape, false)
      }
      index = escape + 1
    }
    keep(pending[start...])
    return (pending.count, false)
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    let room = InputDecoder.pasteLimit - (paste?.count ?? 0)
    paste?.append(contentsOf: bytes.prefix(max(0, room)))
  }

  /// Terminals send the line breaks of a paste as the return key does.
  private mutating func finishPaste(into events: inout [Event]) {
    guard let bytes = paste else { return }
    paste = nil
    var text = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if !(scalar == "\n" && isAfterReturn) { text.append(scalar == "\r" ? "\n" : scalar) }
      isAfterReturn = scalar == "\r"
    }
    if !text.isEmpty { events.append(.paste(String(text))) }
  }
}
