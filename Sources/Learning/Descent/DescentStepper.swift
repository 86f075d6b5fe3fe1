import Autodiff

/// Makes the steps of a run, one state from another. It holds what a stretch of steps has in common, and of the problem
/// only what is computed with: copying the whole in every step took a fifth of a race's time.
struct DescentStepper {
  private let function: any SurfaceFunction
  private let (origin, noise, seed): (SurfacePoint, Double, UInt64)
  private let tape: Tape<Double>

  /// Steps on `problem`, recorded on `tape`.
  init(_ problem: DescentProblem, on tape: Tape<Double>) {
    (function, self.tape) = (problem.surface.function, tape)
    (origin, noise, seed) = (problem.start, problem.noise, problem.seed)
  }

  /// The state before the first step; `nil` if f or a gradient is not finite at the start.
  func start(_ configuration: OptimizerConfiguration) -> DescentState? {
    let memory = configuration.rule.fresh(as: Double.self)
    return evaluated(
      DescentState(step: 0, point: origin, value: 0, dx: 0, dy: 0, xMemory: memory, yMemory: memory))
  }

  /// The state after one more step; `nil` if the run diverges there.
  func next(
    after state: DescentState, _ configuration: OptimizerConfiguration, _ schedule: Schedule
  ) -> DescentState? {
    let rate = schedule.rate(configuration.learningRate, at: state.step)
    let gradient = gradient(after: state, configuration)
    return evaluated(configuration.rule.moved(from: state, along: gradient, rate: rate))
  }

  /// The gradient that the step after `state` uses: where the rule wants it, with noise.
  func gradient(
    after state: DescentState, _ configuration: OptimizerConfiguration
  ) -> (dx: Double, dy: Double) {
    var gradient = (dx: state.dx, dy: state.dy)
    let probe = configuration.rule.probe(from: state)
    if probe != state.point {
      let ahead = function.valueAndGradient(at: probe, on: tape)
      gradient = (ahead.dx, ahead.dy)
    }
    if noise > 0 {
      let disturbance = disturbance(after: state.step)
      gradient = (gradient.dx + disturbance.dx, gradient.dy + disturbance.dy)
    }
    return gradient
  }

  /// What is added to the gradient in the step after `step`.
  ///
  /// It depends on the seed and the step alone, so that a run can be replayed from anywhere. Every step has four random
  /// numbers of the seed's sequence to itself.
  private func disturbance(after step: Int) -> (dx: Double, dy: Double) {
    var generator = SplitMix64(seed: seed &+ UInt64(truncatingIfNeeded: step) &* 4 &* SplitMix64.increment)
    let dx = noise * generator.normal()
    return (dx, noise * generator.normal())
  }

  /// `state` with f and its gradient where it stands; `nil` if one of them is not finite or the place is too far out.
  private func evaluated(_ state: DescentState) -> DescentState? {
    let point = state.point
    guard abs(point.x) <= SurfacePoint.largest, abs(point.y) <= SurfacePoint.largest else { return nil }
    var state = state
    (state.value, state.dx, state.dy) = function.valueAndGradient(at: point, on: tape)
    guard state.value.isFinite, state.dx.isFinite, state.dy.isFinite, !state.xMemory.isNaN,
      !state.yMemory.isNaN
    else { return nil }
    return state
  }
}
