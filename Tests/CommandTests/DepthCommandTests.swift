import Testing

@Suite struct DepthCommandTests {
  @Test func chain() throws {
    let run = try StriderRun([
      "depth", "--weights", "2 0.5", "--activation", "linear", "--target", "3", "--json",
    ])
    #expect(
      run.output == """
        {
          "layers": [
            {
              "gradient": -1,
              "net": 2,
              "output": 2,
              "weight_gradient": -1
            },
            {
              "gradient": -2,
              "net": 1,
              "output": 1,
              "weight_gradient": -4
            }
          ]
        }

        """)
    #expect(run.status == 0 && run.errors == "")
  }

  @Test func wideLayers() throws {
    let run = try StriderRun(
      "depth --layers 3 --width 8 --batch 4 --init he --activation relu --seed 5 --json")
    let layers = try #require(try run.json["layers"] as? [[String: Double]])
    #expect(layers.count == 3)
    #expect(layers.allSatisfy { Set($0.keys) == ["output_mean", "output_deviation", "gradient_deviation"] })
    #expect(
      try StriderRun(
        "depth --layers 3 --width 8 --batch 4 --init he-uniform --activation relu --seed 5 --json"
      ).output == run.output)
  }

  @Test func words() throws {
    let chain = try StriderRun(["depth", "--weights", "0.5 0.5 0.5", "--activation", "sigmoid"])
    #expect(chain.output.contains("∂L/∂y3 = y - t ="))
    #expect(chain.output.contains("gradients vanish: from"))
    let stack = try StriderRun("depth --layers 5 --init large --activation relu")
    #expect(stack.output.contains("gradients explode: from"))
    #expect(stack.output.contains("weights     large: N(0, 1)"))
    #expect(try StriderRun("depth --layers 4 --init zero").output.contains("gradients vanish altogether"))
  }

  @Test(arguments: [
    RefusalTests.Case("depth --weights 1 --layers 2", "--weights and --layers exclude each other", 64),
    RefusalTests.Case(
      "depth --layers 2 --input 1", "--input: it is for a chain: give --weights, without --layers", 64),
    RefusalTests.Case("depth --width 2", "--width: it is for wide layers: give --layers", 64),
    RefusalTests.Case("depth --layers 0", "--layers: \"0\" is outside 1 to 1,000", 64),
    RefusalTests.Case(
      "depth --layers 1000 --width 1024",
      "layers, width and batch together are beyond the limit of 10,000,000 numbers", 64),
    RefusalTests.Case("depth --layers 2 --init hi", "--init: \"hi\" is not known; did you mean he?", 64),
    RefusalTests.Case(
      "depth --activation swish",
      "--activation: \"swish\" is not known; there are threshold, linear, sigmoid, tanh, relu, leaky, parametric",
      64),
    RefusalTests.Case(
      ["depth", "--weights", "1 x"], "--weights: row 1, column 2: \"x\" is not a number", 65),
    RefusalTests.Case(
      ["depth", "--weights", ""], "--weights: there are no numbers: at least one is needed", 65),
  ])
  func refusals(_ example: RefusalTests.Case) throws { try example.check() }
}
