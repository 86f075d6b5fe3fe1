import Foundation
import Testing

/// `strider check` and `strider lessons` on folders that ought to be refused.
@Suite struct CheckCommandTests {
  /// A spoilt lesson and what is said about it.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let problem: String
    let spoil: @Sendable (String) -> String
    var testDescription: String { name }

    init(_ name: String, _ problem: String, _ spoil: @escaping @Sendable (String) -> String) {
      (self.name, self.problem, self.spoil) = (name, problem, spoil)
    }
  }

  static let cases = [
    Case("wrong answer", "17:16: the answer is given as 4, but floor((7 + 2·0 - 3) / 2) + 1 = 3") {
      $0.replacing("answer: 3", with: "answer: 4")
    },
    Case("unknown scene", "12:12: the scene does not open: ") {
      $0.replacing("vertical-edge", with: "vertical-age")
    },
    Case("unknown lab", "12:12: the scene does not open: ") {
      $0.replacing("conv:galway", with: "convo:galway")
    },
    Case("missing field", "10:5: a step needs the field text") {
      $0.replacing("    text: With **stride** the window hops.\n", with: "")
    },
    Case("tab", "11:1: a tab; write spaces") { $0.replacing("    text: With", with: "\ttext: With") },
    Case("ten megabytes", "1:1: 10,000,602 bytes are more than the 262,144 a lesson may have") {
      $0 + String(repeating: "x", count: 10_000_000)
    },
    Case("billion laughs", "12:10: aliases unfold to more than a lesson may hold; write less of it") {
      let laughs = (1...30).map { "  - &a\($0) [\(String(repeating: "*a\($0 - 1), ", count: 9))x]\n" }
      return $0.replacing("  - Count windows.\n", with: "  - &a0 [x]\n" + laughs.joined())
    },
    Case("escape sequence", "11:27: the character \\u{1b} is not allowed; lessons hold printable text only") {
      $0.replacing("the window hops", with: "\u{1B}[31mthe")
    },
    Case("written escape", "11:11: in double quotation marks a backslash begins a sign of its own; ") {
      $0.replacing("With **stride** the window hops.", with: "\"\\e[31m red\"")
    },
    Case("no YAML", "1:1: not readable as YAML: ") { _ in "%@[\nsteps:\n" },
    Case("deep nesting", "") { _ in "title: x\nsteps:\n" + String(repeating: "[", count: 50_000) },
    Case("empty", "1:1: ") { _ in "" },
    Case("no steps", "9:1: a lesson has no field \"stages\"") { $0.replacing("steps:", with: "stages:") },
  ]

  @Test(arguments: cases)
  func `a broken lesson is told by place and hides no other`(_ spoilt: Case) throws {
    var files = SmallLesson.files
    files["24-stride.yaml"] = spoilt.spoil(SmallLesson.text(title: "Stride", term: "stride"))
    #expect(files != SmallLesson.files)
    let home = try LearnersHome(lessons: files)

    let check = try home.run("check")
    let first = check.output.split(separator: "\n").first ?? ""
    #expect(first.hasPrefix("24-stride.yaml:" + spoilt.problem), "\(check.output.prefix(500))")
    #expect(check.output.utf8.allSatisfy { $0 != 0x1B && $0 != 0x09 })
    // What only follows from it is not told: the path still names the lesson.
    for line in check.output.split(separator: "\n") {
      #expect(line.contains(/^24-stride\.yaml:[1-9][0-9]*:[1-9][0-9]*: ./), "\(line)")
    }
    #expect(check.errors.hasPrefix("strider: "))
    #expect(check.errors.count { $0.isNewline } == 1)
    #expect(check.status == 65)

    let list = try home.run("lessons --json")
    #expect((try list.json["lessons"] as? [[String: Any]])?.map { $0["id"] as? String } == ["padding"])
    #expect(list.errors.hasPrefix("strider: 24-stride.yaml:" + spoilt.problem), "\(list.errors)")
    #expect(list.errors.count { $0.isNewline } == 1)
    #expect(list.status == 0)

    let learn = try home.run("learn padding", input: "quit\n")
    #expect(learn.output.contains("Padding, step 1 of 2"))
    let broken = try home.run("learn stride")
    #expect([64, 65].contains(broken.status))
    #expect(broken.output == "")
  }

  @Test func `several broken lessons are told on one line`() throws {
    var files = SmallLesson.files
    files["24-stride.yaml"] = Self.cases[0].spoil(SmallLesson.text(title: "Stride", term: "stride"))
    files["25-hop.yaml"] = "title: Hop\n\tsteps: 7\n"
    files["26-leap.yaml"] = ""
    let home = try LearnersHome(lessons: files)
    for words in ["lessons", "lessons --json"] {
      let list = try home.run(words)
      #expect(list.errors.hasPrefix("strider: 25-hop.yaml:2:1: a tab; write spaces"), "\(list.errors)")
      #expect(list.errors.hasSuffix(", and 2 more: see strider check\n"), "\(list.errors)")
      #expect(list.errors.count { $0.isNewline } == 1)
      #expect(list.status == 0)
    }
    let learn = try home.run("learn padding", input: "quit\n")
    #expect(learn.errors == "strider: 25-hop.yaml:2:1: a tab; write spaces, and 1 more: see strider check\n")
    let one = try LearnersHome(lessons: [
      "30-padding.yaml": SmallLesson.files["30-padding.yaml"] ?? "", "26-leap.yaml": "",
    ])
    #expect(try one.run("lessons").errors.hasPrefix("strider: 26-leap.yaml:1:1: "))
  }

  @Test func `a lesson that is broken is refused on one line`() throws {
    var files = SmallLesson.files
    files["24-stride.yaml"] = "title: Stride\n\tsteps: 7\n"
    files["25-hop.yaml"] = Self.cases[0].spoil(SmallLesson.text(title: "Hop", term: "hop"))
    let home = try LearnersHome(lessons: files)
    for words in ["learn stride", "present stride", "learn stride --json"] {
      let run = try home.run(words)
      #expect(
        run.errors == "strider: there is no lesson \"stride\"; 24-stride.yaml:2:1: a tab; write spaces\n")
      #expect(run.status == 64 && run.output == "")
    }
    #expect(
      try home.run("learn pading").errors
        == "strider: there is no lesson \"pading\"; did you mean padding?\n")
    let hop = try home.run("learn hop")
    #expect(hop.errors.hasPrefix("strider: 25-hop.yaml:") && hop.errors.count { $0.isNewline } == 1)
    #expect(hop.status == 65 && hop.output == "")
    let none = try LearnersHome(lessons: ["26-leap.yaml": "", "27-jump.yaml": ""])
    for words in ["lessons", "learn", "progress --lessons lessons"] {
      let run = try none.run(words)
      #expect(run.errors.hasPrefix("strider: there is no lesson in \""), "\(run.errors)")
      #expect(run.errors.contains("lessons\"; 26-leap.yaml:1:1: "))
      #expect(run.errors.hasSuffix(", and 1 more: see strider check\n"), "\(run.errors)")
      #expect(run.errors.count { $0.isNewline } == 1)
      #expect(run.status == 66 && run.output == "")
    }
  }

  @Test func `what lessons have in common is told by place`() throws {
    var files = SmallLesson.files
    files["24-stride.yaml"] = SmallLesson.text(title: "Stride", term: "padding")
    files["24-padding.yaml"] = SmallLesson.text(title: "Other", term: "window")
      .replacing("That is all.", with: "That is **everything**.")
    files["path.yaml"] = """
      parts:
        - title: First
          first: stride
        - title: Then
          first: hops
        - title: Again
          first: stride
        - title: Back
          first: padding
      """
    let run = try LearnersHome(lessons: files).run("check")
    #expect(
      run.output == """
        24-stride.yaml:1:1: the lesson number 24 appears twice
        30-padding.yaml:1:1: the lesson id padding appears twice
        path.yaml:3:12: expected the first lesson, padding, found stride
        path.yaml:5:12: the lesson hops is not defined
        path.yaml:7:12: the lesson stride appears twice
        path.yaml:9:12: expected a lesson after stride, found padding
        30-padding.yaml:8:3: the term padding, also in 24-stride.yaml, appears twice
        24-padding.yaml:26:19: the term everything is not defined

        """)
    #expect(run.errors == "strider: 8 problems in 4 files; 3 lessons can be read\n")
    #expect(run.status == 65)
  }

  @Test func `a file of other bytes is told by its first bad one`() throws {
    let home = try LearnersHome()
    let url = URL(fileURLWithPath: home.lessonsPath + "/24-stride.yaml")
    try (Data("title: Stride\nä".utf8) + [0xFF]).write(to: url)
    let run = try home.run("check")
    #expect(run.output == "24-stride.yaml:2:2: this byte is not UTF-8 text\n")
    #expect(run.errors == "strider: 1 problem in 1 file; 1 lesson can be read\n")
  }

  @Test func `problems are told as JSON, and files with other names are mentioned`() throws {
    var files = SmallLesson.files
    files["24-stride.yaml"] = Self.cases[0].spoil(SmallLesson.text(title: "Stride", term: "stride"))
    files["hop.yaml"] = "title: Hop\n"
    files["25-leap.yml"] = "title: Leap\n"
    files["notes.txt"] = "no lesson"
    let home = try LearnersHome(lessons: files)
    let run = try home.run("check --json")
    #expect(try Set(run.json.keys) == ["problems", "lessons", "ignored"])
    let problem = try #require((run.json["problems"] as? [[String: Any]])?.first)
    #expect(Set(problem.keys) == ["file", "line", "column", "message"])
    #expect(problem["file"] as? String == "24-stride.yaml")
    #expect(problem["line"] as? Int == 17 && problem["column"] as? Int == 16)
    #expect((problem["message"] as? String)?.hasPrefix("the answer is given as 4, but ") == true)
    #expect(try run.json["lessons"] as? Int == 1)
    #expect(try run.json["ignored"] as? [String] == ["25-leap.yml", "hop.yaml"])
    #expect(run.status == 65)
    #expect(run.errors == "strider: 1 problem in 1 file; 1 lesson can be read\n")
    files["24-stride.yaml"] = SmallLesson.files["24-stride.yaml"]
    let good = try LearnersHome(lessons: files)
    let fine = try good.run("check")
    #expect(
      fine.output.hasPrefix(
        """
        25-leap.yml is ignored: the files of lessons are called NN-name.yaml, such as 24-stride.yaml
        hop.yaml is ignored: the files of lessons are called NN-name.yaml, such as 24-stride.yaml
        2 lessons are in order
        """), "\(fine.output)")
    #expect(fine.status == 0)
    let json = try good.run("check --json").json
    #expect((json["problems"] as? [Any])?.isEmpty == true && json["lessons"] as? Int == 2)
  }

  @Test func `the shipped lessons pass`() throws {
    let run = try StriderRun("check")
    #expect(run.errors == "")
    #expect(
      run.output == "35 lessons are in order: every scene opens, every formula agrees, every text fits, "
        + "every picture shows what is said of it\n")
    #expect(run.status == 0)
  }

  @Test func `a folder is named either way`() throws {
    let home = try LearnersHome()
    for words in ["check lessons", "check --lessons lessons", "check -- lessons", "check"] {
      let run = try home.run(words)
      #expect(run.output.hasPrefix("2 lessons are in order"))
      #expect(run.errors == "")
    }
  }

  @Test func `a path that cannot be read leaves the order of the numbers`() throws {
    var files = SmallLesson.files
    files["path.yaml"] = "parts: 7\n"
    let home = try LearnersHome(lessons: files)
    let run = try home.run("lessons")
    #expect(
      run.errors
        == "strider: path.yaml:1:8: expected a list for parts, found \"7\"; begin each item with a hyphen and a space\n"
    )
    #expect(run.output.contains("Lessons\n  24  stride   Stride"))
    #expect(try home.run("check").status == 65)
  }
}
