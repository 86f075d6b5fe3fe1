import TerminalUI

/// The special keys, mouse reports and marks that begin with an escape byte (ECMA-48, and xterm's control sequences).
enum EscapeSequence {
  static let escape: UInt8 = 0x1B
  /// What ends a bracketed paste.
  static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
  /// No sequence worth knowing is longer.
  private static let limit = 64

  /// What stands at the beginning of `bytes`, whose first is escape.
  static func token(
    _ bytes: ArraySlice<UInt8>, _ sequences: [TerminalType.KeySequence]
  ) -> InputDecoder.Token {
    var mayContinue = bytes.count == 1
    for sequence in sequences {
      if bytes.starts(with: sequence.bytes) {
        return .complete(.key(sequence.key), length: sequence.bytes.count)
      }
      mayContinue = mayContinue || sequence.bytes.starts(with: bytes)
    }
    guard !mayContinue else { return .incomplete }
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "["): return controlSequence(bytes)
    case UInt8(ascii: "O"):
      guard let letter = bytes.dropFirst(2).first else { return .incomplete }
      guard 0x20...0x7E ~= letter else { return .complete(nil, length: 2) }
      return .complete(keypad(letter).map { .key($0) }, length: 3)
    default: return .complete(.key(.escape), length: 1)
    }
  }

  private static func controlSequence(_ bytes: ArraySlice<UInt8>) -> InputDecoder.Token {
    let body = bytes.dropFirst(2)
    guard let first = body.first else { return .incomplete }
    if first == UInt8(ascii: "[") {
      // The Linux console's F1 to F5.
      guard let letter = body.dropFirst().first else { return .incomplete }
      let number = Int(letter) - Int(UInt8(ascii: "A")) + 1
      return .complete(1...5 ~= number ? .key(.function(number)) : nil, length: 4)
    }
    if first == UInt8(ascii: "M") {
      let report = body.dropFirst().prefix(3)
      guard report.count == 3 else { return .incomplete }
      return .complete(MouseReport.event(threeBytes: Array(report)), length: 6)
    }
    guard let end = body.prefix(limit).firstIndex(where: { !(0x20...0x3F ~= $0) }) else {
      return body.count < limit ? .incomplete : .complete(nil, length: 2 + limit)
    }
    // A control character or an escape in the middle: what came before it was cut off.
    guard 0x40...0x7E ~= body[end] else { return .complete(nil, length: end - bytes.startIndex) }
    let length = end - bytes.startIndex + 1
    let parameters = body[..<end]
    let final = body[end]
    if parameters.elementsEqual("200".utf8), final == UInt8(ascii: "~") { return .pasteStart(length: length) }
    if parameters.first == UInt8(ascii: "<") {
      return .complete(
        MouseReport.event(numbers: numbers(parameters.dropFirst()), final: final), length: length)
    }
    return .complete(key(numbers(parameters), final: final).map { .key($0) }, length: length)
  }

  /// Numbers between semicolons; anything else ends a number, and no number grows beyond 16 bits.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
      field.prefix { 0x30...0x39 ~= $0 }.reduce(0) { min($0 * 10 + Int($1 - 0x30), 0xFFFF) }
    }
  }

  /// The key of `ESC [ numbers final`. A second number stands for shift, control or Alt; an arrow is an arrow.
  private static func key(_ numbers: [Int], final: UInt8) -> Key? {
    guard final == UInt8(ascii: "~") else {
      return final == UInt8(ascii: "Z") ? .backTab : cursorKey(final)
    }
    switch numbers.first ?? 0 {
    case 1, 7: return .home
    case 4, 8: return .end
    case 3: return .delete
    case 5: return .pageUp
    case 6: return .pageDown
    case let number where 11...15 ~= number: return .function(number - 10)
    case let number where 17...21 ~= number: return .function(number - 11)
    case let number where 23...24 ~= number: return .function(number - 12)
    default: return nil
    }
  }

  /// Keys with a letter of their own, after `ESC [` or `ESC O`.
  private static func cursorKey(_ letter: UInt8) -> Key? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }

  /// The key of `ESC O letter`: cursor keys, or the numeric keypad in the mode that curses puts it in.
  private static func keypad(_ letter: UInt8) -> Key? {
    switch letter {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      .character(Character(Unicode.Scalar(letter - UInt8(ascii: "j") + UInt8(ascii: "*"))))
    case UInt8(ascii: "X"): .character("=")
    default: cursorKey(letter)
    }
  }
}
