import TerminalUI
import Testing

@testable import NcursesBackend

@Suite struct GlyphChoiceTests {
  private static let utf8 = TerminalLocale(name: "C.UTF-8", characterSet: "UTF-8")
  private static let ascii = TerminalLocale(name: "C", characterSet: "ANSI_X3.4-1968")

  @Test(arguments: [
    ("xterm-256color", GlyphLevel.braille), ("tmux-256color", .braille), ("linux", .block),
    ("linux-16color", .block), ("vt100", .ascii), ("ansi", .ascii),
  ])
  func theTerminalDecidesInUTF8(_ terminal: String, _ level: GlyphLevel) {
    #expect(GlyphLevel(terminal: terminal, locale: Self.utf8) == level)
    #expect(GlyphLevel(terminal: terminal, locale: Self.ascii) == .ascii)
  }

  @Test(
    arguments: [
      ([:], false), (["LANG": "C"], false), (["LANG": "de_DE.UTF-8"], true),
      (["LANG": "C", "LC_CTYPE": "en_US.utf8"], true), (["LC_ALL": "C", "LANG": "en_US.UTF-8"], false),
      (["LC_ALL": "", "LANG": "en_US.UTF-8"], true),
    ] as [([String: String], Bool)])
  func theLocaleIsNamedByTheStrongestVariable(_ variables: [String: String], _ namesUTF8: Bool) {
    #expect(TerminalEnvironment { variables[$0] }.namesUTF8 == namesUTF8)
  }
}
