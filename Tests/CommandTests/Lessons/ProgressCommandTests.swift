import Foundation
import Learning
import TestSupport
import Testing

/// `strider progress`, `strider report` and the log's row in `strider doctor`.
@Suite struct ProgressCommandTests {
  /// A home with one lesson done, after a slip.
  private func home() throws -> LearnersHome {
    let home = try LearnersHome()
    _ = try home.run("learn stride", input: "2\n3\n\n\n")
    return home
  }

  @Test func `tells lessons, mastery and slips`() throws {
    let home = try home()
    let run = try home.run("progress")
    #expect(run.output.contains("Lessons, 1 done"))
    #expect(run.output.contains(/\n  stride +done +2 +1 +0\n/))
    #expect(run.output.contains("you forgot the + 1, once"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 76 })
    let json = try home.run("progress --json").json
    #expect(Set(json.keys) == ["lessons", "skills", "reviews", "slips"])
    #expect((json["slips"] as? [[String: Any]])?.first?["misconception"] as? String == "forgot-plus-one")
    #expect(try LearnersHome().run("progress").output.contains("Nothing yet."))
  }

  /// A question of a quiz that was answered long ago.
  private static let missed =
    #"{"at":1700000000,"attempt":1,"event":"answered","hints":0,"item":"softmax-1-1","reply":"1","#
    + #""result":"wrong","skill":"softmax","v":1}"# + "\n"

  @Test func `a table without rows has no heading`() throws {
    let home = try LearnersHome()
    try home.write(log: Self.missed.utf8)
    let quiz = try home.run("progress").output
    #expect(quiz.contains("Lessons, 0 done\n  none begun\n\nMastery"), "\(quiz)")
    #expect(quiz.contains("  softmax"))
    try home.write(log: #"{"at":1700000000,"event":"reached","lesson":"stride","step":"end","v":1}"#.utf8)
    let lesson = try home.run("progress").output
    #expect(lesson.contains("  no question answered yet\n\nDue for review"), "\(lesson)")
    #expect(lesson.contains("  stride"))
  }

  @Test func `what was missed long ago is due`() throws {
    let home = try LearnersHome()
    try home.write(log: Self.missed.utf8)
    #expect(
      try home.run("progress").output.contains(
        "Due for review\n  since 2023-11-15: strider quiz --topic softmax\n"))
    let reviews = try home.run("progress --json").json["reviews"] as? [[String: String]]
    #expect(reviews == [["skill": "softmax", "due": "2023-11-15T22:13:20Z"]])
  }

