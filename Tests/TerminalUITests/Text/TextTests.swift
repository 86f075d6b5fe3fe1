import TestSupport
import Testing

@testable import TerminalUI

@Suite struct TextTests {
  @Test(arguments: [
    ("abc", 3), ("漢字", 4), ("ﾊﾝ", 2), ("e\u{301}", 1), ("😀", 2), ("⠿─█╳", 4), ("\u{200B}", 0),
    ("Σ∂∇β²₁", 6), ("한글", 4), ("\u{AD}", 0), ("", 0), ("◽◾", 4), ("●○", 2),
  ])
  func columnsOfText(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test func controlsAreKnown() {
    for value in UInt32(0)..<0x300 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(TextWidth.isControl(scalar) == (scalar.properties.generalCategory == .control))
    }
  }

  @Test func wrappingBreaksAtSpacesAndCutsLongWords() {
    #expect(TextWrap.lines("the quick brown fox", width: 9) == ["the quick", "brown fox"])
    #expect(TextWrap.lines("abcdefgh ij", width: 3) == ["abc", "def", "gh", "ij"])
    #expect(TextWrap.lines("one\n\ntwo", width: 9) == ["one", "", "two"])
    #expect(TextWrap.lines("a   b", width: 9) == ["a b"])
    #expect(TextWrap.lines("漢字漢字", width: 5) == ["漢字", "漢字"])
    #expect(TextWrap.lines("x", width: 0) == [])
    #expect(TextWrap.lines("", width: 5) == [""])
  }

  @Test func aWordOfMarksAloneKeepsItsPlace() {
    #expect(TextWrap.lines("\u{301} abc", width: 2) == ["\u{301}", "ab", "c"])
  }

  @Test func noWrappedLineIsTooWide() {
    var random = SeededNumbers(seed: 4)
    let alphabet: [Character] = ["a", "b", " ", " ", "漢", "\u{301}", "\n", "😀", "x"]
    for _ in 0..<500 {
      let text = String(
        (0..<random.next(below: 60)).map { _ in alphabet[random.next(below: alphabet.count)] })
      let width = 2 + random.next(below: 20)
      let lines = TextWrap.lines(text, width: width)
      #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= width })
      func squeezed(_ text: String) -> String.UnicodeScalarView {
        String.UnicodeScalarView(text.unicodeScalars.filter { $0 != " " && $0 != "\n" })
      }
      #expect(squeezed(lines.joined()).elementsEqual(squeezed(text)), "nothing is lost")
    }
    // A glyph of two columns has no place on a line of one; it is kept whole and clipped when drawn.
    #expect(!TextWrap.lines("漢字", width: 1).isEmpty)
  }

  @Test func paddingCountsColumns() {
    #expect(TextWrap.leftPadded("漢", columns: 4) == "  漢")
    #expect(TextWrap.leftPadded("long", columns: 2) == "long")
  }

  @Test func richTextWrapsLikePlainText() {
    let runs: [RichText.Run] = [
      .init(text: "A ", kind: .plain), .init(text: "kernel of weights", kind: .term),
      .init(text: " slides over ", kind: .plain), .init(text: "the input", kind: .code),
      .init(text: " and ", kind: .plain), .init(text: "sums", kind: .term), .init(text: ".", kind: .plain),
    ]
    for width in 1...60 {
      let rich = RichText(runs: runs)
      let lines = rich.lines(width: width).map { $0.map(\.text).joined() }
      #expect(lines == TextWrap.lines(runs.map(\.text).joined(), width: width), "width \(width)")
      let terms = rich.lines(width: width).joined().filter { $0.kind == .term }.map(\.text).joined()
      #expect(terms.filter { $0 != " " } == "kernelofweightssums", "width \(width)")
    }
  }

  @Test func everyGlyphOfTheInterfaceHasAnASCIIStandIn() {
    let used = "─│┌┐└┘├┤┬┴┼╭╮╰╯━┃┏┓┗┛←→↑↓▶▸‖●○·×…√∂∇ΣΔαβγεηλμπρσθω²³≈≠±≤≥✓✗█▌▐▀▄▁▂▃▅▆▇░▒▓╱★"
    for scalar in used.unicodeScalars {
      let standIn = AsciiGlyph.standIn(for: scalar)
      #expect(standIn.isASCII && standIn != "?", "\(scalar)")
    }
    #expect(AsciiGlyph.standIn(for: "漢") == "?")
  }

  /// A sign for which one character would mislead has none: in sentences it is spelled.
  @Test func infinityIsNotMistakenForALetterOrANumber() {
    #expect(AsciiGlyph.standIn(for: "∞") == "?" && AsciiText.spelled("-∞") == "-inf")
  }

  @Test func sentencesAreSpelledWhereTheyHaveRoom() {
    let look = Look(glyphs: .ascii)
    let frame = Frame(size: Size(width: 20, height: 3), look: look)
    #expect(frame.lines(of: "√(1² + 3²) ≤ 2·β", width: 14) == ["sqrt(1^2 +", "3^2) <= 2*beta"])
    #expect(look.spelled("x² ≤ 9", within: 8) == "x^2 <= 9" && look.spelled("x² ≤ 9", within: 7) == "x² ≤ 9")
    #expect(Look().spelled("x² ≤ 9") == "x² ≤ 9")
    for (width, expected) in [(8, "x^2 <= 9"), (7, "x2 < 9")] {
      var frame = Frame(size: Size(width: 20, height: 1), look: look)
      frame.write(
        [.init(text: "x² ", kind: .plain), .init(text: "≤", kind: .code), .init(text: " 9", kind: .plain)],
        x: 0, y: 0, limit: width)
      #expect(frame.text == expected)
    }
  }
}
