import Curriculum
import TerminalUI

/// A question on the screen: typed or picked answers, hints, and what is said to them.
struct QuestionPanel: Equatable, Sendable {
  /// The learner at work on the question.
  private(set) var session: QuestionSession
  /// Whether keys go to the answer.
  private(set) var isOpen = false
  private(set) var editor: LineEditor
  /// What was answered last.
  private(set) var lastReply: String?
  /// The slips behind wrong answers so far.
  private(set) var slips: [Misconception] = []
  /// The choice that is marked.
  private(set) var selection = 0
  /// Whether the learner gave the question up; doing so again shows the answer.
  private(set) var isGivingUp = false

  init(_ session: QuestionSession) {
    self.session = session
    editor = Self.emptyEditor
  }

  private static let emptyEditor = LineEditor(prompt: "answer", limit: 200)

  private var question: Question { session.question }
  /// Whether one of the choices is picked instead of typing.
  private var isPicked: Bool { question.isPicked }

  /// Whether the pane around it is read from its end, where the question is at work.
  var isAtWork: Bool {
    isGivingUp || isOpen || session.isOver || session.tries > 0 || session.hintsShown > 0
  }

  /// Whether the keys that move in a line belong to what is being typed.
  private var isTyping: Bool { isOpen && !isPicked && !editor.text.isEmpty }

  /// Whether `event` goes to the answer: always while it is open, and to begin it with a character that may begin it.
  /// The letter of a name, as of `ln(2)`, begins one only where its key `isFree`, which is to say that it means nothing else.
  /// As long as nothing is typed, what moves in a line may move a scene beside it, if there `isScene`.
  mutating func takes(_ event: Event, isFree: Bool = false, besideScene isScene: Bool = false) -> Bool {
    switch event {
    case .key(.left), .key(.right), .key(.home), .key(.end):
      if isScene, !isTyping { return false }
    case .key(.character(let character)):
      if !isOpen, begins(with: character) || isFree && question.mayBeAnsweredByName(beginningWith: character)
      {
        open()
      }
    case .paste(let text):
      let first = text.first { !$0.isWhitespace }
      if !isOpen, !isPicked, let first,
        begins(with: first) || question.mayBeAnsweredByName(beginningWith: first)
      {
        open()
      }
    case .key, .mouse, .tick, .resized, .message, .closed: break
    }
    return isOpen
  }

  private func begins(with character: Character) -> Bool { question.mayBeAnsweredBeginning(with: character) }

  /// Lets keys go to the answer.
  mutating func open() {
    guard !session.isOver else { return }
    isOpen = true
  }

  /// Takes the keys away from the answer; what was typed stays.
  mutating func close() { isOpen = false }

  private static let overWords = "There is nothing to answer here any more."

  /// Shows one more hint.
  mutating func hint() -> ExerciseOutcome {
    guard !session.isOver else { return .say(Self.overWords) }
    return session.hint().map { .log($0) }
      ?? .say("There is no further hint; s, pressed twice, shows the answer.")
  }

  /// Gives up and shows the answer, when that is asked for twice in a row.
  mutating func giveUp() -> ExerciseOutcome {
    guard !session.isOver else { return .say(Self.overWords) }
    guard isGivingUp else {
      isGivingUp = true
      return .say("s once more gives the question up and shows its answer.")
    }
    isOpen = false
    return session.skip().map { .log(.answered($0)) } ?? .none
  }

  /// The learner does something else than giving up.
  mutating func goOn() { isGivingUp = false }

  /// Takes in a key or a paste while the answer is open.
  mutating func update(_ event: Event) -> ExerciseOutcome {
    editor.complaint = nil
    if event == .key(.character("?")) {
      let outcome = hint()
      if case .say = outcome { editor.complaint = "There is no further hint." }
      return outcome
    }
    return isPicked ? pick(event) : type(event)
  }

  private mutating func type(_ event: Event) -> ExerciseOutcome {
    switch editor.update(event) {
    case .editing: return .none
    case .cancelled:
      isOpen = false
      return .none
    case .accepted(let text):
      guard text.contains(where: { $0 != " " }) else {
        editor.complaint = "Type an answer first; ? gives a hint, esc leaves it open."
        return .none
      }
      let record = session.reply(text)
      if session.isOver {
        isOpen = false
      } else if record != nil {
        editor = Self.emptyEditor
      }
      return outcome(record)
    }
  }

