import Autodiff
import RealModule
import TestSupport
import Testing

typealias V = Variable<Double>

/// A function of one variable with points inside its domain.
struct UnaryCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let points: [Double]
  let function: @Sendable (V) -> V
  let plain: @Sendable (Double) -> Double

  init(
    _ name: String, at points: [Double], _ function: @escaping @Sendable (V) -> V,
    _ plain: @escaping @Sendable (Double) -> Double
  ) {
    (testDescription, self.points, self.function, self.plain) = (name, points, function, plain)
  }
}

@Suite struct ScalarRulesTests {
  static let unary: [UnaryCase] = [
    UnaryCase("negate", at: [-1.5, 0, 2], { -$0 }, { -$0 }),
    UnaryCase("exp", at: [-3, 0, 2.5], { .exp($0) }, { .exp($0) }),
    UnaryCase("expMinusOne", at: [-3, 1e-9, 2.5], { .expMinusOne($0) }, { .expMinusOne($0) }),
    UnaryCase("log", at: [0.1, 1, 40], { .log($0) }, { .log($0) }),
    UnaryCase("log(onePlus:)", at: [-0.5, 1e-9, 40], { .log(onePlus: $0) }, { .log(onePlus: $0) }),
    UnaryCase("sqrt", at: [0.01, 1, 9], { .sqrt($0) }, { .sqrt($0) }),
    UnaryCase("sin", at: [-2, 0, 1], { .sin($0) }, { .sin($0) }),
    UnaryCase("cos", at: [-2, 0, 1], { .cos($0) }, { .cos($0) }),
    UnaryCase("tan", at: [-1, 0, 1.2], { .tan($0) }, { .tan($0) }),
    UnaryCase("asin", at: [-0.9, 0, 0.5], { .asin($0) }, { .asin($0) }),
    UnaryCase("acos", at: [-0.9, 0, 0.5], { .acos($0) }, { .acos($0) }),
    UnaryCase("atan", at: [-5, 0, 0.5], { .atan($0) }, { .atan($0) }),
    UnaryCase("sinh", at: [-2, 0, 1], { .sinh($0) }, { .sinh($0) }),
    UnaryCase("cosh", at: [-2, 0, 1], { .cosh($0) }, { .cosh($0) }),
    UnaryCase("tanh", at: [-2, 0, 0.7], { .tanh($0) }, { .tanh($0) }),
    UnaryCase("asinh", at: [-2, 0, 1], { .asinh($0) }, { .asinh($0) }),
    UnaryCase("acosh", at: [1.1, 3, 20], { .acosh($0) }, { .acosh($0) }),
    UnaryCase("atanh", at: [-0.9, 0, 0.5], { .atanh($0) }, { .atanh($0) }),
    UnaryCase("relu", at: [-2, 0.5, 3], { .relu($0) }, { .relu($0) }),
    UnaryCase("sigmoid", at: [-30, -1, 0, 2, 30], { .sigmoid($0) }, { .sigmoid($0) }),
    UnaryCase("absolute", at: [-2, 3], { .absolute($0) }, { .absolute($0) }),
    UnaryCase("magnitude", at: [-2, 3], { $0.magnitude }, { $0.magnitude }),
    UnaryCase("x^0", at: [-2, 0, 3], { .power($0, 0) }, { .power($0, 0) }),
    UnaryCase("x^1", at: [-2, 0, 3], { .power($0, 1) }, { .power($0, 1) }),
    UnaryCase("x^2", at: [-2, 0, 3], { .power($0, 2) }, { .power($0, 2) }),
    UnaryCase("x^3", at: [-2, 0, 3], { .power($0, 3) }, { .power($0, 3) }),
    UnaryCase("x^4", at: [-2, 0, 3], { .power($0, 4) }, { .power($0, 4) }),
    UnaryCase("x^7", at: [-1.1, 0, 1.3], { .power($0, 7) }, { .power($0, 7) }),
    UnaryCase("x^-2", at: [-2, 0.7], { .power($0, -2) }, { .power($0, -2) }),
    UnaryCase("cube root", at: [-8, 2], { .root($0, 3) }, { .root($0, 3) }),
    UnaryCase("fourth root", at: [0.5, 16], { .root($0, 4) }, { .root($0, 4) }),
  ]

  @Test(arguments: unary) func unaryRuleAgreesWithDifferences(_ rule: UnaryCase) {
    #expect(!rule.points.isEmpty)
    for x in rule.points {
      expectGradient(at: [x]) { rule.function($0[0]) }
    }
  }

  @Test(arguments: unary) func unaryRuleHasThePlainValue(_ rule: UnaryCase) {
    for x in rule.points {
      #expect(rule.function(V(x)).value == rule.plain(x), "at \(x)")
    }
  }

