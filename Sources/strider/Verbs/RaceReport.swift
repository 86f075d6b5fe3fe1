import Learning

/// What `strider race` says in words.
struct RaceReport {
  /// The finished text.
  let report: Report

  /// A report on `runs` of `steps` steps, which `setup` describes.
  init(_ setup: RaceScene.Setup, _ runs: [RaceRun], steps: Int) {
    let problem = setup.problem
    let isCurve = setup.surface.isCurve
    let (x, y) = (Self.text(problem.start.x), Self.text(problem.start.y))
    var report = Report("Race of \(runs.count) on \(Echo.escape(setup.surface.name))")
    var settings = [
      (isCurve ? "f(x)" : "f(x, y)", Echo.escape(setup.surface.formula)),
      ("start", isCurve ? "x = \(x)" : "x = \(x), y = \(y)"),
      ("steps", "\(steps)"),
    ]
    if setup.schedule != .constant { settings.append(("schedule", setup.schedule.description)) }
    if setup.noise > 0 { settings.append(("noise", "\(Self.text(setup.noise)), seed \(setup.seed)")) }
    report.pairs(settings)
    report.section("Racers")
    let names = runs.indices.map { "\($0 + 1)" }
    report.pairs(zip(names, runs).map { name, run in (name, Self.rule(of: run)) })
    report.section("Where they are at the end")
    let hasMinima = !setup.surface.minima.isEmpty
    report.table(
      ["racer", "status", "x"] + (isCurve ? [] : ["y"]) + ["f"] + (hasMinima ? ["distance", "arrived"] : []),
      zip(names, runs).map { name, run in [name, Self.status(of: run)] + Self.end(of: run, problem) })
    report.line("  Settled: the slope is below \(Self.text(Descent.settledNorm)).")
    if hasMinima {
      report.line(
        "  Arrived: nearer than \(Self.text(Surface.arrivalDistance)) to the lowest minimum; distance is to the nearest."
      )
    }
    let notes = zip(names, runs).flatMap { name, run in Self.notes(on: run, of: setup.surface, racer: name) }
    if !notes.isEmpty {
      report.section("Note")
      for note in notes { report.line("  " + note) }
    }
    report.section("f along the way, racer by racer")
    report.table(
      ["step"] + names,
      Self.milestones(upTo: steps).map { step in
        ["\(step)"] + runs.map { run in run.value(at: step).map(Self.text) ?? "-" }
      })
    self.report = report
  }

  private static func rule(of run: RaceRun) -> String {
    let settings = run.racer.configuration.settings.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
    return "\(run.racer.configuration.rule.variant): \(settings)"
  }

  private static func status(of run: RaceRun) -> String {
    switch run.status {
    case .running: "running"
    case .settled: "settled"
    case .diverged(let step): "DIVERGED at step \(step)"
    }
  }

  /// Why the function or its gradient has no finite value where the run ended.
  private static func notes(on run: RaceRun, of surface: Surface, racer: String) -> [String] {
    guard let step = run.divergedAt, let point = run.point(at: step), point.isFinite else { return [] }
    return surface.remarks(at: point).map { "racer \(racer), step \(step), \($0)" }
  }

  private static func end(of run: RaceRun, _ problem: DescentProblem) -> [String] {
    guard let point = run.point(at: run.lastStep), let value = run.value(at: run.lastStep) else { return [] }
    let surface = problem.surface
    let place = surface.isCurve ? [text(point.x)] : [text(point.x), text(point.y)]
    guard !surface.minima.isEmpty else { return place + [text(value)] }
    let distance = point.isFinite ? surface.distanceToMinimum(from: point) : nil
    return place + [text(value), distance.map(text) ?? "-", surface.isArrival(point) ? "yes" : "no"]
  }

  /// 0, 1, 2, 5, 10, 20, 50, … and the last step.
  private static func milestones(upTo steps: Int) -> [Int] {
    var milestones = [0]
    var decade = 1
    while decade <= steps {
      milestones += [decade, 2 * decade, 5 * decade].filter { $0 < steps }
      decade *= 10
    }
    return steps > 0 ? milestones + [steps] : milestones
  }

  private static func text(_ value: Double) -> String { Numeral.format(value, digits: 6) }
}
