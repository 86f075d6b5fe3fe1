import TerminalUI
import TestSupport
import Testing

@testable import NcursesBackend

@Suite struct InputDecoderTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: String
    let events: [Event]
    var testDescription: String { name }

    init(_ name: String, _ bytes: String, _ keys: Key...) {
      self.init(name, bytes, events: keys.map { .key($0) })
    }

    init(_ name: String, _ bytes: String, events: [Event]) {
      self.name = name
      self.bytes = bytes
      self.events = events
    }
  }

  static let cases: [Case] = [
    Case("letters", "aZ ", .character("a"), .character("Z"), .space),
    Case("characters of two to four bytes", "é漢𝜃", .character("é"), .character("漢"), .character("𝜃")),
    Case("control letters", "\u{01}\u{1A}", .control("a"), .control("z")),
    Case("enter, tab and backspace", "\r\n\t\u{08}\u{7F}", .enter, .enter, .tab, .backspace, .backspace),
    Case("controls without a letter", "\u{00}\u{1C}\u{1F}"),
    Case("C1 controls in UTF-8", "\u{85}\u{9B}x", .character("x")),
    Case("arrows, cursor mode", "\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", .up, .down, .right, .left),
    Case("arrows, application mode", "\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", .up, .down, .right, .left),
    Case("arrows with control and shift", "\u{1B}[1;5C\u{1B}[1;2D", .right, .left),
    Case("home and end of xterm", "\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF", .home, .end, .home, .end),
    Case("home and end of tmux", "\u{1B}[1~\u{1B}[4~", .home, .end),
    Case("home and end of rxvt", "\u{1B}[7~\u{1B}[8~", .home, .end),
    Case("pages and delete", "\u{1B}[5~\u{1B}[6~\u{1B}[3~", .pageUp, .pageDown, .delete),
    Case("back-tab", "\u{1B}[Z", .backTab),
    Case("F1 to F4 of xterm", "\u{1B}OP\u{1B}OS", .function(1), .function(4)),
    Case("F1 and F5 of the Linux console", "\u{1B}[[A\u{1B}[[E", .function(1), .function(5)),
    Case(
      "F1, F5, F6, F10, F11 and F12 by number",
      "\u{1B}[11~\u{1B}[15~\u{1B}[17~\u{1B}[21~\u{1B}[23~\u{1B}[24~",
      .function(1), .function(5), .function(6), .function(10), .function(11), .function(12)),
    Case(
      "numeric keypad", "\u{1B}Op\u{1B}Oy\u{1B}Ok\u{1B}Om\u{1B}OM",
      .character("0"), .character("9"), .character("+"), .character("-"), .enter),
    Case("a letter with Alt", "\u{1B}a", .escape, .character("a")),
    Case("an arrow with Alt", "\u{1B}\u{1B}[A", .escape, .up),
    Case("insert and other unknown keys", "\u{1B}[2~\u{1B}[99~\u{1B}[?1;2cx", .character("x")),
    Case("a sequence cut off by another", "\u{1B}[1;\u{1B}[Ax", .up, .character("x")),
    Case("an endless sequence", "\u{1B}[" + String(repeating: "1", count: 64) + "x", .character("x")),
    Case(
      "mouse, SGR", "\u{1B}[<0;11;6M\u{1B}[<0;11;6m\u{1B}[<64;1;1M\u{1B}[<65;300;200M",
      events: [
        .mouse(MouseEvent(.press, at: Point(x: 10, y: 5))),
        .mouse(MouseEvent(.release, at: Point(x: 10, y: 5))),
        .mouse(MouseEvent(.scrollUp, at: Point(x: 0, y: 0))),
        .mouse(MouseEvent(.scrollDown, at: Point(x: 299, y: 199))),
      ]),
    Case(
      "mouse, X10", "\u{1B}[M +&\u{1B}[M#+&\u{1B}[M`!!",
      events: [
        .mouse(MouseEvent(.press, at: Point(x: 10, y: 5))),
        .mouse(MouseEvent(.release, at: Point(x: 10, y: 5))),
        .mouse(MouseEvent(.scrollUp, at: Point(x: 0, y: 0))),
      ]),
    Case(
      "mouse with shift", "\u{1B}[<4;1;1M",
      events: [.mouse(MouseEvent(.press, at: Point(x: 0, y: 0)))]),
    Case(
      "other buttons, moves and impossible places",
      "\u{1B}[<1;1;1M\u{1B}[<32;1;1M\u{1B}[<0;0;5M\u{1B}[<0M\u{1B}[<0;99999999999999999999;1Mx",
      events: [
        .mouse(MouseEvent(.press, at: Point(x: 0xFFFE, y: 0))), .key(.character("x")),
      ]),
    Case(
      "a paste", "\u{1B}[200~q\u{1B}[A\u{1B}[201~x", events: [.paste("q\u{1B}[A"), .key(.character("x"))]),
    Case(
      "line breaks in a paste", "\u{1B}[200~1 2\r3 4\r\n5 6\n\u{1B}[201~",
      events: [.paste("1 2\n3 4\n5 6\n")]),
    Case("an empty paste", "\u{1B}[200~\u{1B}[201~"),
    Case(
      "escapes before the end of a paste", "\u{1B}[200~a\u{1B}\u{1B}[20\u{1B}[201~",
      events: [.paste("a\u{1B}\u{1B}[20")]),
    Case("an end without a paste", "\u{1B}[201~x", .character("x")),
  ]

  @Test(arguments: cases) func decodes(_ example: Case) {
    var decoder = InputDecoder()
    var events: [Event] = []
    decoder.decode(Array(example.bytes.utf8), into: &events)
    #expect(events == example.events)
    #expect(decoder.waiting == nil)
  }

  @Test(arguments: cases) func decodesByteByByte(_ example: Case) {
    var decoder = InputDecoder()
    var events: [Event] = []
    for byte in example.bytes.utf8 { decoder.decode(CollectionOfOne(byte), into: &events) }
    #expect(events == example.events)
  }

  @Test func aLoneEscapeIsAKeyOnlyWhenNothingFollows() {
    var decoder = InputDecoder()
    var events: [Event] = []
    decoder.decode([0x1B], into: &events)
    #expect(events.isEmpty)
    #expect(decoder.waiting == .forSequence)
    decoder.giveUp(into: &events)
    #expect(events == [.key(.escape)])
    #expect(decoder.waiting == nil)
  }

  @Test func anUnfinishedSequenceMeansNothing() {
    var decoder = InputDecoder()
    var events: [Event] = []
    decoder.decode(Array("\u{1B}[1;".utf8), into: &events)
    decoder.giveUp(into: &events)
    decoder.decode([0xE6, 0xBC], into: &events)
    decoder.giveUp(into: &events)
    #expect(events.isEmpty)
    decoder.decode(Array("x".utf8), into: &events)
    #expect(events == [.key(.character("x"))])
  }

  @Test func aBracketWithAltIsEscapeAndTheBracket() {
    var decoder = InputDecoder()
    var events: [Event] = []
    decoder.decode(Array("\u{1B}[".utf8), into: &events)
    decoder.giveUp(into: &events)
    #expect(events == [.key(.escape), .key(.character("["))])
  }

  @Test func malformedCharactersAreSkipped() {
    var decoder = InputDecoder()
    var events: [Event] = []
    // A lone continuation, an overlong slash, a surrogate, a cut-off character before a letter.
    decoder.decode([0x80, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xE6, 0xBC, 0x61], into: &events)
    #expect(events == [.key(.character("a"))])
  }

  @Test func anUnfinishedPasteIsAPasteWhenNothingFollows() {
    var decoder = InputDecoder()
    var events: [Event] = []
    decoder.decode(Array("\u{1B}[200~q\u{1B}[20".utf8), into: &events)
    #expect(events.isEmpty)
    #expect(decoder.waiting == .forPaste)
    decoder.giveUp(into: &events)
    #expect(events == [.paste("q\u{1B}[20")])
    #expect(decoder.waiting == nil)
  }

  @Test func aPasteBeyondTheLimitIsCutAndStillNeverActsAsKeys() {
    var decoder = InputDecoder()
    var events: [Event] = []
    decoder.decode(Array("\u{1B}[200~".utf8), into: &events)
    let piece = [UInt8](repeating: UInt8(ascii: "q"), count: 100_000)
    for _ in 0..<12 { decoder.decode(piece, into: &events) }
    decoder.decode(Array("\u{1B}[201~x".utf8), into: &events)
    #expect(events.count == 2)
    #expect(events.first == .paste(String(repeating: "q", count: InputDecoder.pasteLimit)))
    #expect(events.last == .key(.character("x")))
  }

  @Test func theDatabaseKnowsKeysOfItsOwn() {
    let key = TerminalType.KeySequence(bytes: Array("\u{1B}OX9".utf8), key: .home)
    var decoder = InputDecoder(sequences: [key])
    var events: [Event] = []
    decoder.decode(Array("\u{1B}OX".utf8), into: &events)
    #expect(events.isEmpty)
    decoder.decode(Array("9\u{1B}OA".utf8), into: &events)
    #expect(events == [.key(.home), .key(.up)])
  }

  /// Whatever comes: no trap, and the same events however it is cut into pieces.
  @Test func noiseIsReadAlikeInAnyPieces() {
    var chance = SeededNumbers(seed: 7)
    let alphabet = Array("\u{1B}\u{1B}\u{1B}[[O<;;0123M~mA201~aé漢\u{7F}\r".utf8) + [0xFF, 0xC3, 0xE2, 0x80]
    for _ in 0..<300 {
      let noise = (0..<200).map { _ in alphabet[Int(chance.next() % UInt64(alphabet.count))] }
      var whole = InputDecoder()
      var expected: [Event] = []
      whole.decode(noise, into: &expected)
      whole.giveUp(into: &expected)
      var pieces = InputDecoder()
      var events: [Event] = []
      var start = 0
      while start < noise.count {
        let end = min(noise.count, start + 1 + Int(chance.next() % 5))
        pieces.decode(noise[start..<end], into: &events)
        start = end
      }
      pieces.giveUp(into: &events)
      #expect(events == expected)
    }
  }
}