  @Test func binaryRulesAgreeWithDifferences() {
    for (a, b) in [(2.0, 3.0), (0.5, -1.5), (4.0, 0.25)] {
      expectGradient(at: [a, b]) { $0[0] + $0[1] }
      expectGradient(at: [a, b]) { $0[0] - $0[1] }
      expectGradient(at: [a, b]) { $0[0] * $0[1] }
      expectGradient(at: [a, b]) { $0[0] / $0[1] }
      expectGradient(at: [a, b]) { .pow($0[0], $0[1]) }
      expectGradient(at: [a, b]) { .power($0[0], $0[1]) }
      expectGradient(at: [a, b]) { .maximum($0[0], $0[1]) }
      expectGradient(at: [a, b]) { .minimum($0[0], $0[1]) }
    }
  }

  @Test func integralPowersAgreeWithTheLibrary() {
    for n in -5...9 {
      for x in [-3.7, -0.2, 0, 1.3, 11] where x != 0 || n >= 0 {
        #expect(abs(Double.power(x, n) - .pow(x, n)) <= 4e-16 * abs(.pow(x, n)), "\(x)^\(n)")
        #expect(V.pow(V(x), n).value == .power(x, n))
      }
    }
  }

  @Test func constantsStandOnEitherSide() {
    expectGradient(at: [1.7]) { 3 - 2 * $0[0] / 5 + 1 / $0[0] }
    expectGradient(at: [1.7]) { .power($0[0], 2.5) + .power(2.5, $0[0]) }
    expectGradient(at: [1.7]) { .maximum($0[0], 1) * .minimum(9, $0[0]) }
  }

  @Test func sharedInputsAndFanOutAddUp() {
    expectGradient(at: [3]) { $0[0] * $0[0] }
    expectGradient(at: [3]) { $0[0] / $0[0] + ($0[0] - $0[0]) }
    expectGradient(at: [0.4, 1.3]) { p in
      let shared = V.exp(p[0] * p[1])
      return shared * shared + .sin(shared) / p[1] - .maximum(shared, p[0]) * shared
    }
    #expect(gradient(of: { $0[0] * $0[0] }, at: [3.0]) == [6])
  }

  @Test func kinksAreAsDocumented() {
    func slope(_ x: Double, _ f: (V) -> V) -> Double { gradient(of: { f($0[0]) }, at: [x])[0] }
    #expect(slope(0, V.relu) == 0)
    #expect(slope(0, V.absolute) == 0)
    #expect(gradient(of: { .maximum($0[0], $0[1]) }, at: [2.0, 2.0]) == [1, 0])
    #expect(gradient(of: { .minimum($0[0], $0[1]) }, at: [2.0, 2.0]) == [1, 0])
  }

  @Test func powersAtTheEdges() {
    func powers(_ a: Double, _ b: Double) -> (Double, [Double]) {
      Tape<Double>().valueAndGradient(at: [a, b]) { .power($0[0], $0[1]) }
    }
    #expect(powers(0, 0).0 == 1)
    #expect(powers(0, 0).1 == [0, 0])
    #expect(powers(0, 2).1 == [0, 0])
    #expect(powers(0, 1).1 == [1, 0])
    #expect(powers(-2, 0.5).0.isNaN)
    #expect(powers(-2, 2).0.isNaN)
    #expect(Double.power(0, 0) == 1 && Float.power(0, 0) == 1)
    #expect(V.pow(-2, 3).value == -8)
    #expect(V.pow(0, 0).value == 1)
  }

  @Test func nothingTraps() {
    let wild: [Double] = [
      0, -0.0, 1, -1, .infinity, -.infinity, .nan, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
    ]
    for rule in Self.unary {
      for x in wild { _ = gradient(of: { rule.function($0[0]) }, at: [x]) }
    }
    for n in [Int.min, -1, 0, 1, Int.max] {
      for x in wild { _ = gradient(of: { .pow($0[0], n) + .root($0[0], n) }, at: [x]) }
    }
    #expect(V.relu(V(.nan)).value.isNaN && V.sigmoid(V(.nan)).value.isNaN && V.absolute(V(.nan)).value.isNaN)
    #expect(V.maximum(1, V(.nan)).value.isNaN && V.minimum(V(.nan), 1).value.isNaN)
    #expect(V.exp(1000).value == .infinity)
    #expect(gradient(of: { V.exp($0[0]) }, at: [1000.0]) == [.infinity])
  }

  @Test func infiniteSlopesOffThePathDoNoHarm() {
    let slope = gradient(
      of: { p in
        _ = V.sqrt(p[0])  // slope +∞ at 0, but nothing depends on it
        return p[0] * 3
      }, at: [0.0])
    #expect(slope == [3])
  }
}