  @Test func `a reset needs consent, and says what it does not know`() throws {
    let home = try home()
    let refused = try home.run("progress --reset stride", input: "yes\nstride\n")
    #expect(
      refused.errors
        == "strider: --reset stride asks twice, and there is no terminal to ask on; add --yes if you mean it\n"
    )
    #expect(refused.status == 64)
    let unknown = try home.run("progress --reset strid --yes")
    #expect(unknown.errors == "strider: --reset: nothing is recorded for \"strid\"; did you mean stride?\n")
    #expect(unknown.status == 64)
    let before = try home.log.count
    #expect(try home.run("progress --reset stride --yes").output.hasPrefix("stride was reset."))
    #expect(try home.log.count > before)
    #expect(try home.run("progress").output.contains("Lessons, 0 done"))
  }

  @Test func `a lesson and a topic of the same name do not reset each other`() throws {
    let files = ["21-softmax.yaml": SmallLesson.text(title: "Softmax", term: "softmax")]
    let home = try LearnersHome(lessons: files)
    _ = try home.run("learn softmax", input: "2\n3\n\n\n")
    try home.write(log: home.log + Self.missed.utf8)
    func state() throws -> (lessons: Int, skills: [String], missed: Int) {
      let json = try home.run("progress --json").json
      let text = try home.run("quiz --missed --json").json
      return (
        (json["lessons"] as? [Any])?.count ?? 0,
        (json["skills"] as? [[String: Any]])?.compactMap { $0["skill"] as? String } ?? [],
        (text["questions"] as? [Any])?.count ?? 0
      )
    }
    #expect(try state() == (1, ["softmax"], 2))
    #expect(try home.run("progress --reset softmax --yes").output.hasPrefix("softmax was reset."))
    #expect(try state() == (0, ["softmax"], 1))
    let again = try home.run("progress --reset softmax --yes")
    #expect(
      again.errors
        == "strider: --reset: nothing is recorded for \"softmax\" as a lesson; the topic of the quiz is quiz:softmax\n"
    )
    #expect(try home.run("progress --reset quiz:softmax --yes").output.hasPrefix("quiz:softmax was reset."))
    #expect(try state() == (0, [], 0))
  }

  @Test func `what was missed is asked until it is right at once`() throws {
    let home = try LearnersHome()
    let quiz = "quiz --topic output-size --count 1 --seed 7"
    let questions = try home.run(quiz + " --json").json["questions"] as? [[String: Any]]
    let answer = try #require(questions?.first?["answer"] as? String)
    _ = try home.run(quiz + " --text", input: "99\n\(answer)\n\n")
    let missed = try home.run("quiz --missed --json").json["questions"] as? [[String: Any]]
    #expect(missed?.map { $0["id"] as? String } == ["output-size-7-1"])
    let run = try home.run("quiz --missed --text", input: "\(answer)\n\n")
    #expect(run.output.contains("Right at once: 1 of 1."), "\(run.output)")
    for ending in ["", " --text"] {
      let none = try home.run("quiz --missed" + ending)
      #expect(none.errors == "strider: Nothing is left of what you missed.\n" && none.output == "")
    }
    #expect(try home.run("quiz --missed --seed 3").status == 64)
  }

  @Test func `on a terminal a reset asks twice`() async throws {
    let home = try home()
    let terminal = try Tmux(
      [StriderRun.program, "progress", "--reset", "stride"], environment: ["XDG_DATA_HOME": home.path])
    try await terminal.screen(showing: "Type yes or no:")
    try terminal.type("yes\n")
    try await terminal.screen(showing: "Type stride once more to confirm:")
    try terminal.type("stride\n")
    try await terminal.screen(showing: "stride was reset.")
    #expect(try home.entries.last?["event"] as? String == "reset")
  }

  @Test func `on a terminal another word resets nothing`() async throws {
    let home = try home()
    let terminal = try Tmux(
      [StriderRun.program, "progress", "--reset", "stride"], environment: ["XDG_DATA_HOME": home.path])
    try await terminal.screen(showing: "Type yes or no:")
    try terminal.type("yes\n")
    try await terminal.screen(showing: "once more to confirm:")
    try terminal.type("all\n")
    try await terminal.screen(showing: "Nothing was reset.")
    #expect(try home.entries.last?["event"] as? String == "finished")
  }

  @Test func `a reset that cannot be saved is an error`() throws {
    let home = try home()
    let lock = open(home.logPath, O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    let run = try home.run("progress --reset all --yes")
    #expect(run.errors == "strider: the reset cannot be saved (another Strider is writing)\n")
    #expect(run.output == "")
    #expect(run.status == 66)
  }

  @Test func `the log as a table is harmless`() throws {
    let home = try LearnersHome()
    _ = try home.run("learn stride", input: "=1+1\n\u{1B}[2J 5x5\n3\n")
    let run = try home.run("progress --export csv")
    #expect(run.output.hasPrefix("time,event,item,skill,reply,result,slip,attempt,hints\r\n"))
    #expect(!run.output.utf8.contains(0x1B))
    #expect(run.output.contains(",answered,stride/hops,stride,3,right,"))
  }

  @Test func `a log with flipped bytes is read as far as it is whole`() throws {
    let home = try LearnersHome()
    let lines = (0..<50).map {
      #"{"at":1700000000,"event":"finished","lesson":"lesson-\#($0)","v":1}"# + "\n"
    }
    var generator = SplitMix64(seed: 11)
    for _ in 0..<25 {
      var bytes = Array(lines.joined().utf8)
      bytes[generator.integer(in: 0...bytes.count - 1)] ^= UInt8(1 << generator.integer(in: 0...7))
      try home.write(log: bytes)
      let run = try home.run("progress --json")
      #expect(run.status == 0)
      #expect((try run.json["lessons"] as? [Any])?.count ?? 0 >= 48)
      #expect(run.errors.utf8.allSatisfy { $0 == 10 || (32..<127).contains($0) })
    }
  }

  @Test func `a log of random bytes is named and left as it is`() throws {
    let home = try LearnersHome()
    var generator = SplitMix64(seed: 3)
    let bytes = (0..<20_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    try home.write(log: bytes)
    let run = try home.run("progress")
    #expect(run.status == 0)
    #expect(
      run.errors.contains("lines of your log cannot be read and are left as they are; the others count"))
    _ = try home.run("learn stride", input: "3\n")
    #expect(try home.log.starts(with: bytes))
    #expect(try home.run("progress").output.contains("Lessons, 0 done"))
  }

  @Test func `a reset without a place for a log is refused`() throws {
    for item in ["all", "stride"] {
      let run = try StriderRun(["progress", "--reset", item, "--yes"], environment: ["HOME": ""])
      #expect(
        run.errors == "strider: there is no log to reset: neither XDG_DATA_HOME nor HOME names a folder\n")
      #expect(run.status == 66 && run.output == "")
    }
  }

  @Test func `the doctor tells whether the log can be used`() throws {
    let home = try home()
    #expect(
      try home.run("doctor").output.contains("\(home.logPath): can be read, 5 entries, can be written\n"))
    let short = try LearnersHome()
    try short.write(log: (Self.missed + "{\n").utf8)
    #expect(
      try short.run("doctor").output.contains("can be read, 1 entry, 1 unreadable line, can be written\n"))
    #expect(try LearnersHome().run("doctor").output.contains("progress.jsonl: not there yet, will be made\n"))
    let strange = try LearnersHome()
    try strange.write(log: [])
    try FileManager.default.removeItem(atPath: strange.logPath)
    try FileManager.default.createDirectory(atPath: strange.logPath, withIntermediateDirectories: false)
    #expect(
      try strange.run("doctor").output.contains(
        "cannot be read: it is not a file, cannot be written either\n"))
    try FileManager.default.removeItem(atPath: strange.logPath)
    #expect(mkfifo(strange.logPath, 0o600) == 0)
    #expect(
      try strange.run("doctor").output.contains(
        "cannot be read: it is not a file, cannot be written either\n"))
    try FileManager.default.removeItem(atPath: strange.path + "/strider")
    try Data().write(to: URL(fileURLWithPath: strange.path + "/strider"))
    #expect(try strange.run("doctor").output.contains("cannot be made: Not a directory\n"))
    let shut = try StriderRun(["doctor"], environment: ["XDG_DATA_HOME": "/proc"])
    #expect(shut.output.contains("/proc/strider/progress.jsonl: not there yet, "))
    let none = try StriderRun(["doctor"], environment: ["HOME": "", "STRIDER_LESSONS": "/nonexistent"])
    #expect(none.output.contains("none: neither XDG_DATA_HOME nor HOME is set\n"))
    #expect(none.output.contains("no lessons found in \"/nonexistent\""))
  }
}
