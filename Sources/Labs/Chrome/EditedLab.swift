import Learning

/// A lab whose edits change the set-up of its scene, from which all that it computes follows.
protocol EditedLab: TopicLab {
  /// What is computed and how.
  var setup: State.Setup { get }
  /// Takes another set-up, with all that follows from it, without recording anything.
  ///
  /// - Throws: ``LabRefusal`` when it does not fit together; nothing is changed then.
  mutating func install(_ setup: State.Setup) throws(LabRefusal)
}

extension EditedLab {
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
}
