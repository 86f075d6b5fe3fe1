/// A lab whose edits can be taken back: it says what an edit replaces, and puts an earlier version back.
protocol VersionedLab {
  /// What undo returns to.
  associatedtype Version: Equatable, Sendable

  var chrome: LabChrome { get set }
  var history: UndoStack<Version> { get set }
  /// The present version.
  var version: Version { get }
  /// Puts `version` back, without recording anything.
  mutating func restore(_ version: Version)
}

extension VersionedLab {
  /// Takes back the last edit, or says that there is none.
  mutating func undo() {
    guard let earlier = history.undo(from: version) else { return chrome.refuse("There is nothing to undo.") }
    restore(earlier)
  }

  /// Brings back what was undone last, or says that there is nothing.
  mutating func redo() {
    guard let later = history.redo(from: version) else { return chrome.refuse("There is nothing to redo.") }
    restore(later)
  }

  /// Goes to `version` as an edit that can be taken back.
  mutating func open(_ next: Version) {
    let before = version
    restore(next)
    if version != before { history.record(before) }
  }
}
