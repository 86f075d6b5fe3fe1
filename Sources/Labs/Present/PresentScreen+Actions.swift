import Curriculum
import Learning
import TerminalUI

extension PresentScreen {
  mutating func perform(_ action: PresentAction?) -> Effect? {
    switch action {
    case nil: break
    case .next?: go(to: position + 1)
    case .previous?: go(to: position - 1)
    case .first?: go(toStep: 0)
    case .last?: go(to: places.count - 1)
    case .blank?: isBlanked = true
    case .reveal?: reveal()
    case .vote?: openVote()
    case .lock?: isLocked.toggle()
    case .clock?:
      stopOrStartClock()
      chrome.say(isClockStopped ? "The time stands still; e lets it go on." : "The time goes on.")
    case .resetClock?: resetClock()
    case .scroll(let lines)?: scrollSlide(by: lines)
    case .timeline(let action)?: return scene?.update(.key(action.key))
    case .touch?: isTouching = scene != nil
    case .reopen?: openScene()
    case .chrome(.back)?, .chrome(.quit)?: return askToLeave()
    case .chrome(let action)?:
      return chrome.perform(action, title: "Presenting", help: bindings.help)
    }
    return nil
  }

  private mutating func stopOrStartClock() {
    if seconds == nil { seconds = 0 } else { isClockStopped.toggle() }
  }

  /// How long the time before is remembered, in seconds.
  private static let regret = 10.0

  /// The time from 0, or, soon after, as if that had not been asked for.
  private mutating func resetClock() {
    isClockStopped = false
    if let earlier = earlierSeconds, let seconds, seconds < Self.regret {
      (self.seconds, earlierSeconds) = (earlier + seconds, nil)
      return chrome.say("The time goes on as before.")
    }
    (seconds, earlierSeconds) = (0, seconds)
    chrome.say(
      earlierSeconds == nil ? "The time starts from 0." : "The time starts from 0; E takes that back.")
  }

  // MARK: Leaving

  /// Asks whether the presentation is to be left; without room for the question it is.
  mutating func askToLeave() -> Effect? {
    guard chrome.isUsable else { return .quit }
    (isLeaving, isBlanked) = (true, false)
    return nil
  }

  /// Takes the answer: whatever else is pressed, the presentation goes on.
  mutating func leave(_ key: Key) -> Effect? {
    isLeaving = false
    switch key {
    case .character("y"), .control("c"): return .back
    case .pageDown, .pageUp: return update(.key(key))
    case .up, .down, .left, .right, .enter, .escape, .tab, .backTab, .backspace, .delete, .home, .end,
      .function,
      .character, .control:
      return nil
    }
  }

  // MARK: Notes

  /// Does what the notes ask for. Whatever lies over the page makes way, and the lock is for the keys at the screen alone.
  mutating func grant(_ wish: PresentWish) -> Effect? {
    switch wish {
    case .lock: isLocked.toggle()
    case .clock: stopOrStartClock()
    case .resetClock: resetClock()
    case .next: turn(.next)
    case .previous: turn(.previous)
    case .first: turn(.first)
    case .last: turn(.last)
    case .reveal: turn(.reveal)
    case .blank: isBlanked.toggle()
    case .vote: if isVoting { closeVote() } else { turn(.vote) }
    case .moreHands: countHands(.character("+"))
    case .fewerHands: countHands(.character("-"))
    case .nextAnswer: countHands(.down)
    case .previousAnswer: countHands(.up)
    }
    return nil
  }

  /// Counts hands by `key` from another terminal, unless an answer is being typed here.
  private mutating func countHands(_ key: Key) {
    if isVoting, let index = place.index, votes[index]?.leaveEmptyField() == true { _ = count(.key(key)) }
  }

  /// Carries out `action` from another terminal; as with the keys, a blank screen only comes back.
  private mutating func turn(_ action: PresentAction) {
    if isBlanked { return isBlanked = false }
    (isLeaving, isTouching) = (false, false)
    chrome.closeOverlay()
    closeVote()
    typedNumber = StepNumber(count: lesson.steps.count)
    _ = perform(action)
  }

