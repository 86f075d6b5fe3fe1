import Learning
import Testing

@Suite struct PrintableTests {
  /// C0, DEL, C1, directions, joiners, separators, tags, a private character and a filler.
  static let steering: [Unicode.Scalar] = [
    "\u{0}", "\u{7}", "\u{1B}", "\r", "\u{7F}", "\u{85}", "\u{9B}", "\u{61C}", "\u{200B}", "\u{200D}",
    "\u{2028}",
    "\u{2029}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{E000}", "\u{3164}", "\u{E0041}",
  ]

  @Test(arguments: steering)
  func whatSteersIsSpelt(_ scalar: Unicode.Scalar) {
    // A mark joins what stands before it, and hides it from whoever looks at characters.
    for text in ["a\(scalar)b", "\(scalar)\u{301}", "e\u{301}\(scalar)\u{301}"] {
      let spelling = "\\u{\(String(scalar.value, radix: 16))}"
      #expect(Printable.text(text).unicodeScalars.allSatisfy { $0.isPrintable })
      #expect(Printable.text(text).unicodeScalars.elementsEqual(spelt(text, scalar, spelling)))
      #expect(Printable.line(text).unicodeScalars.elementsEqual(spelt(text, scalar, spelling)))
      #expect(Printable.json(text).unicodeScalars.allSatisfy { $0.isPrintable })
    }
  }

  private func spelt(_ text: String, _ scalar: Unicode.Scalar, _ spelling: String) -> String.UnicodeScalarView
  {
    String.UnicodeScalarView(
      text.unicodeScalars.flatMap { $0 == scalar ? Array(spelling.unicodeScalars) : [$0] })
  }

  @Test func whatIsShownStays() {
    let text = "größer 大 𝛼 ❤\u{FE0F} e\u{301}\n\ttab\r\n"
    #expect(Printable.text(text) == text)
    #expect(Printable.line("a\nb\tc") == "a\\u{a}b\\u{9}c")
    #expect(Printable.text("a\rb") == "a\\u{d}b")
    #expect(Printable.json("{\n}\r\n") == "{\n}\\u000d\n")
  }

  @Test func jsonHasPairsOutsideTheBasicPlane() {
    #expect(Printable.json("\"\u{1B}\u{9B}\u{202E}\u{E0041}\"") == #""\u001b\u009b\u202e\udb40\udc41""#)
  }
}
