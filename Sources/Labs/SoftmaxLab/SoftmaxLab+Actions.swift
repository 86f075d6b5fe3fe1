import Learning
import TerminalUI

extension SoftmaxLab {
  mutating func perform(_ action: SoftmaxAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .example(let step): openExample(by: step)
    case .view(let step):
      let view = SoftmaxScene.View.allCases.neighbour(of: settings.view, by: step)
      tryChange { $0.view = view }
    case .target(let step):
      if settings.view.isBinary {
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
        try $0.setTemperature($1)
      }
    case .shift(let step):
      climb(Self.shifts, from: settings.shift, by: step, "constant") { $0.shift = $1 }
    case .lambda(let step):
      guard settings.view.isBinary else {
        chrome.refuse("The penalty is shown with two classes: v goes on to that view.")
        return nil
      }
      climb(Self.lambdas, from: settings.lambda, by: step, "lambda") { try $0.setLambda($1) }
    case .type:
      let text = settings.logits.map(Numeral.exact).joined(separator: " ")
      prompt = Prompt(.scores, LineEditor(prompt: "scores:", text: text, limit: 400))
    case .typeWeights:
      guard settings.view.isBinary else {
        chrome.refuse("Weights are shown with two classes: v goes on to that view.")
        return nil
      }
      let text = settings.weights.map(Numeral.exact).joined(separator: " ")
      prompt = Prompt(.weights, LineEditor(prompt: "weights:", text: text, limit: 400))
    }
    return nil
  }

  private mutating func isMulticlass(_ what: String) -> Bool {
    if settings.view.isBinary { chrome.refuse("\(what) is for softmax: v goes on to another view.") }
    return !settings.view.isBinary
  }

  private static let temperatures: [Double] = [0.1, 0.2, 0.5, 1, 2, 5, 10, 100]
  private static let shifts: [Double] = [-1000, -100, -10, -1, 0, 1, 10, 100, 1000]
  private static let lambdas: [Double] = [0, 0.001, 0.01, 0.05, 0.1, 0.5, 1]

  /// Sets a setting to the next rung of a ladder.
  private mutating func climb(
    _ ladder: [Double], from value: Double, by step: Int, _ name: String,
    _ set: (inout SoftmaxScene, Double) throws -> Void
  ) {
    guard let next = ladder.rung(from: value, by: step) else {
      return chrome.refuse("That is as far as the keys take the \(name).")
    }
    tryChange { try set(&$0, next) }
  }

  var code: [TextOverlay.Block] { SoftmaxCode.blocks(for: settings) }
  var paragraph: String { SoftmaxWords.paragraph(for: self) }

  mutating func settle(after before: SoftmaxLab) { focus = min(focus, settings.logits.count - 1) }

  mutating func moveFocus(by step: Int) {
    let count = settings.logits.count
    focus = ((focus + step) % count + count) % count
  }

  func line(pasted text: String, for purpose: Purpose) -> String {
    switch purpose {
    case .scores, .weights: PastedNumbers.series(text)
    case .guess: text
    }
  }

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    switch purpose {
    case .scores: try change { try $0.setLogits(SoftmaxScene.numbers(text)) }
    case .weights: try change { try $0.setWeights(SoftmaxScene.numbers(text)) }
    case .guess(let prediction, let position): try judge(text, against: prediction, revealing: position)
    }
  }
}
