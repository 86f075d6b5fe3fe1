import Learning

/// What `strider shapes` says in words.
struct ShapesReport {
  /// The finished text.
  let report: Report

  /// A report on `network`, which was given as `source`.
  init(_ source: NetworkSource, _ network: ShapedNetwork) {
    var report = Report(Self.title(source, network))
    report.table(
      ["", "layer", "output", "parameters", "multiply-adds", "sees"],
      network.layers.map { layer in
        [
          "\(layer.number)", layer.layer.description, layer.output.description,
          Numeral.grouped(layer.parameters),
          Numeral.grouped(layer.multiplyAdds), layer.receptiveField.description,
        ]
      })
    report.section("Together")
    report.pairs([
      ("parameters", Numeral.grouped(network.parameters)),
      ("multiply-adds", Numeral.grouped(network.multiplyAdds)),
    ])
    report.section("How the numbers come about")
    for layer in network.layers where layer.hasArithmetic {
      report.line("  \(layer.number) \(layer.layer)")
      var lines = [("output", layer.shapeArithmetic)]
      if layer.parameters > 0 { lines.append(("parameters", layer.parameterArithmetic)) }
      if layer.multiplyAdds > 0 { lines.append(("multiply-adds", layer.productArithmetic)) }
      if layer.window != nil { lines.append(("sees", layer.fieldArithmetic)) }
      report.pairs(lines.map { ("  \($0.0)", $0.1) })
    }
    self.report = report
  }

  private static func title(_ source: NetworkSource, _ network: ShapedNetwork) -> String {
    switch source {
    case .preset(let preset): "\(preset.title) on a \(network.input) input"
    case .typed: "A network of \(Plural.count(network.layers.count, "layer")) on a \(network.input) input"
    }
  }
}

extension ShapedLayer {
  /// Whether there is anything to work out.
  fileprivate var hasArithmetic: Bool {
    switch layer {
    case .convolution, .depthwise, .pooling, .globalPooling, .dense, .flatten, .batchNormalisation,
      .activation(.parametric):
      true
    case .dropout, .activation: false
    }
  }
}
