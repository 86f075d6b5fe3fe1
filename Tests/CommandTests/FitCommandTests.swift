import Testing

@Suite struct FitCommandTests {
  @Test func printsTheFit() throws {
    let run = try StriderRun("fit --degree 1 --points 2 --noise 0 --json")
    let json = try run.json
    #expect(Set(json.keys) == ["points", "test_points", "coefficients", "train_error", "test_error"])
    let points = try #require(json["points"] as? [[Double]])
    #expect(points.map { $0[0] } == [-1, 1])
    #expect((json["test_points"] as? [[Double]])?.count == 100)
    #expect((json["coefficients"] as? [Double])?.count == 2)
    #expect(run.status == 0 && run.errors == "")
  }

  @Test func saysItInWords() throws {
    let run = try StriderRun("fit")
    #expect(run.output.hasPrefix("A polynomial of degree 9 through 10 noisy points\n"))
    #expect(run.output.contains("As many coefficients as points: the curve goes through every point"))
    #expect(run.output.contains("  test error   0.4675,"))
    #expect(try StriderRun("fit --lambda 0.001").output.contains("+ 0.001·Σc² over the coefficients"))
  }

  @Test func theSameSeedPrintsTheSameBytes() throws {
    #expect(
      try StriderRun("fit --seed 9 --json").output == StriderRun("fit --seed 9 --json").output)
  }

  @Test(arguments: [
    RefusalTests.Case(
      "fit --degree 5 --points 5",
      "6 coefficients cannot be told from 5 points: take degree 4 or less, or a lambda above 0", 65),
    RefusalTests.Case("fit --degree 16", "--degree: \"16\" is outside 0 to 15", 64),
    RefusalTests.Case("fit --degree 1.5", "--degree: \"1.5\" is not a whole number from 0 to 15", 64),
    RefusalTests.Case("fit --lambda -1", "lambda must be 0 or more, not -1", 64),
    RefusalTests.Case("fit --lambda nan", "--lambda: \"nan\" is not a finite number", 64),
    RefusalTests.Case("fit --points 0", "--points: \"0\" is outside 1 to 10,000", 64),
    RefusalTests.Case("fit --noise -0.5", "the noise must be 0 to 1,000,000, not -0.5", 64),
    RefusalTests.Case("fit --seed -1", "--seed: \"-1\" is not a whole number from 0 to 2^64 - 1", 64),
    RefusalTests.Case("fit 3", "unexpected argument '3' (see strider fit --help)", 64),
  ])
  func refusals(_ example: RefusalTests.Case) throws { try example.check() }
}
