/// States of a run in order, thinned so that there is always room: when it is full every second one goes, and from then
/// on only every second one comes in.
///
/// What is kept serves for drawing the track and as checkpoints: any state is replayed from the last one before it.
struct DescentHistory: Equatable, Sendable {
  /// The most states that are kept.
  static let capacity = 1024

  private(set) var states: [DescentState]
  /// The steps from one kept state to the next.
  private(set) var stride = 1

  init(_ first: DescentState) {
    states = []
    states.reserveCapacity(Self.capacity)
    states.append(first)
  }

  /// Keeps `state` if it is later than all others and its turn.
  mutating func offer(_ state: DescentState) {
    guard state.step > (states.last?.step ?? -1), state.step % stride == 0 else { return }
    if states.count == Self.capacity {
      thin()
      guard state.step % stride == 0 else { return }
    }
    if states.capacity < Self.capacity { states.reserveCapacity(Self.capacity) }
    states.append(state)
  }

  /// The kept states up to `step`.
  func upTo(_ step: Int) -> ArraySlice<DescentState> {
    states[..<firstIndex(after: step)]
  }

  /// Forgets what comes after `step`.
  mutating func truncate(after step: Int) {
    states.removeSubrange(firstIndex(after: step)...)
  }

  /// All kept states are `stride` apart, so the place follows from the step.
  private func firstIndex(after step: Int) -> Int { min(states.count, max(0, step) / stride + 1) }

  private mutating func thin() {
    for index in 0..<(states.count / 2) { states[index] = states[2 * index] }
    states.removeSubrange((states.count / 2)...)
    stride *= 2
  }
}
