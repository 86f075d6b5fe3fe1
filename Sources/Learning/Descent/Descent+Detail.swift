public import Autodiff

/// One step opened up: what went in, what was computed for both parameters, and what came out.
///
/// Of a diverging step some numbers are not finite.
public struct DescentStep: Hashable, Sendable {
  /// Which step, from 1.
  public let number: Int
  /// The rule that makes it.
  public let configuration: OptimizerConfiguration
  /// What both parameters have in common, the rate among it.
  public let constants: StepConstants<Double>
  /// The schedule's line, if the rate changes.
  public let rateLines: [FormulaLine]
  /// The update of x.
  public let x: OptimizerUpdate<Double>
  /// The update of y.
  public let y: OptimizerUpdate<Double>

  /// The rule with the numbers of x put in.
  public var xLines: [FormulaLine] { configuration.rule.lines(x, constants) }
  /// The rule with the numbers of y put in.
  public var yLines: [FormulaLine] { configuration.rule.lines(y, constants) }
}

extension Descent {
  /// Step `number` (from 1) of this run; `nil` for a step beyond divergence or beyond the limit.
  public func detail(ofStep number: Int, on tape: Tape<Double>) -> DescentStep? {
    guard number >= 1, number <= Limits.steps, divergedAt.map({ number <= $0 && $0 > 0 }) ?? true else {
      return nil
    }
    var run = self
    run.seek(to: number - 1, on: tape)
    guard run.state.step == number - 1 else { return nil }
    let state = run.state
    let configuration = racer.configuration(after: state.step)
    let rate = configuration.learningRate
    let constants = configuration.rule.constants(
      ofStep: number, rate: racer.schedule.rate(rate, at: state.step), as: Double.self)
    let gradient = DescentStepper(problem, on: tape).gradient(after: state, configuration)
    return DescentStep(
      number: number, configuration: configuration, constants: constants,
      rateLines: racer.schedule.lines(rate, at: state.step),
      x: configuration.rule.update(state.point.x, gradient: gradient.dx, constants, state.xMemory),
      y: configuration.rule.update(state.point.y, gradient: gradient.dy, constants, state.yMemory))
  }

  /// The whole path from step 0 to `steps`, not thinned: x, y and f. A run that diverges ends with the place where it
  /// did, whose numbers need not be finite.
  public static func path(
    _ problem: DescentProblem, _ racer: Racer, steps: Int, on tape: Tape<Double>
  ) -> (path: [(point: SurfacePoint, value: Double)], status: DescentStatus) {
    var run = Descent(problem, racer, on: tape)
    let steps = min(max(0, steps), Limits.steps)
    var path: [(point: SurfacePoint, value: Double)] = []
    path.reserveCapacity(steps + 1)
    if let value = run.value { path.append((run.state.point, value)) }
    while run.position < steps, run.divergedAt == nil {
      run.advance(on: tape)
      if run.divergedAt == nil { path.append((run.state.point, run.state.value)) }
    }
    if let divergedAt = run.divergedAt, let end = run.divergence(at: divergedAt, on: tape) {
      path.append(end)
    }
    return (path, run.status)
  }

  /// The place where the run diverged, whose numbers need not be finite; `nil` if it did not.
  public func divergence(
    at step: Int, on tape: Tape<Double>
  ) -> (point: SurfacePoint, value: Double)? {
    guard step == divergedAt else { return nil }
    let detail = detail(ofStep: step, on: tape)
    let point = detail.map { SurfacePoint(x: $0.x.next, y: $0.y.next) } ?? problem.start
    return (point, problem.surface.value(point.x, point.y))
  }
}
