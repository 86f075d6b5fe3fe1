import Testing

@Suite struct CurveCommandTests {
  @Test func printsValueAndSlope() throws {
    let run = try StriderRun("curve sigmoid --at 0 --json")
    #expect(
      run.output == """
        {
          "formula": "1/(1 + e^(-x))",
          "name": "sigmoid",
          "slope": 0.25,
          "value": 0.5
        }

        """)
    #expect(run.status == 0 && run.errors == "")
  }

  @Test(
    arguments: [
      (["relu", "--at", "0"], 0, 0), (["relu", "--at", "0", "--kink", "1"], 0, 1),
      (["leaky", "--at", "-3", "--parameter", "0.1"], -0.30000000000000004, 0.1),
      (["threshold", "--at", "0"], 0, 0), (["-x^2", "--at", "3"], -9, -6), (["--at", "-3", "-x^2"], -9, 6),
      (["x^3", "--at=-2"], -8, 12), (["cross-entropy", "--at", "0.5"], 0.6931471805599453, -2),
    ] as [([String], Double, Double)])
  func values(_ arguments: [String], _ value: Double, _ slope: Double) throws {
    let json = try StriderRun(["curve", "--json"] + arguments).json
    let (found, steepness) = (try #require(json["value"] as? Double), try #require(json["slope"] as? Double))
    #expect(abs(found - value) < 1e-15 && abs(steepness - slope) < 1e-15)
  }

  @Test func whatIsNotFiniteIsAString() throws {
    let json = try StriderRun("curve cross-entropy --at 0 --json").json
    #expect(json["value"] as? String == "inf" && json["slope"] as? String == "-inf")
    #expect(try StriderRun("curve log(x) --at -1 --json").json["value"] as? String == "nan")
    #expect(try StriderRun("curve log(x) --at -1").output.contains("log of a negative number"))
  }

  @Test func words() throws {
    let run = try StriderRun("curve sigmoid --at 5")
    #expect(
      run.output == """
        The curve sigmoid at 5
          f(x)   1/(1 + e^(-x))
          f'(x)  f·(1 - f)
          value  f(5) = 1/(1 + e^(-5)) = 1/(1 + 0.006738) = 0.9933
          slope  f'(5) = f·(1 - f) = 0.9933·0.006693 = 0.006648
          Saturated: the slope is below a tenth of its largest, so little is learnt here.

        """)
    #expect(try StriderRun("curve relu").output.contains("PyTorch and Keras take 0, the KCL lecture 1"))
    #expect(try StriderRun("curve hinge --at 0").output.contains("A kink lies at x = 1"))
  }

  @Test(arguments: [
    RefusalTests.Case("curve", "a curve is missing; write for example: strider curve sigmoid --at 2", 64),
    RefusalTests.Case(
      "curve sigmod",
      "column 1: \"sigmod\" is unknown here; the variables are x; for a curve by name, did you mean sigmoid?",
      64),
    RefusalTests.Case("curve relu --at x", "--at: \"x\" is not a finite number", 64),
    RefusalTests.Case("curve relu --at inf", "--at: \"inf\" is not a finite number", 64),
    RefusalTests.Case(
      "curve relu --parameter 1", "relu has no parameter; leaky and parametric have one, the slope left of 0",
      64),
    RefusalTests.Case(
      "curve relu --kink 2", "--kink: at the kink a slope from 0 to 1 can be taken, not 2", 64),
    RefusalTests.Case(
      "curve tanh --kink 0",
      "--kink: no slope can be chosen for tanh: relu, leaky, parametric, absolute and hinge have kinks where one can",
      64),
  ])
  func refusals(_ example: RefusalTests.Case) throws { try example.check() }
}
