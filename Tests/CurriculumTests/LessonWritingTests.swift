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
      message: "20:17: slip cannot be \"plus-one\"; did you mean forgot-plus-one"),
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

  /// What begins the value of `why` and how that is answered.
  private static let comment =
    "a # after a space begins a comment, so the text ends before it; put quotes round the text, or two spaces before a "
    + "comment"

  static let values: [(value: String, message: String)] = [
    // What YAML would drop or take for itself without a word.
    ("one # two", ""), ("one #2", "21:20: \(comment)"), ("one two # three", "21:24: \(comment)"),
    ("one two\n                three four # five", "22:28: \(comment)"),
    ("# one", "21:15: a # begins a comment, so nothing is left of the text; put quotes round it"),
    (
      "&x counts the hops",
      "21:16: &x names something for an alias, and there is none; put quotes round a text that begins with &"
    ),
    ("!x counts", "21:16: YAML takes a word that begins with ! for itself; put quotes round the text"),
    (
      "\"a \\beta\"",
      "21:16: in double quotation marks a backslash begins a sign of its own; write two of them, or use single "
        + "quotation marks"
    ),
    (
      "\"\\sigma\"",
      "21:17: not readable as YAML: in double quotation marks a backslash begins a sign of its own; write two of them, "
        + "or use single quotation marks"
    ),
    // What YAML cannot read.
    ("{x} counts", "21:16: not readable as YAML: a text that begins with { needs quotes round it"),
    ("[2, 3] counts", "21:16: not readable as YAML: a text that begins with [ needs quotes round it"),
    ("|x| counts", "21:16: not readable as YAML: a text that begins with | needs quotes round it"),
    ("> 5 counts", "21:16: not readable as YAML: a text that begins with > needs quotes round it"),
    ("- 5 counts", "21:16: not readable as YAML: a text that begins with - needs quotes round it"),
    ("? counts", "21:16: not readable as YAML: a text that begins with ? needs quotes round it"),
    (", counts", "21:16: not readable as YAML: a text that begins with , needs quotes round it"),
    (
      "'it's so'",
      "21:16: not readable as YAML: the text goes on after its closing quotation mark; put quotes of the other kind "
        + "round all of it"
    ),
    (
      "one two # three\n                four",
      "21:24: not readable as YAML: \(comment)"
    ),
    (
      "[one, two # three]",
      "21:16: not readable as YAML: this bracket is not closed; put quotes round a text that begins with a bracket, and "
        + "round an item that holds a comma, a bracket or a #"
    ),
    (
      String(repeating: "[", count: 2_000) + String(repeating: "]", count: 2_000),
      "21:17: not readable as YAML: this is nested more deeply than any lesson; put quotes round a text that begins "
        + "with a bracket"
    ),
  ]

  @Test(arguments: values) func `a value that YAML takes otherwise is answered with the way to write it`(
    _ value: String, _ message: String
  ) {
    let problems = Self.problems([("why: (7 - 3) / 2 = 2", "why: \(value)")])
    #expect(problems.first == (message.isEmpty ? nil : "24-stride.yaml:" + message), "\(value)")
  }

  @Test func `comments, quotes and anchors that are meant are read`() {
    let comments: [(find: String, replace: String)] = [
      ("title: Stride", "# A lesson\ntitle: Stride   # at most 60 characters"),
      ("part: core", "part: core # or: extension"),
      ("- Count windows.", "- &goal Count windows.\n  - \"Number # 3\"\n  - 'Filter # 4'\n  - C# and F#"),
      ("hints: [Count the hops.]", "hints: [*goal]"), ("solution: (7", "solution: |\n        # 1 (7"),
    ]
    #expect(Self.problems(comments) == [])
  }

  @Test func `fields out of line and without their colon are told where they stand`() {
    #expect(
      Self.problems([("      kind: size", "     kind: size")]) == [
        "24-stride.yaml:15:13: not readable as YAML: this field is not in line with those above it; fields of one thing "
          + "begin in the same column"
      ])
    for written in ["prompt Side", "prompt:Side", "prompt:\u{A0}Side"] {
      #expect(
        Self.problems([("prompt: Side", written)]) == [
          "24-stride.yaml:15:7: not readable as YAML: a field is written name: value, with a plain space after the colon"
        ])
    }
    #expect(
      Self.problems([("hints: [Count the hops.]", "hints: Count the hops.")]) == [
        "24-stride.yaml:22:14: expected a list for hints, found \"Count the hops.\"; begin each item with a hyphen and a "
          + "space"
      ])
    #expect(
      Self.problems([("title:", "%YAML 1.2\ntitle:")]) == [
        "24-stride.yaml:1:1: not readable as YAML: leave out the line that begins with %"
      ])
  }

  @Test func `all that YAML takes for itself is told at once`() {
    let problems = Self.problems([
      ("Count windows.", "Count windows # and more"), ("prompt: Side of the output?", "prompt: &side"),
      ("(7 - 3) / 2 = 2", "Filter 3 # 4"),
    ])
    #expect(
      problems.map { $0.split(separator: ":").dropFirst().prefix(2).joined(separator: ":") }
        == ["6:19", "15:15", "15:15", "21:25"], "\(problems)")
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
    #expect(problem.contains("slip cannot be \"xyzzy\"; there are "))
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
