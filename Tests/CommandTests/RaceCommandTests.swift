import Foundation
import Learning
import Testing

@testable import strider

@Suite struct RaceCommandTests {
  @Test func theRaceOfTheHandout() throws {
    let words =
      "race --surface beale --start=1,1.5 --steps 50 --optimizer adam:lr=0.1 --optimizer sgd:lr=0.01 --json"
    let run = try StriderRun(words)
    #expect(run.status == 0 && run.errors == "")
    #expect(try run.json["surface"] as? String == "beale")
    let racers = try #require(try run.json["racers"] as? [[String: Any]])
    #expect(racers.map { $0["optimizer"] as? String } == ["adam", "sgd"])
    #expect((racers[0]["settings"] as? [String: Any])?["lr"] as? Double == 0.1)
    #expect((racers[0]["settings"] as? [String: Any])?["correction"] as? Bool == true)
    for racer in racers {
      #expect((racer["path"] as? [[Double]])?.count == 51)
      #expect((racer["path"] as? [[Double]])?.first?.prefix(2) == [1, 1.5])
      #expect(racer["diverged_at"] is NSNull)
    }
    #expect(try StriderRun(words).output == run.output)
  }

  @Test func keysAndNumbersToTheByte() throws {
    let run = try StriderRun(
      [
        "race", "--expression", "x^2 + y^2", "--start", "-1,2", "--steps", "2", "--optimizer", "sgd:lr=0.25",
        "--json",
      ])
    #expect(
      run.output == """
        {
          "racers": [
            {
              "diverged_at": null,
              "optimizer": "sgd",
              "path": [
                [-1, 2, 5],
                [-0.5, 1, 1.25],
                [-0.25, 0.5, 0.3125]
              ],
              "settings": {
                "lr": 0.25,
                "weight_decay": 0
              },
              "status": "running"
            }
          ],
          "surface": "x^2 + y^2"
        }

        """)
  }

  /// What the lab opens with; printing has a length of its own when none is given.
  @Test func stepsAreTheLengthOfTheLabsTimeline() throws {
    #expect(try RaceCommand.parse(["--steps", "50"]).scene().steps == 50)
    #expect(try RaceCommand.parse(["--steps", "0"]).scene().steps == 0)
    #expect(try RaceCommand.parse([]).scene().steps == nil)
  }

  @Test(arguments: ["abc", "-1", "1000001", "1.5"])
  func wrongStepsAreRefusedBeforeTheLabOpens(_ steps: String) throws {
    let command = try RaceCommand.parse(["--steps", steps])
    #expect(throws: UsageError.self) { try command.scene() }
  }

  @Test func bareRaceHasTheSurfacesOwnRacers() throws {
    let run = try StriderRun("race --json --steps 0")
    let racers = try #require(try run.json["racers"] as? [[String: Any]])
    #expect(
      racers.map { $0["optimizer"] as? String }
        == ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "nadam", "adadelta"])
    #expect(racers.allSatisfy { ($0["path"] as? [[Double]])?.count == 1 })
  }

  /// However a race is opened without racers, it is the same one.
  @Test func thereIsOneRaceWithoutRacers() throws {
    let race = Scene(RaceScene(.init(Surface(.ravine))))
    #expect(try Shortcut.scene(["race"]) == race)
    #expect(try Shortcut.scene(["open", "race:ravine"]) == race)
    #expect(try Shortcut.scene(["open", "race"]) == race)
    #expect(try Scene(RaceCommand.parse([]).scene()) == race)
    #expect(try Scene(RaceCommand.parse(["--surface", "ravine"]).scene()) == race)
  }

  /// A race that diverges, and the step at which it does.
  struct Divergence: CustomTestStringConvertible {
    let arguments: [String]
    let step: Int
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Divergence(arguments: ["--expression", "1/x", "--start", "0,0"], step: 0),
    Divergence(arguments: ["--expression", "log(x)", "--start", "-1,0"], step: 0),
    Divergence(arguments: ["--surface", "bowl", "--start=2e9,0"], step: 0),
    Divergence(arguments: ["--surface", "bowl", "--start=1e300,0"], step: 0),
    Divergence(arguments: ["--expression", "exp(exp(x))", "--start", "100,0"], step: 0),
    Divergence(arguments: ["--expression", "x^2", "--start", "1,0", "--optimizer", "sgd:lr=1e12"], step: 1),
    Divergence(arguments: ["--expression", "log(x)", "--start", "1,0", "--optimizer", "sgd:lr=2"], step: 1),
    Divergence(arguments: ["--expression", "x^2", "--start", "1e5,0", "--optimizer", "sgd:lr=5.5"], step: 5),
  ])
  func divergenceIsAResult(_ example: Divergence) throws {
    let run = try StriderRun(["race", "--steps", "30", "--json"] + example.arguments)
    #expect(run.status == 0 && run.errors == "")
    let racer = try #require((try run.json["racers"] as? [[String: Any]])?.first)
    #expect(racer["diverged_at"] as? Int == example.step)
    #expect(racer["status"] as? String == "diverged")
    #expect((racer["path"] as? [[Any]])?.count == example.step + 1)
    let told = try StriderRun(["race", "--steps", "30"] + example.arguments)
    #expect(told.output.contains("DIVERGED at step \(example.step)"))
  }

  @Test func aTypedFunctionThatLeavesItsDomainIsSaidToDoSo() throws {
    let run = try StriderRun(
      ["race", "--expression", "log(x)", "--start", "1,0", "--optimizer", "sgd:lr=2", "--text"])
    #expect(run.output.contains("racer 1, step 1, column 1: log of a negative number, -1, is nan"))
  }

  @Test func noiseFollowsTheSeed() throws {
    func run(_ seed: String) throws -> String {
      try StriderRun("race --surface bowl --steps 5 --noise 0.5 --seed \(seed) --json").output
    }
    #expect(try run("7") == run("7"))
    #expect(try run("7") != run("8"))
  }

  @Test func textTellsRulesEndsAndMilestones() throws {
    let run = try StriderRun(
      ["race", "--surface", "bowl", "--start", "1,1", "--steps", "20", "--optimizer", "sgd:lr=0.1", "--text"])
    #expect(run.output.hasPrefix("Race of 1 on bowl\n"))
    #expect(run.output.contains("\n  step            1\n     0            2\n     1         1.28\n"))
    #expect(run.output.contains("lr=0.1 weight_decay=0"))
  }

  @Test(arguments: [
    RefusalTests.Case("race --surface bowel", "--surface: \"bowel\" is not known; did you mean bowl?", 64),
    RefusalTests.Case(
      "race --surface bowl --expression x", "--surface and --expression exclude each other", 64),
    RefusalTests.Case(
      "race --expression x*(", "--expression: column 4: expected a number, a name or \"(\" but", 64),
    RefusalTests.Case("race --expression x+z", "--expression: column 3: \"z\" is unknown here", 64),
    RefusalTests.Case("race --start 1", "--start: \"1\" is not a point: write x,y", 64),
    RefusalTests.Case("race --start 1,nan", "--start: \"1,nan\" is not a point: write x,y", 64),
    RefusalTests.Case("race --steps -1", "--steps: \"-1\" is outside 0 to 1,000,000", 64),
    RefusalTests.Case("race --steps 1000001", "--steps: \"1000001\" is outside 0 to 1,000,000", 64),
    RefusalTests.Case("race --steps 1e3", "--steps: \"1e3\" is not a whole number from 0 to 1,000,000", 64),
    RefusalTests.Case("race --optimizer adma", "--optimizer: ", 64),
    RefusalTests.Case("race --optimizer adam:mu=0.9", "--optimizer: adam has no setting \"mu\"", 64),
    RefusalTests.Case(
      "race --optimizer sgd:lr=0", "--optimizer: lr must be a finite number above 0, not \"0\"", 64),
    RefusalTests.Case(
      "race --optimizer sgd:lr=-1", "--optimizer: lr must be a finite number above 0, not \"-1\"", 64),
    RefusalTests.Case(
      "race --optimizer sgd:lr=inf", "--optimizer: lr must be a finite number above 0, not \"inf\"", 64),
    RefusalTests.Case(
      "race --optimizer adam:beta1=1", "--optimizer: beta1 must be at least 0 and below 1", 64),
    RefusalTests.Case("race --schedule cosign", "--schedule: there is no schedule \"cosign\"", 64),
    RefusalTests.Case("race --noise -1", "the noise must be a finite number of at least 0, not \"-1\"", 64),
    RefusalTests.Case("race --seed -1", "--seed: \"-1\" is not a whole number from 0 to 2^64 - 1", 64),
    RefusalTests.Case("race --surface beale --rotate 45", "beale cannot be turned or stretched", 64),
    RefusalTests.Case("race --condition 0.5", "the condition number must be from 1 to 1,000,000", 64),
    RefusalTests.Case(
      "race --optimizer --json", "--optimizer needs a value, but the option --json follows it", 64),
  ])
  func refusals(_ example: RefusalTests.Case) throws { try example.checkBeginning() }

  @Test func tooManyRacers() throws {
    let run = try StriderRun(["race"] + (0..<27).flatMap { _ in ["--optimizer", "sgd"] })
    #expect(run.errors == "strider: a race has 1 to 26 racers, not 27\n")
    #expect(run.status == 64)
  }
}
