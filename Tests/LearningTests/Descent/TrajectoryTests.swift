import Autodiff
import Learning
import Testing

@Suite struct TrajectoryTests {
  static let torch = OracleFile.load("optimizers_torch.json")
  static let lecture = OracleFile.load("optimizers_lecture.json")

  @Test func theRunsAreThere() {
    #expect(Self.torch.count == 18)
    #expect(Self.lecture.count == 18)
    #expect(OracleFile.load("adam_long.json").count == 2)
  }

  /// Every step of every reference run, to 1e-9 relative. Only the slopes that RMSprop finds on Rosenbrock are allowed
  /// 1e-7: it swings from wall to wall, where a curvature of thousands magnifies the last bits of the place.
  @Test(arguments: torch + lecture)
  func stepByStep(_ run: OracleRun) throws {
    let tape = Tape<Double>()
    let rule = try referenceRule(try #require(run.optimizer), run.hyper)
    let (path, start) = (try #require(run.path), try #require(run.start))
    let problem = DescentProblem(
      Surface(try #require(SurfaceKind(rawValue: run.surface))),
      start: SurfacePoint(x: start[0], y: start[1]))
    var descent = Descent(problem, Racer(rule), on: tape)
    #expect(path.count == 51)
    for (step, reference) in path.enumerated() {
      descent.seek(to: step, on: tape)
      #expect(agree(descent.state.point.x, reference[0]), "x in step \(step)")
      #expect(agree(descent.state.point.y, reference[1]), "y in step \(step)")
      if let f = run.f { #expect(agree(descent.state.value, f[step])) }
      guard step > 0, let detail = descent.detail(ofStep: step, on: tape) else { continue }
      if let gradient = run.grad {
        let isSteep = rule.name == "rmsprop" && run.surface == "rosenbrock"
        #expect(agree(detail.x.rawGradient, gradient[step - 1][0], isSteep ? 1e-7 : 1e-9))
        #expect(agree(detail.y.rawGradient, gradient[step - 1][1], isSteep ? 1e-7 : 1e-9))
      }
      // The reference subtracts its look-ahead velocity, this rule adds it.
      let sign = rule.description.contains("lookahead") ? -1.0 : 1.0
      if let velocity = run.state?["v"] {
        #expect(agree(sign * detail.x.memory.velocity, velocity[step - 1][0]))
        #expect(agree(sign * descent.state.yMemory.velocity, velocity[step - 1][1]))
      }
      if let squares = run.state?["S"] {
        #expect(agree(detail.x.memory.squares, squares[step - 1][0]))
        #expect(agree(descent.state.yMemory.squares, squares[step - 1][1]))
      }
    }
  }

  @Test(arguments: Fact.about("optimizer_on_surface"))
  func pathsOfTheFacts(_ fact: Fact) throws {
    let tape = Tape<Double>()
    let start = try fact["start"].reals
    let problem = DescentProblem(
      try SurfaceTests.surface(fact["surface"]), start: SurfacePoint(x: start[0], y: start[1]))
    let rule = try referenceRule(try #require(try fact["optimizer"].text), fact["hyper"])
    var descent = Descent(problem, Racer(rule), on: tape)
    for reference in fact.expected.list {
      descent.seek(to: try reference["step"].integer, on: tape)
      fact.expect(
        [descent.state.point.x, descent.state.point.y, descent.state.value],
        [try reference["x"].real, try reference["y"].real, try reference["f"].real])
    }
  }

  /// The long runs, up to step 3000: until step 1000 to 1e-9, then to 1e-7, because the valley of Rosenbrock magnifies
  /// the last bit of every step.
  @Test(arguments: OracleFile.load("adam_long.json"))
  func longRunsOfAdam(_ run: OracleRun) throws {
    let tape = Tape<Double>()
    let rule = try referenceRule("adam", run.hyper)
    let start = run.surface == "beale" ? SurfacePoint(x: 1, y: 1.5) : SurfacePoint(x: -1.5, y: 2)
    let surface = Surface(try #require(SurfaceKind(rawValue: run.surface)))
    var descent = Descent(DescentProblem(surface, start: start), Racer(rule), on: tape)
    let steps = try #require(run.at).compactMap { entry in Int(entry.key).map { ($0, entry.value) } }
    #expect(steps.count == 8)
    for (step, reference) in steps.sorted(by: { $0.0 < $1.0 }) {
      descent.seek(to: step, on: tape)
      let tolerance = step <= 1000 ? 1e-9 : 1e-7
      #expect(agree(descent.state.point.x, reference[0], tolerance), "x in step \(step)")
      #expect(agree(descent.state.point.y, reference[1], tolerance), "y in step \(step)")
      #expect(agree(descent.state.value, reference[2], tolerance), "f in step \(step)")
    }
  }

  private func agree(_ value: Double, _ reference: Double, _ tolerance: Double = 1e-9) -> Bool {
    abs(value - reference) <= tolerance * max(1, abs(reference))
  }
}
