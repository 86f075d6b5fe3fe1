import Foundation
import Learning
import Testing

@testable import Curriculum

/// What the format refuses, and in which words.
@Suite struct LessonFormatTests {
  static let good = """
    title: Stride
    part: core
    decks:
      galway: [Stride and output size]
    goals:
      - Count windows.
    terms:
      stride: How far the window moves.
    steps:
      - id: hops
        text: With **stride** 2 the window hops.
        scene: conv:galway/vertical-edge?stride=2
        question:
          kind: size
          prompt: Side of the output?
          answer: 3
          formula: {size: {input: 7, kernel: 3, stride: 2}}
          wrong:
            - answer: 2
              slip: forgot-plus-one
              why: (7 - 3) / 2 = 2
          hints: [Count the hops.]
          solution: (7 - 3) / 2 + 1 = 3
    """

  static func problems(_ text: String, file: String = "24-stride.yaml") -> [String] {
    do throws(LessonProblems) {
      _ = try Lesson(Array(text.utf8), file: file)
      return []
    } catch { return error.all.map(\.description) }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let find: String
    let replace: String
    let message: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "missing field", find: "    text: With **stride** 2 the window hops.\n", replace: "",
      message: "24-stride.yaml:10:5: a step needs the field text"),
    Case(
      name: "misspelt field", find: "hints:", replace: "hint:",
      message: "24-stride.yaml:22:7: a question has no field \"hint\"; did you mean hints?"),
    Case(
      name: "wrong answer", find: "answer: 3", replace: "answer: 4",
      message: "24-stride.yaml:17:16: the answer is given as 4, but floor((7 + 2·0 - 3) / 2) + 1 = 3"),
    Case(
      name: "unknown scene", find: "vertical-edge", replace: "vertical-age",
      message:
        "24-stride.yaml:12:12: the scene does not open: \"vertical-age\" is no kernel: write rows such as 1,0;0,1 or "
        + "one of vertical-edge, horizontal-edge, sobel-x, sobel-y, scharr-x, scharr-y, laplacian, sharpen, box, "
        + "identity, random"),
    Case(
      name: "unknown slip", find: "forgot-plus-one", replace: "forgot-plus-on",
      message: "24-stride.yaml:20:17: slip cannot be \"forgot-plus-on\"; did you mean forgot-plus-one?"),
    Case(
      name: "equal answers", find: "answer: 2\n", replace: "answer: 3x3\n",
      message: "24-stride.yaml:19:11: the answer \"3x3\" appears twice"),
    Case(
      name: "list for text", find: "prompt: Side of the output?", replace: "prompt: [1, 2]",
      message: "24-stride.yaml:15:15: expected text for prompt, found a list"),
    Case(
      name: "unknown kind", find: "kind: size", replace: "kind: sizes",
      message:
        "24-stride.yaml:14:13: expected one of number, size, numbers, choice, order, cell for kind, "
        + "found \"sizes\""),
    Case(
      name: "tab", find: "    text:", replace: "\ttext:",
      message: "24-stride.yaml:11:1: a tab; write spaces"),
    Case(
      name: "raw escape", find: "the window hops", replace: "the \u{1b}[31mwindow",
      message:
        "24-stride.yaml:11:33: the character \\u{1b} is not allowed; lessons hold printable text only"),
    Case(
      name: "written escape", find: "With **stride** 2 the window hops.", replace: "\"\\e[31m red\"",
      message:
        "24-stride.yaml:11:11: in double quotation marks a backslash begins a sign of its own; write two of them, or "
        + "use single quotation marks"),
    Case(
      name: "text direction", find: "the window hops", replace: "\u{202E}the",
      message:
        "24-stride.yaml:11:29: the character \\u{202e} is not allowed; lessons hold printable text only"),
    Case(
      name: "alias", find: "part: core", replace: "part: *title",
      message:
        "24-stride.yaml:2:7: *title names no anchor above it; put quotes round a text that begins with a star"
    ),
    Case(
      name: "an alias within its own anchor", find: "  - Count windows.", replace: "  - &b [*b, y]",
      message:
        "24-stride.yaml:6:9: *b names no anchor above it; put quotes round a text that begins with a star"),
    Case(
      name: "an alias of another kind", find: "  - Count windows.", replace: "  - &b [x, y]\n  - *b",
      message: "24-stride.yaml:6:5: expected text for an item of goals, found a list"),
    Case(
      name: "a field named twice by an alias", find: "part: core", replace: "? &p part\n: core\n*p : core",
      message: "24-stride.yaml:4:1: the field \"part\" appears twice"),
    Case(
      name: "repeated field", find: "part: core", replace: "part: core\npart: core",
      message: "24-stride.yaml:3:1: the field \"part\" appears twice"),
    Case(
      name: "repeated field of a question", find: "      answer: 3\n",
      replace: "      answer: 3\n      kind: size\n",
      message: "24-stride.yaml:17:7: the field \"kind\" appears twice"),
    Case(
      name: "syntax", find: "[Count the hops.]", replace: "[Count the hops.",
      message:
        "24-stride.yaml:22:14: not readable as YAML: this bracket is not closed; put quotes round a text that begins "
        + "with a bracket, and round an item that holds a comma, a bracket or a #"),
    Case(
      name: "no steps", find: "steps:", replace: "stages:",
      message: "24-stride.yaml:9:1: a lesson has no field \"stages\""),
    Case(
      name: "long title", find: "title: Stride", replace: "title: \(String(repeating: "Stride ", count: 20))",
      message: "24-stride.yaml:1:8: expected at most 60 characters for title, found 139"),
    Case(
      name: "long meaning", find: "How far the window moves.",
      replace: String(repeating: "How far. ", count: 50),
      message:
        "24-stride.yaml:8:11: the meaning of stride takes 6 rows of 76 columns; at 80x24 it may take 4"),
    Case(
      name: "too long", find: "the window hops.", replace: String(repeating: "hop ", count: 200),
      message: "24-stride.yaml:11:11: the text takes 11 rows of 76 columns; at 80x24 it may take 9"),
  ]

  @Test func `the lesson that the cases spoil is good`() {
    #expect(Self.problems(Self.good) == [])
  }

  @Test(arguments: cases) func refused(_ spoilt: Case) {
    let text = Self.good.replacing(spoilt.find, with: spoilt.replace, maxReplacements: 1)
    #expect(text != Self.good)
    #expect(Self.problems(text).first == spoilt.message)
  }

  @Test func `a file of ten megabytes is refused by its size`() {
    let text = Self.good + String(repeating: "x", count: 10_000_000)
    #expect(Self.problems(text).count == 1)
    #expect(
      Self.problems(text)[0].hasPrefix("24-stride.yaml:1:1: 10,000,")
        && Self.problems(text)[0].hasSuffix(" bytes are more than the 262,144 a lesson may have"))
  }

  @Test func `a billion laughs end where they are too many`() {
    let laughs = (1...20).map { level in
      "- &a\(level) [" + String(repeating: "*a\(level - 1), ", count: 9) + "x]\n"
    }
    let clock = ContinuousClock()
    var problems: [String] = []
    let time = clock.measure {
      problems =
        Self.problems("title: x\nsteps:\n" + laughs.joined())
        + Self.problems("{a: &a [x], ? *a : *a, b: &b [*a, *a], ? *b : c}\nsteps:\n")
    }
    #expect(problems.count == 2)
    #expect(time < .seconds(1))
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `deep nesting is refused`(_ opening: String) {
    let deep = "title: x\nsteps:\n" + String(repeating: opening, count: 50_000)
    #expect(Self.problems(deep).count == 1)
  }

  @Test(arguments: ["stride.yaml", "24.yaml", "024-stride.yaml", "24-Stride.yaml", "24-.yaml", "00-x.yaml"])
  func `a file has a number and a name`(_ file: String) {
    #expect(
      Self.problems(Self.good, file: file).first?.contains("expected a name such as 24-stride.yaml") == true)
  }

  @Test func `Windows line ends and a byte order mark do no harm`() {
    #expect(Self.problems("\u{FEFF}" + Self.good.replacing("\n", with: "\r\n")) == [])
  }

  @Test func `bytes that are no text are refused`() {
    for (bytes, place) in [
      ([0x74, 0xFF, 0xFE], "1:2"), ([0xEF, 0xBB, 0xBF, 0x74, 0x0A, 0xC3, 0xA4, 0xC3], "2:2"), ([0x80], "1:1"),
    ] as [([UInt8], String)] {
      do throws(LessonProblems) {
        _ = try Lesson(bytes, file: "01-x.yaml")
        Issue.record("read")
      } catch { #expect(error.description == "01-x.yaml:\(place): this byte is not UTF-8 text") }
    }
  }
}
