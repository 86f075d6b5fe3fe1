import Learning

/// What `strider conv` says in words.
struct ConvReport {
  /// The finished text.
  let report: Report

  /// A report on `convolution`, which `scene` describes, with one output cell opened up and with gradients if there
  /// are any.
  init(
    _ scene: ConvolutionScene, _ convolution: Convolution, _ step: ConvolutionStep?,
    _ gradients: ConvolutionGradients?
  ) {
    var report = Report("Convolution of \(scene.grid.title) with \(scene.kernel.title)")
    report.pairs(Self.settings(of: convolution))
    report.section("Input, \(convolution.input.extent.product)")
    report.rows(convolution.input)
    let turned = convolution.isFlipped ? ", turned by 180 degrees" : ""
    report.section("Kernel as applied, \(convolution.kernel.extent.product)\(turned)")
    report.rows(convolution.appliedKernel)
    report.section("Output, \(convolution.geometry.windows.product)")
    report.rows(convolution.output())
    if let step { Self.open(step, of: convolution, in: &report) }
    if let upstream = scene.upstream, let gradients { Self.goBack(from: upstream, gradients, in: &report) }
    self.report = report
  }

  private static func goBack(from upstream: Grid, _ gradients: ConvolutionGradients, in report: inout Report)
  {
    report.section("Upstream gradient")
    report.rows(upstream)
    report.section("Gradient of the input")
    report.rows(gradients.input)
    report.section("Gradient of the kernel as typed")
    report.rows(gradients.kernel)
    report.section("Gradient of the bias")
    report.line("  " + Numeral.format(gradients.bias, digits: 6))
  }

  private static func settings(of convolution: Convolution) -> [(name: String, value: String)] {
    let geometry = convolution.geometry
    var settings = [
      (
        "kind",
        convolution.isFlipped ? "convolution (flipped kernel)" : "cross-correlation (kernel not flipped)"
      ),
      ("padding", (geometry.rule == .same ? "same, " : "") + geometry.padding.words),
      ("stride", geometry.stride.description),
    ]
    if let formula = geometry.spanFormula {
      settings += [("dilation", geometry.dilation.description), ("span", formula)]
    }
    if convolution.bias != 0 { settings.append(("bias", Numeral.format(convolution.bias, digits: 6))) }
    if convolution.hasReLU { settings.append(("ReLU", "negative results become 0")) }
    settings.append(("size", geometry.formula))
    if !geometry.fits {
      settings.append(("left over", geometry.leftOver))
    }
    return settings
  }

  private static func open(_ step: ConvolutionStep, of convolution: Convolution, in report: inout Report) {
    report.section("Output cell at row \(step.position.row), column \(step.position.column)")
    var lines = [("sum", step.arithmetic(digits: 6, terms: 25))]
    if let finish = step.finish(digits: 6) { lines.append(("result", finish)) }
    report.pairs(lines)
    report.section("Window, zeros where it lies on padding")
    report.rows(step.window)
    report.section("Products")
    report.rows(step.products)
  }
}
