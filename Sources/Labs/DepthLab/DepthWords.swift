import Learning
import TerminalUI

/// What the depth lab says; only of what is worked out already.
enum DepthWords {
  static func text(_ value: Double, _ digits: Int = 3) -> String { Numeral.format(value, digits: digits) }
  static func factor(_ value: Double) -> String { Numeral.factor(value, digits: 3) }

  // MARK: Arithmetic

  /// The numbers of the layer in focus.
  static func arithmetic(for lab: DepthLab) -> [ArithmeticLine] {
    switch lab.picture {
    case .neurons(let chain): arithmetic(of: chain, lab)
    case .layers(let stack, _, _): arithmetic(of: stack, lab)
    }
  }

  private static func arithmetic(of chain: NeuronChain, _ lab: DepthLab) -> [ArithmeticLine] {
    let notation = lab.notation
    guard let layer = lab.layer else {
      let skip = chain.hasSkip ? " + what came in" : ""
      return [
        ArithmeticLine(
          "rule", "net = w·what came in, output = φ(net)\(skip), with φ the \(chain.activation.title)"),
        ArithmeticLine(
          "start", "\(notation.output(0)) = \(text(chain.input)), and t = \(text(chain.target))"),
      ]
    }
    guard lab.forward.contains(layer) else {
      return [ArithmeticLine("layer", "\(layer + 1) is not worked out yet: → goes on")]
    }
    guard lab.backward.contains(layer) else {
      return [
        ArithmeticLine("net", chain.netArithmetic(at: layer, notation)),
        ArithmeticLine("output", chain.outputArithmetic(at: layer, notation)),
      ]
    }
    var lines = [ArithmeticLine("back", chain.gradientArithmetic(at: layer, notation))]
    switch notation {
    case .chain:
      lines.append(ArithmeticLine("weight", chain.weightArithmetic(at: layer)))
      let share = chain.layers[layer].weightGradient
      lines.append(
        ArithmeticLine(
          "update",
          "Δw\(layer + 1) = -\(text(DepthScene.rate))·\(factor(share)) = \(text(-DepthScene.rate * share))"))
    case .recurrent:
      lines.append(ArithmeticLine("share", chain.weightArithmetic(at: layer, .recurrent)))
      lines.append(ArithmeticLine("sum", sum(of: chain, from: layer)))
    }
    if layer + 1 < chain.layers.count {
      lines.append(ArithmeticLine("way", chain.productArithmetic(at: layer, notation)))
    }
    return lines
  }

  /// What the steps from the last one back to `layer` add to the one gradient.
  private static func sum(of chain: NeuronChain, from layer: Int) -> String {
    let shares = chain.layers[layer...].reversed().map(\.weightGradient)
    let terms = shares.prefix(4).map(factor).joined(separator: " + ") + (shares.count > 4 ? " + …" : "")
    let name = layer == 0 ? "∂L/∂w" : "so far"
    return "\(name) = \(terms) = \(text(shares.reduce(0, +)))"
  }

  private static func arithmetic(of stack: LayerStack, _ lab: DepthLab) -> [ArithmeticLine] {
    let settings = stack.settings
    let layer = lab.layer
    let inputs = settings.inputs(at: layer ?? 0)
    var lines = [
      ArithmeticLine(
        "draw",
        "\(inputs) → \(settings.width), \(settings.initialisation.rawValue): "
          + settings.initialisation.formula(inputs: inputs, outputs: settings.width))
    ]
    guard let layer else {
      let norm = settings.hasNorm ? "norm(W·x)" : "W·x"
      lines.append(
        ArithmeticLine(
          "rule",
          "each layer y = φ(\(norm))\(settings.hasSkip ? " + x" : ""), \(settings.batch) samples of N(0, 1) go in"
        ))
      return lines
    }
    guard lab.forward.contains(layer) else {
      return lines + [ArithmeticLine("layer", "\(layer + 1) is not worked out yet: → goes on")]
    }
    let numbers = stack.layers[layer]
    lines.append(
      ArithmeticLine(
        "layer",
        "\(layer + 1): mean \(text(numbers.outputMean)), deviation \(text(numbers.outputDeviation))"
          + remark(on: numbers, settings)))
    guard lab.backward.contains(layer) else { return lines }
    let deviation = numbers.gradientDeviation
    if layer + 1 < stack.layers.count {
      let behind = stack.layers[layer + 1].gradientDeviation
      lines.append(
        ArithmeticLine(
          "back",
          behind > 0
            ? "gradients with deviation \(text(deviation)), \(text(deviation / behind)) times those of layer \(layer + 2)"
            : "gradients with deviation \(text(deviation)), as 0 came from layer \(layer + 2)"))
    } else {
      lines.append(ArithmeticLine("back", "gradients of N(0, 1) come in: deviation \(text(deviation))"))
    }
    if lab.backward.lowerBound == 0, let each = factorArithmetic(of: stack) {
      lines.append(ArithmeticLine("each", each))
    }
    return lines
  }

