import Testing

@Suite struct GradCommandTests {
  @Test func valueGradientAndTape() throws {
    let run = try StriderRun(["grad", "x*y + sin(x)", "--at", "x=1,y=2", "--json"])
    #expect(
      run.output == """
        {
          "gradient": {
            "x": 2.5403023058681398,
            "y": 1
          },
          "notes": [],
          "tape": [
            [0, "variable", [], 1, 2.5403023058681398],
            [1, "variable", [], 2, 1],
            [2, "multiply", [0, 1], 2, 1],
            [3, "sin", [0], 0.8414709848078965, 1],
            [4, "add", [2, 3], 2.8414709848078967, 1]
          ],
          "value": 2.8414709848078967
        }

        """)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func textNamesNodes() throws {
    let run = try StriderRun(["grad", "-x^2 + 3", "--at", "x=3"])
    #expect(
      run.output == """
        Gradient of -x^2 + 3
          at     x = 3
          value  -6

        Gradient
          d/dx  -6

        Tape: every node with its value and its adjoint, d value / d node
          node  operation  value  adjoint
             0  x              3       -6
             1  n0^2           9       -1
             2  -n1           -9        1
             3  constant       3        1
             4  n2 + n3       -6        1

        """)
  }

  /// An expression that could be taken for an option, the point, and its value.
  struct Signed: CustomTestStringConvertible {
    let arguments: [String]
    let value: Double
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Signed(arguments: ["-x^2", "--at", "x=3"], value: -9),
    Signed(arguments: ["--x", "--at", "x=3"], value: 3),
    Signed(arguments: ["-h^2", "--at", "h=2"], value: -4),
    Signed(arguments: ["--at", "x=-3", "-x"], value: 3),
    Signed(arguments: ["--at=x=-3", "-x"], value: 3),
    Signed(arguments: ["--at", "x=2", "--", "-x"], value: -2),
    Signed(arguments: ["2^3^2"], value: 512),
    Signed(arguments: ["-2^2"], value: -4),
  ])
  func expressionsMayBeginWithAMinus(_ example: Signed) throws {
    let run = try StriderRun(["grad", "--json"] + example.arguments)
    #expect(try run.json["value"] as? Double == example.value)
  }

  @Test func namesTheExpressionLacksHaveGradientZero() throws {
    let run = try StriderRun(["grad", "x", "--at", "x=1,z=5", "--json"])
    #expect(try run.json["gradient"] as? [String: Double] == ["x": 1, "z": 0])
  }

  /// An expression that leaves its domain, its value in JSON, and what is said about it.
  struct Undefined: CustomTestStringConvertible {
    let expression: String
    let at: String
    let value: String
    let note: String
    var testDescription: String { expression }
  }

  @Test(arguments: [
    Undefined(expression: "1/x", at: "x=0", value: "inf", note: "node 2 (column 2): division by 0"),
    Undefined(expression: "-1/x", at: "x=0", value: "-inf", note: "node 3 (column 3): division by 0"),
    Undefined(
      expression: "log(x)", at: "x=-1", value: "nan",
      note: "node 1 (column 1): log of a negative number, -1, is nan"),
    Undefined(
      expression: "exp(exp(x))", at: "x=100", value: "inf",
      note: "node 2 (column 1): the result is too large to be a number"),
    Undefined(
      expression: "(0-8)^(1/3)", at: "", value: "nan",
      note: "node 6 (column 6): a negative base, -8, with the exponent 0.3333"
    ),
  ])
  func undefinedValuesAreStringsAndSaidInWords(_ example: Undefined) throws {
    let printed = try StriderRun(["grad", example.expression, "--at", example.at, "--json"])
    #expect(try printed.json["value"] as? String == example.value)
    let notes = try #require(try printed.json["notes"] as? [String])
    #expect(notes.first?.hasPrefix(example.note) == true)
    #expect(printed.errors == "")
    #expect(printed.status == 0)
    let told = try StriderRun(["grad", example.expression, "--at", example.at])
    #expect(told.output.contains("  value  \(example.value)\n"))
    #expect(told.output.contains("\nNote\n  \(example.note)"))
  }

  @Test func lostGradientsAreSaidInWords() throws {
    let run = try StriderRun(["grad", "log(1+exp(x))", "--at", "x=1000", "--json"])
    let printed = try run.json
    #expect((printed["gradient"] as? [String: String]) == ["x": "nan"])
    #expect(
      printed["notes"] as? [String] == [
        "node 2 (column 7): the result is too large to be a number",
        "node 2 (column 7): 0·∞ on the way back: the adjoint 0 times the slope inf for x has no value (nan)",
        "node 4 (column 1): write (x + abs(x))/2 + log(1 + exp(-abs(x))) for log(1 + exp(x)): "
          + "the same wherever both have a value, without this trouble",
      ])
  }

  @Test func choicesAtKinksAreSaidInWords() throws {
    let run = try StriderRun(["grad", "max(0, x) + relu(x) + abs(x)", "--at", "x=0"])
    #expect(
      run.output.contains(
        """
        Note
          node 2 (column 1): a tie of 0 and x in max: the whole slope goes to the first, a constant, and none to x; PyTorch gives each half
          node 3 (column 13): relu has a kink at 0; its slope there is taken as 0, as in PyTorch
          node 5 (column 23): abs has a kink at 0; its slope there is taken as 0, as in PyTorch
        """))
  }

  @Test(arguments: [
    RefusalTests.Case(
      ["grad", "x*("], "column 4: expected a number, a name or \"(\" but the expression ends here", 64),
    RefusalTests.Case(["grad", ""], "the expression is empty", 64),
    RefusalTests.Case(
      [
        "grad", String(repeating: "(", count: 1000) + "x" + String(repeating: ")", count: 1000), "--at",
        "x=1",
      ],
      "column 201: the expression is beyond the limit of 200 nested levels", 64),
    RefusalTests.Case(
      ["grad", String(repeating: "x+", count: 5000) + "x", "--at", "x=1"],
      "the expression is beyond the limit of 10,000 characters", 64),
    RefusalTests.Case(
      ["grad", "x + y", "--at", "x=1"], "--at: the variable \"y\" has no value: write for example y=1", 64),
    RefusalTests.Case(
      ["grad", "x", "--at", "x"], "--at: \"x\" is not a value: write NAME=NUMBER, as in x=1,y=2", 64),
    RefusalTests.Case(["grad", "x", "--at", "x=1,x=2"], "--at: x is given twice", 64),
    RefusalTests.Case(["grad", "x", "--at", "e=1"], "--at: e is a constant", 64),
    RefusalTests.Case(["grad", "x", "--at", "x=inf"], "--at: \"inf\" is not a finite number", 64),
    RefusalTests.Case(
      ["grad", "x", "--at", "--json"], "--at needs a value, but the option --json follows it", 64),
    RefusalTests.Case(
      ["grad", "x + \u{1B}[31m"], "column 5: expected a number, a name or \"(\" but found \"\\u{1b}\"", 64),
    RefusalTests.Case(
      ["grad", "x", "+", "y"],
      "an expression is wanted, but 3 arguments were given; quote it, as in: "
        + "strider grad \"x*y + sin(x)\" --at x=1,y=2", 64),
    RefusalTests.Case(
      ["grad"], "an expression is missing; write for example: strider grad \"x*y + sin(x)\" --at x=1,y=2", 64),
    RefusalTests.Case(["grad", "x", "--xyzzy"], "there is no option --xyzzy", 64),
  ])
  func refusals(_ example: RefusalTests.Case) throws { try example.check() }
}
