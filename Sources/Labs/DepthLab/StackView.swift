import Learning
import TerminalUI

/// Wide layers with weights that are drawn: how the numbers of each are spread.
struct StackView: DepthView {
  let lab: DepthLab
  let stack: LayerStack
  let outputs, gradients: Histograms

  private func text(_ value: Double) -> String { DepthWords.text(value) }

  // MARK: Picture

  var columns: LayerColumns {
    func deviations(_ range: Range<Int>, _ paint: Paint, _ value: (LayerStack.Layer) -> Double)
      -> LayerColumns.Part
    {
      .numbers(
        label: "deviation",
        values: stack.layers.enumerated().map { range.contains($0) ? value($1) : nil }, sign: "",
        paint: paint, comparesWithOne: false)
    }
    return LayerColumns(
      names: stack.layers.indices.map { "\($0 + 1)" }, first: 1,
      parts: [
        .way(hasSkip: lab.settings.hasSkip),
        .histograms(
          label: outputs.isByDecades ? "|output|" : "output", outputs, known: lab.forward, paint: .positive),
        deviations(lab.forward, .plain, \.outputDeviation),
        .histograms(label: "|∂L/∂y|", gradients, known: lab.backward, paint: .backward),
        deviations(lab.backward, .backward, \.gradientDeviation),
      ], focus: lab.layer, forward: lab.forward, backward: lab.backward)
  }

  var subject: String {
    let settings = lab.settings.stack
    return "\(Plural.count(stack.layers.count, "layer")) · \(settings.inputs(at: 0)) → \(settings.width) · "
      + lab.settings.activation.title
  }

  var variant: String { lab.settings.stack.hasNorm ? "no biases, batch norm" : "no biases" }

  var settings: [SettingsLine.Item] {
    let (scene, settings) = (lab.settings, lab.settings.stack)
    return [
      SettingsLine.Item(
        "d", "draw", short: "", settings.initialisation.rawValue,
        isChanged: settings.initialisation != .xavierUniform),
      SettingsLine.Item("k", "skip", scene.hasSkip ? "on" : "off", isChanged: scene.hasSkip),
      SettingsLine.Item("n", "norm", settings.hasNorm ? "on" : "off", isChanged: settings.hasNorm),
      SettingsLine.Item("b", "width", "\(settings.width)", isChanged: settings.width != 64),
    ]
  }

  // MARK: Arithmetic

  var arithmetic: [ArithmeticLine] {
    let settings = stack.settings
    let inputs = settings.inputs(at: lab.layer ?? 0)
    let draw = ArithmeticLine(
      "draw",
      "\(inputs) → \(settings.width), \(settings.initialisation.rawValue): "
        + settings.initialisation.formula(inputs: inputs, outputs: settings.width))
    guard let layer = lab.layer else {
      let rule = "φ(\(settings.hasNorm ? "norm(W·x)" : "W·x"))\(settings.hasSkip ? " + x" : "")"
      return [
        draw,
        ArithmeticLine("rule", "each layer y = \(rule), \(settings.batch) samples of N(0, 1) go in"),
      ]
    }
    guard lab.forward.contains(layer) else {
      return [draw, ArithmeticLine("layer", "\(layer + 1) is not worked out yet: → goes on")]
    }
    let numbers = stack.layers[layer]
    let (mean, deviation) = (text(numbers.outputMean), text(numbers.outputDeviation))
    var lines = [
      draw,
      ArithmeticLine("layer", "\(layer + 1): mean \(mean), deviation \(deviation)\(remark(on: numbers))"),
    ]
    guard lab.backward.contains(layer) else { return lines }
    lines.append(ArithmeticLine("back", gradientArithmetic(at: layer)))
    if lab.backward.lowerBound == 0, let factorArithmetic {
      lines.append(ArithmeticLine("each", factorArithmetic))
    }
    return lines
  }

  private func gradientArithmetic(at layer: Int) -> String {
    let deviation = stack.layers[layer].gradientDeviation
    guard layer + 1 < stack.layers.count else {
      return "gradients of N(0, 1) come in: deviation \(text(deviation))"
    }
    let behind = stack.layers[layer + 1].gradientDeviation
    let factor = text(deviation / behind)
    return behind > 0
      ? "gradients with deviation \(text(deviation)), \(factor == "1" ? "as large as" : "\(factor) times") those of layer \(layer + 2)"
      : "gradients with deviation \(text(deviation)), as 0 came from layer \(layer + 2)"
  }

