import Learning
import TerminalUI

extension CurveLab {
  mutating func perform(_ action: CurveAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .example(let step): openExample(by: step)
    case .view(let step):
      let view = CurveScene.View.allCases.neighbour(of: settings.view, by: step)
      tryChange { $0.view = view }
    case .activation(let step):
      let names = Activation.allCases
      let index: Int? =
        if case .activation(let activation, _) = settings.curve.source {
          names.firstIndex(of: activation)
        } else { nil }
      showNext(names.map { Curve($0) }, after: index, by: step)
    case .loss(let step):
      let names = PointLoss.allCases
      let index: Int? =
        if case .loss(let loss) = settings.curve.source { names.firstIndex(of: loss) } else { nil }
      showNext(names.map { Curve($0) }, after: index, by: step)
    case .parameter(let step): changeParameter(by: step)
    case .kink(let step): changeKink(by: step)
    case .range(let step): changeRange(by: step)
    case .type:
      prompt = Prompt(.curve, LineEditor(prompt: "f(x) =", text: settings.curve.spelling, limit: 10_000))
    case .overlay:
      guard settings.curves.count < CurveScene.mostCurves else {
        chrome.refuse("Three curves lie over one another at most: d takes the one in focus away.")
        return nil
      }
      prompt = Prompt(.overlay, LineEditor(prompt: "over it, f(x) =", limit: 10_000))
    case .typeRange:
      let ends = [settings.range.lowerBound, settings.range.upperBound].map(Numeral.exact)
      prompt = Prompt(
        .range, LineEditor(prompt: "x from, to:", text: ends.joined(separator: ","), limit: 100))
    case .drop:
      guard settings.curves.count > 1 else {
        chrome.refuse("The only curve stays: o lays another over it.")
        return nil
      }
      tryChange { $0.dropFocus() }
    }
    return nil
  }

  var code: [TextOverlay.Block] { CurveCode.blocks(for: self) }
  var paragraph: String { CurveWords.paragraph(for: self) }

  mutating func moveFocus(by step: Int) {
    guard settings.curves.count > 1 else {
      chrome.refuse("There is one curve only: o lays another over it.")
      return
    }
    tryChange { $0.moveFocus(by: step) }
  }

  private mutating func showNext(_ curves: [Curve], after index: Int?, by step: Int) {
    var next = curves.neighbour(ofIndex: index, by: step)
    var place = curves.firstIndex(of: next)
    // Those that are drawn already are passed over.
    while settings.curves.dropFirst().contains(next) {
      next = curves.neighbour(ofIndex: place, by: step)
      place = curves.firstIndex(of: next)
    }
    tryChange { $0.show(next) }
  }

  private static let parameters: [Double] = [-0.5, 0, 0.01, 0.05, 0.1, 0.2, 0.25, 0.3, 0.5, 1, 1.5]

  private mutating func changeParameter(by step: Int) {
    guard case .activation(_, let parameter?) = settings.curve.source else {
      chrome.refuse("Only leaky and parametric ReLU have a slope a to choose: key a goes on to them.")
      return
    }
    guard let next = Self.parameters.rung(from: parameter, by: step),
      let curve = settings.curve.with(parameter: next)
    else {
      chrome.refuse("That is the end of the ladder: t types one, as in leaky:a=2.")
      return
    }
    tryChange { $0.show(curve) }
  }

  private mutating func changeKink(by step: Int) {
    guard let kink = settings.curve.kink, !kink.isJump else {
      return chrome.refuse("\(CurveError.noKink(settings.curve.title)).")
    }
    let next = CurveScene.KinkChoice.allCases.neighbour(of: settings.kink, by: step)
    tryChange { $0.kink = next }
    let slope = Numeral.format(settings.slopeAtKink(of: settings.curve) ?? 0)
    chrome.say("At x = \(Numeral.format(kink.x)) the slope is taken as \(slope) now: \(Self.name(next)).")
  }

  private static func name(_ choice: CurveScene.KinkChoice) -> String {
    switch choice {
    case .usual: "PyTorch's choice"
    case .left: "that on the left"
    case .middle: "the mean of both sides"
    case .right: "that on the right"
    }
  }

  private mutating func changeRange(by step: Int) {
    let (range, factor) = (settings.range, step > 0 ? 2.0 : 0.5)
    let (low, high) = (range.lowerBound * factor, range.upperBound * factor)
    guard low < high, max(abs(low), abs(high)) <= 64, high - low >= 0.25 else {
      chrome.refuse("The keys go no further: w types the ends of the x axis.")
      return
    }
    tryChange { try $0.setRange(low...high) }
  }

  /// The cursor stays as near to its x as the ends of the axis allow.
  mutating func settle(after before: CurveLab) {
    if x != before.x { timeline.jump(to: settings.position(near: before.x)) }
  }

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    switch purpose {
    case .curve: try change { try $0.show(Curve(spelled: text.trimmed)) }
    case .overlay: try change { try $0.add(Curve(spelled: text.trimmed)) }
    case .range: try change { try $0.setRange(CurveScene.range(parsing: text)) }
    case .guess(let prediction):
      try judge(text, against: prediction, revealing: timeline.position + 1)
    }
  }
}
