import Learning
import TerminalUI

extension AverageLab {
  mutating func perform(_ action: AverageAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .beta(let step): changeBeta(by: step)
    case .compare: compare()
    case .data(let step): changeData(by: step)
    case .start(let step): moveFocus(by: step)
    case .curve(let number): toggle(AverageStart.allCases[number])
    case .reseed:
      guard case .noise(let seed) = settings.data else {
        chrome.refuse("Only the noise has a seed: d goes on to it.")
        return nil
      }
      tryChange { $0.data = .noise(seed: seed &+ 1) }
    case .typeData:
      prompt = Prompt(
        .data, LineEditor(prompt: "data:", text: settings.data.text, limit: 100_000))
    case .typeBeta:
      let text = ([settings.beta] + settings.otherBetas).map(Numeral.exact).joined(separator: ",")
      prompt = Prompt(.beta, LineEditor(prompt: "beta, or several:", text: text, limit: 200))
    }
    return nil
  }

  var code: [TextOverlay.Block] { AverageCode.blocks(for: settings) }
  var paragraph: String { AverageWords.paragraph(for: self) }

  /// Averages other data, before the first sample of them.
  ///
  /// - Throws: ``LabRefusal``; nothing is changed then.
  mutating func open(_ data: AverageData) throws(LabRefusal) {
    try change { $0.data = data }
    timeline.jump(to: 0)
  }

  mutating func moveFocus(by step: Int) {
    let next = AverageStart.allCases.neighbour(of: settings.start, by: step)
    tryChange { scene in
      scene.start = next
      scene.shown.insert(next)
    }
  }

  private mutating func toggle(_ start: AverageStart) {
    guard !isComparing else {
      chrome.refuse("Several beta, one average: s chooses which, v shows all four again.")
      return
    }
    if settings.shown.contains(start), start == settings.start {
      chrome.refuse("The average in focus stays: s moves the focus.")
      return
    }
    tryChange { $0.shown.formSymmetricDifference([start]) }
  }

  private static let betas: [Double] = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999]

  /// The classic comparison: a short, the usual and a long memory.
  private static let classic: [Double] = [0.5, 0.9, 0.98]

  private mutating func compare() {
    guard !isComparing else {
      tryChange { $0.otherBetas = [] }
      return
    }
    tryChange { scene in scene.otherBetas = Self.classic.filter { $0 != scene.beta } }
    chrome.say(
      "\(settings.start.title) with beta \(settings.betas.map { Numeral.format($0) }.joined(separator: ", ")): b goes from one to the next."
    )
  }

  /// Goes on to the next of the β that are compared.
  private mutating func focusBeta(by step: Int) {
    let betas = settings.betas
    let next = betas.neighbour(ofIndex: betas.firstIndex(of: settings.beta), by: step)
    tryChange { scene in
      scene.otherBetas = betas.filter { $0 != next }
      scene.beta = next
    }
  }

  private mutating func changeBeta(by step: Int) {
    guard !isComparing else { return focusBeta(by: step) }
    guard let next = Self.betas.rung(from: settings.beta, by: step) else {
      chrome.refuse(step > 0 ? "beta stays below 1; o types one." : "beta cannot be below 0.")
      return
    }
    tryChange { $0.beta = next }
  }

  private mutating func changeData(by step: Int) {
    let all: [AverageData] = [.euroDollar, .noise(), .step, .ramp]
    let index = all.firstIndex { $0.text == settings.data.text }
    do { try open(all.neighbour(ofIndex: index, by: step)) } catch { chrome.refuse(error.description) }
  }

  func line(pasted text: String, for purpose: Purpose) -> String {
    switch purpose {
    case .data: PastedNumbers.series(text)
    case .beta, .guess: text
    }
  }

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    switch purpose {
    case .data: try open(LabRefusal.refusing { try AverageData(parsing: text) })
    case .beta:
      try change {
        let betas = try AverageScene.betas(parsing: text)
        ($0.beta, $0.otherBetas) = (betas[0], Array(betas.dropFirst()))
      }
    case .guess(let prediction):
      try judge(text, against: prediction, revealing: timeline.position + 1)
    }
  }
}
