import Autodiff

/// Earlier states of a training, from which any other is replayed: those of the last hundred updates close together, older
/// ones further and further apart, all within a limit of bytes.
///
/// They only save time; what they hold follows from the rest. So all are equal.
struct Checkpoints<Element: Precision>: Equatable, Sendable {
  /// How far back every update, or every few, are kept.
  static var reach: Int { 100 }

  private let recentCapacity, recentStride, olderCapacity: Int
  /// Where update u stands is (u / stride) mod capacity.
  private var recent: [TrainingState<Element>] = []
  /// In order, `olderStride` updates apart from update 0 on; behind `olderCount` are places to be used again.
  private var older: [TrainingState<Element>]
  private var olderCount = 1
  private var olderStride = 16

  /// Checkpoints of a training that begins with `start`, which is always kept.
  init(_ start: TrainingState<Element>, byteLimit: Int) {
    let places = max(4, byteLimit / start.byteCount)
    recentStride = max(1, (Self.reach + places / 2 - 2) / max(1, places / 2 - 1))
    recentCapacity = min(places / 2, Self.reach / recentStride + 2)
    olderCapacity = min(64, places / 2) & ~1
    older = [start]
  }

  /// Whether a state after so many updates would be kept.
  func isDue(_ update: Int) -> Bool {
    update.isMultiple(of: recentStride) || update.isMultiple(of: olderStride)
  }

  /// Keeps a state if it is its turn.
  mutating func offer(_ state: TrainingState<Element>) {
    if state.update.isMultiple(of: recentStride) {
      let place = state.update / recentStride % recentCapacity
      if place < recent.count { recent[place].copy(state) } else { fill(place, with: state) }
    }
    guard state.update.isMultiple(of: olderStride), state.update > older[olderCount - 1].update else {
      return
    }
    if olderCount == olderCapacity {
      for place in 1..<olderCapacity / 2 { older.swapAt(place, 2 * place) }
      olderCount = olderCapacity / 2
      olderStride *= 2
      guard state.update.isMultiple(of: olderStride) else { return }
    }
    if olderCount < older.count { older[olderCount].copy(state) } else { older.append(state) }
    olderCount += 1
  }

  /// The last state that is kept of those up to `update`.
  func latest(upTo update: Int) -> TrainingState<Element> {
    var best = older[0]
    for state in older[..<olderCount] where state.update <= update { best = state }
    for state in recent where state.update <= update && state.update > best.update { best = state }
    return best
  }

  /// Forgets what comes after `update`.
  mutating func forget(after update: Int) {
    while older[olderCount - 1].update > update { olderCount -= 1 }
    for place in recent.indices where recent[place].update > update { recent[place].copy(older[0]) }
  }

  static func == (_: Checkpoints, _: Checkpoints) -> Bool { true }

  /// Fills the ring up to `place`, where a training does not go through all of them in order.
  private mutating func fill(_ place: Int, with state: TrainingState<Element>) {
    while recent.count < place { recent.append(older[0]) }
    recent.append(state)
  }
}
