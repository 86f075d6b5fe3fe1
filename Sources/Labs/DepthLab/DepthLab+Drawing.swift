import Learning
import TerminalUI

extension DepthLab {
  /// Draws the layers side by side with their numbers.
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let layout = DepthLayout(chromeLayout)
    columns.draw(into: &frame, in: layout.columns)
    if let panel = layout.panel { TextPanel(DepthWords.parts(for: self)).draw(into: &frame, in: panel) }
    return content
  }

  /// The layers as they are drawn: as far as they are worked out.
  var columns: LayerColumns {
    switch picture {
    case .neurons(let chain): columns(of: chain)
    case .layers(let stack, let outputs, let gradients): columns(of: stack, outputs, gradients)
    }
  }

  private func columns(of chain: NeuronChain) -> LayerColumns {
    let notation = notation
    let outputs = [chain.input] + chain.layers.map(\.output)
    func known<Value>(_ range: Range<Int>, _ value: (NeuronChain.Layer) -> Value) -> [Value?] {
      [nil] + chain.layers.enumerated().map { range.contains($0) ? value($1) : nil }
    }
    let shownOutputs = outputs.enumerated().map { $0 <= forward.count ? $1 : nil }
    let gradients = known(backward, \.gradient)
    let shares = known(backward, \.weightGradient)
    // The factor stands where the gradient that it multiplies comes from.
    let factors = known(backward, \.factor)
    let name = notation.output(1).prefix(1)
    let outputPart = LayerColumns.Part.bars(
      label: notation == .chain ? "output y" : "state h", values: shownOutputs, scale: BarScale(outputs),
      paint: .positive)
    let gradientPart = LayerColumns.Part.bars(
      label: "|∂L/∂\(name)|", values: gradients,
      scale: BarScale(chain.layers.map(\.gradient), byDecades: true),
      paint: .backward)
    func numbers(_ label: String, _ values: [Double?], _ paint: Paint, sign: String = "", one: Bool = false)
      -> LayerColumns.Part
    { .numbers(label: label, values: values, sign: sign, paint: paint, comparesWithOne: one) }
    var parts = [
      .way(hasSkip: chain.hasSkip), outputPart, numbers(String(name), shownOutputs, .plain), gradientPart,
      numbers("∂L/∂\(name)", gradients, .backward), numbers("factor", factors, .plain, sign: "×", one: true),
    ]
    switch notation {
    case .chain:
      let updates = shares.map { $0.map { -DepthScene.rate * $0 } }
      parts.append(numbers("Δw", updates, .plain))
    case .recurrent:
      parts.append(
        .bars(
          label: "|share|", values: shares, scale: BarScale(chain.layers.map(\.weightGradient)),
          paint: .series(1)))
      parts.append(numbers("share", shares, .plain))
    }
    return LayerColumns(
      names: (0...chain.layers.count).map(notation.output), first: 0, parts: parts,
      focus: layer.map { $0 + 1 },
      forward: 0..<forward.count + 1, backward: backward.lowerBound + 1..<backward.upperBound + 1)
  }

  private func columns(
    of stack: LayerStack, _ outputs: Histograms, _ gradients: Histograms
  ) -> LayerColumns {
    func deviations(_ range: Range<Int>, _ value: (LayerStack.Layer) -> Double) -> [Double?] {
      stack.layers.enumerated().map { range.contains($0) ? value($1) : nil }
    }
    return LayerColumns(
      names: stack.layers.indices.map { "\($0 + 1)" }, first: 1,
      parts: [
        .way(hasSkip: settings.hasSkip),
        .histograms(
          label: outputs.isByDecades ? "|output|" : "output", outputs, known: forward, paint: .positive),
        .numbers(
          label: "deviation", values: deviations(forward, \.outputDeviation), sign: "", paint: .plain,
          comparesWithOne: false),
        .histograms(label: "|∂L/∂y|", gradients, known: backward, paint: .backward),
        .numbers(
          label: "deviation", values: deviations(backward, \.gradientDeviation), sign: "", paint: .backward,
          comparesWithOne: false),
      ], focus: layer, forward: forward, backward: backward)
  }

  /// How the numbers of single neurons are called.
  var notation: NeuronChain.Notation { settings.view == .unrolled ? .recurrent : .chain }

  private var content: ChromeContent {
    let count = picture.layerCount
    let subject: String
    let variant: String
    switch settings.view {
    case .chain:
      subject = "\(Plural.count(count, "neuron")) in a row · \(settings.activation.title) · \(weightText)"
      variant = "L = ½(t - y)²"
    case .layers:
      let stack = settings.stack
      subject =
        "\(Plural.count(count, "layer")) · \(stack.inputs(at: 0)) → \(stack.width) · \(settings.activation.title)"
      variant = stack.hasNorm ? "no biases, batch norm" : "no biases"
    case .unrolled:
      subject = "\(Plural.count(count, "step")) · \(settings.activation.title) · one w = \(weightText)"
      variant = "L = ½(t - h\(count))²"
    }
    return ChromeContent(
      of: self, subject: subject, variant: variant, arithmetic: DepthWords.arithmetic(for: self),
      hint: DepthWords.hint(for: self))
  }

  private var weightText: String {
    let weights = settings.weights
    let isOne = settings.view == .unrolled || weights.allSatisfy { $0 == weights[0] }
    return isOne ? Numeral.format(weights[0]) : "mixed weights"
  }

  var settingsLine: SettingsLine {
    var items = [
      SettingsLine.Item("v", "view", settings.view.rawValue, isChanged: settings.view != .chain),
      SettingsLine.Item("l", "layers", "\(picture.layerCount)"),
      SettingsLine.Item("a", "", settings.activation.rawValue, isChanged: settings.activation != .tanh),
    ]
    if settings.view == .layers {
      items += [
        SettingsLine.Item(
          "d", "draw", short: "", settings.stack.initialisation.rawValue,
          isChanged: settings.stack.initialisation != .xavierUniform),
        SettingsLine.Item("k", "skip", settings.hasSkip ? "on" : "off", isChanged: settings.hasSkip),
        SettingsLine.Item(
          "n", "norm", settings.stack.hasNorm ? "on" : "off", isChanged: settings.stack.hasNorm),
        SettingsLine.Item("b", "width", "\(settings.stack.width)", isChanged: settings.stack.width != 64),
      ]
    } else {
      items += [
        SettingsLine.Item("w", "weight", weightText),
        SettingsLine.Item("k", "skip", settings.hasSkip ? "on" : "off", isChanged: settings.hasSkip),
        SettingsLine.Item(
          "x", "goes in", short: "in", Numeral.format(settings.input), isChanged: settings.input != 1),
        SettingsLine.Item(
          "o", "target", short: "t", Numeral.format(settings.target), isChanged: settings.target != 0),
      ]
    }
    return SettingsLine(items)
  }
}
