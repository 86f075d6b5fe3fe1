import Learning
import TerminalUI

extension DepthLab {
  mutating func perform(_ action: DepthAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .example(let step): openExample(by: step)
    case .view(let step): tryChange { $0.view = DepthScene.View.allCases.neighbour(of: $0.view, by: step) }
    case .activation(let step):
      tryChange { $0.activation = Activation.allCases.neighbour(of: $0.activation, by: step) }
    case .weight(let step): changeWeight(by: step)
    case .layers(let step): tryChange { try $0.setLayerCount($0.layerCount + step) }
    case .skip: tryChange { $0.hasSkip.toggle() }
    case .initialisation(let step):
      changeStack("Here weights are typed, not drawn") {
        $0.initialisation = Initialisation.allCases.neighbour(of: $0.initialisation, by: step)
      }
    case .norm: changeStack("Batch norm needs a batch of many neurons") { $0.hasNorm.toggle() }
    case .width(let step):
      guard let width = Self.widths.rung(from: Double(settings.stack.width), by: step) else {
        chrome.refuse("That is as far as the keys take the width: t types it.")
        return nil
      }
      changeStack("There is one neuron in each layer") { $0.width = Int(width) }
    case .seed(let step):
      changeStack("Here nothing is left to chance") { $0.seed &+= UInt64(bitPattern: Int64(step)) }
    case .type: openEditor()
    case .typeInput, .typeTarget:
      guard settings.view != .layers else {
        chrome.refuse("What goes into wide layers is drawn: v goes on to another view.")
        return nil
      }
      let isInput = action == .typeInput
      let value = isInput ? settings.input : settings.target
      prompt = Prompt(
        isInput ? .input : .target,
        LineEditor(prompt: isInput ? "goes in:" : "target t:", text: Numeral.exact(value), limit: 40))
    }
    return nil
  }

  private static let weights: [Double] = [
    -2, -1.5, -1.2, -1, -0.8, -0.5, -0.1, 0, 0.1, 0.25, 0.5, 0.8, 0.9, 1, 1.1, 1.2, 1.5, 2, 3, 4, 6, 8, 10,
  ]
  private static let widths: [Double] = [4, 8, 16, 32, 64, 128]

  private mutating func changeWeight(by step: Int) {
    guard settings.view != .layers else {
      return chrome.refuse("The weights of wide layers are drawn: d draws them in another way.")
    }
    guard let next = Self.weights.rung(from: settings.weights[0], by: step) else {
      return chrome.refuse("That is as far as the keys take the weight: t types it.")
    }
    tryChange { try $0.setWeights($0.weights.map { _ in next }) }
  }

  /// Changes a setting that only wide layers have, or says why it has no meaning here.
  private mutating func changeStack(_ reason: String, _ edit: (inout LayerStack.Settings) -> Void) {
    guard settings.view == .layers else {
      return chrome.refuse("\(reason): v goes on to wide layers.")
    }
    tryChange { scene in
      var stack = scene.stack
      edit(&stack)
      try scene.setStack(stack)
    }
  }

  private mutating func openEditor() {
    guard settings.view == .layers else {
      let text = DepthScene.text(settings.weights)
      prompt = Prompt(.weights, LineEditor(prompt: "weights:", text: text, limit: 2_000))
      return
    }
    let text = "\(settings.stack.inputs(at: 0)),\(settings.stack.width)"
    prompt = Prompt(.sizes, LineEditor(prompt: "inputs, neurons of a layer:", text: text, limit: 40))
  }

  static let examples = DepthPreset.allCases.map(\.scene)

  var code: [TextOverlay.Block] { DepthCode.blocks(for: settings) }
  var paragraph: String { view.sentences.joined(separator: " ") }

  /// Who was at the end stays there, with more or fewer layers too.
  mutating func settle(after before: DepthLab) {
    if before.timeline.position == before.timeline.count { timeline.jump(to: timeline.count) }
    if let choice, choice.layer >= picture.layerCount { self.choice = nil }
  }

  mutating func moveFocus(by step: Int) {
    let count = picture.layerCount
    choose(((layer.map { $0 + step } ?? (step > 0 ? 0 : count - 1)) % count + count) % count)
  }

  mutating func leavePane() -> Bool {
    guard chosen != nil else { return false }
    choice = nil
    return true
  }

  func line(pasted text: String, for purpose: Purpose) -> String {
    switch purpose {
    case .weights: PastedNumbers.series(text)
    case .sizes, .input, .target, .guess: text
    }
  }

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    switch purpose {
    case .weights: try change { try $0.setWeights(DepthScene.weights(text)) }
    case .sizes:
      let numbers = text.split { $0 == "," || $0.isWhitespace }.map { Int($0) }
      guard let inputs = numbers.first ?? nil, let width = numbers.last ?? nil, numbers.count <= 2 else {
        throw LabRefusal("\(Echo.quote(text)) is not two whole numbers such as 100,64")
      }
      try change { scene in
        var stack = scene.stack
        (stack.inputs, stack.width) = (inputs, width)
        try scene.setStack(stack)
      }
    case .input: try change { try $0.setInput(Double(typed: text)) }
    case .target: try change { try $0.setTarget(Double(typed: text)) }
    case .guess(let prediction, let position):
      try judge(text, against: prediction, revealing: position)
    }
  }
}
