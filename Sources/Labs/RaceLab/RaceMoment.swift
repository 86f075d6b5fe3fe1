import Autodiff
import Learning
import TerminalUI

/// What is worked out for the present step, as texts: numbers of a diverging step need not be finite, and a lab's state
/// holds no NaN.
struct RaceMoment: Equatable, Sendable {
  /// A number that is remembered or computed, for both parameters; y does nothing where f depends on x alone.
  struct Row: Equatable, Sendable {
    let name, x: String
    let y: String?
  }

  /// The step that is looked into: the one that led here, at the start the one to come, and of a racer that diverged its
  /// last.
  var number = 1
  var lines: [ArithmeticLine] = []
  var rows: [Row] = []
  var variant = ""
  /// Up to which rate the selected racer is stable, and how that comes about.
  var limit: [String] = []
  /// The stable rates of the selected racer end here.
  var limitRate: Double?
  /// Why the first of the racers that diverged did, where f or its slope had no finite value.
  var reason: String?
}

extension RaceLab {
  /// Works out the selected racer's present step: the one that led here, or at the start the first one.
  mutating func refreshMoment() {
    let run = race.runs[selected]
    let racer = current
    var moment = RaceMoment()
    moment.variant = racer.rule.variant
    let curvature = scratch.use { settings.surface.curvature(on: $0) }
    if let curvature, let limit = racer.stabilityLimit(on: curvature) {
      moment.limitRate = limit.rate
      moment.limit = [
        "stable below lr = \(Numeral.format(limit.rate))",
        "\(limit.line.rightNames) = \(limit.line.rightNumbers)",
      ]
    }
    var number = max(1, timeline.position)
    if let divergedAt = run.divergedAt { number = min(number, max(1, divergedAt)) }
    moment.number = number
    if let step = scratch.use({ run.detail(ofStep: number, on: $0) }) {
      let which =
        timeline.position == 0 ? "first step: " : number == timeline.position ? "" : "step \(number): "
      let isCurve = settings.surface.isCurve
      moment.lines = [ArithmeticLine("x", which + (step.xLines.last?.numbers ?? ""))]
      if !isCurve { moment.lines.append(ArithmeticLine("y", which + (step.yLines.last?.numbers ?? ""))) }
      moment.rows = Self.rows(of: step, isCurve: isCurve)
    } else {
      let isFar = max(abs(start.x), abs(start.y)) > SurfacePoint.largest
      let reason = isFar ? "x or y is beyond 1e9" : "f or its gradient is no finite number"
      moment.lines = [ArithmeticLine("", "At the start \(reason), so there is no first step.")]
    }
    moment.reason = reasonOfDivergence
    self.moment = moment
  }

  private var reasonOfDivergence: String? {
    for run in race.runs {
      guard case .diverged(let step) = run.status else { continue }
      let end = scratch.use { run.divergence(at: step, on: $0)?.point }
      guard let end, max(abs(end.x), abs(end.y)) <= SurfacePoint.largest else { continue }
      if let remark = settings.surface.remarks(at: end).first(where: \.isTrouble) { return remark.reason }
    }
    return nil
  }

  private static func rows(of step: DescentStep, isCurve: Bool) -> [RaceMoment.Row] {
    func row(_ name: String, _ value: (OptimizerUpdate<Double>) -> Double) -> RaceMoment.Row {
      RaceMoment.Row(
        name: name, x: Numeral.format(value(step.x), digits: 3),
        y: isCurve ? nil : Numeral.format(value(step.y), digits: 3))
    }
    var rows = [row("w before", \.parameter), row("gradient", \.gradient)]
    rows += step.configuration.facts.remembers.map { row($0.key, $0.value) }
    return rows + [
      row("rate in use", \.effectiveRate), row("step", \.change), row("w after", \.next),
    ]
  }
}
