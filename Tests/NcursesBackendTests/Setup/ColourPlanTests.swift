import TerminalUI
import Testing

@testable import NcursesBackend

extension Curses {
  /// With descriptions that come with curses itself.
  @Suite struct ColourPlanTests {
    private func plan(_ name: String, wish: ColourDepth? = nil, _ variables: [String: String] = [:]) throws
      -> ColourPlan
    {
      let type = try #require(TerminalType(named: name))
      return ColourPlan(type: type, wish: wish, environment: TerminalEnvironment { variables[$0] })
    }

    @Test func theDescriptionDecides() throws {
      #expect(try plan("xterm-256color").depth == .indexed)
      #expect(try plan("linux").depth == .basic)
      #expect(try plan("vt100").depth == .never)
    }

    @Test func aRicherDescriptionOfTheSameFamilyIsOpened() throws {
      let rich = try plan("xterm", ["COLORTERM": "truecolor"])
      #expect(rich.type.name == "xterm-256color")
      #expect(rich.depth == .indexed)
      #expect(rich.missed == nil)
    }

    @Test func whatCannotBeHadIsNamed() throws {
      let poor = try plan("linux", wish: .indexed)
      #expect(poor.type.name == "linux")
      #expect(poor.depth == .basic)
      #expect(poor.missed == .indexed)
      #expect(try plan("vt100", wish: .basic).missed == .basic)
    }

    @Test func truecolourNeedsADescriptionForIt() throws {
      let type = try #require(TerminalType(named: "xterm-256color"))
      let environment = TerminalEnvironment { _ in nil }
      let fallback = ColourPlan(type: type, wish: .direct, environment: environment) { _ in nil }
      #expect(fallback.depth == .indexed)
      #expect(fallback.missed == .direct)
    }
  }
}
