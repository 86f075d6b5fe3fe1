/// Values of a run in order, one for each step, thinned so that there is always room: when it is full every second one
/// goes, and from then on only every second one comes in.
///
/// What is kept serves for drawing curves and as checkpoints. Steps are offered in order, from 0; those that are kept are
/// all ``stride`` apart, so that the place follows from the step.
struct ThinnedHistory<Value> {
  /// The most values that are kept.
  let capacity: Int
  private(set) var values: [Value] = []
  /// The steps from one kept value to the next.
  private(set) var stride = 1

  /// An empty history; its storage is reserved at the first value.
  init(capacity: Int = 1024) { self.capacity = capacity }

  /// Keeps a value if its step is later than all others and its turn.
  mutating func offer(_ value: Value, at step: Int) {
    guard step.isMultiple(of: stride), step / stride >= values.count else { return }
    if values.count == capacity {
      thin()
      guard step.isMultiple(of: stride) else { return }
    }
    if values.capacity < capacity { values.reserveCapacity(capacity) }
    values.append(value)
  }

  /// The values kept of the steps up to `step`.
  func upTo(_ step: Int) -> ArraySlice<Value> { values[..<count(upTo: step)] }

  /// Forgets what comes after `step`; everything if that is below 0.
  mutating func truncate(after step: Int) { values.removeSubrange(count(upTo: step)...) }

  private func count(upTo step: Int) -> Int { step < 0 ? 0 : min(values.count, step / stride + 1) }

  private mutating func thin() {
    for index in 0..<(values.count / 2) { values[index] = values[2 * index] }
    values.removeSubrange((values.count / 2)...)
    stride *= 2
  }
}

extension ThinnedHistory: Equatable where Value: Equatable {}
extension ThinnedHistory: Sendable where Value: Sendable {}
