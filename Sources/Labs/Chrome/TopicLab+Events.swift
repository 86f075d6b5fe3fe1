import TerminalUI

extension TopicLab {
  static var noun: String { "step" }
  var helpSections: [HelpSection] { Self.bindings.help }
  var keysAtWork: [HelpSection] { helpSections }

  mutating func take(_ key: Key) -> Effect? { press(key) }

  func line(pasted text: String, for purpose: Purpose) -> String { text }
  mutating func take(pasted text: String) {}

  /// Takes in one event.
  mutating func react(to event: Event) -> Effect? {
    switch chrome.intercept(event) {
    case .none(let effect): return effect
    case .tick(let seconds): timeline.tick(seconds: seconds)
    case .paste(let text):
      guard let purpose = prompt?.purpose else {
        take(pasted: text)
        return nil
      }
      updatePrompt(.paste(line(pasted: text, for: purpose)))
    case .mouse(let mouse): return react(to: mouse)
    case .key(let key):
      if prompt == nil { return pressed(key) }
      updatePrompt(event)
    }
    return nil
  }

  /// Digits that mean nothing else are the number of a step; every other key is the lab's, and one that changes nothing
  /// says so.
  private mutating func pressed(_ key: Key) -> Effect? {
    let row = keysAtWork.row(of: key)
    if chrome.stepNumber.isOpen || row == nil {
      (chrome.stepNumber.count, chrome.stepNumber.noun) = (timeline.count, Self.noun)
      chrome.stepNumber.isCovered = chrome.isCovered
      switch chrome.stepNumber.update(key, isFree: row == nil) {
      case .unused: break
      case .taken: return nil
      case .chosen(let position):
        timeline.jump(to: position)
        return nil
      case .refused(let reason):
        chrome.refuse(reason)
        return nil
      }
    }
    let before = self
    let effect = take(key)
    if effect == nil, self == before { chrome.say(nothingCameOf: key, row) }
    return effect
  }

  /// The wheel steps; a click on the scrub bar jumps, on a setting presses its key, and elsewhere is the lab's.
  private mutating func react(to mouse: MouseEvent) -> Effect? {
    guard prompt == nil else { return nil }
    switch mouse.action {
    case .release: break
    case .scrollUp: timeline.perform(.stepBack)
    case .scrollDown: timeline.perform(.stepForward)
    case .press:
      let layout = chromeLayout
      if layout.scrubBar.contains(mouse.point) {
        let bar = ScrubBar(timeline, noun: Self.noun)
        bar.position(atColumn: mouse.point.x, in: layout.scrubBar).map { timeline.jump(to: $0) }
      } else if let key = settingsLine.key(at: mouse.point, in: layout.settings) {
        return take(key)
      } else {
        click(at: mouse.point)
      }
    }
    return nil
  }
}
