import Foundation
import Testing

/// Where the locale has only ASCII, or with --ascii, people get ASCII; programs get UTF-8 always.
@Suite struct PlainTextTests {
  static let commands = [
    "size --input 7 --kernel 3 --padding 1", "conv --text",
    "conv --grid galway --at 1,1 --upstream \"1\" --text",
    "conv1d --signal 1,2,3 --kernel 1,2", "pool --kind l2", "ema --text", "race --text --steps 20",
    "race --surface rosenbrock --text", "grad x^2+sqrt(x) --at x=-1 --text", "doctor",
    "snapshot race:bowl?step=3",
    "snapshot race:bowl --format ansi", "snapshot conv:galway?stride=3 --size 200x50",
    "quiz --count 3 --text",
    "race --help", "--help", "conv --bias β", "open conv:galway?β=1",
  ]

  @Test(arguments: commands) func asciiWhereTheLocaleHasNoMore(_ words: String) throws {
    let arguments = words.split(separator: " ").map(String.init)
    let plain = try StriderRun(arguments, environment: ["LC_ALL": "C"])
    #expect((plain.output + plain.errors).utf8.allSatisfy { $0 < 0x80 }, "\(plain.output)\(plain.errors)")
    #expect(try plain.status == StriderRun(arguments).status)
  }

  @Test(arguments: [
    "size --input 7 --kernel 3 --padding 1 --ascii", "--ascii pool --kind l2", "ema --text --ascii",
    "lessons --ascii", "race --text --ascii", "doctor --ascii", "snapshot race:bowl --ascii",
  ])
  func asciiWhereItIsAskedFor(_ words: String) throws {
    let run = try StriderRun(words)
    #expect(run.output.utf8.allSatisfy { $0 < 0x80 }, "\(run.output)")
    #expect(run.errors.utf8.allSatisfy { $0 < 0x80 }, "\(run.errors)")
    #expect(run.output.isEmpty == (run.status != 0))
  }

  @Test func whatProgramsReadStaysAsItIs() throws {
    for words in ["size --input 7 --kernel 3 --padding 1 --json", "quiz --count 2 --seed 5 --export csv"] {
      let arguments = words.split(separator: " ").map(String.init)
      let plain = try StriderRun(arguments, environment: ["LC_ALL": "C"])
      let full = try StriderRun(arguments)
      #expect(plain.output == full.output && plain.status == 0)
    }
    let quiz = try StriderRun("quiz --count 30 --seed 2 --json")
    #expect(try StriderRun("quiz --count 30 --seed 2 --json --ascii").output == quiz.output)
  }

  @Test func columnsStandUnderOneAnother() throws {
    let run = try StriderRun(["conv", "--text"], environment: ["LC_ALL": "C"])
    #expect(run.status == 0)
    let ema = try StriderRun(["ema", "--data", "1 2 3", "--text"], environment: ["LC_ALL": "C"])
    #expect(ema.output.contains("V <- beta * V") || ema.output.contains("V <- beta*V"))
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
