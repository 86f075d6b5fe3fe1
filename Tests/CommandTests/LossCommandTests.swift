import Testing

@Suite struct LossCommandTests {
  @Test func printsValueAndGradient() throws {
    let run = try StriderRun(["loss", "mse", "--output", "2.5 0 2 8", "--target", "3 -0.5 2 7", "--json"])
    #expect(
      run.output == """
        {
          "gradient": [-0.25, 0.25, 0, 0.5],
          "value": 0.375
        }

        """)
    #expect(run.status == 0 && run.errors == "")
    let counted = try StriderRun(["loss", "zero-one", "--output", "1 0", "--target", "1 1", "--json"])
    #expect(counted.output == "{\n  \"gradient\": null,\n  \"value\": 1\n}\n")
    let lost = try StriderRun(["loss", "cross-entropy", "--output", "0 1", "--target", "1 0", "--json"])
    #expect(lost.output == "{\n  \"gradient\": [\"-inf\", 0],\n  \"value\": \"inf\"\n}\n")
  }

  @Test func words() throws {
    let run = try StriderRun(["loss", "rmse", "--output", "2.5 0 2 8", "--target", "3 -0.5 2 7"])
    #expect(run.output.contains("  value    √((0.25 + 0.25 + 0 + 1)/4) = 0.612372"))
    let lost = try StriderRun(["loss", "cross-entropy", "--output", "0 0.5", "--target", "1 0"])
    #expect(lost.output.contains("no finite loss is large enough") && lost.output.contains("add up to 0.5"))
  }

  @Test(arguments: [
    RefusalTests.Case(
      ["loss", "mse", "--output", "1 2", "--target", "1"],
      "there are 2 outputs for 1 target: one each is needed", 65),
    RefusalTests.Case(
      ["loss", "hinge", "--output", "1", "--target", "0"], "target 1 is 0, and the hinge loss takes 1 and -1",
      65),
    RefusalTests.Case(
      ["loss", "cross-entropy", "--output", "1.5", "--target", "1"],
      "output 1 is 1.5, and probabilities lie between 0 and 1", 65),
    RefusalTests.Case(
      ["loss", "msa", "--output", "1", "--target", "1"], "loss: \"msa\" is not known; did you mean mse?", 64),
    RefusalTests.Case(
      ["loss", "mse", "--output", "1"],
      "missing expected argument '--target <target>' (see strider loss --help)", 64),
  ])
  func refusals(_ example: RefusalTests.Case) throws { try example.check() }
}

@Suite struct SoftmaxCommandTests {
  @Test func printsProbabilities() throws {
    let run = try StriderRun(["softmax", "1000 0 -1000", "--target", "2", "--json"])
    #expect(
      run.output == """
        {
          "cross_entropy": 2000,
          "gradient": [1, 0, -1],
          "log_probabilities": [0, -1000, -2000],
          "probabilities": [1, 0, 0]
        }

        """)
    #expect(run.status == 0 && run.errors == "")
    #expect(
      try Set(StriderRun(["softmax", "-1 2", "--json"]).json.keys) == ["probabilities", "log_probabilities"])
    #expect(try StriderRun(["softmax", "--json", "-1"]).status == 0)
  }

  @Test func temperatureDividesTheGradient() throws {
    let json = try StriderRun(["softmax", "0 0", "--target", "0", "--temperature", "2", "--json"]).json
    #expect(json["gradient"] as? [Double] == [-0.25, 0.25])
  }

  @Test func theNaiveFormOverflowsInWords() throws {
    let run = try StriderRun(["softmax", "1000 0"])
    #expect(run.output.contains("  e^(z) = inf, 1, their sum inf"))
    #expect(
      run.output.contains("inf/inf is nan: a power is too large to be a number, which subtracting m prevents")
    )
    #expect(
      try StriderRun(["softmax", "-1000 -1001"]).output.contains("0/0 is nan: every power is too small"))
    #expect(try StriderRun(["softmax", "1 2"]).output.contains("the same probabilities"))
  }

  @Test(arguments: [
    RefusalTests.Case(
      ["softmax", "1 2", "--target", "2"], "there is no class 2 among 2: they count from 0 to 1", 65),
    RefusalTests.Case(
      ["softmax", "1 2", "--temperature", "0"], "the temperature must be above 0, not 0", 64),
    RefusalTests.Case(
      ["softmax", "1 2", "--target", "-1"], "--target: \"-1\" is outside 0 to 1,000,000", 64),
    RefusalTests.Case(["softmax", "1 x"], "scores: row 1, column 2: \"x\" is not a number", 65),
    RefusalTests.Case(
      ["softmax"], "a list of scores is missing; write for example: strider softmax \"1 2 3\" --target 2", 64),
  ])
  func refusals(_ example: RefusalTests.Case) throws { try example.check() }
}

@Suite struct NormCommandTests {
  @Test func printsTheBatch() throws {
    let run = try StriderRun([
      "norm", "--batch", "1; 3", "--epsilon", "0", "--gamma", "2", "--beta", "0.5", "--upstream", "1; 0",
      "--json",
    ])
    #expect(
      run.output == """
        {
          "grad_batch": [
            [0],
            [0]
          ],
          "grad_beta": [1],
          "grad_gamma": [-1],
          "mean": [2],
          "normalised": [
            [-1],
            [1]
          ],
          "output": [
            [-1.5],
            [2.5]
          ],
          "variance": [1]
        }

        """)
    #expect(run.status == 0 && run.errors == "")
  }

  @Test func inUse() throws {
    let run = try StriderRun([
      "norm", "--batch", "4 0", "--use", "--running-mean", "2 0", "--running-variance", "4 1", "--epsilon",
      "0", "--json",
    ])
    #expect(try run.json["output"] as? [[Double]] == [[1, 0]])
    #expect(try run.json["mean"] as? [Double] == [4, 0])
  }

  @Test func words() throws {
    let run = try StriderRun(["norm", "--batch", "1; 3"])
    #expect(run.output.contains("first x  1·(1 - 2)/√(1 + 1e-5) + 0 = -0.999995"))
    #expect(run.output.contains("mean 0.2, variance 1.1"))
  }

  @Test(arguments: [
    RefusalTests.Case(
      ["norm", "--batch", "1 2 3"],
      "a batch of one sample has no spread to divide by; give one row for each sample, as in \"1; 2; 3\" for three samples of one feature, or running averages with --use",
      65),
    RefusalTests.Case(
      ["norm", "--batch", "1; 2", "--gamma", "1 2"], "gamma has 2 numbers for 1 feature", 65),
    RefusalTests.Case(
      ["norm", "--batch", "1; 2", "--use"],
      "running averages go with --use, and --use needs --running-mean and --running-variance", 64),
    RefusalTests.Case(
      ["norm", "--batch", "1; 2", "--epsilon", "-1"], "epsilon must be 0 or more, not -1", 64),
    RefusalTests.Case(
      ["norm", "--batch", "1; 2", "--upstream", "1"], "the upstream gradient is 1x1 where the batch is 2x1",
      65),
  ])
  func refusals(_ example: RefusalTests.Case) throws { try example.check() }
}
