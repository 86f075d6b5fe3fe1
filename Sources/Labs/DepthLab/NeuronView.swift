import Learning
import TerminalUI

/// Single neurons one behind the other, or the steps of a recurrent unit.
struct NeuronView: DepthView {
  let lab: DepthLab
  let chain: NeuronChain

  private func text(_ value: Double) -> String { DepthWords.text(value) }
  private func factor(_ value: Double) -> String { DepthWords.factor(value) }

  /// How the numbers are called.
  var notation: NeuronChain.Notation { lab.settings.view == .unrolled ? .recurrent : .chain }
  /// What all outputs are called: `y` or `h`.
  private var letter: Substring { notation.output(1).prefix(1) }

  // MARK: Picture

  var columns: LayerColumns {
    let outputs = [chain.input] + chain.layers.map(\.output)
    func known<Value>(_ value: (NeuronChain.Layer) -> Value) -> [Value?] {
      [nil] + chain.layers.enumerated().map { lab.backward.contains($0) ? value($1) : nil }
    }
    func numbers(_ label: String, _ values: [Double?], _ paint: Paint) -> LayerColumns.Part {
      .numbers(label: label, values: values, sign: "", paint: paint, comparesWithOne: false)
    }
    let shown = outputs.enumerated().map { $0 <= lab.forward.count ? $1 : nil }
    let (gradients, shares) = (known(\.gradient), known(\.weightGradient))
    var parts: [LayerColumns.Part] = [
      .way(hasSkip: chain.hasSkip),
      .bars(
        label: notation == .chain ? "output y" : "state h", values: shown, scale: BarScale(outputs),
        paint: .positive),
      numbers(String(letter), shown, .plain),
      .bars(
        label: "|∂L/∂\(letter)|", values: gradients,
        scale: BarScale(chain.layers.map(\.gradient), byDecades: true), paint: .backward),
      numbers("∂L/∂\(letter)", gradients, .backward),
      // The factor stands where the gradient that it multiplies comes from.
      .numbers(label: "factor", values: known(\.factor), sign: "×", paint: .plain, comparesWithOne: true),
    ]
    switch notation {
    case .chain: parts.append(numbers("Δw", shares.map { $0.map { -DepthScene.rate * $0 } }, .plain))
    case .recurrent:
      parts.append(
        .bars(
          label: "|share|", values: shares, scale: BarScale(chain.layers.map(\.weightGradient)),
          paint: .series(1)))
      parts.append(numbers("share", shares, .plain))
    }
    return LayerColumns(
      names: (0...chain.layers.count).map(notation.output), first: 0, parts: parts,
      focus: lab.layer.map { $0 + 1 }, forward: 0..<lab.forward.count + 1,
      backward: lab.backward.lowerBound + 1..<lab.backward.upperBound + 1)
  }

  var subject: String {
    let (count, activation) = (chain.layers.count, chain.activation.title)
    return switch notation {
    case .chain: "\(Plural.count(count, "neuron")) in a row · \(activation) · \(weights)"
    case .recurrent: "\(Plural.count(count, "step")) · \(activation) · one w = \(weights)"
    }
  }

  var variant: String {
    switch notation {
    case .chain: "L = ½(t - y)²"
    case .recurrent: "L = ½(t - h\(chain.layers.count))²"
    }
  }

  private var weights: String {
    let weights = lab.settings.weights
    let isOne = notation == .recurrent || weights.allSatisfy { $0 == weights[0] }
    return isOne ? Numeral.format(weights[0]) : "mixed weights"
  }

  var settings: [SettingsLine.Item] {
    let scene = lab.settings
    return [
      SettingsLine.Item("w", "weight", weights),
      SettingsLine.Item("k", "skip", scene.hasSkip ? "on" : "off", isChanged: scene.hasSkip),
      SettingsLine.Item(
        "x", "goes in", short: "in", Numeral.format(scene.input), isChanged: scene.input != 1),
      SettingsLine.Item(
        "o", "target", short: "t", Numeral.format(scene.target), isChanged: scene.target != 0),
    ]
  }

  // MARK: Arithmetic

