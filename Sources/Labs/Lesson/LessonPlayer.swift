import Curriculum
import Learning
import TerminalUI

/// A lesson step by step: a little text, a scene to touch, a question.
///
/// On wide screens text and scene stand side by side; on small ones the scene stands below the text as a picture, and
/// fills the screen while the learner works in it.
struct LessonPlayer: Lab {
  let lesson: Lesson
  /// What is known of lessons and learner, for the last page.
  var library: Library
  var chrome = LabChrome()
  /// The step on the screen; the number of steps when the lesson is at its end.
  var index: Int
  /// The exercises met so far, by step.
  var panels: [Int: PanelBox] = [:]
  /// The lab of the step's scene.
  var scene: SceneLab?
  /// The steps seen in this sitting.
  var visited: Set<Int> = []
  /// Whether the keys go to the scene.
  var isTouching = false
  /// How far the reader has scrolled.
  var scroll = Scroll()
  /// Where the scene was told to be; `nil` when it has to be told anew.
  var placedScene: Rect?
  /// The layout as it was worked out last: a key that is typed must not wrap the whole step anew.
  var keptLayout: KeptLayout?
  /// The number of a step while it is typed.
  var typedNumber: StepNumber

  /// `lesson` from its first step on, or from the step called `first`.
  init(_ lesson: Lesson, from first: String? = nil, library: Library) {
    self.lesson = lesson
    self.library = library
    typedNumber = StepNumber(count: lesson.steps.count)
    index = first.flatMap { id in lesson.steps.firstIndex { $0.id == id } } ?? 0
    enter()
  }

  var step: LessonStep? { lesson.steps.indices.contains(index) ? lesson.steps[index] : nil }
  /// Whether the last page is shown.
  var isFinished: Bool { index >= lesson.steps.count }
  var isMoving: Bool { (scene?.isMoving ?? false) && chrome.letsTimePass }
  var bindings: Bindings<LessonAction> {
    if isFinished { return LessonBindings.atEnd }
    return scene == nil ? LessonBindings.withoutScene : LessonBindings.withScene
  }

  mutating func update(_ event: Event) -> Effect? {
    let effect = react(to: event)
    arrange()
    return effect
  }

  private mutating func react(to event: Event) -> Effect? {
    if isTouching, chrome.isUsable { return touch(event) }
    switch chrome.intercept(event) {
    case .none(let effect): return effect
    case .tick: return scene?.update(event)
    case .paste:
      return panels[index]?.panel.takes(event, isFree: false, besideScene: false) == true
        ? answer(event) : nil
    case .mouse(let mouse): return react(to: mouse)
    case .key(let key):
      let (action, isScene) = (bindings[key], scene != nil)
      if action != .reveal { panels[index]?.panel.goOn() }
      if panels[index]?.panel.takes(event, isFree: action == nil, besideScene: isScene) == true {
        return answer(event)
      }
      return react(to: key)
    }
  }

  private mutating func react(to key: Key) -> Effect? {
    switch typedNumber.update(key, isFree: bindings[key] == nil) {
    case .unused: return carryOut(key)
    case .taken: break
    case .chosen(let index): return go(to: index)
    case .refused(let reason): chrome.refuse(reason)
    }
    return nil
  }

  /// Does what `key` means; one that changes nothing says so.
  private mutating func carryOut(_ key: Key) -> Effect? {
    let action = bindings[key]
    // The scene answers for its own keys.
    if case .timeline? = action { return perform(action) }
    let before = self
    let effect = perform(action)
    if effect == nil, self == before { chrome.say(nothingCameOf: key, bindings.help.row(of: key)) }
    return effect
  }

  /// Gives `event` to the scene; when it is left, the lesson has the keys again.
  private mutating func touch(_ event: Event) -> Effect? {
    if case .resized = event { return chrome.intercept(event).effect }
    if case .mouse(let mouse) = event {
      // Beside it nothing happens: a click must not leave what is being typed in the scene.
      guard let place = scenePlace, place.contains(mouse.point) else { return nil }
      return forward(scene?.update(.mouse(mouse.moved(into: place))))
    }
    let effect = scene?.update(event)
    if let scene { chrome.display = scene.chrome.display }
    return forward(effect)
  }

  private mutating func forward(_ effect: Effect?) -> Effect? {
    guard effect == .back else { return effect }
    isTouching = false
    return nil
  }

  private mutating func react(to mouse: MouseEvent) -> Effect? {
    if let place = scenePlace, place.contains(mouse.point), scene != nil {
      // A click into the picture goes into the scene; one on its last row, the timeline, only moves it.
      if mouse.action == .press, isSideBySide || mouse.point.y < place.bottom - 1 {
        isTouching = true
        if !isSideBySide { return nil }
      }
      return forward(scene?.update(.mouse(mouse.moved(into: place))))
    }
    switch mouse.action {
    case .scrollUp: scrollText(by: -1)
    case .scrollDown: scrollText(by: 1)
    case .press, .release: break
    }
    return nil
  }
}
