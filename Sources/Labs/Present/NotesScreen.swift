import Curriculum
import TerminalUI

/// What the speaker has to say, in a terminal that the class does not see. It follows a presentation of the same
/// lesson by the messages that come from there.
struct NotesScreen: Lab {
  let lesson: Lesson
  var chrome = LabChrome()
  /// What is known of the presentation.
  private(set) var link = Link.waiting
  /// The page looked at instead of the presentation's: 0 is the title, one more than there are steps the end.
  private(set) var own: Int?
  /// How far the notes have been scrolled.
  private(set) var scroll = Scroll()

  /// What is known of the presentation.
  enum Link: Equatable, Sendable {
    /// It has not begun.
    case waiting
    /// It stands there.
    case following(PresentMoment)
    /// It is over; where it stood.
    case ended(PresentMoment)
  }

  init(_ lesson: Lesson) { self.lesson = lesson }

  var isMoving: Bool { false }

  /// The last that was heard of the presentation.
  var moment: PresentMoment? {
    switch link {
    case .waiting: nil
    case .following(let moment), .ended(let moment): moment
    }
  }

  /// The page whose notes are shown.
  var index: Int { own ?? moment.map(page) ?? 0 }
  var step: LessonStep? { lesson.steps.indices.contains(index - 1) ? lesson.steps[index - 1] : nil }

  /// The page of `moment` in this lesson, which may have been edited since the presentation began.
  private func page(of moment: PresentMoment) -> Int {
    if let step = moment.step, let index = lesson.steps.firstIndex(where: { $0.id == step }) {
      return index + 1
    }
    return min(moment.index, lesson.steps.count + 1)
  }

  /// What the class thinks about the question of the notes' page.
  var votes: [PresentVote] {
    guard case .following(let moment) = link, page(of: moment) == index else { return [] }
    return moment.votes
  }

  /// Which of ``votes`` hands are counted for.
  var countedVote: Int? { votes.isEmpty ? nil : moment?.countedVote }

  /// What the keys ask for.
  enum Action: Hashable, Sendable {
    /// Something of the presentation.
    case wish(PresentWish)
    /// The notes of the step behind or before, whatever is presented.
    case ahead, back
    /// The presentation's notes again.
    case follow
    case scroll(Int)
    case chrome(ChromeAction)
  }

  static let bindings = Bindings<Action>([
    Bindings.Section(
      "The presentation",
      [
        Binding(
          [.pageDown, .space, .enter, .character("n")], .wish(.next), label: "next",
          help: "the class sees the next page"),
        Binding(
          [.pageUp, .backspace, .character("p")], .wish(.previous), label: "back",
          help: "the class sees the page before"),
        Binding("r", .wish(.reveal), label: "reveal", help: "the answer with its working, or hide it again"),
        Binding(".b", .wish(.blank), label: "blank", help: "an empty screen, or the page again"),
        Binding(
          "L", .wish(.lock), help: "lock all keys there but pages, blank and L; or unlock"),
        Binding([.function(5), .character("g")], .wish(.first), help: "the class sees the first step"),
        Binding("G", .wish(.last), help: "the class sees the last page"),
        Binding("e", .wish(.clock), help: "stop the time, or let it go on"),
        Binding("E", .wish(.resetClock), help: "the time from 0 again; soon after, as before"),
      ]),
    Bindings.Section(
      "Hands",
      [
        Binding("v", .wish(.vote), help: "count hands for each answer; v again ends that"),
        Binding("+=", .wish(.moreHands), help: "one hand more for the marked answer"),
        Binding("-_", .wish(.fewerHands), help: "one hand less"),
        Binding(
          [.tab], .wish(.nextAnswer), help: "mark the next answer; others are typed at the presentation"),
        Binding([.backTab], .wish(.previousAnswer), help: "mark the answer before"),
      ]),
    Bindings.Section(
      "Notes",
      [
        Binding(
          [.left, .character("h")], .back, label: "look around",
          help: "the notes of the step before, whatever is presented"),
        Binding([.right, .character("l")], .ahead, label: "look around", help: "the notes of the next step"),
        Binding([.character("f"), .escape], .follow, label: "follow", help: "follow the presentation again"),
        Binding([.up, .character("k")], .scroll(-1), label: "scroll", help: "the text up"),
        Binding([.down, .character("j")], .scroll(1), label: "scroll", help: "the text down"),
      ]),
    Bindings.Section(
      "Everywhere",
      ChromeAction.bindings(
        leaving: [.character("q")], "leave the notes; the presentation goes on", Action.chrome)),
  ])

  mutating func update(_ event: Event) -> Effect? {
    if case .message(let line) = event {
      hear(line)
      return nil
    }
    switch chrome.intercept(event) {
    case .none(let effect): return effect
    case .key(let key): return perform(Self.bindings[key])
    case .mouse(let mouse):
      switch mouse.action {
      case .scrollUp: scroll.move(by: -1, hidden: layout.hidden)
      case .scrollDown: scroll.move(by: 1, hidden: layout.hidden)
      case .press, .release: break
      }
      return nil
    case .paste, .tick: return nil
    }
  }

  private mutating func hear(_ line: String) {
    let before = index
    switch PresentMessage(line: line) {
    case .moment(let moment)? where moment.lesson == lesson.id: link = .following(moment)
    case .ended?: if let moment { link = .ended(moment) }
    case .moment?, nil: break
    }
    if index != before { scroll = Scroll() }
  }

  private mutating func perform(_ action: Action?) -> Effect? {
    switch action {
    case nil: return nil
    case .wish(let wish)?: return ask(for: wish)
    case .ahead?: look(at: index + 1)
    case .back?: look(at: index - 1)
    case .follow?: follow()
    case .scroll(let lines)?: scroll.move(by: lines, hidden: layout.hidden)
    case .chrome(let action)?: return chrome.perform(action, title: "Notes", help: Self.bindings.help)
    }
    return nil
  }

  /// Asks the presentation for `wish`; what comes of it is followed.
  private mutating func ask(for wish: PresentWish) -> Effect? {
    guard case .following = link else {
      chrome.refuse("Nothing is presented yet: strider present \(lesson.id) in another terminal")
      return nil
    }
    switch wish {
    case .next, .previous, .first, .last, .reveal, .vote: follow()
    case .moreHands, .fewerHands, .nextAnswer, .previousAnswer:
      guard moment?.countedVote != nil else {
        chrome.refuse("No hands are being counted: v begins that.")
        return nil
      }
      guard moment?.votes.isEmpty == false else {
        chrome.refuse("There is no answer yet: type one at the presentation.")
        return nil
      }
    case .blank, .lock, .clock, .resetClock: break
    }
    return .request(.wish(wish))
  }

  private mutating func follow() {
    guard own != nil else { return }
    (own, scroll) = (nil, Scroll())
  }

  private mutating func look(at target: Int) {
    guard 0...lesson.steps.count + 1 ~= target else { return }
    (own, scroll) = (target, Scroll())
  }
}
