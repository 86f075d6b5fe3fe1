import TerminalUI
import Testing

@testable import NcursesBackend

@Suite struct OutputTidyTests {
  /// What `text` becomes after the cursor was put into the corner with a plain pen.
  private func tidied(_ text: String) -> String {
    var tidy = OutputTidy(size: Size(width: 80, height: 24))
    _ = tidy.tidy(Array("\u{1B}(B\u{1B}[m\u{1B}[H".utf8))
    return String(decoding: tidy.tidy(Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("a cell in the same row", "\u{1B}[1;41Hx", "\u{1B}[41Gx"),
    ("one step to the right", "\u{1B}[1;2Hx", "\u{1B}[Cx"),
    ("straight down", "x\u{1B}[2;1Hy\u{1B}[3;1Hz", "x\n\ry\n\rz"),
    ("the start of the next row", "ab\u{1B}[2;1Hc", "ab\n\rc"),
    ("a far cell", "\u{1B}[20;40Hx", "\u{1B}[20;40Hx"),
    ("a move without effect", "ab\u{1B}[1;3Hc", "abc"),
    ("only the last of several moves", "\u{1B}[9;9H\u{1B}[2;2H\u{1B}[1;2Hx", "\u{1B}[Cx"),
    ("a move at the end", "x\u{1B}[1;1H", "x\r"),
  ])
  func movesAreShort(_ name: String, _ text: String, _ expected: String) {
    #expect(tidied(text) == expected, "\(name)")
  }

  @Test(arguments: [
    (
      "no way round the plain look", "\u{1B}[38;5;9mx\u{1B}[39m\u{1B}(B\u{1B}[m\u{1B}[38;5;8my",
      "\u{1B}[38;5;9mx\u{1B}[38;5;8my"
    ),
    ("attribute and colour in one", "\u{1B}(B\u{1B}[0;1m\u{1B}[38;5;9mx", "\u{1B}[1;38;5;9mx"),
    ("back to plain", "\u{1B}[1mx\u{1B}[39m\u{1B}(B\u{1B}[my", "\u{1B}[1mx\u{1B}[my"),
    ("a colour that goes", "\u{1B}[38;5;9;48;5;7mx\u{1B}[39my", "\u{1B}[38;5;9;48;5;7mx\u{1B}[39my"),
    ("the colour that is on", "\u{1B}[34mx\u{1B}[34my", "\u{1B}[34mxy"),
    ("basic and 24-bit colours", "\u{1B}[31;42mx\u{1B}[38;2;1;2;3my", "\u{1B}[31;42mx\u{1B}[38;2;1;2;3my"),
  ])
  func coloursAreShort(_ name: String, _ text: String, _ expected: String) {
    #expect(tidied(text) == expected, "\(name)")
  }

  @Test(arguments: [
    "\u{1B}[?25hx", "\u{1B}[5;10r\u{1B}[2;2Hx", "\u{1B}7\u{1B}8x", "\u{1B}[2J", "\u{0F}x", "\u{1B}[3mx",
    "\u{1B}]0;t",
  ])
  func whatIsNotUnderstoodPassesAsItIs(_ text: String) {
    #expect(tidied(text) == text)
  }

  @Test func afterSomethingUnknownTheCursorIsPlacedInFull() {
    #expect(tidied("x\u{1B}[5;10r\u{1B}[1;2Hy") == "x\u{1B}[5;10r\u{1B}[1;2Hy")
  }

  @Test(arguments: [
    ("in a region", "\u{1B}[5;10r\u{1B}[10H\n\u{1B}[1;24rx"),
    ("in the last row", "\u{1B}[24H\nx"),
  ])
  func aLineFeedThatScrollsStaysOne(_ name: String, _ text: String) {
    #expect(tidied(text) == text, "\(name)")
  }

  @Test func shiftingInOnceIsEnough() {
    #expect(tidied("\u{0F}x\u{0F}y") == "\u{0F}xy")
  }

  @Test func atTheRightMarginTheCursorIsNotTrusted() {
    #expect(tidied("\u{1B}[1;80Hx\u{1B}[2;80Hy") == "\u{1B}[80Gx\u{1B}[2;80Hy")
  }

  @Test func aRepetitionStaysBehindItsGlyph() {
    #expect(
      tidied("a\u{1B}[1m\u{1B}[9;30H-\u{1B}[9b\u{1B}[0m\u{1B}[1;2Hb")
        == "ab\u{1B}[9;30H\u{1B}[1m-\u{1B}[9b\u{1B}[1;3H\u{1B}[m")
  }

  @Test(arguments: [
    (Erasure.none, "     \n\u{1B}[9G     "), (.plain, "\u{1B}[5X\n\u{1B}[5X"),
    (.coloured, "\u{1B}[5X\n\u{1B}[5X"),
  ])
  func blanksAreErasedWhereTheyStand(_ erasure: Erasure, _ expected: String) {
    var tidy = OutputTidy(size: Size(width: 80, height: 24), erasure: erasure)
    _ = tidy.tidy(Array("\u{1B}(B\u{1B}[m\u{1B}[2;9H".utf8))
    let blanks = tidy.tidy(Array("     \u{1B}[3;9H     ".utf8), placesCursor: false)
    #expect(String(decoding: blanks, as: UTF8.self) == expected)
    let coloured = tidy.tidy(Array("\u{1B}[4;9H\u{1B}[48;5;9m     \u{1B}[5;9H\u{1B}[0;4m     ".utf8))
    let text = String(decoding: coloured, as: UTF8.self)
    #expect(text.contains("\u{1B}[5X") == (erasure == .coloured))
    #expect(text.contains("4m     "), "underlined blanks are written")
  }

  @Test func aHiddenCursorIsNotTakenBack() {
    var tidy = OutputTidy(size: Size(width: 80, height: 24))
    _ = tidy.tidy(Array("\u{1B}(B\u{1B}[m\u{1B}[H".utf8))
    let first = tidy.tidy(Array("\u{1B}[1mab\u{1B}[m\u{1B}[9;9H".utf8), placesCursor: false)
    #expect(String(decoding: first, as: UTF8.self) == "\u{1B}[1mab")
    let next = tidy.tidy(Array("\u{1B}[1;3Hc".utf8), placesCursor: false)
    #expect(String(decoding: next, as: UTF8.self) == "\u{1B}[mc")
    let long = tidy.tidy([UInt8](repeating: 0x61, count: 5_000))
    #expect(long.count == 5_000, "nothing is owed: cursor and pen are where they were left")
    _ = tidy.tidy(Array("\u{1B}[m\u{1B}[H\u{1B}[1mx\u{1B}[7;7H".utf8), placesCursor: false)
    #expect(tidy.tidy([UInt8](repeating: 0x61, count: 5_000)).starts(with: "\u{1B}[7;7H".utf8))
  }

  @Test func longOutputIsLeftAlone() {
    let text = String(repeating: "\u{1B}[1;1Hx", count: 1_000)
    #expect(tidied(text) == text)
  }
}
