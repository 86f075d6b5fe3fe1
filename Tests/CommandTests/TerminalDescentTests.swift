import TestSupport
import Testing

/// Averages, races and graphs in a real terminal.
@Suite struct TerminalDescentTests {
  private func open(_ arguments: String...) throws -> Tmux {
    try Tmux([StriderRun.program] + arguments, width: 100, height: 30)
  }

  @Test(arguments: [
    ("race:ravine", "step 0 of 150"), ("ema:eur-usd", "sample 0 of"),
    ("graph:x*y+sin(x)?at=x=1,y=2", "step 0 of"),
  ])
  func stepsForwardAndBackReturnTheSameScreen(_ scene: String, _ start: String) async throws {
    let terminal = try open("open", scene)
    // The last row comes last.
    let first = try await terminal.screen("a whole screen") { $0.contains(start) && $0.contains("q back") }
    for _ in 0..<6 { try terminal.press("Right") }
    try await terminal.screen(showing: start.replacing("0 of", with: "6 of"))
    for _ in 0..<6 { try terminal.press("Left") }
    try await terminal.screen(showingAgain: first)
    try terminal.press("q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func aRacePlaysAndARateChangesOnTheWay() async throws {
    let terminal = try open("open", "race:rosenbrock")
    try await terminal.screen(showing: "step 0 of 3000")
    try terminal.press("+", "+", "Space")
    try await terminal.screen("a later step") { $0.contains(/step [1-9][0-9]* of 3000/) }
    try terminal.press("Space", "l")
    try await terminal.screen(showing: "A runs with rate 0.002 from step")
  }

  @Test func aColumnOfAFileOpensInTheLab() async throws {
    let folder = try TemporaryFolder()
    let rows = (1...40).map { "\($0),\($0 % 7).5\n" }.joined()
    let path = try folder.file("d.csv", "day,price\n\(rows)".utf8)
    let terminal = try open("ema", "--data", path, "--column", "price", "--beta", "0.8")
    let screen = try await terminal.screen(showing: "sample 0 of 40")
    #expect(screen.contains("40 numbers · β = 0.8"))
    try terminal.press("y")
    let card = try await terminal.screen(showing: "This command opens exactly")
    #expect(card.contains("ema:1.5,2.5,3.5,4.5"))
  }

  @Test func aColumnTooLongForTheLabIsRefused() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("d.csv", ("price\n" + String(repeating: "1\n", count: 10_001)).utf8)
    let terminal = try open("ema", "--data", path, "--column", "price")
    #expect(try await terminal.exitStatus() == 65)
    let screen = try terminal.screen()
    #expect(screen.contains("strider: the lab shows up to 10,000 samples, not 10,001; with --text or --json"))
    let printed = try StriderRun(["ema", "--data", path, "--column", "price", "--json"])
    #expect(try (printed.json["data"] as? [Double])?.count == 10_001)
  }
}
