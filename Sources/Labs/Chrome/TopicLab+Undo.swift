extension TopicLab {
  /// Changes the set-up, as an edit that can be taken back.
  ///
  /// - Throws: ``LabRefusal`` with the words of what `edit` throws, or of what does not fit; nothing is changed then.
  mutating func change(_ edit: (inout State.Setup) throws -> Void) throws(LabRefusal) {
    var changed = setup
    try LabRefusal.refusing { try edit(&changed) }
    guard changed != setup else { return }
    let before = version
    try install(changed)
    history.record(before)
  }

  /// As ``change(_:)``, but answers a refusal on the message line, and says whether there was none.
  @discardableResult
  mutating func tryChange(_ edit: (inout State.Setup) throws -> Void) -> Bool {
    do {
      try change(edit)
      return true
    } catch {
      chrome.refuse(error.description)
      return false
    }
  }

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
