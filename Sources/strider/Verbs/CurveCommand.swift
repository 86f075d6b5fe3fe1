import ArgumentParser
import Labs
import Learning

/// `strider curve`: an activation, a loss of one number or a typed function, with its slope.
struct CurveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curve",
    abstract: "Value and slope of an activation, a loss of one number, or a typed f(x).",
    usage:
      "strider curve <name or expression> [--at <x>] [--parameter <a>] [--kink <slope>] [--json] [--text]",
    discussion: """
      Activations: \(Activation.allCases.map(\.rawValue).joined(separator: " ")). \
      Losses: \(PointLoss.allCases.map(\.rawValue).joined(separator: " ")). \
      For example: strider curve sigmoid --at 2
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("A name, or an expression in x in quotes.", valueName: "name or expression"))
  var curve: [String] = []

  @Option(parsing: .unconditional, help: "Where.")
  var at = "0"

  @Option(
    parsing: .unconditional,
    help: "The slope left of 0, of leaky (default: 0.01) and parametric (default: 0.25).")
  var parameter: String?

  @Option(
    parsing: .unconditional,
    help: "The slope to take where there is no single one: relu at 0 has 0 in PyTorch, 1 in the lecture.")
  var kink: String?

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    let text = try OptionText.only(curve, name: "a curve", example: "strider curve sigmoid --at 2")
    let curve = try Curve(
      parsing: text, parameter: parameter.map { try OptionText("--parameter", $0).number() })
    let slope = try kink.map { try OptionText("--kink", $0).number() }
    if let slope {
      try OptionText("--kink", kink ?? "").refusals { () throws(CurveError) in
        try curve.check(slopeAtKink: slope)
      }
    }
    let place = try OptionText("--at", at).number()
    if output.opensLab {
      return try LabSession.run(Screen(scene: Scene(scene(curve, at: place, slope))), look)
    }
    let point = curve.point(at: place, slopeAtKink: slope)
    try output.print(
      json: .object([
        "name": .string(curve.name), "formula": .string(curve.formula), "value": .number(point.value),
        "slope": .number(point.slope),
      ]),
      text: report(curve, point))
  }

  /// The lab's scene with the cursor at `place`, or as near as its range comes; a slope at the kink is that of the
  /// nearest side.
  private func scene(_ curve: Curve, at place: Double, _ slope: Double?) -> CurveScene {
    var scene = CurveScene(curve)
    scene.step = scene.position(near: place)
    if let slope, let kink = curve.kink, slope != kink.taken {
      scene.kink = slope == kink.left ? .left : slope == kink.right ? .right : .middle
    }
    return scene
  }

  private func report(_ curve: Curve, _ point: CurvePoint) -> Report {
    var report = Report("The curve \(Echo.escape(curve.title)) at \(Numeral.format(point.x, digits: 6))")
    report.pairs(
      [("f(x)", Echo.escape(curve.formula))] + (curve.slopeFormula.map { [("f'(x)", $0)] } ?? [])
        + [("value", curve.arithmetic(at: point)), ("slope", curve.slopeArithmetic(at: point))])
    if case .loss(let loss) = curve.source { report.line("  Here \(loss.argument).") }
    if curve.saturation?.contains(point.x) == true, !point.isAtKink {
      report.line(
        point.slope == 0
          ? "  Saturated: the slope is 0, so nothing is learnt here."
          : "  Saturated: the slope is below a tenth of its largest, so little is learnt here.")
    }
    if let kink = curve.kink, !point.isAtKink {
      report.line(
        "  A \(kink.isJump ? "jump" : "kink") lies at x = \(Numeral.format(kink.x)): \(kink.choices).")
    }
    for remark in curve.remarks(at: point.x) { report.line("  Note: \(remark).") }
    return report
  }
}
