import Foundation
import Testing

@Suite struct LayerCommandTests {
  private static let arguments = [
    "layer", "--channels", "1 2 0; 0 1 3; 2 1 1 / 0 1 1; 2 0 1; 1 1 0", "--filter", "1 0; 0 -1 / 0 1; 1 0",
    "--filter",
    "1 1; 1 1 / -1 0; 0 1", "--bias", "1 -2",
  ]

  @Test func printsJSON() throws {
    let run = try StriderRun(Self.arguments + ["--relu", "--at", "1,0,1", "--json"])
    #expect(run.errors == "" && run.status == 0)
    let json = try run.json
    #expect(json["output"] as? [[[Double]]] == [[[4, 1], [1, 3]], [[2, 4], [1, 4]]])
    #expect(json["shape"] as? [Int] == [2, 2, 2])
    #expect(json["parameters"] as? Int == 18)
    #expect(json["windows"] as? [[[Double]]] == [[[2, 0], [1, 3]], [[1, 1], [0, 1]]])
    #expect(json["products"] as? [[[Double]]] == [[[2, 0], [1, 3]], [[-1, 0], [0, 1]]])
    #expect(json["sums"] as? [Double] == [6, 0])
    #expect(json["sum"] as? Double == 6)
    #expect(json["value"] as? Double == 4)
    #expect(json["grad_bias"] == nil)
  }

  /// By hand: each weight collects upstream times the inputs it met.
  @Test func gradients() throws {
    let run = try StriderRun(Self.arguments + ["--upstream", "1 0; 0 0 / 0 0; 0 2", "--json"])
    let json = try run.json
    #expect(json["grad_bias"] as? [Double] == [1, 2])
    #expect(
      json["grad_filters"] as? [[[[Double]]]] == [
        [[[1, 2], [0, 1]], [[0, 1], [2, 0]]], [[[2, 6], [2, 2]], [[0, 2], [2, 0]]],
      ])
    #expect(
      json["grad_channels"] as? [[[Double]]] == [
        [[1, 0, 0], [0, 1, 2], [0, 2, 2]], [[0, 1, 0], [1, -2, 0], [0, 0, 2]],
      ])
  }

  @Test func groupsHaveKernelsOfTheirOwn() throws {
    let run = try StriderRun([
      "layer", "--channels", "1 2; 3 4 / 5 6; 7 8", "--filter", "2", "--filter", "-1", "--groups", "2",
      "--json",
    ])
    #expect(try run.json["output"] as? [[[Double]]] == [[[2, 4], [6, 8]], [[-5, -6], [-7, -8]]])
    #expect(try run.json["parameters"] as? Int == 4)
  }

  @Test func unequalPaddingAndSame() throws {
    let base = ["layer", "--channels", "1 2; 3 4", "--filter", "1 1; 1 1", "--json"]
    #expect(
      try StriderRun(base + ["--padding", "0,1,0,0"]).json["output"] as? [[[Double]]] == [[[4, 10]]])
    #expect(
      try StriderRun(base + ["--padding", "same"]).json["output"] as? [[[Double]]] == [[[10, 6], [7, 4]]])
  }

  @Test func printsText() throws {
    let run = try StriderRun(Self.arguments + ["--at", "0,0,0"])
    #expect(run.output.hasPrefix("2 filters over 2 channels of 3x3\n"))
    #expect(run.output.contains("channel 0  1·1 + 2·0 + 0·0 + 1·(-1) = 0"))
    #expect(run.output.contains("sum        0 + 3 = 3"))
    #expect(run.output.contains("with bias  3 + 1 = 4"))
  }

  @Test func withoutNumbersItIsTheLabsLayer() throws {
    #expect(try StriderRun("layer --json").json["shape"] as? [Int] == [3, 3, 2])
  }

  @Test(
    arguments: [
      (
        ["--channels", "1 2; 3 4"], 64,
        "--filter: channels need a filter, as in --filter \"1 0; 0 1 / 0 1; 1 0\""
      ),
      (["--filter", "1"], 64, "--channels: filters need channels, as in --channels \"1 2; 3 4 / 5 6; 7 8\""),
      (["--channels", "1 2; 3 4", "--filter", "1 / 1"], 65, "filter 1 has 2 kernels for 1 channel"),
      (["--channels", "1 2; 3 4", "--filter", "1", "--bias", "1 2"], 65, "there are 2 biases for 1 filter"),
      (
        ["--channels", "1 2; 3 4", "--filter", "1", "--groups", "2"], 65,
        "2 groups cannot share 1 channel and 1 filter equally"
      ),
      (
        ["--channels", "1 2; 3 4", "--filter", "1", "--at", "1,0,0"], 65,
        "--at: there is no filter 1; they are counted from 0, and the last is 0"
      ),
      (
        ["--channels", "1 2; 3 4", "--filter", "1", "--at", "0,5,0"], 65,
        "position 5,0 is outside the 2x2 output, whose last cell is 1,1"
      ),
      (
        ["--channels", "1 2; 3 4", "--filter", "1", "--at", "0,0"], 64,
        "--at: \"0,0\" is not a position: write FILTER,ROW,COL counted from 0, as in 0,1,2"
      ),
      (
        ["--channels", "1 2; 3 4", "--filter", "1", "--upstream", "1 / 2"], 65,
        "2 upstream gradients come back to 1 map"
      ),
      (
        ["--channels", "1 2; 3 4", "--filter", "1", "--padding", "-1"], 64,
        "the padding must be 0 or more, not -1"
      ),
    ] as [([String], Int32, String)])
  func refuses(_ arguments: [String], status: Int32, sentence: String) throws {
    let run = try StriderRun(["layer"] + arguments)
    #expect(run.status == status)
    #expect(run.output == "")
    #expect(run.errors == "strider: \(sentence)\n")
  }
}
