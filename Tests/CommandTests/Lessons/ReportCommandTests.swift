import Foundation
import TestSupport
import Testing

/// `strider report` as a process.
@Suite struct ReportCommandTests {
  private func home() throws -> LearnersHome {
    let home = try LearnersHome()
    _ = try home.run("learn stride", input: "2\n3\n\n\n")
    return home
  }

  @Test func `writes a file, says what the checksum is worth, and overwrites nothing`() throws {
    let home = try home()
    let run = try home.run("report --name Ada")
    #expect(
      run.output == """
        ada.strider is the report of Ada: 1 answer, 1 lesson done.
        Its checksum finds accidents and careless edits.
        It does not stop a determined author.

        """)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: home.path + "/ada.strider"))
    let again = try home.run("report --name Ada")
    #expect(
      again.errors
        == "strider: --output: the file \"ada.strider\" exists and is left alone; name another\n")
    #expect(again.status == 64)
    #expect(try Data(contentsOf: URL(fileURLWithPath: home.path + "/ada.strider")) == bytes)
    #expect(try home.run("report --name Ada --output other.strider").status == 0)
  }

  /// Standard output is a pipe, to which the limit does not apply. The log has room for some of the answers left.
  @Test func `a limit on the size of files is told, and leaves nothing in the way`() throws {
    let home = try home()
    let script = """
      cd '\(home.path)'
      (ulimit -f 0; '\(StriderRun.program)' report --name Ada; echo status $?) 2>&1 | cat
      ls -A
      '\(StriderRun.program)' report --name Ada > said; echo status $?
      blocks=$(( $(wc -c < strider/progress.jsonl) / 512 + 1 ))
      (ulimit -f $blocks; printf '\\n\\n2\\n9\\n6\\n4\\n5\\n7\\n1\\n8\\n' | '\(StriderRun.program)' learn stride --restart --text; echo status $?) 2>&1 | cat
      """
    var environment = home.environment
    environment.merge(["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]) { old, _ in old }
    let output = try ChildProcess.run(["sh", "-c", script], environment: environment).output
    #expect(
      output.hasPrefix(
        "strider: --output: the file \"ada.strider\" cannot be written: file too large\nstatus 66\nlessons\nstrider\nstatus 0\n"
      ))
    #expect(output.contains("strider: your answers cannot be saved for now (File too large)"))
    #expect(!output.contains("no space"))
    #expect(output.hasSuffix("entries of your log could not be saved: File too large\nstatus 1\n"))
  }

  @Test func `a name becomes a harmless file name`() throws {
    let home = try home()
    let run = try StriderRun(
      ["report", "--name", "../Ada  B. Lovelace"], environment: home.environment, in: home.path)
    #expect(run.output.hasPrefix("ada-b-lovelace.strider is the report of ../Ada B. Lovelace:"))
  }

  @Test func `a class is merged, careless edits are found, and what is no report is left out`() throws {
    let home = try home()
    _ = try home.run("report --name Ada")
    _ = try home.run("report --name =Bob --output bob.strider")
    let path = home.path + "/bob.strider"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing(" wrong 0", with: " right 0").write(toFile: path, atomically: false, encoding: .utf8)
    let run = try home.run("report --merge ada.strider bob.strider")
    let rows = run.output.components(separatedBy: "\r\n")
    #expect(
      rows[0]
        == "learner,file,made,checksum,duplicate,lessons_done,questions,right_at_once,stride,commonest_slips")
    #expect(rows[1].hasPrefix("Ada,ada.strider,"))
    #expect(rows[1].hasSuffix("Z,ok,,1,1,0,0,forgot-plus-one 1"))
    #expect(rows[2].hasPrefix("'=Bob,bob.strider,"))
    #expect(rows[2].contains("Z,wrong,,1,1,1,"))
    #expect(
      rows.dropFirst(3) == [
        "", "lesson,students,finished,first_tries,right_at_once,slips", "stride,2,2,2,1,forgot-plus-one 2",
        "",
        "question,skill,students,right_at_once,missed,slips,missed_by",
        "stride/hops,stride,2,1,1,forgot-plus-one 1,Ada (forgot-plus-one)", "",
      ])
    #expect(
      run.errors == "strider: the checksum is wrong in \"bob.strider\", changed after Strider wrote it\n")
    #expect(run.status == 65)

    let mixed = try home.run("report --merge ada.strider lessons/path.yaml bob.strider missing.strider")
    #expect(mixed.output.components(separatedBy: "\r\n").count == 10)
    #expect(
      mixed.errors == """
        strider: left out: "lessons/path.yaml" is no Strider report; there is no file "missing.strider"; \
        the checksum is wrong in "bob.strider", changed after Strider wrote it

        """)
    #expect(mixed.status == 65)
    let whole = try Data(contentsOf: URL(fileURLWithPath: home.path + "/ada.strider"))
    for (name, bytes) in [
      ("cut", whole.dropLast(40)), ("spoilt", whole.prefix(80) + [0xE9] + whole.dropFirst(81)),
    ] {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(home.path)/\(name).strider"))
      let run = try home.run("report --merge \(name).strider")
      #expect(
        run.errors
          == "strider: left out: \"\(name).strider\" is a Strider report that was cut or damaged\n")
      #expect(run.output == "" && run.status == 65)
    }
    let missing = try home.run("report --merge /nosuch")
    #expect(missing.errors == "strider: left out: there is no file \"/nosuch\"\n")
    #expect(missing.output == "")
    #expect(missing.status == 66)
  }

  @Test func `reports of one student are marked, and the newest counts`() throws {
    let home = try home()
    for file in ["ada", "twin", "newer"] {
      let name = file == "twin" ? "Bob" : file == "newer" ? "ada " : "Ada"
      _ = try StriderRun(
        ["report", "--name", name, "--output", "\(file).strider"], environment: home.environment,
        in: home.path)
    }
    let run = try home.run("report --merge ada.strider twin.strider newer.strider --json")
    #expect(try Set(run.json.keys) == ["students", "lessons", "questions"])
    let students = try #require(run.json["students"] as? [[String: Any]])
    #expect(students.map { $0["file"] as? String } == ["ada.strider", "twin.strider", "newer.strider"])
    #expect(
      students.map { $0["duplicate"] as? String }
        == ["older than newer.strider", "same answers as ada.strider", "same answers as twin.strider"])
    #expect(students.map { $0["counts"] as? Bool } == [false, true, true])
    let question = try #require((run.json["questions"] as? [[String: Any]])?.first)
    #expect(question["question"] as? String == "stride/hops" && question["students"] as? Int == 2)
    #expect(
      question["missed_by"] as? [[String: String]] == [
        ["learner": "Bob", "slip": "forgot-plus-one"], ["learner": "ada", "slip": "forgot-plus-one"],
      ])
    #expect(try home.run("report --json").status == 64)
  }

  @Test func `a report can be printed`() throws {
    let home = try home()
    let run = try home.run("report --name Ada --output -")
    #expect(run.output.hasPrefix("{\n") && run.status == 0 && run.errors == "")
    #expect(try run.json["learner"] as? String == "Ada")
    #expect(!FileManager.default.fileExists(atPath: home.path + "/-"))
  }
}
