import Foundation
import Learning
import Testing

@testable import Curriculum

/// What those who write lessons read about their faults, and in how many layouts a lesson may be written.
@Suite struct LessonWritingTests {
  private static let good = LessonFormatTests.good

  private static func problems(_ changes: [(find: String, replace: String)]) -> [String] {
    var text = good
    for change in changes {
      #expect(text.contains(change.find), "\(change.find)")
      text = text.replacing(change.find, with: change.replace, maxReplacements: 1)
    }
    return LessonFormatTests.problems(text)
  }

  @Test func `any course names its sources`() throws {
    let sources = Self.good.replacing(
      "decks:\n  galway: [Stride and output size]", with: "sources: \"Goodfellow et al.: Deep Learning, 9.5\""
    )
    let lesson = try Lesson(Array(sources.utf8), file: "24-stride.yaml")
    #expect(lesson.header.sources == ["Goodfellow et al.: Deep Learning, 9.5"])
    #expect(lesson.header.decks == [])
    #expect(
      Self.problems([("decks:\n  galway: [Stride and output size]\n", "")])
        == ["24-stride.yaml:1:1: a lesson needs the field decks or sources"])
    #expect(
      Self.problems([("galway:", "calway:")]) == [
        "24-stride.yaml:4:3: expected one of the lectures galway, cnn, kcl, brown, nses (name others under sources), "
          + "found \"calway\""
      ])
    #expect(
      Self.problems([("  galway: [Stride and output size]", "  {}")])
        == ["24-stride.yaml:4:3: expected lectures with their slide groups for decks, found no fields"])
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let find: String
    let replace: String
    let message: String
    var testDescription: String { message }
  }

  static let cases = [
    Case(
      find: "kind: size", replace: "kind: number\n      tolerance: -1",
      message: "15:18: expected a number from 0 on for tolerance, found \"-1\""),
    Case(
      find: "title: Stride", replace: "title: \(String(repeating: "s", count: 70))",
      message: "1:8: expected at most 60 characters for title, found 70"),
    Case(
      find: "kind: size\n", replace: "kind: order\n      choices: [one, two]\n",
      message: "17:7: expected no answer, found one; the choices of an order are written in the right order"),
    Case(
      find: "text: With **stride** 2 the", replace: "text: *Adam* with **stride** is a",
      message:
        "11:11: *Adam* names no anchor above it; put quotes round a text that begins with a star"),
    Case(
      find: "prompt: Side", replace: "prompt: Now: the side",
      message: "15:18: not readable as YAML: a colon and a space within a text; put quotes round it"),
    Case(
      find: "[Count the hops.]", replace: "\n        - Remember: count the hops.",
      message:
        "23:11: expected text for an item of hints, found fields; put quotes round a text with a colon in it"),
    Case(
      find: "forgot-plus-one", replace: "plus-one",
      message: "20:17: \"plus-one\" is no slip; did you mean forgot-plus-one"),
    Case(
      find: "prompt: Side of", replace: "prompt: \"Side of",
      message: "15:15: not readable as YAML: this quotation mark is never closed"),
    Case(
      find: "title: Stride\n", replace: "title: \"Stride\n",
      message: "1:8: not readable as YAML: this quotation mark is never closed"),
    Case(
      find: "hints: [Count the hops.]", replace: "hints: []",
      message: "22:14: expected at least one item for hints, found an empty list"),
    Case(
      find: "goals:", replace: "---\ngoals:",
      message: "5:1: not readable as YAML: a second document begins here; a file holds one lesson"),
    Case(
      find: "answer: 3\n", replace: "answer: 3\n      at: 0,0\n",
      message: "17:7: a question of kind size has no field \"at\""),
    Case(
      find: "why: (7", replace: "why: @(7",
      message: "21:16: not readable as YAML: a text cannot begin with this character; put quotes round it"),
  ]

  @Test(arguments: cases) func `a fault is told where it is mended`(_ spoilt: Case) {
    let problems = Self.problems([(spoilt.find, spoilt.replace)])
    #expect(problems.first?.hasPrefix("24-stride.yaml:" + spoilt.message) == true, "\(problems)")
  }

  @Test func `a mark that is closed by the next one is told where it opens`() {
    let text = Self.good.replacing("prompt: Side of the output?", with: "prompt: \"Side of the output?")
      .replacing("solution: (7", with: "solution: \"(7")
    #expect(
      LessonFormatTests.problems(text) == [
        "24-stride.yaml:15:15: not readable as YAML: this quotation mark is closed only in line 23, where another "
          + "should open"
      ])
  }

  @Test func `a word that is far from all is answered with the list`() throws {
    let problem = try #require(Self.problems([("forgot-plus-one", "xyzzy")]).first)
    #expect(problem.contains("\"xyzzy\" is no slip; there are \(Misconception.allCases[0].rawValue), "))
    #expect(Misconception.allCases.allSatisfy { problem.contains($0.rawValue) })
  }

  @Test func `all faults of a step are told at once, in reading order`() {
    let problems = Self.problems([
      ("id: hops", "id: Hops"), ("vertical-edge", "vertical-age"), ("forgot-plus-one", "forgot"),
      ("hints:", "hint:"), ("prompt: Side of the output?", "prompt: []"), ("part: core", "part: main"),
    ])
    #expect(
      problems.map { $0.split(separator: ":").dropFirst().prefix(2).joined(separator: ":") }
        == ["2:7", "10:9", "12:12", "15:15", "20:17", "22:7"], "\(problems)")
  }
}
