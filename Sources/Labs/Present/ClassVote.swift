import Curriculum
import TerminalUI

/// What the class thinks the answer is: proposals with the hands that went up for each, typed in by the instructor.
///
/// The choices of a question stand there from the start; answers to other questions are typed.
struct ClassVote: Equatable, Sendable {
  /// An answer and how many are for it.
  struct Proposal: Equatable, Sendable {
    /// The answer as it is written.
    let text: String
    /// What it means.
    let answer: Answer
    /// What it is worth.
    let verdict: Verdict
    /// The hands for it.
    var count = 0
  }

  /// Whether the keys still go to the vote.
  enum Outcome: Equatable, Sendable {
    case open, closed
    /// They do, but the last one meant nothing here.
    case unused
  }

  let question: Question
  private(set) var proposals: [Proposal]
  /// The proposal whose hands are counted.
  private(set) var selection = 0
  /// Where another answer is typed; `nil` while hands are counted.
  private(set) var editor: LineEditor?
  /// Whether the next digit goes on with the number that is being typed.
  private var isTyping = false
  /// The proposals before each key that changed them.
  private var history = UndoStack<[Proposal]>()

  /// The most answers, and the most hands for one.
  private static let (mostProposals, mostHands) = (8, 999)

  /// A vote with the hands that were kept of an earlier one; answers that cannot be read any more are left out.
  init(_ question: Question, resuming votes: [PresentVote] = []) {
    self.question = question
    let hasChoices = question.isPicked
    proposals =
      hasChoices
      ? question.choices.indices.map { index in
        let answer = Answer.choice(index)
        return Proposal(text: Answer.letter(index), answer: answer, verdict: question.grade(answer))
      } : []
    if hasChoices {
      for vote in votes {
        guard let index = proposals.firstIndex(where: { $0.text == vote.text }) else { continue }
        proposals[index].count = min(vote.hands, Self.mostHands)
      }
    } else {
      for vote in votes where propose(vote.text) == nil {
        proposals[selection].count = min(vote.hands, Self.mostHands)
      }
      (selection, history) = (0, UndoStack())
    }
    open()
  }

  private static let emptyEditor = LineEditor(prompt: "an answer", limit: 40)

  /// Whether answers are picked instead of typed.
  var hasChoices: Bool { question.isPicked }
  /// All hands.
  var total: Int { proposals.reduce(0) { $0 + $1.count } }
  /// Whether there is something to show.
  var isEmpty: Bool { hasChoices ? total == 0 : proposals.isEmpty }
  /// The most hands for one answer.
  var most: Int { proposals.map(\.count).max() ?? 0 }

  /// Opens the vote again.
  mutating func open() {
    isTyping = false
    editor = proposals.isEmpty ? Self.emptyEditor : nil
  }

  /// Takes in one event.
  mutating func update(_ event: Event) -> Outcome {
    if editor != nil { return type(event) }
    guard case .key(let key) = event else { return .open }
    if key == .character("u") { return change(to: history.undo(from: proposals)) }
    if key == .control("r") { return change(to: history.redo(from: proposals)) }
    let before = proposals
    let outcome = count(key)
    if proposals != before { history.record(before) }
    return outcome
  }

  /// Takes a change back, or makes it again; `version` is `nil` when there is none.
  private mutating func change(to version: [Proposal]?) -> Outcome {
    guard let version else { return .unused }
    proposals = version
    select(selection)
    if proposals.isEmpty, !hasChoices { editor = Self.emptyEditor }
    return .open
  }

  // MARK: Answers

  private mutating func type(_ event: Event) -> Outcome {
    guard var editor else { return .open }
    if case .key(.character(let character)) = event, editor.text.isEmpty, !begins(with: character) {
      // Nothing is typed yet, and this is no answer: it means what it does while hands are counted.
      if character == "q" || !proposals.isEmpty { self.editor = nil }
      return character == "q" ? .closed : proposals.isEmpty ? .unused : update(event)
    }
    switch editor.update(event) {
    case .editing: self.editor = editor
    case .cancelled:
      self.editor = nil
      return proposals.isEmpty ? .closed : .open
    case .accepted(let text):
      if text.allSatisfy({ $0 == " " }) {
        self.editor = nil
        return proposals.isEmpty ? .closed : .open
      }
      editor.complaint = propose(text)
      self.editor = editor.complaint == nil ? nil : editor
    }
    return .open
  }

  /// Whether `character` begins an answer in an empty field. A point blanks the screen, a plus is a hand and r reveals: no
  /// answer needs them in front.
  private func begins(with character: Character) -> Bool {
    !".+r".contains(character)
      && (question.mayBeAnsweredBeginning(with: character)
        || question.mayBeAnsweredByName(beginningWith: character))
  }

