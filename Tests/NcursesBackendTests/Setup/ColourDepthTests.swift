import TerminalUI
import Testing

@testable import NcursesBackend

@Suite struct ColourDepthTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var variables: [String: String] = [:]
    var wish: ColourDepth?
    let colours: Int
    let depth: ColourDepth
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "256 colours in the description", colours: 256, depth: .indexed),
    Case(name: "8 colours", colours: 8, depth: .basic),
    Case(name: "none", colours: 0, depth: .never),
    Case(
      name: "COLORTERM goes beyond the description", variables: ["COLORTERM": "truecolor"], colours: 8,
      depth: .indexed),
    Case(name: "NO_COLOR", variables: ["NO_COLOR": "1"], colours: 256, depth: .never),
    Case(name: "NO_COLOR of any value", variables: ["NO_COLOR": "0"], colours: 256, depth: .never),
    Case(name: "empty NO_COLOR counts as unset", variables: ["NO_COLOR": ""], colours: 256, depth: .indexed),
    Case(
      name: "the wish goes before NO_COLOR", variables: ["NO_COLOR": "1"], wish: .basic, colours: 256,
      depth: .basic),
    Case(
      name: "wishing for none", variables: ["COLORTERM": "24bit"], wish: .never, colours: 256, depth: .never),
    Case(
      name: "a dumb terminal goes before everything", variables: ["TERM": "dumb"], wish: .indexed, colours: 0,
      depth: .never),
  ]

  @Test(arguments: cases) func aims(_ example: Case) {
    let environment = TerminalEnvironment { example.variables[$0] }
    #expect(
      ColourDepth.aim(wish: example.wish, environment: environment, colours: example.colours)
        == example.depth)
  }
}
