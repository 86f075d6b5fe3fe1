public import Autodiff

/// One racer's run down a surface: a timeline that can be moved along in both directions, exactly.
///
/// The run is a value without clock or chance: position k always shows the same state. Going back replays from the last
/// kept state before it. The storage is reserved once and bounded; a run can be ``Limits/steps`` long. All movement takes
/// a tape to record gradients on; any will do, and the same one can serve all runs.
public struct Descent: Equatable, Sendable {
  /// The surface, the start and the noise.
  public let problem: DescentProblem
  /// The rule, its schedule, and its changes.
  public private(set) var racer: Racer
  /// The place on the timeline, 0 before the first step.
  public private(set) var position = 0
  /// Where the run stands: at ``position``, or at the last finite point before if it diverged.
  ///
  /// If the start itself is no finite place, `value` and the gradient are 0 here; see ``value``.
  public private(set) var state: DescentState
  /// The step at which the run diverges, as soon as it is known.
  public private(set) var divergedAt: Int?
  /// For drawing the track, and as checkpoints: any state is replayed from the last one before it.
  private var history = ThinnedHistory<DescentState>()

  /// A run before its first step.
  public init(_ problem: DescentProblem, _ racer: Racer, on tape: Tape<Double>) {
    (self.problem, self.racer) = (problem, racer)
    let start = DescentStepper(problem, on: tape).start(racer.configuration(after: 0))
    let memory = racer.configuration.rule.fresh(as: Double.self)
    state =
      start
      ?? DescentState(
        step: 0, point: problem.start, value: 0, dx: 0, dy: 0, xMemory: memory, yMemory: memory)
    divergedAt = start == nil ? 0 : nil
    history.offer(state, at: 0)
  }

  /// f where the run stands; `nil` if the start is no finite place.
  public var value: Double? { divergedAt == 0 ? nil : state.value }

  /// What has become of the run at ``position``.
  public var status: DescentStatus {
    if let divergedAt, position >= divergedAt { return .diverged(at: divergedAt) }
    return state.gradientNorm < Self.settledNorm ? .settled : .running
  }

  /// Below this ‖∇f‖ a run has settled.
  public static let settledNorm = 1e-6

  /// Whether the run stands where it has arrived; it may leave again.
  public var hasArrived: Bool { problem.surface.isArrival(state.point) }

  /// The track up to ``position``, thinned, oldest first; the present state may come after it.
  public var track: ArraySlice<DescentState> { history.upTo(state.step) }

  /// The distance to the nearest known minimum.
  public var distance: Double? { problem.surface.distanceToMinimum(from: state.point) }

  /// Moves to a place on the timeline, forward or back; places beyond ``Limits/steps`` are that limit.
  public mutating func seek(to target: Int, on tape: Tape<Double>) {
    position = min(max(0, target), Limits.steps)
    let last = divergedAt.map { min(position, max(0, $0 - 1)) } ?? position
    if let kept = history.upTo(last).last, state.step > last || kept.step > state.step { state = kept }
    walk(to: last, on: tape)
  }

  /// Takes one more step, or stays if the run is over.
  public mutating func advance(on tape: Tape<Double>) { seek(to: position + 1, on: tape) }

  /// Gives the run another racer. The steps that both make alike stay as they were worked out.
  public mutating func change(to racer: Racer, on tape: Tape<Double>) {
    let alike = self.racer.stepsAlike(racer)
    guard alike > 0, divergedAt != 0 else {
      let position = position
      self = Descent(problem, racer, on: tape)
      return seek(to: position, on: tape)
    }
    self.racer = racer
    history.truncate(after: alike)
    if let divergedAt, divergedAt > alike { self.divergedAt = nil }
    if state.step > alike, let kept = history.values.last { state = kept }
    seek(to: position, on: tape)
  }

  private mutating func walk(to last: Int, on tape: Tape<Double>) {
    guard state.step < last else { return }
    let stepper = DescentStepper(problem, on: tape)
    while state.step < last {
      let configuration = racer.configuration(after: state.step)
      let end = min(last, racer.nextChange(after: state.step) ?? last)
      while state.step < end {
        guard let next = stepper.next(after: state, configuration, racer.schedule) else {
          divergedAt = state.step + 1
          return
        }
        state = next
        history.offer(next, at: next.step)
      }
    }
  }
}
