extension String {
  /// The row of a screen that holds a lab's footer; -1 when none does.
  var footerRow: Int {
    split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("? help") } ?? -1
  }
}
