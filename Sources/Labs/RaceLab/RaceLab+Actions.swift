import Autodiff
import Learning
import TerminalUI

extension RaceLab {
  mutating func perform(_ action: RaceAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .view(let step): view = RaceScene.View.allCases.neighbour(of: view, by: step)
    case .preset(let step): openPreset(by: step)
    case .surface(let step): changeSurface(by: step)
    case .rate(let step): changeRate(by: step)
    case .typeSetting, .typeRacer, .typeSurface, .typeStart: openPrompt(for: action)
    case .removeRacer: removeRacer()
    case .fairness: changeFairness()
    case .correction: changeCorrection()
    case .rotate(let step): rotate(by: step)
    case .stretch(let step): stretch(by: step)
    case .noise(let step): changeNoise(by: step)
    case .reseed:
      if tryChange({ $0.seed &+= 1 }), settings.noise == 0 {
        chrome.say("There is no noise yet: n adds some.")
      }
    case .schedule(let step): changeSchedule(by: step)
    case .length(let step): changeLength(by: step)
    case .scale:
      guard !settings.surface.isCurve else {
        chrome.refuse("f does not depend on y: the curve has no shades.")
        return nil
      }
      shades = RaceScene.Shades.allCases.neighbour(of: shades, by: 1)
      chrome.say("Shades by \(shades.rawValue).")
    case .turn(let step):
      turn = (turn + 15 * step + 360) % 360
      view = .relief
    }
    return nil
  }

  mutating func perform(_ action: StartAction) {
    switch action {
    case .left: moveStart(x: -1, y: 0)
    case .right: moveStart(x: 1, y: 0)
    case .up, .down:
      guard !settings.surface.isCurve else {
        chrome.refuse("f does not depend on y: ← and → move the start.")
        return
      }
      moveStart(x: 0, y: action == .up ? 1 : -1)
    case .leave: isMovingStart = false
    }
  }

  var code: [TextOverlay.Block] { RaceCode.blocks(for: settings) }
  var paragraph: String { RaceWords.paragraph(for: self) }
  var helpSections: [HelpSection] { RaceBindings.lab.help + RaceBindings.start.help }

  mutating func moveFocus(by step: Int) { select(selected + step) }

  mutating func openPane() {
    isMovingStart = true
    chrome.say("Arrows move the start; enter races from there.")
  }

  mutating func leavePane() -> Bool {
    defer { isMovingStart = false }
    return isMovingStart
  }

  /// Selects a racer, in a circle.
  mutating func select(_ number: Int) {
    let count = settings.racers.count
    selected = ((number % count) + count) % count
  }

  private mutating func openPreset(by step: Int) {
    let all = RacePreset.allCases
    let next = all.neighbour(ofIndex: preset.flatMap(all.firstIndex(of:)), by: step)
    open(RaceVersion(settings: next.scene, count: next.steps, position: 0, preset: next))
  }

  var openedVersion: RaceVersion {
    var start = opened.bare
    start.fairness = opened.fairness
    let known = RacePreset(of: start)
    return RaceVersion(
      settings: start, count: Self.length(of: opened, known), position: opened.step, preset: known)
  }

  /// Goes back to the race as it was opened, and to how it was shown.
  mutating func restart() {
    open(openedVersion)
    (selected, view, shades, turn) = (opened.selected, opened.view, opened.shades, opened.turn)
    isMovingStart = false
  }
}
