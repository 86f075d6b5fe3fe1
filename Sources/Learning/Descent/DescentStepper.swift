import Autodiff

/// Makes the steps of a run, one state from another. It holds what a stretch of steps has in common.
struct DescentStepper {
  let problem: DescentProblem
  let tape: Tape<Double>

  /// Steps on `problem`, recorded on `tape`.
  init(_ problem: DescentProblem, on tape: Tape<Double>) {
    (self.problem, self.tape) = (problem, tape)
  }

  /// The state before the first step; `nil` if f or a gradient is not finite at the start.
  func start(_ configuration: OptimizerConfiguration) -> DescentState? {
    let memory = configuration.fresh(as: Double.self)
    return evaluated(problem.start, step: 0, memory, memory)
  }

  /// The state after one more step; `nil` if the run diverges there.
  func next(
    after state: DescentState, _ configuration: OptimizerConfiguration, _ schedule: Schedule
  ) -> DescentState? {
    let rate = schedule.rate(configuration.learningRate, at: state.step)
    let constants = configuration.constants(ofStep: state.step + 1, rate: rate, as: Double.self)
    let gradient = gradient(after: state, configuration)
    let x = configuration.update(state.point.x, gradient: gradient.dx, constants, state.xMemory)
    let y = configuration.update(state.point.y, gradient: gradient.dy, constants, state.yMemory)
    return evaluated(SurfacePoint(x: x.next, y: y.next), step: state.step + 1, x.memory, y.memory)
  }

  /// The gradient that the step after `state` uses: where the rule wants it, with noise.
  func gradient(
    after state: DescentState, _ configuration: OptimizerConfiguration
  ) -> (dx: Double, dy: Double) {
    var gradient = (dx: state.dx, dy: state.dy)
    if configuration.looksAhead {
      let probe = SurfacePoint(
        x: configuration.probe(at: state.point.x, state.xMemory),
        y: configuration.probe(at: state.point.y, state.yMemory))
      let ahead = problem.surface.valueAndGradient(at: probe, on: tape)
      gradient = (ahead.dx, ahead.dy)
    }
    if problem.noise > 0 {
      let disturbance = problem.disturbance(after: state.step)
      gradient = (gradient.dx + disturbance.dx, gradient.dy + disturbance.dy)
    }
    return gradient
  }

  func evaluated(
    _ point: SurfacePoint, step: Int, _ x: OptimizerMemory<Double>, _ y: OptimizerMemory<Double>
  ) -> DescentState? {
    guard abs(point.x) <= SurfacePoint.largest, abs(point.y) <= SurfacePoint.largest else { return nil }
    let (value, dx, dy) = problem.surface.valueAndGradient(at: point, on: tape)
    guard value.isFinite, dx.isFinite, dy.isFinite, !x.isNaN, !y.isNaN else { return nil }
    return DescentState(
      step: step, point: point, value: value, dx: dx, dy: dy, xMemory: x, yMemory: y)
  }
}
