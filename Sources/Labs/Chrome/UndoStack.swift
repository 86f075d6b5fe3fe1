/// Earlier and later versions of what a lab lets its user edit.
///
/// The version before each edit is recorded; what only moves (the timeline, the cursor) is not an edit.
struct UndoStack<Version: Equatable & Sendable>: Equatable, Sendable {
  private var past: [Version] = []
  private var future: [Version] = []
  private let limit: Int

  /// An empty history that keeps the last `limit` edits.
  init(limit: Int = 200) {
    self.limit = max(1, limit)
  }

  /// Whether there is something to undo.
  var canUndo: Bool { !past.isEmpty }
  /// Keeps `version`, which an edit replaces. What had been undone is forgotten.
  mutating func record(_ version: Version) {
    past.append(version)
    if past.count > limit { past.removeFirst(past.count - limit) }
    future.removeAll()
  }

  /// The version before the last edit, `present` being kept for ``redo(from:)``; `nil` when there is none.
  mutating func undo(from present: Version) -> Version? {
    guard let version = past.popLast() else { return nil }
    future.append(present)
    return version
  }

  /// The version that the last undo left; `nil` when there is none.
  mutating func redo(from present: Version) -> Version? {
    guard let version = future.popLast() else { return nil }
    past.append(present)
    return version
  }
}