  /// The factor by which gradients change from layer to layer on the way through all of them.
  static func factorArithmetic(of stack: LayerStack) -> String? {
    let sizes = stack.layers.map(\.gradientDeviation)
    guard let first = sizes.first, let last = sizes.last, sizes.count > 1, last > 0 else { return nil }
    return "(\(text(first))/\(text(last)))^(1/\(sizes.count - 1)) = "
      + "\(text(GradientFlow.factor(from: last, to: first, layers: sizes.count))), a factor for each layer"
  }

  /// What else there is to say of a layer's outputs: that they are level, dead or all alike.
  private static func remark(on layer: LayerStack.Layer, _ settings: LayerStack.Settings) -> String {
    if settings.width > 1, isAlike(layer, width: settings.width) {
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

  // MARK: What to look at

  /// What to look at: true of what is on the screen at this step.
  static func hint(for lab: DepthLab) -> String {
    let (position, count) = (lab.timeline.position, lab.picture.layerCount)
    guard position > 0 else { return "Watch for what comes next: → works out the first layer." }
    guard position == 2 * count else {
      if position < count {
        return "Watch for the outputs: each layer works with what the one before gives it."
      }
      if position == count {
        return lab.settings.view == .layers
          ? "Watch for the way back: gradients of N(0, 1) come in at the last layer."
          : "Watch for the way back: it begins at the last layer, with its output less t."
      }
      switch lab.settings.view {
      case .chain: return "Watch for the factors: each gradient is the one behind it times its factor."
      case .layers:
        return "Watch for the gradients: the same weights lead them back, by the slopes of φ."
      case .unrolled: return "Watch for the sum: every step adds its share to the one gradient of w."
      }
    }
    if let preset = DepthPreset.allCases.first(where: { $0.scene.at(step: 0) == lab.settings }) {
      return preset.watchFor
    }
    return verdict(lab.picture.gradientSizes)
  }

  /// What became of the gradients from the last layer to the first.
  private static func verdict(_ sizes: [Double]) -> String {
    guard let first = sizes.first, let last = sizes.last, sizes.count > 1 else {
      return "Watch for the gradient: a single layer has no way to lose it on."
    }
    guard last > 0 else { return "Watch for the gradients: the last output is t, so all of them are 0." }
    guard first > 0 else { return "Watch for layer 1: nothing of the gradient arrives there." }
    return "Watch for layer 1: it gets \(text(first / last)) times the gradient of layer \(sizes.count)."
  }

  // MARK: Beside the picture

  /// What stands beside the picture where there is room.
  static func parts(for lab: DepthLab) -> [TextPanel.Part] {
    let sizes = lab.picture.gradientSizes
    let isThrough = lab.backward.lowerBound == 0
    var parts: [TextPanel.Part] = []
    switch lab.picture {
    case .neurons(let chain):
      if lab.forward.count == chain.layers.count {
        let last = lab.notation.output(chain.layers.count)
        parts.append(
          TextPanel.Part(
            "Loss",
            "½(t - \(last))² = ½(\(text(chain.target)) - \(factor(chain.layers[chain.layers.count - 1].output)))² = "
              + text(chain.loss)))
      }
      if isThrough, chain.layers.count > 1 {
        parts.append(TextPanel.Part("Way back", way(sizes, chain, lab.notation)))
      }
      if isThrough, lab.notation == .recurrent {
        parts.append(TextPanel.Part("One weight", sum(of: chain, from: 0)))
      }
    case .layers(let stack, _, _):
      if isThrough, let each = factorArithmetic(of: stack) { parts.append(TextPanel.Part("Way back", each)) }
      parts.append(
        TextPanel.Part(
          "Bars",
          "Each column is a layer: the longer a bar, the more numbers of its height. "
            + "The fullest bar of a layer has the whole width."))
    }
    return parts + explanation(lab)
  }

  private static func way(
    _ sizes: [Double], _ chain: NeuronChain, _ notation: NeuronChain.Notation
  ) -> String {
    let factors = chain.layers.dropFirst().map { abs($0.factor) }
    let (least, most) = (text(factors.min() ?? 1), text(factors.max() ?? 1))
    let range = least == most ? "of \(most)" : "from \(least) to \(most)"
    return "\(Plural.count(factors.count, "factor")) \(range), together \(text(factors.reduce(1, *))): "
      + "|∂L/∂\(notation.output(1).prefix(1))| goes from \(text(sizes[sizes.count - 1])) to \(text(sizes[0]))."
  }

  private static func explanation(_ lab: DepthLab) -> [TextPanel.Part] {
    switch lab.settings.view {
    case .chain:
      [
        TextPanel.Part(
          "Factors",
          "On its way back a gradient meets φ'(net)·w at every layer. Below 1 it vanishes with depth, above 1 it "
            + "explodes. A skip connection adds 1."),
        TextPanel.Part(
          "Slopes", "A sigmoid's slope is 1/4 at most, that of tanh 1, and an active ReLU's exactly 1."),
      ]
    case .layers:
      [
        TextPanel.Part(
          "Spread",
          "A sum of m products of numbers with weights of variance v has m·v times their variance. Xavier takes "
            + "v = 2/(m + n), between 1/m for outputs and 1/n for gradients; He takes 2/m, since ReLU cuts half away."
        )
      ]
    case .unrolled:
      [
        TextPanel.Part(
          "Unrolled",
          "A recurrent unit h ← φ(w·h) is a chain with one weight. Its gradient is the sum of what every step "
            + "adds; where gradients vanish, the early steps have no say.")
      ]
    }
  }

  static func paragraph(for lab: DepthLab) -> String {
    let (position, count) = (lab.timeline.position, lab.picture.layerCount)
    let settings = lab.settings
    let list = { (values: [Double]) in
      let shown = values.prefix(8).map { text($0) }.joined(separator: ", ")
      return values.count > 8 ? shown + " and so on" : shown
    }
    var sentences: [String]
    switch lab.picture {
    case .neurons(let chain):
      let what = settings.view == .chain ? "neuron" : "step"
      sentences = [
        "\(Plural.count(count, what)) with \(chain.activation.title)\(chain.hasSkip ? " and skip connections" : ""), "
          + "weights \(DepthScene.text(chain.layers.map(\.weight))), input \(text(chain.input)) and target \(text(chain.target)).",
        "\(Plural.count(lab.forward.count, "output")) and \(Plural.count(lab.backward.count, "gradient")) are worked out.",
      ]
      if !lab.forward.isEmpty {
        sentences.append("The outputs are \(list(chain.layers[lab.forward].map(\.output))).")
      }
      if !lab.backward.isEmpty {
        sentences.append(
          "From the last one back the gradients are \(list(chain.layers[lab.backward].reversed().map(\.gradient))); "
            + "the factors are \(list(chain.layers[lab.backward].reversed().map(\.factor))).")
      }
      if position == 2 * count, settings.view == .unrolled {
        sentences.append(
          "The shares of all steps add up to \(text(chain.sharedWeightGradient)), the gradient of w.")
      }
    case .layers(let stack, _, _):
      sentences = [
        "\(Plural.count(count, "layer")) from \(settings.stack.inputs(at: 0)) inputs to \(settings.stack.width) neurons with "
          + "\(settings.activation.title)\(settings.hasSkip ? ", skip connections" : "")"
          + "\(settings.stack.hasNorm ? ", batch norm" : ""), weights drawn \(settings.stack.initialisation.rawValue).",
        "\(Plural.count(lab.forward.count, "layer")) went forwards and \(lab.backward.count) back.",
      ]
      if !lab.forward.isEmpty {
        sentences.append(
          "The deviations of outputs are \(list(stack.layers[lab.forward].map(\.outputDeviation))).")
      }
      if !lab.backward.isEmpty {
        sentences.append(
          "From the last one back those of gradients are \(list(stack.layers[lab.backward].reversed().map(\.gradientDeviation)))."
        )
      }
    }
    return sentences.joined(separator: " ")
  }
}
