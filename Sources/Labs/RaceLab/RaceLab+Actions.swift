import Autodiff
import Learning
import TerminalUI

extension RaceLab {
  mutating func perform(_ action: RaceAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .view(let step): viewState.view = RaceScene.View.allCases.neighbour(of: viewState.view, by: step)
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
      if tryChange({ $0.seed &+= 1 }), setup.noise == 0 {
        chrome.say("There is no noise yet: n adds some.")
      }
    case .schedule(let step): changeSchedule(by: step)
    case .length(let step): changeLength(by: step)
    case .scale:
      guard !setup.surface.isCurve else {
        chrome.refuse("f does not depend on y: the curve has no shades.")
        return nil
      }
      viewState.shades = RaceScene.Shades.allCases.neighbour(of: viewState.shades, by: 1)
      chrome.say("Shades by \(viewState.shades.rawValue).")
    case .turn(let step):
      viewState.turn = (viewState.turn + 15 * step + 360) % 360
      viewState.view = .relief
    }
    return nil
  }

  mutating func perform(_ action: StartAction) {
    switch action {
    case .left: moveStart(x: -1, y: 0)
    case .right: moveStart(x: 1, y: 0)
    case .up, .down:
      guard !setup.surface.isCurve else {
        chrome.refuse("f does not depend on y: ← and → move the start.")
        return
      }
      moveStart(x: 0, y: action == .up ? 1 : -1)
    case .leave: isMovingStart = false
    }
  }

  var code: [TextOverlay.Block] { RaceCode.blocks(for: setup) }
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
    let count = setup.racers.count
    viewState.selected = ((number % count) + count) % count
  }

  private mutating func openPreset(by step: Int) {
    let all = RacePreset.allCases
    let next = all.neighbour(ofIndex: preset.flatMap(all.firstIndex(of:)), by: step)
    open(RaceVersion(setup: next.setup, count: next.steps, position: 0))
  }

  var openedVersion: RaceVersion {
    RaceVersion(setup: opened.setup, count: Self.length(of: opened), position: opened.step)
  }

  /// Goes back to the race as it was opened, and to how it was shown.
  mutating func restart() {
    open(openedVersion)
    viewState = opened.viewState
    isMovingStart = false
  }
}
