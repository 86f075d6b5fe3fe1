/// A wrong answer and what leads to it.
public struct WrongAnswer: Hashable, Sendable {
  /// The answer.
  public let answer: Answer
  /// The answer as it is written.
  public let text: String
  /// What leads to it: one misconception, or several of which each gives this answer.
  public private(set) var explanations: [Explanation]

  init(_ answer: Answer, text: String? = nil, _ misconception: Misconception, working: String) {
    self.answer = answer
    self.text = text ?? answer.text
    explanations = [Explanation(misconception: misconception, working: working)]
  }

  /// The misconceptions, each once; more than one when the answer does not tell which it was.
  public var misconceptions: [Misconception] {
    explanations.map(\.misconception).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The misconception, when only one leads here.
  public var misconception: Misconception? { misconceptions.count == 1 ? misconceptions[0] : nil }

  /// What happened, to stand after "you": `forgot the + 1`, or `either forgot the + 1 or ignored the stride`.
  public var title: String {
    let titles = misconceptions.map(\.title)
    guard titles.count > 1 else { return titles.joined() }
    return "either \(titles.dropLast().joined(separator: ", ")) or \(titles[titles.count - 1])"
  }

  /// How it comes about, a paragraph for each explanation.
  public var workings: [String] {
    guard explanations.count > 1 else { return explanations.map(\.working) }
    return explanations.enumerated().map { "\($0.offset == 0 ? "Either" : "Or"): \($0.element.working)" }
  }

  /// Takes in that `misconception` leads here as well.
  mutating func add(_ misconception: Misconception, working: String) {
    let other = Explanation(misconception: misconception, working: working)
    if !explanations.contains(other) { explanations.append(other) }
  }
}

/// How a misconception leads to an answer.
public struct Explanation: Hashable, Sendable {
  /// What was taken for true, or forgotten.
  public let misconception: Misconception
  /// What it does to the numbers of the question, and what sets it right.
  public let working: String
}
