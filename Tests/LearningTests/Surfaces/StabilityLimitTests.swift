import Autodiff
import Learning
import Testing

@Suite struct StabilityLimitTests {
  static let rules = [
    "sgd", "momentum:mu=0.9", "momentum:mu=0.3", "nesterov:mu=0.9", "nesterov:form=lookahead",
    "momentum-averaged:start=zero", "momentum-averaged:beta=0.5", "momentum-two-term:mu=0.9",
    "momentum-two-term:mu=0.2", "sgd:weight_decay=5", "momentum:weight_decay=3",
  ]

  /// 2% below the limit converges, 2% above diverges.
  @Test(arguments: rules)
  func theLimitIsWhereItIsSaidToBe(_ text: String) throws {
    let surface = try Surface(.quadratic, rotation: 30, condition: 100)
    var rule = try OptimizerConfiguration(parsing: text)
    let curvature = try #require(surface.curvature(on: Tape()))
    let limit = try #require(rule.stabilityLimit(on: curvature))
    let (tape, problem) = (Tape<Double>(), DescentProblem(surface))
    for (factor, converges) in [(0.98, true), (1.02, false)] {
      rule.learningRate = factor * limit.rate
      var run = Descent(problem, Racer(rule), on: tape)
      run.seek(to: 8000, on: tape)
      if converges {
        #expect(run.status == .settled, "\(run.state.gradientNorm)")
      } else {
        #expect(run.divergedAt != nil)
      }
    }
  }

  /// Surfaces and settings: λ = 100, μ = 0.9.
  @Test func numbersOfTheTable() throws {
    let curvature = try #require(Surface(.rotatedBowl).curvature(on: Tape()))
    func rate(_ text: String) throws -> Double {
      try #require(try OptimizerConfiguration(parsing: text).stabilityLimit(on: curvature)).rate
    }
    #expect(abs(try rate("sgd") - 0.02) < 1e-12)
    #expect(abs(try rate("momentum") - 0.038) < 1e-12)
    #expect(abs(try rate("nesterov") - 0.0135714) < 1e-7)
    let line = try OptimizerConfiguration(parsing: "momentum").stabilityLimit(on: curvature)?.line
    #expect(line?.numbers == "lr ← 2·(1 + 0.9)/100 = 0.038")
    #expect(line?.names == "lr ← 2·(1 + μ)/λ")
  }

  @Test func adaptiveRulesHaveNone() throws {
    let curvature = try #require(Surface(.bowl).curvature(on: Tape()))
    let without = OptimizerConfiguration.all.filter { $0.stabilityLimit(on: curvature) == nil }
    #expect(without.map(\.name) == ["adagrad", "adadelta", "rmsprop", "adam", "adamw", "nadam"])
    let saddle = try #require(Surface(.saddlePlain).curvature(on: Tape()))
    #expect(SGD().configuration.stabilityLimit(on: saddle) == nil)
  }
}
