import Testing

@testable import Learning

@Suite struct ExpressionErrorTests {
  @Test(
    arguments: [
      ("", 1, .empty),
      ("  ", 1, .empty),
      ("x*(", 4, .expectedValue(found: nil)),
      ("x*", 3, .expectedValue(found: nil)),
      ("*x", 1, .expectedValue(found: "*")),
      ("x+)", 3, .expectedValue(found: ")")),
      ("()", 2, .expectedValue(found: ")")),
      ("x^", 3, .expectedValue(found: nil)),
      ("sin()", 5, .expectedValue(found: ")")),
      ("min(1,)", 7, .expectedValue(found: ")")),
      ("x @ y", 3, .expectedOperator(found: "@")),
      ("2x", 2, .missingTimes("2*x")),
      ("2 3", 3, .expectedOperator(found: "3")),
      ("2e", 2, .missingTimes("2*e")),
      ("1.2.3", 4, .expectedOperator(found: ".3")),
      ("x)", 2, .expectedOperator(found: ")")),
      ("1,2", 2, .decimalComma("1.2")),
      ("x*0,5", 4, .decimalComma("0.5")),
      ("x,y", 2, .expectedOperator(found: ",")),
      ("(1+2", 5, .unclosed(open: 1, found: nil)),
      ("sin(x y)", 7, .missingTimes("x*y")),
      ("(1,2)", 3, .decimalComma("1.2")),
      ("y*foo(2)", 3, .unknownFunction("foo")),
      ("x(3)", 1, .unknownFunction("x")),
      ("2*sin", 3, .missingArguments("sin")),
      ("sin x", 1, .missingArguments("sin")),
      ("sin(1,2)", 1, .argumentCount("sin", 2, expected: 1)),
      ("1+min(2)", 3, .argumentCount("min", 1, expected: 2)),
      (".", 1, .badNumber(".")),
      ("1e999", 1, .numberTooLarge("1e999")),
      ("2(x+1)", 2, .missingTimes("2*(x+1)")),
      ("(x+1)(x-1)", 6, .missingTimes("(x+1)*(x-1)")),
      ("x²y", 3, .missingTimes("x²*y")),
      ("x^2 sin(x)", 5, .missingTimes("x^2*sin(x)")),
      ("2√x", 2, .missingTimes("2*√x")),
      ("2π", 2, .missingTimes("2*π")), ("½x", 2, .missingTimes("½*x")), ("x½", 2, .missingTimes("x*½")),
      ("2½", 2, .expectedOperator(found: "½")), ("½2", 2, .expectedOperator(found: "2")),
      ("|x||y|", 4, .missingTimes("|x|*|y|")),
      ("2|x|", 2, .missingTimes("2*|x|")),
      ("x*0x10", 3, .otherNotation("0x10", plain: "16")),
      ("1_000*x", 1, .otherNotation("1_000", plain: "1000")),
      ("x + 12'000", 5, .otherNotation("12'000", plain: "12000")),
      ("0x", 2, .missingTimes("0*x")),
      ("(x)2", 4, .missingTimes("(x)*2")),
      ("x**2", 2, .powerByStars("x^2")),
      ("1 + (x+1) ** -2", 11, .powerByStars("(x+1)^-2")),
      ("x**", 4, .expectedValue(found: nil)),
      ("√x^2", 1, .powerOfRoot("√x")),
      ("√(x+1)²", 1, .powerOfRoot("√(x+1)")),
      ("|x", 3, .unclosedBar(open: 1, found: nil)),
      ("|x)", 3, .unclosedBar(open: 1, found: ")")),
      ("x^2147483648", 3, .badExponent("2147483648")),
      ("x^-(2^40)", 3, .badExponent("-(2^40)")),
      ("x⁻", 2, .badExponent("-")),
      ("x≤1", 2, .expectedOperator(found: "≤")),
      ("größe", 3, .expectedOperator(found: "ö")),
      ("x\u{1b}[2J", 2, .expectedOperator(found: "\u{1b}")),
    ] as [(String, Int, ExpressionError.Problem)])
  func refuses(text: String, column: Int, problem: ExpressionError.Problem) {
    let error = #expect(throws: ExpressionError.self) { try Expression(parsing: text) }
    #expect(error?.column == column)
    #expect(error?.problem == problem)
  }

  @Test(
    arguments: [
      ("PI", [], "pi"), ("Pi", [], "pi"), ("xy", ["x", "y"], "x*y"), ("X", ["x"], "x"), ("xx", ["x"], "x*x"),
      ("sinx", ["x"], "sin(x)"), ("tanhx", ["x"], "tanh(x)"), ("w1x", ["w1", "x"], "w1*x"),
      ("xy", ["x"], nil),
      ("Exp", [], "exp"), ("z", ["x", "y"], nil), ("x2", ["x"], nil),
    ] as [(String, [String], String?)])
  func unknownNamesHaveSuggestions(name: String, given: [String], meant: String?) {
    #expect(Expression.suggestion(for: name, given: given) == meant)
  }

