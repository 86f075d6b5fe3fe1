import Foundation
import TestSupport
import Testing

/// Whatever signal comes at whatever moment, the terminal is as it was before.
@Suite struct TerminalSignalTests {
  /// All signals that a program can catch and that end it unless it does; those that stop it or do nothing are not among
  /// them, nor the two of the C library.
  static let deadly: [Int32] = (1...64).filter { signal in
    ![
      SIGKILL, SIGSTOP, SIGCHLD, SIGURG, SIGWINCH, SIGCONT, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE, SIGXFSZ, 32,
      33,
    ].contains(signal)
  }

  /// Which of the modes that the program switches are on after `output`.
  private func modesLeftOn(_ output: [UInt8]) -> [String] {
    let text = String(decoding: output, as: UTF8.self)
    return ["1049", "1000", "1006", "2004"].filter { mode in
      let on = text.range(of: "\u{1B}[?\(mode)h", options: .backwards)
      let off = text.range(of: "\u{1B}[?\(mode)l", options: .backwards)
      return (on?.lowerBound ?? text.startIndex) > (off?.lowerBound ?? text.startIndex)
    }
      + (text.range(of: "\u{1B}[?25l", options: .backwards).map { hidden in
        text[hidden.upperBound...].contains("\u{1B}[?25h") ? [] : ["cursor"]
      } ?? [])
  }

  @Test(arguments: deadly) func aSignalAtAnyMomentLeavesTheTerminalInOrder(_ signal: Int32) async throws {
    let terminal = try PseudoTerminal([StriderRun.program, "race"], width: 80, height: 24)
    try #require(terminal.receive("\u{1B}[?1049h"))
    terminal.send(" ")
    terminal.drain(untilSilentFor: 1)
    try await Task.sleep(for: .microseconds(Int.random(in: 0...40_000)))
    terminal.signal(signal)
    #expect(try await terminal.exitStatus() == 128 + signal)
    terminal.drain(untilSilentFor: 10)
    #expect(modesLeftOn(terminal.output) == [])
  }

  @Test(arguments: [SIGPIPE, SIGXFSZ, SIGWINCH, SIGCHLD, SIGURG])
  func otherSignalsDoNoHarm(_ signal: Int32) async throws {
    let terminal = try PseudoTerminal([StriderRun.program, "conv"], width: 80, height: 24)
    try #require(terminal.receive("step"))
    terminal.drain(untilSilentFor: 30)
    terminal.signal(signal)
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
    terminal.drain(untilSilentFor: 10)
    #expect(modesLeftOn(terminal.output) == [])
  }

  /// A race sends more than the device holds; then the program waits for a reader who never comes.
  @Test(arguments: [1, 2]) func aTerminalThatNobodyReadsIsNoReasonToStay(_ requests: Int) async throws {
    let terminal = try PseudoTerminal([StriderRun.program, "race"], width: 200, height: 60)
    try #require(terminal.receive("step"))
    terminal.send("+++++ ")
    try await Task.sleep(for: .milliseconds(1_500))
    for _ in 0..<requests {
      terminal.signal(SIGTERM)
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(try await terminal.exitStatus(reading: false) == 128 + SIGTERM)
    terminal.drain(untilSilentFor: 10)
    #expect(modesLeftOn(terminal.output) == [])
  }

  @Test(arguments: [33_000, 65_535]) func aWindowWiderThanCursesCanCountIsDrawnAsFarAsItGoes(_ width: Int)
    async throws
  {
    let terminal = try PseudoTerminal([StriderRun.program, "conv"], width: width, height: 24)
    try #require(terminal.receive("step"))
    terminal.resize(width: 80, height: 24)
    terminal.drain(untilSilentFor: 50)
    terminal.resize(width: width, height: 65_535)
    terminal.drain(untilSilentFor: 50)
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func whatIsLostIsSaidAlsoWhenASignalEndsTheProgram() async throws {
    let terminal = try Tmux(
      [StriderRun.program, "quiz", "--topic", "dropout", "--seed", "7"],
      environment: ["XDG_DATA_HOME": "/proc"])
    try await terminal.screen(showing: "question 1 of 10")
    try terminal.type("99\n")
    try await terminal.screen(showing: "cannot be saved")
    try terminal.signal(SIGTERM)
    #expect(try await terminal.exitStatus() == 128 + SIGTERM)
    #expect(try terminal.screen().contains("strider: 1 entry of your log could not be saved: "))
    #expect(try terminal.modes() == Tmux.Modes())
  }
}
