import Autodiff
import Learning
import RealModule
import Testing

@Suite struct ExpressionTests {
  @Test(
    arguments: [
      ("1 + 2*3", 7), ("(1+2)*3", 9), ("8/4/2", 1), ("7-4-2", 1), ("-2^2", -4), ("(-2)^2", 4), ("2^3^2", 512),
      ("2*-3", -6), ("4^-1", 0.25), ("--3", 3), ("+-+3", -3), ("2^-2^2", 0.0625), ("-2^-2", -0.25),
      ("2--3", 5),
      ("1.5e3", 1500), (".5+5.", 5.5), ("1e-3*1E+3", 1), ("pi", Double.pi), ("e", Double.exp(1)),
      ("2*e", 2 * Double.exp(1)),
      ("ln(e)", 1), ("log(e^2)", 2), ("sqrt(16)", 4), ("abs(-3)", 3), ("relu(-3) + relu(2)", 2),
      ("sigmoid(0)", 0.5),
      ("exp(0)+sin(0)+cos(0)+tan(0)+tanh(0)", 2), ("min(3, 1, 2)", 1), ("max(3,1,2,5)", 5),
      ("min(max(1,2),3)", 2),
      ("0^0", 1), ("(0*3)^(1-1)", 1), ("(-2)^3", -8), ("(-2)^(1+1)", 4), ("(-1)^2147483647", -1),
      ("3·2", 6), ("3×2−1", 5), ("−2²", -4), ("(−2)³", -8), ("2⁻²", 0.25), ("2¹⁰", 1024), ("√16", 4),
      ("√√16", 2),
      ("2*√(3+1)", 4), ("√16+9", 13), ("|−3|", 3), ("||2−5|−1|", 2), ("|1−3|·|2|", 4), ("√|−9|", 3),
      ("|2|^3", 8),
      ("2·π", 2 * Double.pi), ("½·4 - ⅓*3", 1), ("4^½", 2), ("½²", 0.25), ("1/½", 2), ("6÷3", 2),
      ("1e−1", 0.1),
      (" \t2\n*\n3 ", 6), ("4^0.5", 2), ("0^0.5", 0),
    ] as [(String, Double)])
  func constants(text: String, value: Double) throws {
    let expression = try Expression(parsing: text)
    #expect(expression.variables.isEmpty)
    let computed = expression.value([] as [Double])
    #expect(abs(computed - value) <= 1e-14 * max(1, abs(value)), "\(computed)")
  }

  @Test func namesAreVariablesInOrderOfAppearance() throws {
    let expression = try Expression(parsing: "y*x_1 + sin(y) - B2")
    #expect(expression.variables == ["y", "x_1", "B2"])
    #expect(expression.value([2.0, 3, 4]) == 6 + Double.sin(2) - 4)
    #expect(expression.description == "y*x_1 + sin(y) - B2")
  }

  @Test(
    arguments: [
      ("2·x − √(x+1)", "2*x-sqrt((x+1))"), ("x² + |x|³", "x^2+abs(x)^3"),
      ("√x·π", "sqrt(x)*pi"), ("¼·x", "0.25*x"), ("x⁻¹ − 1e−2", "x^-1-1e-2"), ("sin(x)^2", "sin(x)^2"),
    ])
  func signsOfPrintHaveAPlainSpelling(text: String, plain: String) throws {
    let expression = try Expression(parsing: text)
    #expect(expression.plain == plain)
    #expect(expression.source == text)
    let again = try Expression(parsing: plain)
    for x in [0.3, 2, 7] { #expect(expression.value([x]) == again.value([x])) }
  }

  @Test func allowedVariablesFixTheOrder() throws {
    let expression = try Expression(parsing: "y - x", variables: ["x", "y"])
    #expect(expression.value(1.0, 5.0) == 4)
    #expect(throws: ExpressionError.self) { try Expression(parsing: "x+z", variables: ["x", "y"]) }
    #expect(try Expression(parsing: "3", variables: ["x", "y"]).value(1.0, 2.0) == 3)
  }

  @Test func oneDefinitionServesPlainNumbersAndTheTape() throws {
    let text = "(1-x)^2 + 100*(y-x^2)^2"
    let expression = try Expression(parsing: text, variables: ["x", "y"])
    let (x, y) = (-1.2, 1.0)
    let tape = Tape<Double>()
    let (value, dx, dy) = tape.valueAndGradient(at: x, y) { expression.value($0, $1) }
    #expect(value == expression.value(x, y))
    #expect(abs(value - 24.2) < 1e-12)
    #expect(abs(dx - -215.6) < 1e-9)
    #expect(abs(dy - -88) < 1e-9)
    #expect(expression.value(Float(x), Float(y)).primal - 24.2 < 1e-4)
  }

  @Test func everyFunctionAgreesWithItsFormula() throws {
    let x = 0.7
    let formulas: [(String, Double)] = [
      ("exp(x)", .exp(x)), ("log(x)", .log(x)), ("ln(x)", .log(x)), ("sqrt(x)", x.squareRoot()),
      ("sin(x)", .sin(x)),
      ("cos(x)", .cos(x)), ("tan(x)", .tan(x)), ("tanh(x)", .tanh(x)), ("sigmoid(x)", 1 / (1 + .exp(-x))),
      ("relu(x)", x), ("abs(x)", x), ("min(x,1)", x), ("max(x,1)", 1), ("x^1.5", x * x.squareRoot()),
    ]
    for (text, value) in formulas {
      let computed = try Expression(parsing: text).value([x])
      #expect(abs(computed - value) < 1e-15, "\(text)")
    }
    #expect(ExpressionError.functions.count == 13)
    for name in ExpressionError.functions {
      #expect(formulas.contains { $0.0.hasPrefix(name + "(") })
    }
  }

  @Test func anIntegralExponentWorksLeftOfZeroAndAnyOtherDoesNot() throws {
    #expect(try Expression(parsing: "(x-3)^2").value([1.0]) == 4)
    #expect(try Expression(parsing: "x^-1").value([-2.0]) == -0.5)
    #expect(try Expression(parsing: "x^0.5").value([-2.0]).isNaN)
    #expect(try Expression(parsing: "x^y").value([-2.0, 2.0]).isNaN)
    #expect(try Expression(parsing: "x^y").value([0.0, 0.0]) == 1)
  }

  @Test func nestingUpToTheLimitIsRead() throws {
    let parentheses = String(repeating: "(", count: 200) + "1" + String(repeating: ")", count: 200)
    #expect(try Expression(parsing: parentheses).value([] as [Double]) == 1)
    let signs = String(repeating: "-", count: 200) + "1"
    #expect(try Expression(parsing: signs).value([] as [Double]) == 1)
    let long = Array(repeating: "x", count: 5_000).joined(separator: "+")
    #expect(try Expression(parsing: long).value([2.0]) == 10_000)
    let deep = String(repeating: "1+(", count: 200) + "x" + String(repeating: ")", count: 200)
    #expect(try Expression(parsing: deep).value([1.0]) == 201)
  }

  @Test func divisionByZeroIsInfinite() throws {
    #expect(try Expression(parsing: "1/0").value([] as [Double]) == .infinity)
    #expect(try Expression(parsing: "log(-1)").value([] as [Double]).isNaN)
  }
}
