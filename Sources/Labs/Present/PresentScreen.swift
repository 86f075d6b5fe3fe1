import Curriculum
import Learning
import TerminalUI

/// A lesson for a class: on a projector, one idea at a time, answers hidden until they are revealed.
///
/// What the speaker has to say is never drawn here; ``NotesScreen`` shows it in another terminal, which follows by
/// way of the requests ``Request/present(_:)``.
struct PresentScreen: Lab {
  let lesson: Lesson
  /// All pages.
  let places: [PresentPlace]
  /// The page on the screen, counted from 0.
  var position = 0
  var chrome = LabChrome()
  /// The lab of the page's scene.
  var scene: SceneLab?
  /// The scenes of pages before this one, as they were left.
  var kept: [Int: SceneLab] = [:]
  /// Whether the keys go to the scene, which then fills the screen.
  var isTouching = false
  /// What the class thinks, by step.
  var votes: [Int: ClassVote] = [:]
  /// Whether keys go to the vote.
  var isVoting = false
  /// Whether the audience sees an empty screen.
  var isBlanked = false
  /// Whether most keys are off.
  var isLocked = false
  /// Whether the next key says if the presentation is left.
  var isLeaving = false
  /// Seconds since the first step was shown; `nil` before.
  var seconds: Double?
  /// Whether they are not counted for a while.
  var isClockStopped = false
  /// The time before it was started from 0 again, which comes back when that was a slip.
  var earlierSeconds: Double?
  /// How far the speaker has scrolled the text.
  var scroll = Scroll()
  /// The number of a step, while it is typed.
  var typedNumber: StepNumber
  /// How the scene was told to be drawn; `nil` when it has to be told anew.
  var placement: Placement?
  /// What the notes were told last.
  private var announced: PresentMoment

  /// Room of a scene.
  struct Placement: Equatable, Sendable {
    let area: Rect
    let isAlone: Bool
  }

  /// `lesson` from its title on.
  init(_ lesson: Lesson) {
    self.lesson = lesson
    places = PresentPlace.all(of: lesson)
    typedNumber = StepNumber(count: lesson.steps.count)
    announced = PresentMoment(lesson, at: .title)
  }

  var place: PresentPlace { places[position] }
  var step: LessonStep? { place.index.map { lesson.steps[$0] } }
  var vote: ClassVote? { place.index.flatMap { votes[$0] } }

  /// What the notes have to know.
  var moment: PresentMoment {
    var moment = PresentMoment(lesson, at: place)
    (moment.isBlanked, moment.isLocked, moment.isClockStopped) = (isBlanked, isLocked, isClockStopped)
    moment.seconds = seconds.map { Int($0) }
    moment.votes = vote?.proposals.map { PresentVote($0.text, hands: $0.count) } ?? []
    moment.countedVote = isVoting ? vote?.selection : nil
    return moment
  }

  /// Whether the page has a picture. Most questions stand alone; Tab shows the scene all the same.
  var hasPicture: Bool {
    guard scene != nil else { return false }
    return place.stage != .question || step?.exercise?.picture != .hidden
  }

  /// A scene that is not in sight stands still.
  var isMoving: Bool { (scene?.isMoving ?? false) && placement != nil && chrome.letsTimePass && !isBlanked }
  var pace: Pace { isMoving ? .frames : seconds == nil || isClockStopped ? .still : .seconds }
  var bindings: Bindings<PresentAction> {
    if scene == nil { return PresentBindings.withoutScene }
    return placement == nil ? PresentBindings.withHiddenScene : PresentBindings.withScene
  }

  mutating func update(_ event: Event) -> Effect? {
    let before = isVoting ? vote : nil
    let effect = react(to: event)
    // A character that changes nothing in a vote moves nothing either.
    if case .key(.character) = event, isVoting, vote == before {} else { arrange() }
    if let effect { return effect }
    guard moment != announced else { return nil }
    announced = moment
    return .request(.present(moment))
  }

  private mutating func react(to event: Event) -> Effect? {
    if case .tick(let seconds) = event { pass(seconds) }
    if case .message(let line) = event { return PresentWish(line: line).flatMap { grant($0) } }
    if case .resized = event { return chrome.intercept(event).effect }
    if case .key(let key) = event, isLeaving { return leave(key) }
    if event == .key(.control("c")) { return askToLeave() }
    if isBlanked { return unblank(event) }
    // What cannot be seen cannot be steered.
    guard chrome.isUsable else { return nil }
    if isLocked { return turnOnly(event) }
    if isTouching { return touch(event) }
    switch chrome.intercept(event) {
    case .none(let effect): return effect
    case .tick: return isMoving ? scene?.update(event) : nil
    case .paste: return count(event)
    case .mouse(let mouse): return react(to: mouse)
    case .key(let key):
      if key == .pageUp || key == .pageDown { closeVote() }
      return isVoting ? count(event) : react(to: key)
    }
  }

  private mutating func pass(_ time: Double) {
    guard let before = seconds, !isClockStopped, time > 0, time.isFinite else { return }
    seconds = min(before + time, 999_999)
  }

  private mutating func unblank(_ event: Event) -> Effect? {
    switch event {
    case .key: isBlanked = false
    case .mouse, .paste, .tick, .resized, .message, .closed: break
    }
    return nil
  }

  /// While the keys are locked: what a clicker has, and the way out of it.
  private mutating func turnOnly(_ event: Event) -> Effect? {
    switch event {
    case .tick: return isMoving ? scene?.update(event) : nil
    case .key(.pageDown), .key(.pageUp), .key(.character(".")), .key(.character("b")), .key(.character("L")):
      guard case .key(let key) = chrome.intercept(event) else { return nil }
      return perform(bindings[key])
    case .key, .mouse, .paste, .resized, .message, .closed: return nil
    }
  }

  private mutating func react(to key: Key) -> Effect? {
    switch typedNumber.update(key, isFree: bindings[key] == nil) {
    case .unused: return perform(bindings[key])
    case .taken: break
    case .chosen(let index): go(toStep: index)
    case .refused(let reason): chrome.refuse(reason)
    }
    return nil
  }

  /// Gives `event` to the scene; when it is left, the presentation has the keys again. The keys that turn pages do so here
  /// as well, unless something that is read lies over the scene.
  private mutating func touch(_ event: Event) -> Effect? {
    if case .key(let key) = event, key == .pageUp || key == .pageDown, scene?.chrome.overlay == nil {
      isTouching = false
      return perform(bindings[key])
    }
    let effect = scene?.update(event)
    if let scene { chrome.display = scene.chrome.display }
    return came(effect)
  }

  private mutating func react(to mouse: MouseEvent) -> Effect? {
    guard let area = placement?.area, scene != nil, area.contains(mouse.point) else {
      switch mouse.action {
      case .scrollUp: scrollSlide(by: -1)
      case .scrollDown: scrollSlide(by: 1)
      case .press, .release: break
      }
      return nil
    }
    // Outside the scene only its last row, the timeline, takes clicks: cells are for its own screen.
    if !isTouching, mouse.action == .press, mouse.point.y < area.bottom - 1 { return nil }
    return came(scene?.update(.mouse(mouse.moved(into: area))))
  }

  /// What the scene asks for, as far as it is not for the presentation itself.
  private mutating func came(_ effect: Effect?) -> Effect? {
    switch effect {
    case .back?:
      isTouching = false
      return nil
    case .quit?: return askToLeave()
    case .print?, .mouse?, .request?, nil: return effect
    }
  }
}
