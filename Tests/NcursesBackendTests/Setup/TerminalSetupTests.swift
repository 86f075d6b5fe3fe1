import TerminalUI
import Testing

@testable import NcursesBackend

extension Curses {
  @Suite struct TerminalSetupTests {
    private static let locale = TerminalLocale(name: "C.UTF-8", characterSet: "UTF-8")

    private func setup(_ name: String?) throws(TerminalError) -> TerminalSetup {
      try TerminalSetup(
        TerminalOptions(), environment: TerminalEnvironment { $0 == "TERM" ? name : nil }, locale: Self.locale
      )
    }

    @Test func terminalsThatCannotBeUsedAreRefused() {
      #expect(throws: TerminalError.unnamed) { try setup(nil) }
      #expect(throws: TerminalError.unnamed) { try setup("") }
      #expect(throws: TerminalError.unknown(name: "no-such")) { try setup("no-such") }
      #expect(throws: TerminalError.tooSimple(name: "dumb")) { try setup("dumb") }
    }

    @Test(arguments: ["alacritty-of-tomorrow", "Foot-9", "kitty-of-mine", "strange-direct", "odd-256color"])
    func terminalsThatFollowXtermAreTakenForIt(_ name: String) throws {
      #expect(try setup(name).plan.type.name == "xterm-256color")
      #expect(try setup(name).plan.depth == .indexed)
    }

    @Test func theLookFollowsTheTerminal() throws {
      #expect(try setup("xterm-256color").look == Look())
      #expect(try setup("vt100").look == Look(glyphs: .ascii, isColoured: false))
    }

    @Test func messagesAreOneLineWhateverTheNameHolds() {
      let message = TerminalError.unknown(name: "x\n\u{1B}[2J" + String(repeating: "y", count: 500))
        .description
      #expect(message.unicodeScalars.allSatisfy { !TextWidth.isControl($0) })
      #expect(message.count < 200)
    }

    @Test func aReportNeedsNoTerminal() {
      let dumb = TerminalReport.inspect(environment: TerminalEnvironment { $0 == "TERM" ? "dumb" : nil })
      #expect(dumb.refusal == .tooSimple(name: "dumb"))
      #expect(dumb.rows.map(\.label) == ["terminal", "screen", "locale"])
      let full = TerminalReport.inspect(environment: TerminalEnvironment { $0 == "TERM" ? "xterm" : nil })
      #expect(full.rows.map(\.label) == ["terminal", "screen", "locale", "colours", "glyphs"])
    }
  }
}
