import Learning

/// A lesson or a quiz line by line, for screen readers, pipes and braille displays: what was typed goes in, what to print
/// and what to log come out. It waits for nothing and prints nothing itself.
public struct TextSession: Sendable {
  /// What follows from a line.
  public struct Turn: Hashable, Sendable {
    /// What to print, line by line, at most 76 columns wide.
    public var lines: [String] = []
    /// What to log.
    public var events: [ProgressRecord.Event] = []
    /// What to do with the scene of the step, and to print behind the lines.
    public var scene: SceneRequest?
  }

  /// What the reader wants of a scene.
  public enum SceneRequest: Hashable, Sendable {
    /// To have it printed.
    case look(Scene)
    /// To have keys pressed in it, as they were typed, and to have it printed then.
    case press([String], Scene)
  }

  /// A piece of the session: some text, maybe an exercise.
  struct Item: Sendable {
    var heading: [String]
    var reached: ProgressRecord.Event?
    var scene: Scene?
    /// What to show instead of the scene once the answer is known.
    var after: Scene?
    var exercise: (any ExerciseSession)?
    /// Whether the exercise was solved or shown in an earlier sitting.
    var wasSettled = false

    /// The scene that belongs to what was said last.
    var current: Scene? { exercise?.isOver == true ? after ?? scene : scene }
    var isOpen: Bool { exercise.map { !$0.isOver && !wasSettled } ?? false }
  }

  /// Whether the session has come to its end, or was left.
  public private(set) var isOver = false

  private var items: [Item]
  private var index = 0
  private let greeting: [String]
  private let ending: Turn

  /// What a line can be besides an answer.
  private enum Command: String {
    case next, back, hint, skip, look, quit, help
  }

  private static func command(_ text: String) -> Command? {
    switch text.lowercased() {
    case "": .next
    case "q": .quit
    case "?": .help
    case let word: Command(rawValue: word)
    }
  }

  init(_ items: [Item], greeting: [String] = [], ending: Turn) {
    (self.items, self.greeting, self.ending) = (items, greeting, ending)
  }

  mutating func begin(at first: Int) {
    if items.indices.contains(first) { index = first }
  }

  /// What to print first.
  public mutating func start() -> Turn {
    guard !items.isEmpty else { return end() }
    var turn = show()
    turn.lines = greeting + turn.lines
    return turn
  }

  /// Takes in one line: an answer, or one of `next` (an empty line will do), `back`, `hint`, `skip`, `look`, `press` with
  /// keys behind it, `help` and `quit` (`?` and `q` will do).
  public mutating func input(_ line: String) -> Turn {
    guard !isOver, items.indices.contains(index) else { return Turn() }
    let text = line.trimmed
    if let keys = Self.keys(in: text) { return scene { .press(keys, $0) } }
    guard let command = Self.command(text) else { return answer(text) }
    switch command {
    case .next:
      if let exercise = items[index].exercise, !exercise.isOver {
        return Turn(
          lines: TextLines.wrapped(exercise.howToAnswer) + ["Or type hint, skip, back, help or quit."])
      }
      return move(by: 1)
    case .back: return move(by: -1)
    case .hint: return hint()
    case .look: return scene(SceneRequest.look)
    case .help: return Turn(lines: help)
    case .skip:
      guard let record = items[index].exercise?.skip() else { return move(by: 1) }
      return reply(events: [.answered(record)])
    case .quit:
      isOver = true
      return Turn()
    }
  }

  /// The keys in `press right right`, or in `→` alone; `nil` when the line is something else.
  private static func keys(in text: String) -> [String]? {
    let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    if words.first?.lowercased() == "press" { return Array(words.dropFirst()) }
    return !words.isEmpty && words.allSatisfy { $0 == "→" || $0 == "←" } ? words : nil
  }

  private func scene(_ request: (Scene) -> SceneRequest) -> Turn {
    guard let scene = items[index].current else { return Turn(lines: ["There is no scene here."]) }
    return Turn(scene: request(scene))
  }

  private var help: [String] {
    let isOpen = items[index].exercise.map { !$0.isOver } ?? false
    var lines = isOpen ? TextLines.wrapped(items[index].exercise?.howToAnswer ?? "") : []
    lines.append(isOpen ? "You can also type:" : "An empty line goes on. You can also type:")
    lines.append("  back   the step before")
    if isOpen { lines += ["  hint   a hint; each says more than the one before", "  skip   the answer"] }
    if items[index].current != nil {
      lines += [
        "  look   the scene as a picture of characters",
        "  press  and names of keys: press right, press tab k, press i (in words)",
      ]
    }
    return lines + ["  quit   leave; what you did is kept"]
  }

  private mutating func answer(_ text: String) -> Turn {
    guard items[index].exercise?.isOver == false else {
      return Turn(lines: ["Press Enter to go on, or type back, help or quit."])
    }
    let record = items[index].exercise?.reply(text)
    return reply(events: record.map { [.answered($0)] } ?? [])
  }

  private mutating func hint() -> Turn {
    guard var exercise = items[index].exercise, !exercise.isOver else {
      return Turn(lines: ["There is nothing to answer here. Press Enter to go on."])
    }
    guard let event = exercise.hint() else {
      return Turn(lines: ["There is no further hint; skip shows the answer."])
    }
    items[index].exercise = exercise
    return Turn(lines: TextLines.wrapped("Hint: \(exercise.hints.last ?? "")"), events: [event])
  }

  /// What the question says after a reply.
  private func reply(events: [ProgressRecord.Event]) -> Turn {
    guard let exercise = items[index].exercise else { return Turn(events: events) }
    var lines = (exercise.request.map { [$0] } ?? exercise.feedback).flatMap { TextLines.wrapped($0) }
    if exercise.isOver, let after = items[index].after { lines.append("Scene: strider open '\(after)'") }
    lines.append(exercise.isOver ? "Press Enter to go on." : "Try again, or type hint or skip.")
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
    guard let exercise = item.exercise else {
      turn.lines.append("Press Enter to go on.")
      return turn
    }
    turn.lines += exercise.asked
    if exercise.isOver {
      turn.lines += ["You have answered this.", "Press Enter to go on."]
      return turn
    }
    if exercise.tries + exercise.hintsShown > 0 {
      let (tries, hints) = (exercise.tries, exercise.hintsShown)
      turn.lines.append(
        "So far: \(Plural.count(tries, "wrong answer")) and \(Plural.count(hints, "hint")).")
      turn.lines += exercise.hints.flatMap { TextLines.wrapped("Hint: \($0)") }
    }
    turn.lines.append("Your answer (or hint, skip, back, quit):")
    return turn
  }

  private mutating func end() -> Turn {
    isOver = true
    var turn = ending
    let open = items.count(where: \.isOpen)
    if open > 0 { turn.lines.append("\(Plural.count(open, "question")) still open.") }
    return turn
  }
}