  @Test func suggestionsStandInTheSentences() {
    let unknown = #expect(throws: ExpressionError.self) {
      try Expression(parsing: "xy", variables: ["x", "y"])
    }
    #expect(
      unknown?.description == "column 1: \"xy\" is unknown here; the variables are x and y; did you mean x*y?"
    )
    let missing = #expect(throws: ExpressionError.self) {
      try Expression(parsing: "2*PI*x").recorded(at: ["x": 1])
    }
    #expect(missing?.description == "column 3: the variable \"PI\" has no value; did you mean pi?")
  }

  @Test func hostileNestingAndLengthAreRefused() {
    func problem(_ text: String) -> ExpressionError.Problem? {
      do { _ = try Expression(parsing: text) } catch { return error.problem }
      return nil
    }
    #expect(problem(String(repeating: "(", count: 1_000)) == .tooDeep)
    #expect(
      problem(String(repeating: "(", count: 1_000) + "1" + String(repeating: ")", count: 1_000)) == .tooDeep)
    #expect(problem(String(repeating: "-", count: 9_999) + "1") == .tooDeep)
    #expect(problem(String(repeating: "2^", count: 4_000) + "1") == .tooDeep)
    #expect(problem(String(repeating: "sin(", count: 2_000)) == .tooDeep)
    #expect(problem(String(repeating: "-", count: 201) + "1") == .tooDeep)
    #expect(problem(String(repeating: "1", count: 10_001)) == .tooLong)
    #expect(problem(String(repeating: " ", count: 10_000)) == .empty)
  }

  @Test(
    arguments: [
      ("x*(", "column 4: expected a number, a name or \"(\" but the expression ends here"),
      ("2x", "column 2: a \"*\" is missing: write 2*x"),
      ("(1+2", "column 5: expected \")\" for the \"(\" in column 1 but the expression ends here"),
      (
        "x(3)",
        "column 1: \"x\" is not a function; a product needs a \"*\", and the functions are "
          + "exp log ln sqrt sin cos tan tanh sigmoid relu abs min max"
      ),
      ("sin", "column 1: the function sin needs its argument in parentheses, as in sin(x)"),
      ("x**2", "column 2: a power is written with \"^\": x^2"),
      ("√x²", "column 1: a power behind \"√\" can be read in two ways: write (√x)^2 or √(x^2)"),
      ("0,5*x", "column 2: a decimal point is wanted: write 0.5"),
      ("x^2147483648", "column 3: \"2147483648\" is no whole exponent up to 2,147,483,647"),
      ("|x", "column 3: expected \"|\" for the \"|\" in column 1 but the expression ends here"),
      (
        "Sin(x)",
        "column 1: \"Sin\" is not a function; a product needs a \"*\", and the functions are "
          + "exp log ln sqrt sin cos tan tanh sigmoid relu abs min max; did you mean sin?"
      ),
      ("max(1)", "column 1: max takes 2 arguments or more, not 1"),
      ("exp(1,2)", "column 1: exp takes 1 argument, not 2"),
      ("\u{1b}[2J", "column 1: expected a number, a name or \"(\" but found \"\\u{1b}\""),
      ("", "the expression is empty"),
    ] as [(String, String)])
  func sentences(text: String, sentence: String) {
    let error = #expect(throws: ExpressionError.self) { try Expression(parsing: text) }
    #expect(error?.description == sentence)
    #expect(error?.fault == .request)
  }

  /// Whatever is typed is read or refused; nothing traps.
  @Test func randomTextIsReadOrRefused() {
    var generator = SplitMix64(seed: 51)
    let pieces = [
      "x", "2", "(", ")", "^", "-", "+", "*", "/", ",", "sin(", "min(", "e", ".", " ", "1e", "é", "pi",
      "√", "|", "²", "⁻", "·", "−", "π",
    ]
    var read = 0
    for _ in 0..<20_000 {
      let text = (0..<generator.integer(in: 1...12)).map { _ in
        pieces[generator.integer(in: 0...pieces.count - 1)]
      }
      .joined()
      guard let expression = try? Expression(parsing: text) else { continue }
      read += 1
      let arguments = expression.variables.map { _ in 0.5 }
      let value = expression.recorded(arguments).value
      #expect(value.isFinite || !expression.recorded(arguments).remarks.isEmpty, "\(text)")
    }
    #expect(read > 500)
  }
}
