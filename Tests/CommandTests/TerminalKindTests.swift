import TestSupport
import Testing

/// Terminals that can do less than most.
@Suite struct TerminalKindTests {
  private func screen(_ environment: [String: String]) async throws -> (plain: String, coloured: String) {
    let terminal = try Tmux([StriderRun.program, "conv"], environment: environment)
    let plain = try await terminal.screen(showing: "step 0 of 25")
    return (plain, try terminal.colouredScreen())
  }

  @Test func aRichTerminalHasLinesAndColours() async throws {
    let screen = try await screen([:])
    #expect(screen.plain.contains("●──"))
    #expect(screen.coloured.contains("[38;5;"))
  }

  @Test(arguments: [
    "xterm-256color", "tmux-256color", "screen-256color", "xterm", "linux", "vt100", "xterm-kitty",
    "alacritty",
    "foot-extra", "xterm-ghostty", "wezterm", "nobody-knows-direct",
  ])
  func theLabWorksOn(_ terminal: String) async throws {
    let screen = try await screen(["TERM": terminal])
    #expect(screen.plain.contains("Convolution"))
  }

  /// The backgrounds of all cells of a screen, told apart by their codes; the terminal's own is empty.
  private func backgrounds(_ coloured: String, width: Int) -> [String: Int] {
    var counts: [String: Int] = [:]
    var current = ""
    for row in coloured.split(separator: "\n", omittingEmptySubsequences: false) {
      var columns = 0
      var rest = row[...]
      while let first = rest.first {
        if first == "\u{1B}", let match = rest.prefixMatch(of: /\u{1B}\[([0-9;]*)m/) {
          rest = rest[match.range.upperBound...]
          let codes = match.1.split(separator: ";", omittingEmptySubsequences: false)
          if codes.contains("0") || codes.contains("") || codes.contains("49") { current = "" }
          if let place = codes.firstIndex(of: "48") {
            current = codes[place...].prefix(3).joined(separator: ";")
          }
          if codes.count == 1, let code = Int(codes[0]), 40...47 ~= code || 100...107 ~= code {
            current = "\(code)"
          }
        } else {
          rest.removeFirst()
          columns += 1
          counts[current, default: 0] += 1
        }
      }
      if columns > 0 { counts["short", default: 0] += width - columns }
    }
    return counts
  }

  /// On terminals whose cells are painted one by one; tmux does not tell the colour of cells that were cleared together.
  @Test(arguments: ["tmux-256color", "screen"], ["dark", "light"])
  func everyCellIsPaintedAndControlTChangesThePaint(_ name: String, _ theme: String) async throws {
    let terminal = try Tmux(
      [StriderRun.program, "open", "conv:galway", "--theme", theme], environment: ["TERM": name])
    try await terminal.screen(showing: "step 0 of 25")
    let before = backgrounds(try terminal.colouredScreen(), width: 80)
    #expect(before["short", default: 0] == 0 && before["", default: 0] == 0, "\(before)")
    let paper = try #require(before.max { $0.value < $1.value }?.key)
    try terminal.press("C-t")
    try await terminal.screen("another paper") { _ in
      let now = backgrounds((try? terminal.colouredScreen()) ?? "", width: 80)
      return now[paper, default: 0] == 0 && now["", default: 0] == 0 && now.values.reduce(0, +) > 1_800
    }
  }

  @Test(arguments: [["LC_ALL": "C"], ["TERM": "vt100"]])
  func plainTerminalsGetASCII(_ environment: [String: String]) async throws {
    let screen = try await screen(environment)
    #expect(screen.plain.unicodeScalars.allSatisfy { $0.isASCII })
    #expect(screen.plain.contains("O--"))
  }

  @Test func aLocaleThatIsNotInstalledIsTakenAtItsWord() async throws {
    #expect(try await screen(["LC_ALL": "xx_XX.UTF-8"]).plain.contains("●──"))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "vt100"]])
  func noColourIsSentWhereNoneIsWanted(_ environment: [String: String]) async throws {
    let screen = try await screen(environment)
    let codes = screen.coloured.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { $0.1.split(separator: ";") }
    #expect(codes.contains("1"), "bold stands in")
    // 39 and 49 are the terminal's own colours.
    #expect(codes.compactMap { Int($0) }.allSatisfy { $0 < 30 || $0 == 39 || $0 == 49 })
  }

  @Test(arguments: [
    (["TERM": "dumb"], "cannot place its cursor"),
    (["TERM": "no-such-terminal"], "'no-such-terminal' is unknown"),
    (["TERM": ""], "set TERM"),
  ])
  func unusableTerminalsAreRefused(_ environment: [String: String], _ reason: String) async throws {
    let terminal = try Tmux([StriderRun.program, "conv"], width: 120, environment: environment)
    #expect(try await terminal.exitStatus() == 69)
    let screen = try terminal.screen()
    #expect(screen.contains("strider: ") && screen.contains(reason))
    #expect(try terminal.modes() == Tmux.Modes())
  }

  @Test func withoutATerminalALabCannotOpen() throws {
    let run = try StriderRun(["open", "conv:galway/vertical-edge"])
    #expect(run.status == 69)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("strider: ") && run.errors.contains("is not a terminal"))
  }

  @Test func doctorTellsWhatStandsInForATerminalWithoutADescription() async throws {
    let terminal = try Tmux(
      [StriderRun.program, "doctor"], width: 120, environment: ["TERM": "alacritty-of-tomorrow"])
    #expect(try await terminal.exitStatus() == 0)
    #expect(
      try terminal.screen().contains(
        "alacritty-of-tomorrow, which has no description here: xterm-256color stands in for it"))
  }

  @Test func doctorTellsWhatIsMissing() async throws {
    let terminal = try Tmux(
      [StriderRun.program, "doctor"], width: 120, environment: ["LC_ALL": "C", "NO_COLOR": "1"])
    #expect(try await terminal.exitStatus() == 0)
    let screen = try terminal.screen()
    #expect(screen.contains("because NO_COLOR is set"))
    #expect(screen.contains("LANG=C.UTF-8"))
    #expect(screen.contains("120x24"))
  }
}