  /// The factor by which gradients change from layer to layer on the way through all of them.
  private var factorArithmetic: String? {
    let sizes = stack.layers.map(\.gradientDeviation)
    guard let first = sizes.first, let last = sizes.last, sizes.count > 1, last > 0 else { return nil }
    return "(\(text(first))/\(text(last)))^(1/\(sizes.count - 1)) = "
      + "\(text(GradientFlow.factor(from: last, to: first, layers: sizes.count))), a factor for each layer"
  }

  /// What else there is to say of a layer's outputs: that they are level, dead or all alike.
  private func remark(on layer: LayerStack.Layer) -> String {
    let settings = stack.settings
    if settings.width > 1, Self.isAlike(layer, width: settings.width) {
      return "; all \(settings.width) neurons alike"
    }
    let count = Double(layer.outputs.count)
    let percent = { (number: Int) in "\(Int((100 * Double(number) / count).rounded()))%" }
    switch settings.activation {
    case .tanh where !settings.hasSkip:
      return "; \(percent(layer.outputs.count { abs($0) > 0.9 })) beyond ±0.9"
    case .sigmoid where !settings.hasSkip:
      return "; \(percent(layer.outputs.count { abs($0 - 0.5) > 0.4 })) below 0.1 or above 0.9"
    case .relu where !settings.hasSkip, .threshold where !settings.hasSkip:
      return "; \(percent(layer.outputs.count { $0 == 0 })) are 0"
    case .threshold, .linear, .sigmoid, .tanh, .relu, .leaky, .parametric: return ""
    }
  }

  /// Whether every sample has the same output at all neurons.
  static func isAlike(_ layer: LayerStack.Layer, width: Int) -> Bool {
    stride(from: 0, to: layer.outputs.count, by: width).allSatisfy { start in
      let sample = layer.outputs[start..<start + width]
      let most = sample.reduce(0) { max($0, abs($1)) }
      return sample.allSatisfy { abs($0 - sample[start]) <= 1e-12 * most }
    }
  }

  // MARK: Words

  var turn: String { "Watch for the way back: gradients of N(0, 1) come in at the last layer." }
  var wayBack: String { "Watch for the gradients: the same weights lead them back, by the slopes of φ." }

  var parts: [TextPanel.Part] {
    let way = lab.backward.lowerBound == 0 ? factorArithmetic : nil
    return (way.map { [TextPanel.Part("Way back", $0)] } ?? []) + [
      TextPanel.Part(
        "Bars",
        "Each column is a layer: the longer a bar, the more numbers of its height. "
          + "The fullest bar of a layer has the whole width."),
      TextPanel.Part(
        "Spread",
        "A sum of m products of numbers with weights of variance v has m·v times their variance. Xavier takes "
          + "v = 2/(m + n), between 1/m for outputs and 1/n for gradients; He takes 2/m, since ReLU cuts half away."
      ),
    ]
  }

  var sentences: [String] {
    let (scene, settings) = (lab.settings, lab.settings.stack)
    let (forward, backward) = (stack.layers[lab.forward], stack.layers[lab.backward].reversed())
    var sentences = [
      "\(Plural.count(stack.layers.count, "layer")) from \(settings.inputs(at: 0)) inputs to \(settings.width) neurons with "
        + "\(scene.activation.title)\(scene.hasSkip ? ", skip connections" : "")"
        + "\(settings.hasNorm ? ", batch norm" : ""), weights drawn \(settings.initialisation.rawValue).",
      "\(Plural.count(forward.count, "layer")) went forwards and \(backward.count) back.",
    ]
    if !forward.isEmpty {
      sentences.append("The deviations of outputs are \(DepthWords.list(forward.map(\.outputDeviation))).")
    }
    if !backward.isEmpty {
      sentences.append(
        "From the last one back those of gradients are \(DepthWords.list(backward.map(\.gradientDeviation)))."
      )
    }
    return sentences
  }
}