  /// Leaves a field in which nothing has been typed; returns whether hands are counted then.
  mutating func leaveEmptyField() -> Bool {
    if editor?.text.isEmpty == true, !proposals.isEmpty { editor = nil }
    return editor == nil
  }

  /// Begins another answer with `key`, which means nothing else, if that may be the first letter of a name as in `ln(2)`.
  mutating func begin(byNameWith key: Key) {
    guard case .character(let character) = key else { return }
    guard editor == nil else {
      // An empty field takes it all the same, and says on Enter what it expects.
      _ = editor?.update(.key(key))
      return
    }
    guard question.mayBeAnsweredByName(beginningWith: character)
    else { return }
    editor = Self.emptyEditor
    _ = type(.key(key))
  }

  /// Adds `text`, or selects it where it is known; returns what is wrong with it.
  private mutating func propose(_ text: String) -> String? {
    let verdict = question.grade(text)
    guard let answer = question.reading(of: text) else {
      guard case .unreadable(let expected) = verdict else { return "That is no answer." }
      return "Write \(expected)."
    }
    if let request = verdict.request { return request }
    isTyping = false
    if let known = proposals.firstIndex(where: { $0.answer == answer }) {
      selection = known
      return nil
    }
    guard proposals.count < Self.mostProposals else { return "\(Self.mostProposals) answers are enough." }
    history.record(proposals)
    proposals.append(Proposal(text: text.filter { $0 != " " }, answer: answer, verdict: verdict))
    selection = proposals.count - 1
    return nil
  }

  // MARK: Hands

  private mutating func count(_ key: Key) -> Outcome {
    let hands = proposals[selection].count
    switch key {
    case .escape, .character("q"): return .closed
    case .enter:
      guard !hasChoices else { return .closed }
      editor = Self.emptyEditor
    case .up, .backTab: select(selection - 1)
    case .down, .tab: select(selection + 1)
    case .home: select(0)
    case .end: select(proposals.count - 1)
    case .backspace:
      proposals[selection].count = hands / 10
      isTyping = true
    case .delete:
      if hasChoices {
        proposals[selection].count = 0
      } else {
        proposals.remove(at: selection)
        select(selection)
        if proposals.isEmpty { editor = Self.emptyEditor }
      }
    case .character(let character): return count(character, hands)
    case .left, .right, .pageUp, .pageDown, .function, .control: return .unused
    }
    return .open
  }

  private mutating func count(_ character: Character, _ hands: Int) -> Outcome {
    switch character {
    case "+", "=": proposals[selection].count = min(hands + 1, Self.mostHands)
    case "-", "_": proposals[selection].count = max(hands - 1, 0)
    case "0"..."9":
      let digit = character.wholeNumberValue ?? 0
      let number = isTyping ? hands * 10 + digit : digit
      if number <= Self.mostHands { proposals[selection].count = number }
      isTyping = true
      return .open
    // Clickers send a point for an empty screen.
    case ".": return .unused
    default:
      guard question.mayBeAnsweredBeginning(with: character) else { return .unused }
      if hasChoices {
        select(question.choices.indices.first { Answer.letter($0) == character.lowercased() } ?? selection)
      } else {
        // It means nothing to the hands, so it begins another answer.
        editor = Self.emptyEditor
        return type(.key(.character(character)))
      }
    }
    isTyping = false
    return .open
  }

  private mutating func select(_ index: Int) {
    selection = min(max(0, index), max(0, proposals.count - 1))
    isTyping = false
  }

  /// The keys that work, for the footer: those of the vote, and the way out of it.
  var footer: (entries: [FooterEntry], trailing: [FooterEntry]) {
    if editor != nil {
      let closing = editor?.text.isEmpty == true ? [FooterEntry(keys: "q", label: "close the vote")] : []
      return (
        [FooterEntry(keys: "enter", label: "take it")],
        [FooterEntry(keys: "esc", label: proposals.isEmpty ? "no vote" : "no more answers")] + closing
      )
    }
    let pick = hasChoices ? "a…\(Answer.letter(question.choices.count - 1))" : "↑↓"
    let answers =
      hasChoices
      ? [] : [FooterEntry(keys: "enter", label: "another"), FooterEntry(keys: "del", label: "remove")]
    return (
      [FooterEntry(keys: pick, label: "answer"), FooterEntry(keys: "0…9+-", label: "hands")] + answers
        + [FooterEntry(keys: "r", label: "reveal"), FooterEntry(keys: ".", label: "blank")]
        + (history.canUndo ? [FooterEntry(keys: "u", label: "undo")] : []),
      [FooterEntry(keys: "q", label: "close the vote")]
    )
  }
}
