import Foundation
import Testing

/// `strider lessons` and `strider learn` as processes.
@Suite struct LessonCommandTests {
  @Test func `lists the shipped lessons as the contract has it`() throws {
    let run = try StriderRun("lessons --json")
    let lessons = try #require(run.json["lessons"] as? [[String: Any]])
    #expect(run.errors == "")
    #expect(lessons.count >= 35)
    for lesson in lessons {
      #expect(Set(lesson.keys) == ["number", "part", "id", "title", "core", "steps", "done"])
      #expect(lesson["done"] as? Bool == false)
      #expect((lesson["steps"] as? Int ?? 0) >= 5)
    }
    #expect(lessons.contains { $0["id"] as? String == "window" && $0["core"] as? Bool == true })
  }

  @Test func `the list for people has the parts of the path and fits on 76 columns`() throws {
    let run = try StriderRun("lessons")
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 76 })
    #expect(lines[0] == "Lessons in the suggested order, 0 of 35 done")
    let parts = try #require(lines.firstIndex(of: "Convolution in pictures"))
    #expect(lines[parts + 1].hasPrefix("   1  window "))
    #expect(lines.contains("Deep networks that train"))
  }

  @Test func `a lesson is played to its end, logged, and marked as done`() throws {
    let home = try LearnersHome()
    let run = try home.run("learn stride --text", input: "2\nfive\n3\n\n\n")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("\n\nStride, step 1 of 2\n\nWith stride the window hops.\n"))
    #expect(run.output.contains("Not quite: you forgot the + 1."))
    #expect(run.output.contains("Please answer with a size"))
    #expect(run.output.contains("Right.\n(7 - 3) / 2 + 1 = 3\n"))
    #expect(run.output.hasSuffix("That was the lesson \"Stride\".\n"))
    #expect(try home.replies == ["2", "3"])
    #expect(
      try home.entries.map { $0["event"] as? String } == [
        "reached", "answered", "answered", "reached", "finished",
      ])
    let lessons = try #require(try home.run("lessons --json").json["lessons"] as? [[String: Any]])
    #expect(lessons.map { $0["done"] as? Bool } == [true, false])
    #expect(try home.run("lessons").output.contains(/\n  24  stride +Stride +done\n/))
  }

  @Test func `without a name it goes on where the learner stopped, then along the path`() throws {
    let home = try LearnersHome()
    #expect(
      try home.run("learn", input: "3\n\n").output.contains("Go on here with: strider learn stride --text"))
    let resumed = try home.run("learn", input: "quit\n")
    #expect(resumed.output.hasPrefix("You stopped at step 2 of 2. With --restart the lesson begins anew.\n"))
    #expect(!resumed.output.contains("step 1 of 2"))
    #expect(try home.run("learn --restart", input: "quit\n").output.contains("Stride, step 1 of 2"))
    _ = try home.run("learn stride", input: "3\n\n\n")
    #expect(try home.run("learn", input: "3\n\n\n").output.contains("That was the lesson \"Padding\"."))
    let over = try home.run("learn")
    #expect(
      over.errors
        == "strider: every lesson is done; name the one to play again, as in: strider learn stride\n")
    #expect(over.status == 64)
  }

  @Test func `a wrong answer before quitting is not forgotten`() throws {
    let home = try LearnersHome()
    _ = try home.run("learn stride --text", input: "hint\n2\nq\n")
    let resumed = try home.run("learn stride --text", input: "3\n\n\n")
    #expect(resumed.output.contains("So far: 1 wrong answer and 1 hint.\nHint: Count the hops.\n"))
    let run = try home.run("progress")
    #expect(run.output.contains(/\n  stride +done +2 +1 +0\n/))
    _ = try home.run("report --name Ada")
    let table = try home.run("report --merge ada.strider").output
    #expect(table.contains("Z,ok,,1,1,0,"))
  }

  @Test func `a lesson with open questions is not done, and is proposed last`() throws {
    let home = try LearnersHome()
    var log = ["hops", "end"].map { #"{"at":1,"event":"reached","lesson":"stride","step":"\#($0)","v":1}"# }
    log.append(#"{"at":1,"event":"finished","lesson":"stride","v":1}"#)
    try home.write(log: log.map { $0 + "\n" }.joined().utf8)
    let lessons = try #require(try home.run("lessons --json").json["lessons"] as? [[String: Any]])
    #expect(lessons.map { $0["done"] as? Bool } == [false, false])
    #expect(try home.run("lessons").output.contains(/\n  24  stride +Stride +1 question open\n/))
    #expect(try home.run("progress").output.contains(/\n  stride +1 open +2 +0 +0\n/))
    #expect(try home.run("learn", input: "skip\n\n\n").output.contains("Padding, step 1 of 2"))
    #expect(try home.run("learn", input: "q\n").output.contains("Stride, step 1 of 2"))
  }

  @Test func `keys that a text names can be pressed line by line`() throws {
    let home = try LearnersHome()
    let run = try home.run(
      "learn stride --text",
      input: "look\npress right right\n→\npress tab k\npress esc q\npress\npress foo\nq\n")
    let parts = run.output.components(separatedBy: "\n Convolution ")
    #expect(parts.count == 6, "four pictures: \(run.output)")
    #expect(parts[1].contains("step 0 of 9"))
    #expect(parts[2].contains("step 2 of 9"))
    #expect(parts[3].contains("step 3 of 9"))
    #expect(parts[4].contains("horizontal edge"))
    #expect(parts[5].contains("horizontal edge"))
    #expect(run.output.contains("press: name a key, as in: press right"))
    #expect(run.output.contains("press: there is no key \"foo\""))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 76 })
    #expect(run.errors == "")
  }

  @Test func `with the answer the scene is the one that belongs to it`() throws {
    var files = SmallLesson.files
    files["24-stride.yaml"]?.replace(
      "  - id: end", with: "    after: conv:galway/vertical-edge?stride=2&step=9\n  - id: end")
    let run = try LearnersHome(lessons: files).run("learn stride --text", input: "look\n3\nlook\nq\n")
    #expect(run.output.contains("3\nScene: strider open 'conv:galway/vertical-edge?stride=2&step=9'\n"))
    let parts = run.output.components(separatedBy: "\n Convolution ")
    #expect(parts.count == 3 && parts[1].contains("step 0 of 9") && parts[2].contains("step 9 of 9"))
  }

  @Test(arguments: ["stride", "24", "24-stride.yaml", "str", "STRIDE"])
  func `a lesson has several names`(_ name: String) throws {
    let home = try LearnersHome()
    let lessons = try home.run("learn \(name) --json").json["lessons"] as? [[String: Any]]
    #expect(lessons?.map { $0["id"] as? String } == ["stride"])
  }

  @Test func `the option for the folder comes before the variable`() throws {
    let (home, other) = (
      try LearnersHome(), try LearnersHome(lessons: ["01-x.yaml": SmallLesson.text(title: "X", term: "x")])
    )
    for command in ["lessons --json", "learn --json"] {
      let lessons =
        try home.run("\(command) --lessons \(other.lessonsPath)").json["lessons"] as? [[String: Any]]
      #expect(lessons?.map { $0["id"] as? String } == ["x"])
    }
    #expect(try home.run("learn --text --lessons \(other.lessonsPath)").output.contains("X, step 1 of 2"))
    #expect(try home.run("check --lessons \(other.lessonsPath)").output.hasPrefix("1 lesson is in order"))
    #expect(
      try home.run("doctor --lessons \(other.lessonsPath)").output.contains(
        "\(other.lessonsPath): 1 can be read"))
  }

  @Test func `what is typed does no harm, however long or strange`() throws {
    let home = try LearnersHome()
    let junk = "\u{1B}[31m\n\0\n" + String(repeating: "9", count: 3_000_000) + "\n\u{202E}\nquit\n"
    let run = try home.run("learn stride --text", input: junk)
    #expect(run.status == 0)
    #expect(run.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }

  @Test func `a home that cannot be written is said once, and the lesson goes on`() throws {
    let home = try LearnersHome()
    let run = try StriderRun(
      ["learn", "stride", "--text"],
      environment: ["XDG_DATA_HOME": "/proc", "STRIDER_LESSONS": home.lessonsPath],
      input: "2\n3\n\n\n")
    #expect(run.status == 1)
    #expect(run.output.hasSuffix("That was the lesson \"Stride\".\n"))
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("strider: 5 entries of your log could not be saved: ") == true)
    #expect(lines.first?.hasPrefix("strider: your answers cannot be saved for now (") == true)
  }

  @Test func `nowhere to keep a log is said`() throws {
    let home = try LearnersHome()
    let run = try StriderRun(
      ["learn", "--text"], environment: ["HOME": "", "STRIDER_LESSONS": home.lessonsPath], input: "quit\n")
    #expect(run.errors == "strider: nothing is kept: neither XDG_DATA_HOME nor HOME names a folder\n")
    #expect(run.status == 0)
  }
}