  var arithmetic: [ArithmeticLine] {
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
      lines.append(ArithmeticLine("sum", sum(from: layer)).asResult)
    }
    if layer + 1 < chain.layers.count {
      lines.append(ArithmeticLine("way", chain.productArithmetic(at: layer, notation)))
    }
    return lines
  }

  /// What the steps from the last one back to `layer` add to the one gradient.
  private func sum(from layer: Int) -> String {
    let shares = chain.layers[layer...].reversed().map(\.weightGradient)
    let terms = shares.prefix(4).map(factor).joined(separator: " + ") + (shares.count > 4 ? " + …" : "")
    let name = layer == 0 ? "∂L/∂w" : "so far"
    return "\(name) = \(terms)" + (shares.count > 1 ? " = \(text(shares.reduce(0, +)))" : "")
  }

  // MARK: Words

  var turn: String { "Watch for the way back: it begins at the last layer, with its output less t." }

  var wayBack: String {
    switch notation {
    case .chain: "Watch for the factors: each gradient is the one behind it times its factor."
    case .recurrent: "Watch for the sum: every step adds its share to the one gradient of w."
    }
  }

  var parts: [TextPanel.Part] {
    let count = chain.layers.count
    let isThrough = lab.backward.lowerBound == 0
    var parts: [TextPanel.Part] = []
    if lab.forward.count == count {
      let numbers = "½(\(text(chain.target)) - \(factor(chain.layers[count - 1].output)))²"
      parts.append(
        TextPanel.Part("Loss", "½(t - \(notation.output(count)))² = \(numbers) = \(text(chain.loss))"))
    }
    if isThrough, count > 1 { parts.append(TextPanel.Part("Way back", way)) }
    switch notation {
    case .chain:
      parts += [
        TextPanel.Part(
          "Factors",
          "On its way back a gradient meets φ'(net)·w at every layer. Below 1 it vanishes with depth, above 1 it "
            + "explodes. A skip connection adds 1."),
        TextPanel.Part(
          "Slopes", "A sigmoid's slope is 1/4 at most, that of tanh 1, and an active ReLU's exactly 1."),
      ]
    case .recurrent:
      if isThrough { parts.append(TextPanel.Part("One weight", sum(from: 0))) }
      parts.append(
        TextPanel.Part(
          "Unrolled",
          "A recurrent unit h ← φ(w·h) is a chain with one weight. Its gradient is the sum of what every step "
            + "adds; where gradients vanish, the early steps have no say."))
    }
    return parts
  }

  private var way: String {
    let (sizes, factors) = (lab.picture.gradientSizes, chain.layers.dropFirst().map { abs($0.factor) })
    let (least, most) = (text(factors.min() ?? 1), text(factors.max() ?? 1))
    let range = least == most ? "of \(most)" : "from \(least) to \(most)"
    let together = factors.count > 1 ? ", together \(text(factors.reduce(1, *)))" : ""
    let (last, first) = (text(sizes[sizes.count - 1]), text(sizes[0]))
    return "\(Plural.count(factors.count, "factor")) \(range)\(together): |∂L/∂\(letter)| "
      + (last == first ? "stays \(first)." : "goes from \(last) to \(first).")
  }

  var sentences: [String] {
    let (forward, backward) = (chain.layers[lab.forward], chain.layers[lab.backward].reversed())
    var sentences = [
      "\(Plural.count(chain.layers.count, notation == .chain ? "neuron" : "step")) with "
        + "\(chain.activation.title)\(chain.hasSkip ? " and skip connections" : ""), weights "
        + "\(DepthScene.text(chain.layers.map(\.weight))), input \(text(chain.input)) and target \(text(chain.target)).",
      "\(Plural.count(forward.count, "output")) and \(Plural.count(backward.count, "gradient")) are worked out.",
    ]
    if !forward.isEmpty {
      sentences.append("The outputs are \(DepthWords.list(forward.map(\.output))).")
    }
    if !backward.isEmpty {
      sentences.append(
        "From the last one back the gradients are \(DepthWords.list(backward.map(\.gradient))); "
          + "the factors are \(DepthWords.list(backward.map(\.factor))).")
    }
    if lab.timeline.isAtEnd, notation == .recurrent {
      sentences.append(
        "The shares of all steps add up to \(text(chain.sharedWeightGradient)), the gradient of w.")
    }
    return sentences
  }
}
