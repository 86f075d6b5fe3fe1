import Testing

@Suite struct ConvolutionCommandTests {
  /// The lecture's result with a ring of zeros.
  @Test func theLecturesGridWithPadding() throws {
    let run = try StriderRun("conv --grid galway --kernel vertical-edge --padding 1 --json")
    #expect(
      run.output == """
        {
          "output": [
            [-2, -2, -6, -3, 2, 7, 6],
            [-2, 1, -7, -5, 0, 5, 9],
            [-6, 4, 0, -4, -3, 0, 9],
            [-8, 7, 6, -1, -4, -3, 6],
            [-13, 4, 11, 3, -5, -4, 7],
            [-9, 1, 6, 5, -5, -6, 8],
            [-6, -1, 3, 5, -4, -7, 7]
          ],
          "shape": [7, 7]
        }

        """)
    #expect(run.status == 0)
  }

  @Test func oneCellOpenedUp() throws {
    let run = try StriderRun(
      [
        "conv", "--grid", "1 2 3; 4 5 6; 7 8 9", "--kernel", "-1 2", "--at", "0,1", "--bias", "-20", "--relu",
        "--json",
      ])
    #expect(
      run.output == """
        {
          "output": [
            [0, 0],
            [0, 0],
            [0, 0]
          ],
          "products": [
            [-2, 6]
          ],
          "shape": [3, 2],
          "sum": 4,
          "window": [
            [2, 3]
          ]
        }

        """)
  }

  @Test(arguments: ["", "--flip"]) func flipTurnsTheKernel(_ flip: String) throws {
    let words = ["conv", "--grid", "1 2; 3 4", "--kernel", "1 10; 100 1000", "--json", flip].filter {
      !$0.isEmpty
    }
    let run = try StriderRun(words)
    #expect(try run.json["output"] as? [[Int]] == [[flip.isEmpty ? 4321 : 1234]])
  }

  @Test func gradientsComeBackThroughTheReLU() throws {
    // Outputs 1·1 + 2·(-1) = -1, which the ReLU holds back, and 2·1 + (-3)·(-1) = 5.
    let run = try StriderRun(
      ["conv", "--grid", "1 2 -3", "--kernel", "1 -1", "--relu", "--upstream", "10 100", "--json"])
    #expect(
      run.output == """
        {
          "grad_bias": 100,
          "grad_input": [
            [0, 100, -100]
          ],
          "grad_kernel": [
            [200, -300]
          ],
          "output": [
            [0, 5]
          ],
          "shape": [1, 2]
        }

        """)
  }

  @Test func theKernelsGradientIsThatOfTheKernelAsTyped() throws {
    let run = try StriderRun(
      ["conv", "--grid", "1 2 3", "--kernel", "5 7", "--flip", "--upstream", "1 0", "--json"])
    #expect(try run.json["grad_kernel"] as? [[Int]] == [[2, 1]])
    #expect(try run.json["grad_input"] as? [[Int]] == [[7, 5, 0]])
  }

  @Test func bareConvUsesTheGridsOwnKernelAndPadding() throws {
    let padded = try StriderRun("conv --grid galway-padded --json")
    let explicit = try StriderRun("conv --grid galway --kernel vertical-edge --padding 1 --json")
    #expect(padded.output == explicit.output)
  }

  @Test func textNamesTheArithmetic() throws {
    let run = try StriderRun("conv --padding 1 --stride 2 --at 1,1 --bias -2 --relu")
    #expect(run.output.hasPrefix("Convolution of galway 7x7 with the vertical edge kernel\n"))
    #expect(run.output.contains("  size     floor((7 + 2·1 - 3) / 2) + 1 = 4\n"))
    #expect(
      run.output.contains(
        "  sum     1·1 + 2·0 + 4·(-1) + 0·1 + 0·0 + 1·(-1) + 5·1 + 2·0 + 1·(-1) = 0\n"
          + "  result  relu(0 + (-2)) = 0\n"))
  }

  /// A command line of `conv1d` and its results.
  struct Signal: CustomTestStringConvertible {
    let options: [String]
    let output: [Int]
    var testDescription: String { options.joined(separator: " ") }
  }

  @Test(arguments: [
    Signal(options: [], output: [0, 2, 3, 5, 7, -1, 4]),
    Signal(options: ["--flip"], output: [0, 1, 1, 3, 5, 2, 8]),
    Signal(options: ["--mode", "same", "--flip"], output: [1, 1, 3, 5, 2]),
    Signal(options: ["--mode", "valid"], output: [3, 5, 7]),
  ])
  func signals(_ example: Signal) throws {
    let run = try StriderRun(
      ["conv1d", "--signal", "0 1 2 3 4", "--kernel", "1 -1 2", "--json"] + example.options)
    #expect(try run.json["output"] as? [Int] == example.output)
    #expect(try Set(run.json.keys) == ["output"])
  }

  @Test func paddingOnEachSide() throws {
    let options = ["conv", "--grid", "1 2; 3 4", "--kernel", "1 10", "--json"]
    #expect(
      try StriderRun(options + ["--padding", "1,0,0,2"]).json["output"] as? [[Int]]
        == [[0, 0, 0], [21, 2, 0], [43, 4, 0]])
    #expect(
      try StriderRun(options + ["--padding", "same"]).json["output"] as? [[Int]] == [[21, 2], [43, 4]])
  }

  /// What `pool` makes of two channels.
  @Test(
    arguments: [
      ("--across", "[[5,2],[3,7]]", [2, 2]), ("--across --kind average", "[[3,0.5],[1.5,5.5]]", [2, 2]),
      ("", "[[[4]],[[7]]]", [1, 1, 2]),
      ("--size 1x2 --stride 1 --padding 0,0,0,1", "[[[2,2],[4,4]],[[5,-1],[7,7]]]", [2, 2, 2]),
    ] as [(String, String, [Int])])
  func channels(options: String, output: String, shape: [Int]) throws {
    let words = ["pool", "--grid", "1 2; 3 4 / 5 -1; 0 7", "--json"]
    let run = try StriderRun(words + options.split(separator: " ").map(String.init))
    #expect(run.output.filter { !$0.isWhitespace }.contains("\"output\":\(output),"))
    #expect(try run.json["shape"] as? [Int] == shape)
  }

  /// A command line of `pool` and its result.
  struct Pool: CustomTestStringConvertible {
    let options: String
    let output: String
    let shape: [Int]
    var testDescription: String { options }
  }

  @Test(arguments: [
    Pool(options: "--kind max --size 2", output: "[[2,4,5],[5,2,3],[5,4,4]]", shape: [3, 3]),
    Pool(options: "--kind sum --size 2x7", output: "[[33],[31],[38]]", shape: [3, 1]),
    Pool(
      options: "--kind average --size 3 --stride 4 --padding 1",
      output: "[[0.5555555555555556,2.4444444444444446],[2.7777777777777777,1.5555555555555556]]",
      shape: [2, 2]),
    Pool(
      options: "--kind average --size 3 --stride 4 --padding 1 --exclude-padding",
      output: "[[1.25,3.6666666666666665],[4.166666666666667,1.5555555555555556]]", shape: [2, 2]),
    Pool(
      options: "--kind average --rule ceil --size 4", output: "[[2.125,2.5],[2.75,2.6666666666666665]]",
      shape: [2, 2]),
    Pool(options: "--kind max --size 2 --stride 2 --dilation 4", output: "[[4,3],[3,5]]", shape: [2, 2]),
    Pool(
      options: "--kind max --size 2 --padding same", output: "[[2,4,5,1],[5,2,3,4],[5,4,4,5],[3,4,3,5]]",
      shape: [4, 4]),
    Pool(options: "--kind l2 --size 7", output: "[[20.223748416156685]]", shape: [1, 1]),
    Pool(
      options: "--kind max --size 1 --stride 8 --padding 1",
      output: "[[\"-inf\",\"-inf\"],[\"-inf\",\"-inf\"]]",
      shape: [2, 2]),
  ])
  func pooling(_ example: Pool) throws {
    let run = try StriderRun("pool --grid galway \(example.options) --json")
    #expect(run.output.filter { !$0.isWhitespace }.contains("\"output\":\(example.output),"))
    #expect(try run.json["shape"] as? [Int] == example.shape)
  }
}
