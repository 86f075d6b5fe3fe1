extension TopicLab {
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
