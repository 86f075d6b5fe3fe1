/// The ids of steps, in order.
struct StepIDs: Equatable {
  /// All of them.
  var all: [String] = []
  /// Those that ask a question.
  var asking: [String] = []

  /// Of the steps in a parsed lesson, as far as they have ids.
  init(_ steps: Entry) {
    guard case .list(let items) = steps.content else { return }
    for item in items {
      guard case .text(let id)? = item["id"]?.content else { continue }
      all.append(id.trimmed)
      if Exercise.kinds.contains(where: { item[$0.field] != nil }) { asking.append(id.trimmed) }
    }
  }
}
