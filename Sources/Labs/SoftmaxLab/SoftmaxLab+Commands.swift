import Learning
import TerminalUI

extension SoftmaxLab {
  mutating func perform(_ command: SoftmaxCommand) -> Effect? {
    switch command {
    case .timeline(let command): timeline.perform(command)
    case .common(let command): return perform(command)
    case .example(let step): openExample(by: step)
    case .view(let step):
      let view = SoftmaxScene.View.allCases.neighbour(of: settings.view, by: step)
      tryChange { $0.view = view }
    case .target(let step):
      if settings.view == .binary {
        let index = focus
        tryChange { $0.toggleLabel(index) }
      } else {
        let count = settings.logits.count
        tryChange { $0.setTarget((($0.target + step) % count + count) % count) }
      }
    case .score(let step):
      let (value, index) = (settings.logits[focus] + 0.5 * Double(step), focus)
      tryChange { $0.setLogit(value, at: index) }
    case .temperature(let step):
      guard isMulticlass("The temperature") else { return nil }
      climb(Self.temperatures, from: settings.temperature, by: step, "temperature") {
        scene, value throws(SoftmaxSceneError) in
        try scene.setTemperature(value)
      }
    case .shift(let step):
      climb(Self.shifts, from: settings.shift, by: step, "constant") { scene, value in scene.shift = value }
    case .lambda(let step):
      guard settings.view == .binary else {
        chrome.refuse("The penalty is shown with two classes: v goes on to that view.")
        return nil
      }
      climb(Self.lambdas, from: settings.lambda, by: step, "lambda") {
        scene, value throws(SoftmaxSceneError) in
        try scene.setLambda(value)
      }
    case .type:
      let text = settings.logits.map(Numeral.exact).joined(separator: " ")
      prompt = Prompt(.scores, LineEditor(prompt: "scores:", text: text, limit: 400))
    case .typeWeights:
      guard settings.view == .binary else {
        chrome.refuse("Weights are shown with two classes: v goes on to that view.")
        return nil
      }
      let text = settings.weights.map(Numeral.exact).joined(separator: " ")
      prompt = Prompt(.weights, LineEditor(prompt: "weights:", text: text, limit: 400))
    }
    return nil
  }

  private mutating func isMulticlass(_ what: String) -> Bool {
    if settings.view == .binary { chrome.refuse("\(what) is for softmax: v goes on to another view.") }
    return settings.view != .binary
  }

  private static let temperatures: [Double] = [0.1, 0.2, 0.5, 1, 2, 5, 10, 100]
  private static let shifts: [Double] = [-1000, -100, -10, -1, 0, 1, 10, 100, 1000]
  private static let lambdas: [Double] = [0, 0.001, 0.01, 0.05, 0.1, 0.5, 1]

  /// Sets a setting to the next rung of a ladder.
  private mutating func climb(
    _ ladder: [Double], from value: Double, by step: Int, _ name: String,
    _ set: (inout SoftmaxScene, Double) throws(SoftmaxSceneError) -> Void
  ) {
    guard let next = step > 0 ? ladder.first(where: { $0 > value }) : ladder.last(where: { $0 < value })
    else {
      chrome.refuse("That is as far as the keys take the \(name).")
      return
    }
    var scene = settings
    do { try set(&scene, next) } catch { return chrome.refuse(error.description) }
    tryChange { $0 = scene }
  }

  private mutating func openExample(by step: Int) {
    let all = SoftmaxExample.all
    let index = all.firstIndex { example in
      var scene = example
      scene.step = 0
      return scene == settings
    }
    var next = all.neighbour(ofIndex: index, by: step)
    let position = next.step
    next.step = 0
    open(SoftmaxVersion(settings: next, position: position))
  }

  var openedVersion: SoftmaxVersion {
    var start = opened
    start.step = 0
    return SoftmaxVersion(settings: start, position: opened.step)
  }

  var code: [TextOverlay.Block] { SoftmaxWords.code(for: self) }
  var paragraph: String { SoftmaxWords.paragraph(for: self) }
  var helpSections: [HelpSection] { SoftmaxBindings.lab.help }

  var version: SoftmaxVersion { SoftmaxVersion(settings: settings, position: timeline.position) }

  mutating func restore(_ version: SoftmaxVersion) {
    do { picture = try SoftmaxPicture(version.settings) } catch { return chrome.refuse(error.description) }
    settings = version.settings
    focus = min(focus, settings.logits.count - 1)
    timeline.jump(to: version.position)
  }

  /// Changes the settings, or answers a refusal on the message line.
  mutating func tryChange(_ edit: (inout SoftmaxScene) -> Void) {
    var scene = settings
    edit(&scene)
    guard scene != settings else { return }
    do {
      let changed = try SoftmaxPicture(scene)
      history.record(version)
      (settings, picture) = (scene, changed)
      focus = min(focus, scene.logits.count - 1)
    } catch { chrome.refuse(error.description) }
  }

  mutating func moveFocus(by step: Int) {
    let count = settings.logits.count
    focus = ((focus + step) % count + count) % count
  }

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    var scene = settings
    switch purpose {
    case .scores:
      do throws(SoftmaxSceneError) { try scene.setLogits(SoftmaxScene.numbers(text)) } catch {
        throw LabRefusal(error.description)
      }
      tryChange { $0 = scene }
    case .weights:
      do throws(SoftmaxSceneError) { try scene.setWeights(SoftmaxScene.numbers(text)) } catch {
        throw LabRefusal(error.description)
      }
      tryChange { $0 = scene }
    case .guess(let prediction, let position): try judge(text, against: prediction, revealing: position)
    }
  }
}
