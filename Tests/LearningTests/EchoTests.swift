import Learning
import Testing

@Suite struct EchoTests {
  @Test func printableTextStaysAsItIs() {
    #expect(Echo.quote("x*(") == "\"x*(\"")
    #expect(Echo.escape("größer 大") == "größer 大")
  }

  @Test func controlAndInvisibleCharactersAreSpelt() {
    #expect(Echo.escape("\u{1b}[2J") == "\\u{1b}[2J")
    #expect(Echo.escape("a\nb\0\u{7f}\u{9b}") == "a\\u{a}b\\u{0}\\u{7f}\\u{9b}")
    #expect(Echo.escape("\u{202e}\u{200b}") == "\\u{202e}\\u{200b}")
  }

  @Test func longTextIsCut() {
    let exact = String(repeating: "a", count: 60)
    #expect(Echo.escape(exact) == exact)
    #expect(Echo.escape(exact + "a") == String(repeating: "a", count: 57) + "...")
    let escapes = Echo.escape(String(repeating: "\u{1b}", count: 100))
    #expect(escapes.count <= Echo.longest && escapes.hasSuffix("\\u{1b}..."))
  }
}
