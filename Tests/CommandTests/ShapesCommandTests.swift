import Testing

@Suite struct ShapesCommandTests {
  @Test func printsJSON() throws {
    let run = try StriderRun(["shapes", "conv 6 5x5-relu-pool, fc", "--input", "32x30x1", "--json"])
    #expect(
      run.output == """
        {
          "layers": [
            {
              "layer": "CONV 6 5x5",
              "multiply_adds": 109200,
              "parameters": 156,
              "receptive_field": [5, 5],
              "shape": [28, 26, 6]
            },
            {
              "layer": "RELU",
              "multiply_adds": 0,
              "parameters": 0,
              "receptive_field": [5, 5],
              "shape": [28, 26, 6]
            },
            {
              "layer": "MAXPOOL 2",
              "multiply_adds": 0,
              "parameters": 0,
              "receptive_field": [6, 6],
              "shape": [14, 13, 6]
            },
            {
              "layer": "FC 10",
              "multiply_adds": 10920,
              "parameters": 10930,
              "receptive_field": [32, 30],
              "shape": [10]
            }
          ],
          "multiply_adds": 120120,
          "parameters": 11086
        }

        """)
    #expect(run.errors == "" && run.status == 0)
  }

  @Test(arguments: [
    ("lenet5", 61_706), ("cifar", 3010), ("alexnet", 61_100_840), ("vgg16", 138_357_544),
    ("vgg19", 143_667_240),
    ("digits-cnn", 1898), ("digits-mlp", 2410), ("keras-mlp", 1994),
  ])
  func presetsHaveTheirInput(_ name: String, parameters: Int) throws {
    let json = try StriderRun(["shapes", name, "--json"]).json
    #expect(json["parameters"] as? Int == parameters)
  }

  @Test func printsText() throws {
    let run = try StriderRun([
      "shapes", "CONV 6 5x5 pad same stride 2, MAXPOOL 3 stride 2 ceil, BN", "--input", "28x28",
    ])
    #expect(
      run.output == """
        A network of 3 layers on a 28x28x1 input
             layer                         output   parameters  multiply-adds  sees
          1  CONV 6 5x5 stride 2 pad same  14x14x6         156         29,400  5x5
          2  MAXPOOL 3 stride 2 ceil       7x7x6             0              0  9x9
          3  BN                            7x7x6            12              0  9x9

        Together
          parameters     168
          multiply-adds  29,400

        How the numbers come about
          1 CONV 6 5x5 stride 2 pad same
            output         ceil(28 / 2) = 14; 6 filters make 6 maps
            parameters     6·(5·5·1 + 1) = 156
            multiply-adds  14·14·6 cells of 5·5·1 = 29,400
            sees           1 + (5 - 1)·1 = 5
          2 MAXPOOL 3 stride 2 ceil
            output  ceil((14 + 2·0 - 3) / 2) + 1 = 7; each of 6 maps for itself
            sees    5 + (3 - 1)·2 = 9
          3 BN
            output      7x7x6: the shape stays
            parameters  2·6 = 12: a scale and a shift for each

        """)
  }

  @Test(
    arguments: [
      (
        ["shapes"], 64,
        "a network is missing; write for example: strider shapes \"[CONV-RELU-POOL]x2, FC 10\" --input 32x32x3"
      ),
      (
        ["shapes", "FC", "10", "--input", "20"], 64,
        "a network is wanted, but 2 arguments were given; quote it, as in: strider shapes \"[CONV-RELU-POOL]x2, FC 10\" --input 32x32x3"
      ),
      (["shapes", "FC 10"], 64, "--input: typed layers need an input: write for example --input 32x32x3"),
      (
        ["shapes", "FC 10", "--input", "3x"], 64,
        "--input: \"3x\" is no input: write 32x32x3 (height x width x channels), 28x28, or 20 for a vector"
      ),
      (
        ["shapes", "CONV 10", "--input", "3x3"], 64,
        "layer 1 (CONV 10), column 6: its size is missing; CONV 10 3x3 would do"
      ),
      (["shapes", "lenet", "--json"], 64, "there is no network called \"lenet\"; did you mean lenet5?"),
      (
        ["shapes", "CONV 6 5x5, RELU, MAXPOOL 3, CONV 16 5x5", "--input", "16x16"], 65,
        "layer 4 (CONV 16 5x5): a 5x5 kernel does not fit the 4x4 map it gets; a padding of 1 would do"
      ),
      (
        ["shapes", "lenet5", "--input", "8x8"], 65,
        "layer 4 (CONV 16 5x5): a 5x5 kernel does not fit the 2x2 map it gets; a padding of 2 would do"
      ),
      (
        ["shapes", "vgg16", "--input", "20"], 65,
        "layer 1 (CONV 64 3x3 pad 1): it works on maps, but the input is a vector of 20; an input such as 28x28x1 would do"
      ),
      (["shapes", "lenet5", "--bogus"], 64, "there is no option --bogus"),
    ] as [([String], Int32, String)])
  func refuses(_ arguments: [String], status: Int32, sentence: String) throws {
    let run = try StriderRun(arguments)
    #expect(run.status == status)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("strider: \(sentence)"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
  }
}
