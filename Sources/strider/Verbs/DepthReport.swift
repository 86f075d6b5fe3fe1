import Learning

/// What `strider depth` says in words.
struct DepthReport {
  /// The finished text.
  let report: Report

  /// A report on a chain of single neurons.
  init(_ chain: NeuronChain) {
    let count = chain.layers.count
    var report = Report("A chain of \(Plural.count(count, "neuron")) with \(chain.activation.title)")
    let last = chain.layers[count - 1]
    report.pairs([
      ("each layer", chain.hasSkip ? "net = w·x, y = φ(net) + x" : "net = w·x, y = φ(net)"),
      ("x", Self.text(chain.input)),
      (
        "loss",
        "½(t - y)² = ½(\(Self.text(chain.target)) - \(Numeral.factor(last.output)))² = \(Self.text(chain.loss))"
      ),
    ])
    report.section("Layers, the gradients read from the last to the first")
    report.table(
      ["layer", "weight", "net", "output", "slope φ'", "factor", "gradient dL/dy", "weight gradient dL/dw"],
      chain.layers.enumerated().map { index, layer in
        ["\(index + 1)"]
          + [
            layer.weight, layer.net, layer.output, layer.slope, layer.factor, layer.gradient,
            layer.weightGradient,
          ]
          .map(Self.text)
      })
    report.section(
      "Back through a layer the gradient is multiplied by its factor, φ'(net)·w\(chain.hasSkip ? " + 1" : "")"
    )
    let shown = (max(0, count - 8)..<count).reversed()
    for index in shown { report.line("  " + chain.gradientArithmetic(at: index)) }
    if count > 8 { report.line("  and so on, down to \(Self.text(chain.layers[0].gradient)) at layer 1") }
    report.line("  " + Self.verdict(chain.layers.map(\.gradient)))
    self.report = report
  }

  /// A report on wide layers.
  init(_ stack: LayerStack) {
    let settings = stack.settings
    var report = Report(
      "\(Plural.count(settings.layers, "layer")) of \(Plural.count(settings.width, "neuron")) with "
        + settings.activation.title)
    report.pairs([
      (
        "weights",
        "\(settings.initialisation.rawValue): "
          + settings.initialisation.formula(inputs: settings.width, outputs: settings.width)
      ),
      ("each layer", settings.hasSkip ? "y = φ(x·W) + x" : "y = φ(x·W)"),
      ("batch", "\(Plural.count(settings.batch, "sample")) of N(0, 1), seed \(settings.seed)"),
    ])
    report.section("Layers, the gradients read from the last to the first")
    report.table(
      ["layer", "output mean", "output deviation", "gradient deviation"],
      stack.layers.enumerated().map { index, layer in
        ["\(index + 1)"]
          + [layer.outputMean, layer.outputDeviation, layer.gradientDeviation].map(Self.text)
      })
    report.line("  " + Self.verdict(stack.layers.map(\.gradientDeviation)))
    self.report = report
  }

  private static func text(_ value: Double) -> String { Numeral.format(value, digits: 4) }

  /// What became of the gradients on their way from the last layer to the first.
  private static func verdict(_ gradients: [Double]) -> String {
    guard let first = gradients.first, let last = gradients.last, gradients.count > 1 else {
      return "one layer alone cannot make gradients vanish"
    }
    guard first.isFinite, last.isFinite else {
      return "the numbers are too large to be numbers: gradients exploded"
    }
    guard last != 0 else { return "no gradient arrives at the last layer, so none can go back" }
    let ratio = abs(first / last)
    let each = Numeral.format(GradientFlow.factor(from: last, to: first, layers: gradients.count), digits: 3)
    let way = "from \(text(last)) at the last layer to \(text(first)) at the first"
    return switch ratio {
    case 0: "gradients vanish altogether: \(way)"
    case ..<0.1: "gradients vanish: \(way), about a factor of \(each) a layer"
    case ...10: "gradients keep their size, more or less: \(way), about a factor of \(each) a layer"
    default: "gradients explode: \(way), about a factor of \(each) a layer"
    }
  }
}
