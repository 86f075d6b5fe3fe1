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
  let number: Int
  /// The selected racer's rule as it is at this step.
  let variant: String
  let lines: [ArithmeticLine]
  let rows: [Row]
  /// Up to which rate the selected racer is stable, and how that comes about.
  let limit: [String]
  /// The stable rates of the selected racer end here.
  let limitRate: Double?
  /// Why the first of the racers that diverged did, where f or its slope had no finite value.
  let reason: String?

  /// What is to be said of `race` where it stands, with gradients recorded on `scratch`.
  init(_ race: Race, _ setup: RaceScene.Setup, selected: Int, on scratch: ScratchTape<Double>) {
    let (run, surface) = (race.runs[selected], setup.surface)
    let racer = run.racer.configuration(after: race.position)
    variant = racer.rule.variant
    let stability = scratch.use { surface.curvature(on: $0) }.flatMap { racer.stabilityLimit(on: $0) }
    limitRate = stability?.rate
    limit =
      stability.map { limit in
        [
          "stable below lr = \(Numeral.format(limit.rate))",
          "\(limit.line.rightNames) = \(limit.line.rightNumbers)",
        ]
      } ?? []
    let position = max(1, race.position)
    let number = run.divergedAt.map { min(position, max(1, $0)) } ?? position
    self.number = number
    if let step = scratch.use({ run.detail(ofStep: number, on: $0) }) {
      let which =
        race.position == 0 ? "first step: " : number == race.position ? "" : "step \(number): "
      let x = ArithmeticLine("x", which + (step.xLines.last?.numbers ?? ""))
      let y = ArithmeticLine("y", which + (step.yLines.last?.numbers ?? ""))
      lines = surface.isCurve ? [x] : [x, y]
      rows = Self.rows(of: step, isCurve: surface.isCurve)
    } else {
      let start = setup.problem.start
      let isFar = max(abs(start.x), abs(start.y)) > SurfacePoint.largest
      let reason = isFar ? "x or y is beyond 1e9" : "f or its gradient is no finite number"
      lines = [ArithmeticLine("", "At the start \(reason), so there is no first step.")]
      rows = []
    }
    reason = Self.reasonOfDivergence(race, on: surface, scratch)
  }

  private static func reasonOfDivergence(
    _ race: Race, on surface: Surface, _ scratch: ScratchTape<Double>
  ) -> String? {
    for run in race.runs {
      guard case .diverged(let step) = run.status else { continue }
      let end = scratch.use { run.divergence(at: step, on: $0)?.point }
      guard let end, max(abs(end.x), abs(end.y)) <= SurfacePoint.largest else { continue }
      if let remark = surface.remarks(at: end).first(where: \.isTrouble) { return remark.reason }
    }
    return nil
  }

  private static func rows(of step: DescentStep, isCurve: Bool) -> [Row] {
    func row(_ name: String, _ value: (OptimizerUpdate<Double>) -> Double) -> Row {
      Row(
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
