import TestSupport
import Testing

/// The convolution lab in a real terminal.
@Suite struct TerminalStepTests {
  private func lab(width: Int = 80, height: Int = 24) throws -> Tmux {
    try Tmux([StriderRun.program, "conv"], width: width, height: height)
  }

  @Test func opensAtTheUsualSize() async throws {
    let terminal = try lab()
    let screen = try await terminal.screen(showing: "step 0 of 25")
    #expect(screen.contains("Convolution"))
    #expect(screen.contains("? help"))
    let modes = Tmux.Modes(isAlternateScreen: true, isCursorVisible: false, isMouseReported: true)
    #expect(try terminal.modes() == modes)
  }

  @Test func stepsForwardAndBackReturnTheSameScreen() async throws {
    let terminal = try lab()
    let first = try await terminal.screen(showing: "step 0 of 25")
    for _ in 0..<25 { try terminal.press("Right") }
    try await terminal.screen(showing: "step 25 of 25")
    for _ in 0..<25 { try terminal.press("Left") }
    try await terminal.screen(showingAgain: first)
  }

  @Test func aScreenTooSmallForAWhileKeepsTheStep() async throws {
    let terminal = try lab()
    try await terminal.screen(showing: "step 0 of 25")
    try terminal.press("Right", "Right", "Right")
    let before = try await terminal.screen(showing: "step 3 of 25")
    try terminal.resize(width: 10, height: 5)
    try await terminal.screen(showing: "60x18")
    try terminal.press("Right")
    try terminal.resize(width: 80, height: 24)
    try await terminal.screen(showingAgain: before)
  }

  @Test func growsWithTheTerminal() async throws {
    let terminal = try lab()
    try await terminal.screen(showing: "step 0 of 25")
    try terminal.resize(width: 120, height: 40)
    try await terminal.screen("a footer near the last of 40 rows") { $0.footerRow >= 37 }
  }

  @Test func playingMovesByItself() async throws {
    let terminal = try lab()
    try await terminal.screen(showing: "step 0 of 25")
    try terminal.press("Space")
    try await terminal.screen("a later step") { $0.contains(/step [1-9][0-9]? of 25/) }
  }

  @Test func aPasteNeverActsAsKeys() async throws {
    let terminal = try lab()
    let before = try await terminal.screen(showing: "step 0 of 25")
    try terminal.paste("qqq\u{1B}[C\u{1B}[C\nq")
    try terminal.press("Right")
    try await terminal.screen(showing: "step 1 of 25")
    try terminal.press("Left")
    try await terminal.screen(showingAgain: before)
  }

  @Test func aClickOnTheScrubBarJumps() async throws {
    let terminal = try lab()
    let screen = try await terminal.screen(showing: "step 0 of 25")
    let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains("step 0 of 25") })
    let track = try #require(rows[row].lastIndex(of: "─"))
    let column = rows[row].distance(from: rows[row].startIndex, to: track) + 1
    try terminal.type("\u{1B}[<0;\(column);\(row + 1)M\u{1B}[<0;\(column);\(row + 1)m")
    try await terminal.screen(showing: "step 25 of 25")
  }
}
