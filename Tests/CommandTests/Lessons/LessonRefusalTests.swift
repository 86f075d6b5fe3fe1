import Testing

/// What the commands around lessons refuse: one line, and the right exit code.
@Suite struct LessonRefusalTests {
  typealias Case = RefusalTests.Case

  @Test(arguments: [
    Case("learn strdie", "there is no lesson \"strdie\"; did you mean stride?", 64),
    Case("learn -x", "there is no lesson \"-x\"; strider lessons names them", 64),
    Case(
      "learn transmogrification", "there is no lesson \"transmogrification\"; strider lessons names them", 64),
    Case("learn --frobnicate", "there is no option --frobnicate", 64),
    Case("learn --restrat", "there is no option --restrat; did you mean --restart?", 64),
    Case("learn --lessons --text", "--lessons needs a value, but the option --text follows it", 64),
    Case("learn --text --json", "--json and --text exclude each other", 64),
    Case(
      "learn stride window",
      "a lesson is wanted, but 2 arguments were given; quote it, as in: strider learn stride",
      64),
    Case(["learn", "\u{1B}[31m"], "there is no lesson \"\\u{1b}[31m\"; strider lessons names them", 64),
    Case(
      "lessons --lessons /nonexistent",
      "no lessons found in \"/nonexistent\"; name their folder with --lessons", 66),
    Case(
      ["lessons", "--lessons", ""], "no lessons found in \"\"; name their folder with --lessons", 66),
    Case("lessons stride", "unexpected argument 'stride' (see strider lessons --help)", 64),
    Case("check /nonexistent", "no lessons found in \"/nonexistent\"; name their folder with --lessons", 66),
    Case("check /usr/bin", "there is no lesson in \"/usr/bin\"; name their folder with --lessons", 66),
    Case("check /usr --lessons /usr", "the folder and --lessons exclude each other", 64),
  ])
  func ofLessons(_ example: Case) throws { try example.check() }

  @Test(arguments: [
    Case("quiz --count 0", "--count: \"0\" is outside 1 to 10,000", 64),
    Case("quiz --count -1", "--count: \"-1\" is outside 1 to 10,000", 64),
    Case("quiz --count 10001", "--count: \"10001\" is outside 1 to 10,000", 64),
    Case("quiz --count 99999999999999999999", "--count: \"99999999999999999999\" is outside 1 to 10,000", 64),
    Case("quiz --count ten", "--count: \"ten\" is not a whole number from 1 to 10,000", 64),
    Case("quiz --count", "missing value for '--count <count>' (see strider quiz --help)", 64),
    Case("quiz --seed -1", "--seed: \"-1\" is not a whole number from 0 to 2^64 - 1", 64),
    Case(
      "quiz --seed 18446744073709551616",
      "--seed: \"18446744073709551616\" is not a whole number from 0 to 2^64 - 1", 64),
    Case("quiz --export moodle", "--export: \"moodle\" is not known; there are gift, csv", 64),
    Case("quiz --export gift --json", "--export and --json exclude each other", 64),
    Case("quiz --json --text", "--json and --text exclude each other", 64),
    Case("quiz --topic --count 3", "--topic needs a value, but the option --count follows it", 64),
    Case("quiz softmax", "unexpected argument 'softmax' (see strider quiz --help)", 64),
    Case("progress --export gift", "--export: \"gift\" is not known; there are csv", 64),
    Case("progress --yes", "--yes: only --reset asks anything", 64),
    Case("progress --reset a --json", "--reset and --json exclude each other", 64),
    Case("progress --reset stride", "--reset: nothing is recorded for \"stride\"; the log is empty", 64),
    Case(
      "report --merge",
      "a report is missing; write for example: strider report --merge *.strider > class.csv", 64),
    Case("report a.strider", "\"a.strider\": files are only read with --merge", 64),
    Case("report --merge a --name Ada", "--merge and --name exclude each other", 64),
    Case(["report", "--name", " "], "--name: \" \" is not a name: write 1 to 100 printable characters", 64),
    Case(
      ["report", "--name", "\u{1B}[31m"],
      "--name: \"\\u{1b}[31m\" is not a name: write 1 to 100 printable characters", 64),
    Case(
      ["report", "--output", "/nonexistent/a.strider"],
      "--output: the file \"/nonexistent/a.strider\" cannot be written: no such file or directory", 66),
  ])
  func ofQuizzesAndLogs(_ example: Case) throws { try example.check() }

  @Test(arguments: ["output-siz", "ema", "-1", ""])
  func `an unknown topic is answered with the known ones`(_ topic: String) throws {
    let run = try StriderRun(["quiz", "--topic", topic])
    #expect(run.errors.hasPrefix("strider: --topic: \"\(topic)\" is not known"))
    #expect(run.errors.contains("output-size, same-padding, parameters"))
    #expect(run.errors.hasSuffix("overfitting-curve, dropout\n"))
    #expect(run.errors.count { $0 == "\n" } == 1)
    #expect(run.output == "")
    #expect(run.status == 64)
  }
}
