/// A lesson or a quiz line by line, for screen readers, pipes and braille displays: what was typed goes in, what to print
/// and what to log come out. It waits for nothing and prints nothing itself.
public struct TextSession: Hashable, Sendable {
  /// What follows from a line.
  public struct Turn: Hashable, Sendable {
    /// What to print, line by line, at most 76 columns wide.
    public var lines: [String] = []
    /// What to log.
    public var events: [ProgressRecord.Event] = []
  }

  /// A piece of the session: some text, maybe a question.
  struct Item: Hashable, Sendable {
    var heading: [String]
    var reached: ProgressRecord.Event?
    var question: QuestionSession?
  }

  /// Whether the session has come to its end, or was left.
  public private(set) var isOver = false

  private var items: [Item]
  private var index = 0
  private let ending: Turn

  /// What a line can be besides an answer.
  private enum Command: String, CaseIterable {
    case next, back, hint, skip, quit
  }

  init(_ items: [Item], ending: Turn) {
    (self.items, self.ending) = (items, ending)
  }

  mutating func begin(at first: Int) {
    if items.indices.contains(first) { index = first }
  }

  /// What to print first.
  public mutating func start() -> Turn {
    guard !items.isEmpty else { return end() }
    return show()
  }

  /// Takes in one line: an answer, or one of `next` (an empty line will do), `back`, `hint`, `skip`, `quit`.
  public mutating func input(_ line: String) -> Turn {
    guard !isOver, items.indices.contains(index) else { return Turn() }
    let text = line.trimmed
    guard let command = text.isEmpty ? .next : Command(rawValue: text.lowercased()) else {
      return answer(text)
    }
    switch command {
    case .next:
      if let question = items[index].question, !question.isOver {
        return Turn(lines: ["Answer, or type hint, skip, back or quit."])
      }
      return move(by: 1)
    case .back: return move(by: -1)
    case .hint: return hint()
    case .skip:
      guard let record = items[index].question?.skip() else { return move(by: 1) }
      return reply(events: [.answered(record)])
    case .quit:
      isOver = true
      return Turn()
    }
  }

  private mutating func answer(_ text: String) -> Turn {
    guard items[index].question?.isOver == false else {
      return Turn(lines: ["Press Enter to go on, or type back or quit."])
    }
    let record = items[index].question?.reply(text)
    return reply(events: record.map { [.answered($0)] } ?? [])
  }

  private mutating func hint() -> Turn {
    guard var question = items[index].question, !question.isOver else {
      return Turn(lines: ["There is nothing to answer here. Press Enter to go on."])
    }
    let shown = question.hintsShown
    question.hint()
    items[index].question = question
    let hint = question.hints.last ?? ""
    return Turn(
      lines: question.hintsShown > shown
        ? TextLines.wrapped("Hint: \(hint)") : ["There is no further hint; skip shows the answer."])
  }

  /// What the question says after a reply.
  private func reply(events: [ProgressRecord.Event]) -> Turn {
    guard let question = items[index].question else { return Turn(events: events) }
    var lines = question.feedback.flatMap { TextLines.wrapped($0) }
    lines.append(question.isOver ? "Press Enter to go on." : "Try again, or type hint or skip.")
    return Turn(lines: lines, events: events)
  }

  private mutating func move(by offset: Int) -> Turn {
    let next = index + offset
    if next < 0 { return Turn(lines: ["This is the beginning."]) }
    if next >= items.count { return end() }
    index = next
    return show()
  }

  private func show() -> Turn {
    let item = items[index]
    var turn = Turn(lines: item.heading, events: item.reached.map { [$0] } ?? [])
    if let question = item.question { turn.lines += TextLines.question(question.question) }
    let isOpen = item.question.map { !$0.isOver } ?? false
    turn.lines.append(isOpen ? "Your answer (or hint, skip, back, quit):" : "Press Enter to go on.")
    return turn
  }

  private mutating func end() -> Turn {
    isOver = true
    return ending
  }
}