  /// Scrolls the text by `lines`, as far as there is more of it.
  mutating func scrollSlide(by lines: Int) {
    let layout = layout
    scroll.move(by: lines, hidden: layout.lines.count - layout.slide.height)
  }

  // MARK: Pages

  /// Goes to the text of step `index`, counted from 0.
  mutating func go(toStep index: Int) {
    if let target = places.firstIndex(of: .step(index, .text)) { go(to: target) }
  }

  /// Goes to page `target`, counted from 0. A scene that is left behind is found again on the way back; what lies ahead
  /// is always fresh.
  mutating func go(to target: Int) {
    guard places.indices.contains(target) else {
      chrome.say(target < 0 ? "This is the first page." : "This is the last page.")
      return
    }
    guard target != position else { return }
    if place == .title, seconds == nil { seconds = 0 }
    let question = place.stage == .question ? scene : nil
    kept[position] = scene
    (position, scene, placement) = (target, kept[target], nil)
    kept = kept.filter { $0.key < target }
    (scroll, isTouching, isVoting) = (Scroll(), false, false)
    if scene == nil { openScene(after: question) }
  }

  /// The scene as the lesson opens it; with the answer it stays as it was with the question, `before`, unless the answer
  /// has a picture of its own.
  mutating func openScene(after before: SceneLab? = nil) {
    (scene, placement) = (nil, nil)
    guard let step else { return }
    var wanted = step.scene
    if place.stage == .answer {
      if step.answerScene == nil, let before {
        scene = before
        return
      }
      // The answer is worked out with the lesson's settings: others would contradict it.
      if let cell = step.exercise?.cell, let shown = before?.scene, shown.making(cell) != step.answerScene {
        chrome.say("The picture has the settings of the question again.")
      }
      wanted = step.answerScene ?? wanted
    }
    guard let wanted else { return }
    do {
      var lab = try SceneLab(wanted)
      if place.stage == .question { lab.ask(for: step.exercise?.cell) }
      scene = lab
    } catch {
      chrome.refuse("The scene cannot be shown: \(error.description).")
    }
  }

  // MARK: Questions

  private mutating func reveal() {
    guard let step, step.exercise != nil else { return chrome.say("There is no question here.") }
    switch place.stage {
    case .answer: go(to: position - 1)
    case .question: go(to: position + 1)
    // The answer would come before the question has been seen.
    case .text, nil: go(to: position + 1)
    }
  }

  private mutating func openVote() {
    guard let index = place.index, let view = lesson.steps[index].exercise?.view else {
      return chrome.say("There is no question here.")
    }
    guard var vote = votes[index] ?? view.vote(resuming: []) else {
      return chrome.say("There is nothing to vote on here.")
    }
    switch place.stage {
    case .answer: return chrome.say("The vote is closed: the answer is shown. r hides it.")
    case .text: go(to: position + 1)
    case .question, nil: break
    }
    vote.open()
    votes[index] = vote
    (isVoting, scroll) = (true, Scroll())
  }

  /// Gives `event` to the open vote. A key that means nothing there may be one that is needed at any time.
  mutating func count(_ event: Event) -> Effect? {
    guard isVoting, let index = place.index, var vote = votes[index] else { return nil }
    let outcome = vote.update(event)
    votes[index] = vote
    switch outcome {
    case .open: return nil
    case .closed: closeVote()
    case .unused:
      guard case .key(let key) = event else { return nil }
      switch bindings[key] {
      case .reveal?:
        closeVote()
        return perform(.reveal)
      case .blank?, .lock?, .clock?, .chrome(.help)?, .chrome(.projector)?, .chrome(.mouse)?,
        .chrome(.theme)?:
        return perform(bindings[key])
      case .next?, .previous?, .first?, .last?, .vote?, .resetClock?, .scroll?, .timeline?, .touch?, .reopen?,
        .chrome?, nil:
        votes[index]?.begin(byNameWith: key)
      }
    }
    return nil
  }

  /// Takes the keys away from the vote; what was counted stays on the screen.
  mutating func closeVote() {
    isVoting = false
    if let index = place.index, votes[index]?.isEmpty == true { votes[index] = nil }
  }
}
