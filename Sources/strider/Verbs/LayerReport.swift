import Learning

/// What `strider layer` says in words.
struct LayerReport {
  /// The finished text.
  let report: Report

  /// A report on `layer`, with one output cell opened up and with gradients if there are any.
  init(
    _ layer: ConvolutionLayer, _ place: (filter: Int, cell: Position)?, _ step: LayerStep?,
    _ upstream: [Grid]?,
    _ gradients: LayerGradients?
  ) {
    let geometry = layer.geometry
    var report = Report(
      "\(Plural.count(layer.filters.count, "filter")) over \(Plural.count(layer.channels.count, "channel")) of "
        + geometry.input.product)
    report.pairs([
      ("kernels", geometry.kernel.product), ("stride", geometry.stride.description),
      ("groups", "\(layer.groups)"), ("size", geometry.formula),
      ("parameters", "\(Numeral.grouped(layer.parameterCount))"),
    ])
    for (index, grid) in layer.channels.enumerated() {
      report.section("Channel \(index)")
      report.rows(grid)
    }
    for (index, filter) in layer.filters.enumerated() {
      for (channel, kernel) in zip(layer.channels(of: index), filter.kernels) {
        report.section("Filter \(index), kernel for channel \(channel)")
        report.rows(kernel)
      }
      report.section("Filter \(index), bias \(Numeral.format(filter.bias, digits: 6))")
    }
    for (index, map) in layer.output().enumerated() {
      report.section("Map \(index), \(geometry.windows.product)\(layer.hasReLU ? ", through ReLU" : "")")
      report.rows(map)
    }
    if let place, let step { Self.open(step, place, layer, in: &report) }
    if let upstream, let gradients { Self.goBack(upstream, gradients, layer, in: &report) }
    self.report = report
  }

  private static func open(
    _ step: LayerStep, _ place: (filter: Int, cell: Position), _ layer: ConvolutionLayer,
    in report: inout Report
  ) {
    report.section("Map \(place.filter), cell at row \(place.cell.row), column \(place.cell.column)")
    var lines = zip(layer.channels(of: place.filter), step.channels).map { channel, sum in
      ("channel \(channel)", sum.arithmetic(digits: 6, terms: 25))
    }
    let sums = step.channels.map { Numeral.factor($0.sum, digits: 6) }.joined(separator: " + ")
    lines.append(("sum", "\(sums) = \(Numeral.format(step.sum, digits: 6))"))
    let total = Numeral.format(step.sum + step.bias, digits: 6)
    lines.append(
      (
        "with bias",
        "\(Numeral.format(step.sum, digits: 6)) + \(Numeral.factor(step.bias, digits: 6)) = \(total)"
      ))
    if step.hasReLU { lines.append(("ReLU", Numeral.format(step.value, digits: 6))) }
    report.pairs(lines)
  }

  private static func goBack(
    _ upstream: [Grid], _ gradients: LayerGradients, _ layer: ConvolutionLayer, in report: inout Report
  ) {
    for (index, grid) in upstream.enumerated() {
      report.section("Upstream gradient of map \(index)")
      report.rows(grid)
    }
    for (index, grid) in gradients.channels.enumerated() {
      report.section("Gradient of channel \(index)")
      report.rows(grid)
    }
    for (index, filter) in gradients.filters.enumerated() {
      for (channel, kernel) in zip(layer.channels(of: index), filter.kernels) {
        report.section("Gradient of filter \(index), kernel for channel \(channel)")
        report.rows(kernel)
      }
      report.section("Gradient of the bias of filter \(index)")
      report.line("  " + Numeral.format(filter.bias, digits: 6))
    }
  }
}
