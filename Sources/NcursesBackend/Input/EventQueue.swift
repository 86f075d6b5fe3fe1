import TerminalUI

/// Events that have arrived and not been taken, first in, first out.
struct EventQueue: Sendable {
  private var events: [Event] = []
  private var taken = 0

  /// Takes the oldest event.
  mutating func next() -> Event? {
    guard taken < events.count else { return nil }
    defer {
      taken += 1
      if taken == events.count {
        events.removeAll(keepingCapacity: true)
        taken = 0
      }
    }
    return events[taken]
  }

  /// Adds what `decode` appends.
  mutating func append(_ decode: (inout [Event]) -> Void) { decode(&events) }

  /// Adds the screen's size; sizes that it no longer has are dropped.
  mutating func append(resized size: Size) {
    events.removeSubrange(..<taken)
    taken = 0
    events.removeAll { if case .resized = $0 { true } else { false } }
    events.append(.resized(size))
  }
}