  private mutating func outcome(_ record: AnswerRecord?) -> ExerciseOutcome {
    guard let record else {
      switch session.state {
      case .missed(.slip), .missed(.wrong):
        if session.request == nil {
          editor.complaint = "That was your answer before: try another; ? gives a hint."
        }
      case .missed(.unfinished), .missed(.unreadable), .missed(.right), .open, .solved, .revealed: break
      }
      return .none
    }
    lastReply = record.reply
    if let slip = record.slip { slips.append(slip) }
    return .log(.answered(record))
  }

  private mutating func pick(_ event: Event) -> ExerciseOutcome {
    guard case .key(let key) = event else { return .none }
    let count = question.choices.count
    switch key {
    case .up, .character("k"): selection = max(0, selection - 1)
    case .down, .character("j"): selection = min(count - 1, selection + 1)
    case .home: selection = 0
    case .end: selection = count - 1
    case .escape, .control("g"): isOpen = false
    case .enter, .space:
      let record = session.pick(.choice(selection))
      if session.isOver { isOpen = false }
      return outcome(record)
    case .character(let letter):
      if let index = question.choices.indices.first(where: { Answer.letter($0) == letter.lowercased() }) {
        selection = index
      }
    case .left, .right, .tab, .backTab, .backspace, .delete, .pageUp, .pageDown, .function, .control: break
    }
    return .none
  }
}

extension QuestionPanel {
  /// What begins the answer without more ado.
  var beginnings: String { question.beginnings }

  /// The keys that answer, for the footer.
  var footer: [FooterEntry] {
    let how: [FooterEntry] =
      isPicked
      ? [FooterEntry(keys: "↑↓", label: "choose"), FooterEntry(keys: "enter", label: "this one")]
      : [FooterEntry(keys: "enter", label: "answer")]
    return how + [FooterEntry(keys: "?", label: "hint"), FooterEntry(keys: "esc", label: "leave the answer")]
  }

  /// The question with everything said so far, wrapped to `width`.
  func lines(width: Int) -> [ReadingLine] {
    var lines = asked(width: width) + feedback(width: width)
    if !session.isOver {
      for (number, hint) in session.hints.enumerated() {
        lines += ReadingLine.lines(hint, after: "hint \(number + 1)  ", width: width, Style(.hint))
      }
    }
    if isOpen, !isPicked {
      lines.append(.field)
      let complaint = editor.complaint ?? (session.tries == 0 ? question.placeholder : nil)
      if let complaint { lines += ReadingLine.lines(complaint, after: "", width: width, .quiet) }
    } else if isOpen, let complaint = editor.complaint {
      lines += ReadingLine.lines(complaint, after: "", width: width, .quiet)
    }
    return lines
  }

  /// The question before anything has been said to it; what is said never changes how many lines that takes.
  func asked(width: Int) -> [ReadingLine] {
    var lines = ReadingLine.lines(question.sentence, after: "? ", width: width, Style(.plain, .bold))
    lines += ReadingLine.lines(question.grids, indent: 4, width: width)
    for (index, choice) in question.choices.enumerated() { lines += self.choice(index, choice, width: width) }
    return lines
  }

  /// Rows for the question and for the field: kept free from the beginning, so that nothing beside it moves when it comes.
  func rows(width: Int) -> Int { asked(width: width).count + 1 }

  private func choice(_ index: Int, _ text: String, width: Int) -> [ReadingLine] {
    let isMarked = isPicked && isOpen && index == selection
    let isRight = session.isOver && question.answer == .choice(index)
    let mark = isRight ? "✓ " : isMarked ? "› " : "  "
    let style = isRight ? Style(.right, .bold) : isMarked ? Style(.accent, .bold) : .plain
    return ReadingLine.lines(text, after: "\(mark)\(Answer.letter(index))  ", width: width, style)
  }

  private func feedback(width: Int) -> [ReadingLine] {
    let (mark, style): (String, Style) =
      switch session.state {
      case .open: ("", .plain)
      case .missed(.unfinished), .missed(.unreadable): ("· ", Style(.hint))
      case .missed: (lastReply.map { "✗ \($0)  " } ?? "✗ ", Style(.wrong))
      case .solved: ("✓ ", Style(.right))
      case .revealed: ("→ ", Style(.hint))
      }
    return session.feedback.enumerated().flatMap { number, paragraph in
      ReadingLine.lines(
        paragraph, after: number == 0 ? mark : "  ", width: width,
        number == 0 ? style.with(.bold) : .plain)
    }
  }

  /// Draws the line that is being typed into `field`.
  func drawField(into frame: inout Frame, in field: Rect) {
    editor.draw(into: &frame, in: field)
  }
}
