import Curriculum
import Learning
import TerminalUI

extension LessonPlayer {
  mutating func perform(_ action: LessonAction?) -> Effect? {
    switch action {
    case nil: return nil
    case .proceed?: return proceed()
    case .next?: return go(to: index + 1)
    case .previous?: return go(to: index - 1)
    case .first?: return go(to: 0)
    case .last?: return go(to: lesson.steps.count - 1)
    case .scroll(let lines)?: scrollText(by: lines)
    case .timeline(let action)?:
      let effect = scene?.update(.key(action.key))
      // Beside the text the scene has a line of its own to answer on; as a mere picture it has none.
      if !isSideBySide, let toast = scene?.chrome.takeToast() { chrome.say(toast) }
      return effect
    case .touch?:
      if scene != nil { isTouching = true }
    case .reopen?: openScene()
    case .hint?: return hint()
    case .reveal?: return reveal()
    case .sheet?: chrome.show(LessonSheet.card(for: lesson))
    case .search?: return .request(.search(""))
    case .scene?: return (scene?.scene).map { chrome.showScene($0.description) }
    case .nextLesson?: return LessonFinish(self).next.map { .request(.lesson($0.id)) } ?? .back
    case .practise?:
      let topics = LessonFinish(self).practice
      if topics.isEmpty { chrome.say("There are no new questions about this lesson.") }
      return topics.isEmpty ? nil : .request(.quiz(topics))
    case .openQuestion?:
      guard let open = LessonFinish(self).open.first else {
        chrome.say("No question is open.")
        return nil
      }
      return go(to: open)
    case .chrome(let action)?: return chrome.perform(action, title: "Lesson", help: bindings.help)
    }
    return nil
  }

  /// To the open question first; the next step comes after it.
  private mutating func proceed() -> Effect? {
    if panels[index]?.panel.isOver == false {
      panels[index]?.panel.open()
      scroll = Scroll()
      return nil
    }
    return go(to: index + 1)
  }

  /// Goes to step `number`, counted from 0; the number of steps is the last page.
  mutating func go(to number: Int) -> Effect? {
    guard number >= 0 else {
      chrome.say("This is the first step.")
      return nil
    }
    guard number <= lesson.steps.count, number != index else { return nil }
    index = number
    enter()
    if isFinished { return .request(.record(.finished(lesson: lesson.id))) }
    return step.map { .request(.record(.reached(lesson: lesson.id, step: $0.id))) }
  }

  /// What coming to a step brings: its scene, its question, the top of its text.
  mutating func enter() {
    (scroll, isTouching) = (Scroll(), false)
    if step != nil { visited.insert(index) }
    panels[index - 1]?.panel.close()
    panels[index + 1]?.panel.close()
    openScene()
    guard let step, panels[index] == nil, let view = step.exercise?.view else { return }
    panels[index] = PanelBox(panel: view.panel(lesson.header, step: step.id, after: library.progress))
  }

  mutating func openScene() {
    let isAnswered = panels[index]?.panel.isOver == true
    show(isAnswered ? step?.answerScene ?? step?.scene : step?.scene)
    if !isAnswered, let cell = step?.exercise?.cell { scene?.ask(for: cell) }
  }

  private mutating func show(_ wanted: Scene?) {
    (scene, placedScene) = (nil, nil)
    guard let wanted else { return }
    do { scene = try SceneLab(wanted) } catch {
      chrome.refuse("The scene cannot be shown: \(error.description).")
    }
  }

  mutating func scrollText(by lines: Int) {
    let room = layout.reading
    let hidden = ReadingPane(lines: readingLines(width: room.width)).hidden(height: room.height)
    scroll.move(by: lines, hidden: hidden, fromEnd: isAtEnd)
  }

  // MARK: The question

  /// Gives `event` to the open answer.
  mutating func answer(_ event: Event) -> Effect? {
    ask { $0.update(event) }
  }

  private mutating func hint() -> Effect? { ask { $0.hint() } }

  private mutating func reveal() -> Effect? { ask { $0.giveUp() } }

  /// Does something with the step's question, and shows in the scene what comes of it.
  private mutating func ask(_ action: (inout any ExercisePanel) -> ExerciseOutcome) -> Effect? {
    guard var panel = panels[index]?.panel else {
      chrome.refuse("There is nothing to answer here.")
      return nil
    }
    let wasOver = panel.isOver
    let outcome = action(&panel)
    panels[index]?.panel = panel
    scroll = Scroll()
    if panel.isOver, !wasOver, let scene = step?.answerScene { show(scene) }
    return chrome.carryOut(outcome)
  }
}
