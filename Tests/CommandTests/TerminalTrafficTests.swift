import Foundation
import TestSupport
import Testing

/// What passes between program and terminal, seen on a bare device.
@Suite struct TerminalTrafficTests {
  private func lab(_ scene: String = "conv:galway") throws -> PseudoTerminal {
    let terminal = try PseudoTerminal([StriderRun.program, "open", scene], width: 120, height: 40)
    try #require(terminal.receive("step"))
    terminal.drain(untilSilentFor: 100)
    return terminal
  }

  /// Plain cells change little more than the numbers; among shades every edge of the window changes colours.
  @Test(arguments: [("#", 1000), ("", 2000)])
  func aStepTakesFewBytes(_ keys: String, _ most: Int) throws {
    let terminal = try lab()
    terminal.send(keys)
    terminal.drain(untilSilentFor: 100)
    // The median: now and then an axis gets another range and all of its picture is drawn anew.
    let steps = (0..<25).map { _ in
      terminal.send("\u{1B}[C")
      return terminal.drain(untilSilentFor: 30)
    }
    .sorted()
    #expect(1...most ~= steps[12], "\(steps) bytes")
  }

  @Test func nothingIsSentAndNoTimeIsUsedWhileNothingHappens() async throws {
    let terminal = try lab()
    let ticks = try terminal.processorTicks()
    #expect(terminal.drain(untilSilentFor: 500) == 0)
    #expect(try terminal.processorTicks() - ticks <= 1)
  }

  @Test func aStormOfSizesEndsInTheLastOne() async throws {
    let terminal = try lab()
    var chance = SeededNumbers(seed: 5)
    for round in 0..<400 {
      terminal.resize(width: chance.next(below: 300) + 1, height: chance.next(below: 100) + 1)
      if round % 8 == 0 { terminal.send("\u{1B}[C") }
      if round % 4 == 0 { terminal.drain(untilSilentFor: 1) }
    }
    terminal.drain(untilSilentFor: 100)
    let start = terminal.output.count
    terminal.resize(width: 51, height: 17)
    #expect(terminal.receive("51x17", since: start))
    terminal.resize(width: 80, height: 24)
    terminal.drain(untilSilentFor: 200)
    terminal.send("q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func aLostTerminalEndsTheProgram() async throws {
    let terminal = try lab()
    terminal.hangUp()
    #expect(try await terminal.exitStatus() == 128 + SIGHUP)
  }
}
