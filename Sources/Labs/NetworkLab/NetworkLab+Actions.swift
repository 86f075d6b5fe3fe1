import Learning
import TerminalUI

extension NetworkLab {
  mutating func perform(_ action: NetworkAction) -> Effect? {
    switch action {
    case .timeline(let action): timeline.perform(action)
    case .common(let action): return perform(action)
    case .move(let step): move(by: step)
    case .preset(let step): openPreset(by: step)
    case .view(let step): changeView(by: step)
    case .typeNetwork: ask(.network, "layers:", text: settings.network.network.description)
    case .typeInput: ask(.input, "input, 32x32x3 or 20:", text: settings.input.description)
    case .typeOther: ask(.other, "compare with:", text: settings.other?.text ?? "")
    case .insert:
      let place = focused.map { $0 + 1 } ?? 0
      ask(.insertion(place), "layer \(place + 1), new:", text: "")
    case .delete: delete()
    }
    return nil
  }

  var paragraph: String { NetworkWords.paragraph(for: self) }

  var code: [TextOverlay.Block] {
    guard let whole = picture.main.whole else {
      return [
        .words("There is code for it as soon as every layer fits. \(NetworkWords.problem(picture.main))")
      ]
    }
    return [
      .heading("PyTorch"), .code(NetworkCode.pyTorch(whole)), .heading("Keras"),
      .code(NetworkCode.keras(whole)),
      .words(
        "PyTorch's parameters have the numbers of the layers as names, \(whole.tensors.first?.name ?? "0.weight") first. "
          + "Keras has channels last, so maps are turned before they become a vector."),
    ]
  }

  /// An earlier version has its last layer in focus.
  mutating func restore(_ version: Version) {
    do { try install(version.settings) } catch { return chrome.refuse(error.description) }
    timeline.jump(to: version.position)
    cursor = nil
  }

  /// Another network or input is worked out to its end; the focus stays, or goes to the layer that does not fit.
  mutating func settle(after before: NetworkLab) {
    guard settings.network != before.settings.network || settings.input != before.settings.input else {
      return
    }
    timeline.jump(to: timeline.count)
    cursor = picture.main.problem == nil ? before.focused.map { min($0, lastRow) } : lastRow
  }

  private mutating func move(by step: Int) {
    let from = focused ?? -1
    cursor = min(max(0, from + step), lastRow)
  }

  /// There is only one pane.
  mutating func moveFocus(by step: Int) {}

  /// Enter changes the layer in focus.
  mutating func openPane() {
    guard let row = focused else { return chrome.refuse("There is no layer yet: → works out the first.") }
    ask(.layer(row), "layer \(row + 1):", text: picture.main.network.layers[row].description)
  }

  private mutating func openPreset(by step: Int) {
    let all = NetworkPreset.allCases
    var next = all[0]
    if case .preset(let present) = settings.network { next = all.neighbour(of: present, by: step) }
    tryChange {
      $0.network = .preset(next)
      $0.input = next.input
    }
    cursor = nil
  }

  private mutating func changeView(by step: Int) {
    let views = NetworkScene.View.allCases.filter { $0 != .compare || settings.other != nil }
    tryChange { $0.view = views.neighbour(of: $0.view, by: step) }
  }

  private mutating func ask(_ purpose: Purpose, _ prompt: String, text: String) {
    self.prompt = Prompt(purpose, LineEditor(prompt: prompt, text: text, limit: Limits.expressionCharacters))
  }

  // MARK: Typed texts

  mutating func accept(_ text: String, for purpose: Purpose) throws(LabRefusal) {
    switch purpose {
    case .network:
      let source = try LabRefusal.refusing { try NetworkSource(parsing: text) }
      try change { scene in
        // A preset's own layers typed again are that preset.
        scene.network = source
        if case .preset(let preset) = source { scene.input = preset.input }
      }
    case .input:
      let input = try LabRefusal.refusing { try Volume(parsing: text) }
      try change { $0.input = input }
    case .other:
      guard !text.trimmed.isEmpty else {
        return try change {
          $0.other = nil
          if $0.view == .compare { $0.view = .shapes }
        }
      }
      let source = try LabRefusal.refusing { try NetworkSource(parsing: text) }
      try change { ($0.other, $0.view) = (source, .compare) }
    case .layer(let place): try replace(place..<place + 1, by: text)
    case .insertion(let place): try replace(place..<place, by: text)
    case .guess(let prediction):
      // 5x5x5 are 125 numbers.
      let volume = prediction.question == NetworkGuess.count ? try? Volume(parsing: text.trimmed) : nil
      try judge(
        volume?.count.map { "\($0)" } ?? text, against: prediction, revealing: timeline.position + 1)
    }
  }

  /// Puts the layers of `text` in the place of others. Repetitions are written out, since their rounds differ then.
  private mutating func replace(_ places: Range<Int>, by text: String) throws(LabRefusal) {
    let typed = try LabRefusal.refusing { try Network(parsing: text) }
    var layers = picture.main.network.layers
    layers.replaceSubrange(places, with: typed.layers)
    guard let network = Network(layers) else {
      throw LabRefusal("That is beyond the limit of \(Network.mostLayers) layers")
    }
    try change { $0.network = .typed(network) }
    if picture.main.problem == nil { cursor = places.lowerBound + typed.layers.count - 1 }
  }

  private mutating func delete() {
    guard let row = focused else { return chrome.refuse("There is no layer in focus.") }
    var layers = picture.main.network.layers
    let removed = layers.remove(at: row)
    guard let network = Network(layers) else { return chrome.refuse("A network keeps at least one layer.") }
    tryChange { $0.network = .typed(network) }
    if picture.main.problem == nil { cursor = min(row, lastRow) }
    chrome.say("\(removed) is gone; u brings it back.")
  }

  // MARK: Guessing

  /// Asks for the most telling number of the next layer: its parameters, or the numbers that come out.
  mutating func openGuess() {
    guard timeline.position < timeline.count else {
      return chrome.refuse("Every layer is worked out: go back with ← to guess.")
    }
    let layer = picture.main.layers[timeline.position]
    let prediction = NetworkGuess(layer).prediction
    prompt = Prompt(
      .guess(prediction),
      LineEditor(prompt: "layer \(layer.number), \(layer.layer): \(prediction.question)?", limit: 40))
  }
}
