import Foundation
import Testing

/// Where the locale has only ASCII, or with --ascii, people get ASCII; programs get UTF-8 always.
@Suite struct PlainTextTests {
  private static let plain = ["LC_ALL": "C"]

  static let commands = [
    ["size", "--input", "7", "--kernel", "3", "--padding", "1"], ["conv", "--text"],
    [
      "conv", "--grid", "galway", "--stride", "2", "--at", "1,1", "--upstream", "1 0 1; 0 1 0; 1 0 1",
      "--text",
    ],
    ["conv1d", "--signal", "1,2,3", "--kernel", "1 2"], ["pool", "--kind", "l2"], ["ema", "--text"],
    ["race", "--text", "--steps", "20"], ["race", "--surface", "rosenbrock", "--text"],
    ["grad", "x^2 + sqrt(x)", "--at", "x=-1", "--text"], ["doctor"], ["snapshot", "race:bowl?step=3"],
    ["snapshot", "race:bowl", "--format", "ansi"], ["snapshot", "conv:galway?stride=3", "--size", "200x50"],
    ["quiz", "--count", "3", "--text"], ["race", "--help"], ["--help"],
  ]

  @Test(arguments: commands) func asciiWhereTheLocaleHasNoMore(_ arguments: [String]) throws {
    let run = try StriderRun(arguments, environment: Self.plain)
    #expect((run.output + run.errors).utf8.allSatisfy { $0 < 0x80 }, "\(run.output)\(run.errors)")
    #expect(run.status == 0 && !run.output.isEmpty)
  }

  @Test(arguments: [["conv", "--bias", "β"], ["open", "conv:galway?β=1"], ["learn", "größe"]])
  func refusalsAreInAsciiToo(_ arguments: [String]) throws {
    let run = try StriderRun(arguments, environment: Self.plain)
    #expect(run.errors.utf8.allSatisfy { $0 < 0x80 } && run.errors.hasPrefix("strider: "), "\(run.errors)")
    #expect(try run.status == StriderRun(arguments).status && run.status != 0)
  }

  @Test(arguments: [
    "size --input 7 --kernel 3 --padding 1 --ascii", "--ascii pool --kind l2", "ema --text --ascii",
    "--ascii size --input 7 --kernel 3 --padding 1", "conv1d --ascii --signal 1,2 --kernel 1",
    "--lessons lessons --ascii check", "--ascii progress", "lessons --ascii", "--ascii lessons",
    "race --text --ascii", "doctor --ascii", "snapshot race:bowl --ascii", "--ascii snapshot race:bowl",
  ])
  func asciiWhereItIsAskedFor(_ words: String) throws {
    let home = try LearnersHome(lessons: [
      "24-stride.yaml": SmallLesson.text(title: "Schrittgröße", term: "stride")
    ])
    let run = try home.run(words)
    #expect(run.output.utf8.allSatisfy { $0 < 0x80 }, "\(run.output)")
    #expect(run.errors == "" && run.status == 0 && !run.output.isEmpty)
  }

  /// What programs read is the same bytes everywhere, and not all of them are ASCII.
  @Test(arguments: [
    "size --input 7 --kernel 3 --padding 1 --json", "quiz --count 5 --seed 5 --export csv",
    "quiz --count 5 --seed 5 --export gift", "quiz --count 30 --seed 2 --json", "lessons --json",
    "learn --json", "learn stride --json", "progress --json", "progress --export csv",
    "report --merge zoe.strider",
  ])
  func whatProgramsReadStaysAsItIs(_ words: String) throws {
    let home = try LearnersHome(lessons: [
      "24-stride.yaml": SmallLesson.text(title: "Schrittgröße", term: "stride")
    ])
    _ = try home.run("learn stride", input: "β²\n3\n")
    try home.write(log: home.log + #"{"at":1700000000,"event":"finished","lesson":"größe","v":1}"#.utf8)
    _ = try home.run("report --name Zoë --output zoe.strider")
    let full = try home.run(words)
    #expect(full.output.utf8.contains { $0 >= 0x80 } && full.status == 0 && full.errors == "")
    let plain = try StriderRun(
      words.split(separator: " ").map(String.init),
      environment: home.environment.merging(Self.plain) { $1 }, in: home.path)
    #expect(plain.output == full.output && plain.status == 0)
    if !words.hasPrefix("report"), !words.hasPrefix("progress --export") {
      #expect(try home.run("\(words) --ascii").output == full.output)
    }
  }

  @Test func columnsStandUnderOneAnother() throws {
    let ema = try StriderRun(["ema", "--data", "1 2 3", "--text"], environment: Self.plain)
    #expect(ema.output.contains("V <- beta * V"))
    let numbers = lines(of: ema, after: "Sample by sample")
    #expect(numbers.count == 4)
    for line in numbers { #expect(ends(of: line) == ends(of: numbers[0]), "\(line)") }

    // A cell that takes more columns in ASCII moves the whole column.
    let home = try LearnersHome()
    let log = ["β²", "a", "padding"].map {
      #"{"at":1700000000,"event":"finished","lesson":"\#($0)","v":1}"# + "\n"
    }
    try home.write(log: log.joined().utf8)
    let run = try StriderRun(["progress"], environment: home.environment.merging(Self.plain) { $1 })
    let lessons = lines(of: run, after: "Lessons, ")
    #expect(lessons.map { $0.split(separator: " ")[0] } == ["lesson", "a", "padding", "beta^2"])
    let place = try #require(lessons[0].ranges(of: "state").first?.lowerBound)
    let column = lessons[0].distance(from: lessons[0].startIndex, to: place)
    for line in lessons.dropFirst() {
      #expect(line.dropFirst(column - 1).hasPrefix(" ") && !line.dropFirst(column).hasPrefix(" "), "\(line)")
      #expect(ends(of: line).last == ends(of: lessons[0]).last)
    }
  }

  /// The lines below the one that begins with `heading`, up to an empty one.
  private func lines(of run: StriderRun, after heading: String) -> [Substring] {
    Array(
      run.output.split(separator: "\n", omittingEmptySubsequences: false)
        .drop { !$0.hasPrefix(heading) }.dropFirst().prefix { !$0.isEmpty })
  }

  /// The places where the words of `line` end.
  private func ends(of line: Substring) -> [Int] {
    line.split(separator: " ").map { line.distance(from: line.startIndex, to: $0.endIndex) }
  }

  @Test(arguments: ["ansi", "cast"]) func noColorIsHeardBySnapshots(_ format: String) throws {
    let scene = ["snapshot", "race:bowl?step=3", "--format", format]
    let quiet = try StriderRun(scene, environment: ["NO_COLOR": "1"])
    #expect(quiet.output.contains("[0;1m") && quiet.output.firstMatch(of: /\[[0-9;]*[34][0-9](;|m)/) == nil)
    let asked = try StriderRun(scene + ["--color", "256"], environment: ["NO_COLOR": "1"])
    #expect(try asked.output == StriderRun(scene).output)
    #expect(try StriderRun(scene, environment: ["NO_COLOR": ""]).output == asked.output)
  }
}
