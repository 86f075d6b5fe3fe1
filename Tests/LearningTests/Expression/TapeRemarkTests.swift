import Autodiff
import Testing

@testable import Learning

@Suite struct TapeRemarkTests {
  @Test(
    arguments: [
      ("1 + log(x)", [-1], 5, .logOfNegative(-1)),
      ("ln(x)", [0], 1, .logOfZero),
      ("sqrt(x-1)", [0], 1, .rootOfNegative(-1)),
      ("1/x", [0], 2, .divisionByZero),
      ("0/x", [0], 2, .divisionByZero),
      ("x^0.5", [-4], 2, .powerOfNegative(base: -4, exponent: 0.5)),
      ("x^y", [-2, 2], 2, .powerOfNegative(base: -2, exponent: 2)),
      ("x^-2", [0], 2, .negativePowerOfZero),
      ("x^y", [0, -1], 2, .negativePowerOfZero),
      ("exp(x)", [1000], 1, .overflow),
      ("x*x", [1e200], 2, .overflow),
      ("relu(x)", [0], 1, .kink(function: "relu", slope: 0)),
      ("abs(x)", [0], 1, .kink(function: "abs", slope: 0)),
      ("0^x", [0], 2, .jumpOfPower),
      ("x^y", [0, 0], 2, .jumpOfPower),
      ("max(x, 0)", [0], 1, .tie(function: "max", first: "x", second: "0", isConstant: false)),
      ("max(0, x)", [0], 1, .tie(function: "max", first: "0", second: "x", isConstant: true)),
      ("min(x, y)", [3, 3], 1, .tie(function: "min", first: "x", second: "y", isConstant: false)),
      ("sqrt(x)", [0], 1, .slope(function: "sqrt(…)", at: 0, slope: .infinity)),
      ("x^0.5", [0], 2, .slope(function: "…^0.5", at: 0, slope: .infinity)),
    ] as [(String, [Double], Int, TapeRemark.Kind)])
  func namesTheCause(text: String, arguments: [Double], column: Int, kind: TapeRemark.Kind) throws {
    let remark = try #require(try Expression(parsing: text).recorded(arguments).remarks.first)
    #expect(remark.column == column)
    #expect(remark.kind == kind)
  }

  @Test func followUpsAreNotRepeated() throws {
    let expression = try Expression(parsing: "exp(sqrt(log(x))) + 1/0")
    #expect(expression.recorded([-1]).remarks.map(\.column) == [10, 22])
    #expect(expression.recorded([2]).remarks.map(\.kind) == [.divisionByZero])
    #expect(try Expression(parsing: "x^2 + 0^0").recorded([-3]).remarks.isEmpty)
    #expect(try Expression(parsing: "0^x + x^0").recorded([2]).remarks.isEmpty)
    #expect(try Expression(parsing: "max(x, x) + relu(0)").recorded([1]).remarks.isEmpty)
  }

