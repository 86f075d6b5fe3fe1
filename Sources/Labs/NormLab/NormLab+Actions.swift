import Learning
import TerminalUI

extension NormLab {
  mutating func perform(_ action: NormAction) -> Effect? {
    let feature = column
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .example(let step): openExample(by: step)
    case .view(let step):
      let view = NormScene.View.allCases.neighbour(of: settings.view, by: step)
      tryChange { $0.view = view }
    case .scale(let step):
      let value = settings.scale[feature] + 0.5 * Double(step)
      tryChange { $0.setScale(value, feature: feature) }
    case .shift(let step):
      let value = settings.shift[feature] + 0.5 * Double(step)
      tryChange { $0.setShift(value, feature: feature) }
    case .drift(let step):
      tryChange { try $0.setDrift($0.drift + 0.5 * Double(step)) }
    case .epsilon(let step):
      guard let next = [0, 1e-5, 1e-3, 0.1, 1].rung(from: settings.epsilon, by: step) else {
        chrome.refuse("That is as far as the keys take epsilon.")
        return nil
      }
      tryChange { try $0.setEpsilon(next) }
    case .grouping: tryChange { $0.grouping = $0.grouping == .feature ? .channel : .feature }
    case .type:
      let text = settings.batch.rows.map { $0.map(Numeral.exact).joined(separator: " ") }.joined(
        separator: "; ")
      prompt = Prompt(.batch, LineEditor(prompt: "batch:", text: text, limit: 1_000))
    case .typeUpstream:
      let text = settings.upstream.map(Numeral.exact).joined(separator: " ")
      prompt = Prompt(.upstream, LineEditor(prompt: "gradient at the outputs:", text: text, limit: 400))
    }
    return nil
  }

  var code: [TextOverlay.Block] { NormCode.blocks(for: self) }
  var paragraph: String { NormWords.paragraph(for: self) }

  mutating func settle(after before: NormLab) { focus = min(focus, settings.batch.width - 1) }

  mutating func moveFocus(by step: Int) {
    let count = settings.batch.width
    guard count > 1 else {
      return chrome.refuse("There is one feature only: t types a batch of several columns.")
    }
    focus = ((focus + step) % count + count) % count
  }

  func line(pasted text: String, for purpose: Purpose) -> String {
    switch purpose {
    case .batch: PastedNumbers.rows(text)
    case .upstream: PastedNumbers.series(text)
    case .guess: text
    }
  }

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    switch purpose {
    case .batch: try change { try $0.setBatch(Grid(parsing: text)) }
    case .upstream:
      try change { try $0.setUpstream(NormScene.numbers(text, "the gradient", count: $0.batch.height)) }
    case .guess(let prediction): try judge(text, against: prediction, revealing: timeline.position + 1)
    }
  }
}
