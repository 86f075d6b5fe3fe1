import Learning
import Testing

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
      ("2x", 2, .expectedOperator(found: "x")),
      ("2 3", 3, .expectedOperator(found: "3")),
      ("2e", 2, .expectedOperator(found: "e")),
      ("1.2.3", 4, .expectedOperator(found: ".3")),
      ("x)", 2, .expectedOperator(found: ")")),
      ("1,2", 2, .expectedOperator(found: ",")),
      ("(1+2", 5, .unclosed(open: 1, found: nil)),
      ("sin(x y)", 7, .unclosed(open: 4, found: "y")),
      ("(1,2)", 3, .unclosed(open: 1, found: ",")),
      ("y*foo(2)", 3, .unknownFunction("foo")),
      ("x(3)", 1, .unknownFunction("x")),
      ("2*sin", 3, .missingArguments("sin")),
      ("sin x", 1, .missingArguments("sin")),
      ("sin(1,2)", 1, .argumentCount("sin", 2, expected: 1)),
      ("1+min(2)", 3, .argumentCount("min", 1, expected: 2)),
      (".", 1, .badNumber(".")),
      ("1e999", 1, .numberTooLarge("1e999")),
      ("x−1", 2, .expectedOperator(found: "−")),
      ("größe", 3, .expectedOperator(found: "ö")),
      ("x\u{1b}[2J", 2, .expectedOperator(found: "\u{1b}")),
    ] as [(String, Int, ExpressionError.Problem)])
  func refuses(text: String, column: Int, problem: ExpressionError.Problem) {
    let error = #expect(throws: ExpressionError.self) { try Expression(parsing: text) }
    #expect(error?.column == column)
    #expect(error?.problem == problem)
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
      ("2x", "column 2: expected an operator or the end but found \"x\""),
      ("(1+2", "column 5: expected \")\" for the \"(\" in column 1 but the expression ends here"),
      (
        "x(3)",
        "column 1: \"x\" is not a function; a product needs a \"*\", and the functions are "
          + "exp log ln sqrt sin cos tan tanh sigmoid relu abs min max"
      ),
      ("sin", "column 1: the function sin needs its argument in parentheses"),
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
      let value = expression.value(arguments)
      #expect(value.isFinite || !expression.remarks(arguments).isEmpty, "\(text)")
    }
    #expect(read > 500)
  }
}