  @Test func sentences() throws {
    #expect(
      try Expression(parsing: "log(-1)").recorded([]).remarks.map(\.description) == [
        "column 1: log of a negative number, -1, is nan"
      ])
    #expect(
      try Expression(parsing: "x^0.5").recorded([-2]).remarks.map(\.listed) == [
        "node 2 (column 2): a negative base, -2, with the exponent 0.5 gives nan (only a constant whole exponent has a value there)"
      ])
  }

  /// 0 · ∞ on the way back: which node loses the gradient, and how to write it instead.
  @Test(
    arguments: [
      ("sqrt(x)^2", 0, 1, "x"),
      ("1/(1/x)", 0, 3, "x"),
      ("log(1 + exp(x))", 1000, 2, "(x + abs(x))/2 + log(1 + exp(-abs(x)))"),
      ("1/(1 + exp(-x))", -1000, 4, "sigmoid(x)"),
      ("exp(x)/(exp(x) + 1)", 1000, 1, "sigmoid(x)"),
      ("log(sigmoid(x))", -1000, 1, "(x - abs(x))/2 - log(1 + exp(-abs(x)))"),
      ("(exp(x) - exp(-x))/(exp(x) + exp(-x))", 1000, 1, "tanh(x)"),
      ("exp(log(x))", 0, 1, "x"),
      ("sqrt(x^2)", 0, 1, "abs(x)"),
      ("sqrt(x*x)", 0, 1, "abs(x)"),
      ("(x^2)^0.5", 0, 1, "abs(x)"),
      ("log(1 - sigmoid(x))", 1000, 2, "(-x - abs(x))/2 - log(1 + exp(-abs(x)))"),
      (
        "log(1 + exp(x) + exp(2*x))", 1000, 2,
        "max(0, x, 2*x) + log(exp(-max(0, x, 2*x)) + exp(x - max(0, x, 2*x)) + exp(2*x - max(0, x, 2*x)))"
      ),
      (
        "exp(x)/(exp(x) + exp(-x) + exp(2))", 1000, 1,
        "exp(x - max(x, -x, 2))/(exp(x - max(x, -x, 2)) + exp(-x - max(x, -x, 2)) + exp(2 - max(x, -x, 2)))"
      ),
      (
        "log(exp(x)/(1 + exp(x) + exp(2*x)))", -1000, 1,
        "x - max(0, x, 2*x) - log(exp(-max(0, x, 2*x)) + exp(x - max(0, x, 2*x)) + exp(2*x - max(0, x, 2*x)))"
      ),
    ] as [(String, Double, Int, String)])
  func lostGradientsAreNamedWithAStableForm(text: String, x: Double, node: Int, stable: String) throws {
    let expression = try Expression(parsing: text)
    let record = expression.recorded([x])
    #expect(record.gradient["x"]?.isFinite == false)
    #expect(record.remarks.contains { $0.node == node && $0.kind.isTrouble })
    let suggestion = record.remarks.compactMap {
      if case .stableForm(_, let form) = $0.kind { form } else { nil }
    }
    #expect(suggestion == [stable])
    let better = try Expression(parsing: stable)
    let there = better.recorded([x])
    #expect(there.value.isFinite && there.gradient["x"]?.isFinite == true)
    for x in [0.3, 1, 2.5] {
      let (old, new) = (expression.recorded([x]), better.recorded([x]))
      #expect(abs(old.value - new.value) <= 1e-12)
      #expect(abs(old.gradient["x"]! - new.gradient["x"]!) <= 1e-12)
    }
  }

  @Test func stableFormsHaveTheRightSlopeAtTheirKink() throws {
    let softplus = try Expression(parsing: "(x + abs(x))/2 + log(1 + exp(-abs(x)))").recorded([0])
    #expect(softplus.gradient["x"] == 0.5)
  }

  @Test func theLengthOfAVectorHasNoSlopeAtTheOrigin() throws {
    let remarks = try Expression(parsing: "sqrt(x^2 + y^2)").recorded([0, 0]).remarks
    #expect(remarks.first?.kind == .length)
    #expect(remarks.first?.isKink == true)
  }

  @Test func namedSurfacesSayWhyToo() throws {
    #expect(
      try Surface(expression: "sqrt(x^2 + y^2)").remarks(at: SurfacePoint(x: 0, y: 0)).first?.kind == .length)
    #expect(!Surface(.ackley).remarks(at: SurfacePoint(x: 0, y: 0)).isEmpty)
    #expect(Surface(.rosenbrock).remarks(at: SurfacePoint(x: -1, y: 1)).isEmpty)
  }

  /// If a value or a gradient is no finite number, something is said, whatever is typed.
  @Test func nothingIsLostWithoutAWord() throws {
    var generator = SplitMix64(seed: 5)
    func formula(_ depth: Int) -> String {
      if depth == 0 { return ["x", "y", "0", "1", "2", "0.5", "x"][generator.integer(in: 0...6)] }
      let (a, b) = (formula(depth - 1), formula(generator.integer(in: 0...depth - 1)))
      switch generator.integer(in: 0...9) {
      case 0: return "(\(a) + \(b))"
      case 1: return "(\(a) - \(b))"
      case 2: return "(\(a)*\(b))"
      case 3: return "(\(a)/\(b))"
      case 4: return "(\(a))^(\(b))"
      case 5: return "max(\(a), \(b))"
      default:
        let name = UnaryFunction.allCases.map(\.rawValue)[generator.integer(in: 0...10)]
        return "\(name)(\(a))"
      }
    }
    var lost = 0
    for _ in 0..<3000 {
      let expression = try Expression(parsing: formula(generator.integer(in: 1...4)))
      let values = expression.variables.map { _ in [0, 1, -1, 800, -800, 1e200][generator.integer(in: 0...5)]
      }
      let record = expression.recorded(values)
      if record.value.isFinite, record.gradient.values.allSatisfy(\.isFinite) { continue }
      lost += 1
      let isExplained = record.remarks.contains { $0.kind.isTrouble }
      #expect(isExplained, "\(expression) at \(values)")
    }
    #expect(lost > 300)
  }
}
