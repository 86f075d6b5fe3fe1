import Foundation
import Learning
import Testing

@testable import strider

@Suite struct ClassifyCommandTests {
  private func epochs(_ run: StriderRun) throws -> [[String: Any]] {
    #expect(run.errors == "" && run.status == 0)
    return try #require(try run.json["epochs"] as? [[String: Any]])
  }

  @Test func theMoonsAreLearned() throws {
    let run = try StriderRun("classify --json")
    let epochs = try epochs(run)
    #expect(epochs.count == 100)
    #expect(try #require(epochs.last?["test_accuracy"] as? Double) >= 0.95)
    #expect(Set(epochs[0].keys) == ["loss", "accuracy", "test_loss", "test_accuracy"])
    // 2·8+8, 8·8+8, 8·2+2
    #expect(try run.json["parameters"] as? Int == 114)
    #expect(try StriderRun("classify --json").output == run.output)
    #expect(try StriderRun("classify --json --seed 2").output != run.output)
  }

  /// The examples that people copy are the prepared spiral, which is tested to be learned.
  @Test func theReadmesSpiralIsThePreparedOne() throws {
    let readme = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../README.md"), encoding: .utf8)
    let line = try #require(readme.split(separator: "\n").first { $0.hasPrefix("strider classify ") })
    // What stands in quotes is one word.
    let words = line.split(separator: "\"").enumerated().flatMap { place, part in
      place.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
    }
    #expect(try ClassifyCommand.parse(Array(words.dropFirst(2))).setup() == ClassifyPreset.spiral.scene.setup)
    let spelled = try #require(readme.firstMatch(of: #/`'(classify:[^']*)'`/#)).1
    #expect(try Scene(parsing: String(spelled)) == Scene(ClassifyPreset.spiral.scene))
  }

  /// A straight line parts heaps, and never a ring from what is inside it.
  @Test func withoutHiddenUnitsTheBoundaryIsStraight() throws {
    func accuracy(_ data: String) throws -> Double {
      let run = try StriderRun([
        "classify", "--data", data, "--network", "FC 2", "--points", "400", "--noise", "0", "--json",
      ])
      return try #require(try epochs(run).last?["accuracy"] as? Double)
    }
    #expect(try accuracy("blobs") >= 0.99)
    #expect(try accuracy("2*x") >= 0.95)
    #expect(try accuracy("circles") <= 0.75)
  }

  @Test func tablesOfPoints() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<60).map { "\($0 % 3 * 10).5,\($0 % 5),\(["red", "green", "blue"][$0 % 3])" }
    let table = try folder.file("points.csv", ("x,y,kind\n" + rows.joined(separator: "\n")).utf8)
    let run = try StriderRun([
      "classify", "--data", table, "--network", "FC 8, TANH, FC 3", "--epochs", "300", "--json",
    ])
    #expect(try #require(epochs(run).last?["accuracy"] as? Double) >= 0.9)
    let two = try StriderRun(["classify", "--data", table])
    #expect(
      two.status == 65 && two.errors.contains("3 scores are wanted, one for each class; end it with FC 3"))
  }

  @Test func dropoutAndDecayMatter() throws {
    func last(_ words: String) throws -> Double {
      try #require(try epochs(StriderRun("classify --epochs 3 --json " + words)).last?["loss"] as? Double)
    }
    let plain = try last("")
    #expect(try last("--dropout 0.3") != plain && last("--weight-decay 0.1") != plain)
    let text = try StriderRun("classify --epochs 3 --dropout 0.3 --text")
    #expect(text.output.contains("FC 8, TANH, DROPOUT 0.3, FC 8, TANH, DROPOUT 0.3, FC 2"))
    #expect(text.output.hasPrefix("Classification of moons\n"))
  }

  @Test(arguments: [
    RefusalTests.Case(
      "classify --data moon", "--data: there are no points \"moon\"; there are blobs, circles,", 64),
    RefusalTests.Case("classify --data sin(", "--data: column 5: ", 64),
    RefusalTests.Case(
      "classify --data log(-1-x^2)", "--data: \"log(-1-x^2)\" has no finite value nearly anywhere", 64),
    RefusalTests.Case("classify --points 1", "--points: \"1\" is outside 2 to 100,000", 64),
    RefusalTests.Case("classify --noise -1", "--noise: \"-1\" is not a number from 0 to 100", 64),
    RefusalTests.Case("classify --test 1", "--test: \"1\" is not a share of at least 0 and below 1", 64),
    RefusalTests.Case(
      "classify --dropout 1", "--dropout: \"1\" is not a share of at least 0 and below 1", 64),
    RefusalTests.Case(
      "classify --data 0,0,a;1,1,b --points 9", "--points: only points that are drawn have it", 64),
    RefusalTests.Case(
      ["classify", "--network", "FC 3"], "--network: the network gives 3 where 2 scores are wanted", 65),
    RefusalTests.Case(
      ["classify", "--network", "CONV 3 3x3, FC 2"], "--network: layer 1 (CONV 3 3x3): it works on maps", 65),
    RefusalTests.Case("classify --test 0.999", "--test: of 200 rows all would be for testing", 65),
    RefusalTests.Case("classify --data /nowhere.csv", "--data: there is no file \"/nowhere.csv\"", 66),
  ])
  func refusals(_ example: RefusalTests.Case) throws { try example.checkBeginning() }
}
