import Foundation
import TestSupport
import Testing

/// However the program ends, the terminal is as it was before.
@Suite struct TerminalEndingTests {
  struct Ending: CustomTestStringConvertible, Sendable {
    let name: String
    var key: String?
    var signal: Int32?
    let status: Int32
    var testDescription: String { name }
  }

  static let endings = [
    Ending(name: "q", key: "q", status: 0),
    Ending(name: "Ctrl-C", key: "C-c", status: 130),
    Ending(name: "Ctrl-\\", key: "C-\\", status: 131),
    Ending(name: "SIGTERM", signal: SIGTERM, status: 143),
    Ending(name: "SIGHUP", signal: SIGHUP, status: 129),
    Ending(name: "abort", signal: SIGABRT, status: 134),
    Ending(name: "a bad pointer", signal: SIGSEGV, status: 139),
    Ending(name: "a trap", signal: SIGILL, status: 132),
    Ending(name: "SIGUSR1", signal: SIGUSR1, status: 128 + SIGUSR1),
    Ending(name: "SIGALRM", signal: SIGALRM, status: 128 + SIGALRM),
    Ending(name: "SIGIO", signal: SIGIO, status: 128 + SIGIO),
    Ending(name: "a real-time signal", signal: 40, status: 168),
  ]

  @Test(arguments: endings) func givesTheTerminalBack(_ ending: Ending) async throws {
    let terminal = try Tmux([StriderRun.program, "conv"])
    try await terminal.screen(showing: "step 0 of 25")
    try terminal.press("Right")
    try await terminal.screen(showing: "step 1 of 25")
    if let key = ending.key { try terminal.press(key) }
    if let signal = ending.signal { try terminal.signal(signal) }
    #expect(try await terminal.exitStatus() == ending.status)
    #expect(try terminal.modes() == Tmux.Modes())
    let settings = try terminal.settings()
    #expect(settings.after == settings.before)
    #expect(try !terminal.screen().contains("step 1 of 25"))
  }

  @Test func aTerminalWithoutAnotherScreenKeepsThePictureAndGoesOnBelow() async throws {
    let terminal = try Tmux([StriderRun.program, "conv"], environment: ["TERM": "vt100"])
    try await terminal.screen(showing: "step 0 of 25")
    try terminal.press("q")
    #expect(try await terminal.exitStatus() == 0)
    let settings = try terminal.settings()
    #expect(settings.after == settings.before)
    #expect(try terminal.modes() == Tmux.Modes())
  }

  @Test func stopsOnControlZAndIsDrawnInFullWhenItGoesOn() async throws {
    let terminal = try Tmux(["sh", "-i"], environment: ["PS1": "ready> ", "ENV": ""])
    try await terminal.screen(showing: "ready>")
    try terminal.type("'\(StriderRun.program)' conv\n")
    try await terminal.screen(showing: "step 0 of 25")
    try terminal.press("Right")
    let before = try await terminal.screen(showing: "step 1 of 25")
    try terminal.press("C-z")
    try await terminal.screen(showing: "ready>")
    #expect(try terminal.modes() == Tmux.Modes())
    try terminal.type("stty | grep -c -e '-icanon'; echo cooked=$?\n")
    try await terminal.screen(showing: "cooked=1")
    try terminal.type("fg\n")
    try await terminal.screen(showingAgain: before)
    #expect(try terminal.modes().isAlternateScreen)
    try terminal.press("C-z")
    try await terminal.screen(showing: "ready>")
    try terminal.resize(width: 100, height: 30)
    try terminal.type("fg\n")
    try await terminal.screen("the lab in 30 rows") { $0.footerRow >= 27 }
    try terminal.press("q")
    try await terminal.screen("a prompt at the end") { screen in
      screen.split(separator: "\n").last?.hasPrefix("ready>") ?? false
    }
    try terminal.type("echo status=$?\n")
    try await terminal.screen(showing: "\nstatus=0")
  }

  @Test func aStoppedProgramCanBeEnded() async throws {
    let terminal = try Tmux(["sh", "-i"], environment: ["PS1": "ready> ", "ENV": ""])
    try await terminal.screen(showing: "ready>")
    try terminal.type("'\(StriderRun.program)' conv\n")
    try await terminal.screen(showing: "step 0 of 25")
    try terminal.press("C-z")
    try await terminal.screen(showing: "ready>")
    try terminal.type(
      "p=$(jobs -p); kill %1; while kill -0 $p 2>/dev/null; do sleep 0.02; done; echo gone $?\n")
    try await terminal.screen(showing: "\ngone 0")
    #expect(try terminal.modes() == Tmux.Modes())
  }
}
