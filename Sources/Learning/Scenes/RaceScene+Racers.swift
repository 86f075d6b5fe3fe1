import Autodiff

extension RaceScene.Setup {
  /// The racers of `surface` when none are named: those of its first prepared race; without one SGD, momentum and Adam
  /// at rates at which something is seen within 100 steps, see ``BriskRate``.
  public static func usualRacers(on surface: Surface) -> [OptimizerConfiguration] {
    if let prepared = preparedRacers(on: surface) { return prepared }
    let problem = DescentProblem(surface)
    let tape = Tape<Double>()
    return unpreparedRules.map { rule in
      var racer = rule
      racer.learningRate = BriskRate(problem).rate(of: rule, on: tape) ?? rule.learningRate
      return racer
    }
  }

  /// Whether the racers are those that the surface has when none are named.
  public var hasUsualRacers: Bool {
    let rules = Self.preparedRacers(on: surface) ?? Self.unpreparedRules
    // The rates are only looked for where they can decide.
    return racers.map(\.name) == rules.map(\.name) && racers == Self.usualRacers(on: surface)
  }

  private static let unpreparedRules = [SGD().configuration, Momentum().configuration, Adam().configuration]

  /// The racers of the first race prepared for the surface; their rates hold at every turn, but for its own condition
  /// alone.
  private static func preparedRacers(on surface: Surface) -> [OptimizerConfiguration]? {
    guard let kind = surface.kind, surface.condition == nil else { return nil }
    return RacePreset.allCases.lazy.map(\.setup).first { $0.surface.kind == kind }?.racers
  }
}

/// Finds a rate at which a race can be watched: the highest of 1, 2 and 5 times the powers of ten with which no step is
/// longer than a tenth of the window's diagonal, the run stays in the window, and f is lower at the end than at the start.
struct BriskRate {
  let problem: DescentProblem
  /// How long every trial is.
  let steps = 100

  /// Steeper walls than the last of these can bear are no picture.
  private static let rates: [Double] = [
    50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 1e-3, 5e-4, 2e-4, 1e-4, 5e-5, 2e-5,
    1e-5, 5e-6, 2e-6, 1e-6, 5e-7, 2e-7, 1e-7, 5e-8, 2e-8, 1e-8,
  ]

  init(_ problem: DescentProblem) { self.problem = problem }

  /// The rate; `nil` when there is none, as where f has no finite value at the start.
  func rate(of configuration: OptimizerConfiguration, on tape: Tape<Double>) -> Double? {
    let stepper = DescentStepper(problem, on: tape)
    return Self.rates.first { rate in
      var candidate = configuration
      candidate.learningRate = rate
      return isCalm(candidate, stepper)
    }
  }

  private func isCalm(_ configuration: OptimizerConfiguration, _ stepper: DescentStepper) -> Bool {
    guard let start = stepper.start(configuration) else { return false }
    let window = problem.surface.window
    let longest =
      SurfacePoint(x: window.x.lowerBound, y: window.y.lowerBound)
      .distance(to: SurfacePoint(x: window.x.upperBound, y: window.y.upperBound)) / 10
    var state = start
    for _ in 0..<steps {
      guard let next = stepper.next(after: state, configuration, .constant), window.contains(next.point),
        next.point.distance(to: state.point) <= longest
      else { return false }
      state = next
    }
    return state.value < start.value
  }
}
