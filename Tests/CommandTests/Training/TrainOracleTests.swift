import Foundation
import TestSupport
import Testing

/// A training and a prediction against PyTorch, through files and the command line alone.
@Suite struct TrainOracleTests {
  private struct Numbers: Decodable {
    let shape: [Int]
    let data: [Double]
  }

  private struct Oracle: Decodable {
    let x: Numbers
    let labels: [Int]
    let `init`: [String: Numbers]
    let losses: [Double]
    let after3: [String: Numbers]
    let logits0: Numbers
  }

  /// The layers' names in the reference, by their places in the network.
  private static let names = ["conv1": "0", "conv2": "3", "fc": "7"]

  private func oracle() throws -> Oracle {
    try Fixture.json(
      Oracle.self, from: "cnn8_step.json",
      beside: #filePath.replacing("CommandTests/Training", with: "LearningTests"))
  }

  private func weights(_ tensors: [String: Numbers]) -> WeightsFile {
    var file = WeightsFile()
    for (name, numbers) in tensors {
      let parts = name.split(separator: ".").map(String.init)
      file.tensors["\(Self.names[parts[0]] ?? "").\(parts[1])"] = (numbers.shape, numbers.data)
    }
    return file
  }

  @Test func threeUpdatesAsInPyTorch() throws {
    let (oracle, folder) = (try oracle(), try TemporaryFolder())
    let rows = oracle.labels.enumerated().map { image, label in
      oracle.x.data[(64 * image)..<(64 * image + 64)].map { "\(Int($0 * 16))" }.joined(separator: ",")
        + ",\(label)"
    }
    let table = try folder.file("six.csv", rows.joined(separator: "\n").utf8)
    let start = try folder.file("start.safetensors", weights(oracle.`init`).data)
    let end = folder.path + "/end.safetensors"
    let run = try StriderRun([
      "train", "--network", "digits-cnn", "--data", table, "--scale", "16", "--test", "0", "--batch", "6",
      "--steps", "3", "--shuffle", "false", "--optimizer", "adam", "--precision", "double", "--load", start,
      "--save", end, "--json",
    ])
    #expect(run.errors == "" && run.status == 0)
    let json = try run.json
    let losses = try #require(json["losses"] as? [Double])
    #expect(losses.count == 3)
    for (loss, expected) in zip(losses, oracle.losses) { #expect(abs(loss - expected) < 1e-9) }
    #expect(json["parameters"] as? Int == 1_898 && json["network"] as? String == "digits-cnn")
    let epochs = try #require(json["epochs"] as? [[String: Any]])
    #expect(epochs.count == 3 && epochs.allSatisfy { $0["test_loss"] is NSNull })
    let saved = try WeightsFile(Data(contentsOf: URL(fileURLWithPath: end)))
    let expected = weights(oracle.after3)
    #expect(Set(saved.tensors.keys) == Set(expected.tensors.keys))
    for (name, tensor) in expected.tensors {
      let found = try #require(saved.tensors[name])
      #expect(found.shape == tensor.shape)
      let worst = zip(found.values, tensor.values).map { abs($0 - $1) }.max() ?? 1
      #expect(worst < 1e-9, "\(name): \(worst)")
    }
    // A file that exists is left alone.
    let again = try StriderRun(["train", "--steps", "0", "--save", end])
    #expect(again.status == 64 && again.errors.contains("exists and is left alone; name another"))
  }

  @Test func probabilitiesAsInPyTorch() throws {
    let (oracle, folder) = (try oracle(), try TemporaryFolder())
    let file = try folder.file("start.safetensors", weights(oracle.`init`).data)
    let rows = (0..<8).map { row in
      oracle.x.data[(8 * row)..<(8 * row + 8)].map { "\($0)" }.joined(separator: " ")
    }
    let scores = Array(oracle.logits0.data.prefix(10))
    let powers = scores.map { exp($0 - (scores.max() ?? 0)) }
    let command = ["predict", rows.joined(separator: "; "), "--load", file, "--json"]
    let run = try StriderRun(command + ["--precision", "double"])
    #expect(run.errors == "")
    let probabilities = try #require(try run.json["probabilities"] as? [Double])
    for (probability, power) in zip(probabilities, powers) {
      #expect(abs(probability - power / powers.reduce(0, +)) < 1e-9)
    }
    let predicted = try #require(try run.json["class"] as? Int)
    #expect(scores[predicted] == scores.max())
    let single = try #require(try StriderRun(command).json["probabilities"] as? [Double])
    #expect(zip(single, probabilities).allSatisfy { abs($0 - $1) < 1e-6 })
    // A small step makes the predicted class less likely, one of 0 changes nothing.
    let nudged = try StriderRun(command + ["--nudge", "0.05"]).json
    let after = try #require(nudged["nudged_probabilities"] as? [Double])
    #expect(after[predicted] < probabilities[predicted] - 0.001)
    #expect(nudged["nudged_class"] is Int)
    #expect(try StriderRun(command + ["--nudge", "0"]).json["nudged_probabilities"] as? [Double] == single)
  }

  @Test func picturesAreScaledAndInverted() throws {
    let (oracle, folder) = (try oracle(), try TemporaryFolder())
    let file = try folder.file("start.safetensors", weights(oracle.`init`).data)
    let digit = oracle.x.data.prefix(64).map { Int($0 * 16) }
    func picture(_ name: String, of side: Int, _ level: (Int) -> Int) throws -> String {
      let cells = (0..<(side * side)).map { digit[$0 / side * 8 / side * 8 + $0 % side * 8 / side] }
      return try folder.file(
        name, "P2 \(side) \(side) 16 \(cells.map { "\(level($0))" }.joined(separator: " "))".utf8)
    }
    func probabilities(_ arguments: [String]) throws -> [Double] {
      let run = try StriderRun(["predict"] + arguments + ["--load", file, "--json"])
      #expect(run.errors == "")
      return try #require(try run.json["probabilities"] as? [Double])
    }
    let plain = try probabilities([picture("plain.pgm", of: 8) { $0 }])
    let doubled = try probabilities([picture("doubled.pgm", of: 16) { $0 }])
    let dark = try probabilities([picture("dark.pgm", of: 8) { 16 - $0 }, "--invert"])
    for (a, b) in zip(plain, doubled) { #expect(abs(a - b) < 1e-6) }
    for (a, b) in zip(plain, dark) { #expect(abs(a - b) < 1e-6) }
  }
}
