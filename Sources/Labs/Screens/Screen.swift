import Curriculum
import Learning
import TerminalUI

/// Everything that can be on the screen: home, menus, lessons and labs, the last one opened in front.
///
/// Requests to open something and to go back are carried out here; only those that concern files, the clock, the
/// terminal or the program itself reach whoever runs it.
public struct Screen: Lab {
  private var stack: [any ScreenContent]
  private var size = Size(width: 0, height: 0)

  /// What the screens know of lessons and learner.
  public var library: Library {
    didSet { for index in stack.indices { stack[index].take(library) } }
  }

  /// Mouse, projector and theme, the same for all that is on the screen.
  public var display = DisplayOptions() {
    didSet {
      guard display != oldValue else { return }
      for index in stack.indices { stack[index].chrome.display = display }
    }
  }

  private init(_ content: some ScreenContent, _ library: Library, isProjected: Bool = false) {
    (stack, self.library) = ([content], library)
    display.isProjected = isProjected
    stack[0].chrome.display = display
  }

  /// The first screen.
  public init(home library: Library) { self.init(HomeScreen(library), library) }

  /// The lab that shows `scene`.
  ///
  /// - Parameter remark: what to know about the scene, shown until the first key.
  /// - Throws: ``LabRefusal`` when the lab cannot show it.
  public init(scene: Scene, remark: String? = nil) throws(LabRefusal) {
    var lab = try SceneLab(scene)
    if let remark { lab.chrome.say(remark) }
    self.init(lab, Library())
  }

  /// `lesson` from the step called `first` on, without a home screen behind it.
  public init(lesson: Lesson, from first: String? = nil, _ library: Library) {
    self.init(LessonPlayer(lesson, from: first, library: library), library)
  }

  /// `lesson` for a class, on a projector: as it stood in `state`, if there is one, but at the step with that `number`,
  /// counted from 1, where one is named.
  public init(presenting lesson: Lesson, resuming state: PresentState? = nil, at number: Int? = nil) {
    var present = PresentScreen(lesson)
    if let state { present.resume(state) }
    if let number { present.open(atStep: number - 1) }
    self.init(present, Library(), isProjected: true)
  }

  /// What is to be kept of the presentation in front; `nil` when there is none.
  public var presentState: PresentState? {
    (stack.last as? PresentScreen)?.state
  }

  /// What the one who presents `lesson` has to say, following the presentation by its messages.
  public init(notesFor lesson: Lesson) {
    self.init(NotesScreen(lesson), Library())
  }

  /// A round of questions called `title`, without a home screen behind it.
  public init(quiz sessions: [QuestionSession], title: String, _ library: Library) {
    self.init(QuizScreen(title: title, sessions, again: nil), library)
  }

  /// Whether time has to pass for what is in front.
  public var isMoving: Bool { stack.last?.isMoving ?? false }

  /// Takes up what the screen's terminal can show.
  public mutating func fit(_ look: Look) {
    (display.isColoured, display.isASCII) = (look.isColoured, look.glyphs == .ascii)
  }

  /// Whether everything is drawn for a projector.
  public var isProjected: Bool { display.isProjected }

  /// The colours of everything.
  public var theme: Theme { display.theme }

  /// How often time has to pass for it.
  public var pace: Pace { stack.last?.pace ?? .still }

  /// The scene in front; `nil` where there is none, as on the home screen.
  public var scene: Scene? { stack.last?.shownScene }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    if case .resized(let size) = event { self.size = size }
    if case .message = event, !(stack.last?.hearsMessages ?? false) { return .request(.news) }
    let effect = stack[stack.count - 1].update(event)
    display = stack[stack.count - 1].chrome.display
    switch effect {
    case .request(let request)?: return perform(request)
    case .back?: return back()
    case let effect: return effect
    }
  }

  private mutating func perform(_ request: Request) -> Effect? {
    switch request {
    case .scene(let text):
      do {
        push(try SceneLab(try Scene(parsing: text)))
      } catch {
        complain("\(error)")
      }
    case .lessons: push(LessonList(library))
    case .quizzes: push(QuizMenu(library))
    case .progress: push(ProgressScreen(library))
    case .search(let text): push(SearchScreen(library, query: text))
    case .quiz(let topics): openQuiz(topics)
    case .lesson, .lookUp, .missed, .review, .record, .present, .wish, .news, .save, .load:
      return .request(request)
    }
    return nil
  }

  /// How many questions a round has.
  private static let round = 10

  private mutating func openQuiz(_ topics: [QuizTopic]) {
    let quiz = Quiz(topics: topics, seed: library.seed)
    library.seed &+= 1
    let title = topics.isEmpty ? "All topics" : topics.map(\.title).joined(separator: ", ")
    openQuiz(
      quiz.prefix(Self.round).map { QuestionSession($0, after: library.progress) }, title: title,
      again: .quiz(topics))
  }

  /// Opens a round of questions called `title`; a round that is over in front makes way.
  public mutating func openQuiz(_ sessions: [QuestionSession], title: String, again: Request? = nil) {
    if stack.last is QuizScreen { stack.removeLast() }
    push(QuizScreen(title: title, sessions, again: again))
  }

  /// Opens `lesson` at the step called `first`; a lesson in front makes way, so that going back leads home.
  public mutating func open(_ lesson: Lesson, from first: String?) {
    if stack.last is LessonPlayer { stack.removeLast() }
    push(LessonPlayer(lesson, from: first, library: library))
  }

  /// Gives the lab in front the file that it has asked for.
  public mutating func take(file bytes: [UInt8], at path: String) {
    guard var lab = stack.last as? SceneLab else { return }
    lab.take(file: bytes, at: path)
    stack[stack.count - 1] = lab
  }

  /// Says, on what is in front, why something cannot be done.
  public mutating func complain(_ sentence: String) {
    stack[stack.count - 1].chrome.refuse(sentence)
  }

  /// Says something on what is in front, until the next key.
  public mutating func remark(_ sentence: String) {
    stack[stack.count - 1].chrome.say(sentence)
  }

  private mutating func push(_ content: some ScreenContent) {
    var content = content
    content.chrome.display = display
    _ = content.update(.resized(size))
    stack.append(content)
  }

  /// Leaves what is in front; from the last one, asks to leave the program.
  private mutating func back() -> Effect? {
    guard stack.count > 1 else { return .back }
    stack.removeLast()
    return stack[stack.count - 1].update(.resized(size))
  }

  /// Draws what is in front.
  public func draw(into frame: inout Frame) { stack.last?.draw(into: &frame) }

  /// Screens are equal when everything on them is, behind what is in front too.
  public static func == (one: Screen, other: Screen) -> Bool {
    one.size == other.size && one.display == other.display && one.stack.count == other.stack.count
      && zip(one.stack, other.stack).allSatisfy { $0.isEqual(to: $1) } && one.library == other.library
  }
}
