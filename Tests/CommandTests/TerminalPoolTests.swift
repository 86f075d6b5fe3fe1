import TestSupport
import Testing

/// The pooling lab in a real terminal.
@Suite struct TerminalPoolTests {
  @Test func opensStepsAndGoesBack() async throws {
    let terminal = try Tmux([StriderRun.program, "open", "pool:galway?padding=1&view=backward"])
    let first = try await terminal.screen(showing: "step 0 of 16")
    #expect(first.contains("Pooling") && first.contains("-∞") && first.contains("∂L/∂x"))
    for _ in 0..<16 { try terminal.press("Right") }
    try await terminal.screen(showing: "step 16 of 16")
    for _ in 0..<16 { try terminal.press("Left") }
    try await terminal.screen(showingAgain: first)
  }

  @Test func theVerbOnlyPrints() async throws {
    let terminal = try Tmux([StriderRun.program, "pool", "--grid", "kcl", "--kind", "max"])
    let screen = try await terminal.screen(showing: "max(-1, 1, 0, -2) = 1")
    #expect(!screen.contains("? help"))
    #expect(try await terminal.exitStatus() == 0)
  }
}
