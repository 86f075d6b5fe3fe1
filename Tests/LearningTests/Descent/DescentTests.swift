import Autodiff
import Learning
import Testing

@Suite struct DescentTests {
  static func run(
    _ rule: String, on surface: Surface = Surface(.rosenbrock), start: SurfacePoint? = nil, noise: Double = 0,
    schedule: Schedule = .constant, _ tape: Tape<Double>
  ) throws -> Descent {
    let problem = DescentProblem(surface, start: start, noise: noise, seed: 4)
    return Descent(problem, Racer(try OptimizerConfiguration(parsing: rule), schedule: schedule), on: tape)
  }

  @Test(arguments: OptimizerConfiguration.all.map(\.name))
  func goingBackIsExact(_ rule: String) throws {
    let tape = Tape<Double>()
    var run = try Self.run("\(rule):lr=0.001", noise: 0.3, schedule: .cosine(steps: 900), tape)
    var states: [DescentState] = []
    for step in 0...700 {
      run.seek(to: step, on: tape)
      states.append(run.state)
    }
    for step in [699, 0, 350, 351, 12, 700, 64, 63] {
      run.seek(to: step, on: tape)
      #expect(run.state == states[step] && run.position == step)
    }
  }

  @Test func longRunsAreThinnedAndStayExact() throws {
    let tape = Tape<Double>()
    var run = try Self.run("adam:lr=0.001", noise: 1, tape)
    run.seek(to: 5000, on: tape)
    #expect(run.track.count == 626)
    #expect(run.track.map(\.step) == Array(stride(from: 0, through: 5000, by: 8)))
    run.seek(to: 3333, on: tape)
    let replayed = run.state
    var fresh = try Self.run("adam:lr=0.001", noise: 1, tape)
    fresh.seek(to: 3333, on: tape)
    #expect(fresh.state == replayed)
    #expect(run.track.last?.step == 3328)
  }

  @Test func aRunHasABound() throws {
    let tape = Tape<Double>()
    var run = try Self.run("sgd:lr=1e-9", on: Surface(.bowl), tape)
    run.seek(to: 2_000_000, on: tape)
    #expect(run.position == Limits.steps && run.track.count <= 1024)
    run.advance(on: tape)
    #expect(run.position == Limits.steps)
    run.seek(to: -5, on: tape)
    #expect(run.position == 0)
  }

  @Test func changesHoldFromTheirStepOn() throws {
    let tape = Tape<Double>()
    var run = try Self.run("sgd:lr=0.1", on: Surface(.bowl), start: SurfacePoint(x: 1, y: 0), tape)
    run.seek(to: 10, on: tape)
    let before = run
    run.change(to: try Self.racer("sgd:lr=0.1", 3, "lr=0.25"), on: tape)
    #expect(run.position == 10 && run.state != before.state)
    run.seek(to: 4, on: tape)
    #expect(abs(run.state.point.x - 0.8 * 0.8 * 0.8 * 0.5) < 1e-15)
    run.seek(to: 3, on: tape)
    #expect(abs(run.state.point.x - 0.512) < 1e-15)
    run.change(to: before.racer, on: tape)
    run.seek(to: 10, on: tape)
    #expect(run == before)
    var racer = before.racer
    #expect(throws: OptimizerError.self) { try racer.add(Racer.Change(step: 3, setting: "mu=0.5")) }
  }

  static func racer(_ rule: String, _ step: Int, _ setting: String) throws -> Racer {
    var racer = Racer(try OptimizerConfiguration(parsing: rule))
    try racer.add(Racer.Change(step: step, setting: setting))
    return racer
  }

  /// Whatever changes, a race that goes on from an earlier one is the race that starts anew.
  @Test func racesGoOnAsIfTheyStartedAnew() throws {
    let tape = Tape<Double>()
    var setup = RaceScene.Setup(
      Surface(.ravine),
      try ["sgd:lr=0.6", "adam:lr=0.3", "momentum:lr=0.1"].map {
        try OptimizerConfiguration(parsing: $0)
      })
    var race = try setup.race(at: 100, on: tape)
    func go() throws {
      race = try setup.race(at: 100, on: tape, from: race)
      let anew = try setup.race(at: 100, on: tape)
      #expect(race.position == anew.position && race.runs.map(\.racer) == anew.runs.map(\.racer))
      for (one, other) in zip(race.runs, anew.runs) {
        #expect(
          one.state == other.state && one.status == other.status && Array(one.track) == Array(other.track))
      }
    }
    let adam = race.runs[1]
    setup.changes = [
      .init(step: 40, racer: 0, setting: "lr=0.1"), .init(step: 60, racer: 2, setting: "lr=0.01"),
    ]
    try go()
    #expect(race.runs[1] == adam)
    setup.changes[0].setting = "lr=0.5"
    try go()
    setup.changes.insert(.init(step: 20, racer: 1, setting: "beta1=0.5"), at: 0)
    try go()
    setup.changes = []
    try go()
    setup.racers.remove(at: 0)
    try go()
    setup.racers.append(try OptimizerConfiguration(parsing: "nadam"))
    setup.racers[0].learningRate = 0.1
    try go()
    setup.schedule = .exponential()
    try go()
    setup.noise = 0.5
    try go()
  }

  @Test func divergenceIsAResult() throws {
    let tape = Tape<Double>()
    var run = try Self.run("sgd:lr=0.6", on: Surface(.ravine), tape)
    run.seek(to: 200, on: tape)
    #expect(run.status == .diverged(at: 60) && run.state.step == 59 && run.position == 200)
    #expect(run == run && run.state.point.isFinite)
    run.seek(to: 59, on: tape)
    #expect(run.status == .running)
    run.change(to: try Self.racer("sgd:lr=0.6", 59, "lr=0.1"), on: tape)
    run.seek(to: 800, on: tape)
    #expect(run.status == .settled)
    let (path, status) = Descent.path(
      DescentProblem(Surface(.ravine)), Racer(SGD(learningRate: 0.6).configuration), steps: 200, on: tape)
    #expect(status == .diverged(at: 60) && path.count == 61 && abs(path[60].point.y) > 1e9)
  }

  /// Wherever the function, its slope or the rule's numbers leave what is finite, the run ends there and keeps its last
  /// finite point.
  @Test(arguments: [
    ("log(x)", -1.0, "sgd:lr=0.1", 0), ("1/x", 0, "sgd:lr=0.1", 0), ("exp(exp(x))", 8, "sgd:lr=0.1", 0),
    ("sqrt(x)", 0, "adam", 0), ("log(x)", 0.5, "sgd:lr=1", 1), ("-x^2", 1, "sgd:lr=1e300", 1),
    ("x^2", 1, "adagrad:epsilon=0,lr=1e-320", 1), ("x^4", 1e5, "sgd:lr=1", 1),
    ("0*x", 1, "adam:epsilon=0", 1),
    ("exp(x)", 700, "rmsprop:lr=0.1", nil), ("x^2", 1e-200, "adadelta:epsilon=0", 1), ("x/y", 1, "sgd", 0),
  ])
  func nothingTraps(expression: String, x: Double, rule: String, diverges: Int?) throws {
    let tape = Tape<Double>()
    let start = SurfacePoint(x: x, y: 0)
    var run = try Self.run(rule, on: try Surface(expression: expression), start: start, tape)
    run.seek(to: 5, on: tape)
    #expect(run.divergedAt == diverges)
    #expect(run == run && run.state.value.isFinite && run.state.point.isFinite)
    #expect((run.value == nil) == (diverges == 0))
    _ = run.detail(ofStep: 1, on: tape)?.xLines
    _ = diverges.map { run.divergence(at: $0, on: tape) }
  }

  @Test func undefinedSlopesAtTheMinimum() throws {
    let tape = Tape<Double>()
    for kind in [SurfaceKind.ackley, .ripples] {
      let run = try Self.run("sgd", on: Surface(kind), start: SurfacePoint(x: 0, y: 0), tape)
      #expect(run.status == .diverged(at: 0))
    }
  }

  @Test func noiseIsTheSameForAllAndDependsOnTheSeed() throws {
    let tape = Tape<Double>()
    func steps(_ seed: UInt64) -> [Double] {
      let problem = DescentProblem(
        Surface(.bowl), start: SurfacePoint(x: 0, y: 0), noise: 2, seed: seed)
      var run = Descent(problem, Racer(SGD(learningRate: 1e-6).configuration), on: tape)
      return (1...4000).flatMap { step -> [Double] in
        let before = run.state.point
        run.seek(to: step, on: tape)
        return [(before.x - run.state.point.x) * 1e6, (before.y - run.state.point.y) * 1e6]
      }
    }
    let noise = steps(1)
    #expect(noise == steps(1) && noise != steps(2))
    let mean = noise.reduce(0, +) / 8000
    let spread = (noise.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 8000).squareRoot()
    #expect(abs(mean) < 0.1 && abs(spread - 2) < 0.1)
    let lagged = zip(noise, noise.dropFirst(2)).map { $0 * $1 }.reduce(0, +) / 8000
    #expect(abs(lagged) < 0.2)
  }

  @Test func detailShowsTheStep() throws {
    let tape = Tape<Double>()
    var run = try Self.run(
      "nesterov:lr=0.001,form=lookahead", schedule: .step(drop: 0.5, every: 2), tape)
    run.seek(to: 4, on: tape)
    let detail = try #require(run.detail(ofStep: 4, on: tape))
    #expect(detail.x.next == run.state.point.x && detail.y.memory == run.state.yMemory)
    #expect(detail.constants.rate == 0.0005 && detail.rateLines.count == 1)
    #expect(detail.xLines.last?.names == "w ← w + v")
    #expect(run.detail(ofStep: 0, on: tape) == nil)
    #expect(run.detail(ofStep: 5, on: tape)?.x.parameter == run.state.point.x)
  }

  @Test func rankingPutsTheLowestFirst() throws {
    let tape = Tape<Double>()
    let rules = ["sgd:lr=2", "sgd:lr=0.1", "sgd:lr=0.3", "sgd:lr=1.5"]
    let racers = try rules.map { Racer(try OptimizerConfiguration(parsing: $0)) }
    var race = Race(DescentProblem(Surface(.bowl)), racers, on: tape)
    race.seek(to: 100, on: tape)
    #expect(race.ranking == [2, 1, 3, 0])
  }

  @Test func fairness() throws {
    let tape = Tape<Double>()
    let (problem, adam) = (
      DescentProblem(Surface(.rosenbrock)), try OptimizerConfiguration(parsing: "adam:lr=7,beta1=0.8")
    )
    func adjusted(_ fairness: Fairness) -> String {
      fairness.adjusted(adam, rate: 0.02, on: problem, tape: tape).description
    }
    #expect(adjusted(.sameRate) == "adam:lr=0.02,beta1=0.8")
    #expect(adjusted(.libraryDefaults) == "adam:beta1=0.8")
    let tuned = try OptimizerConfiguration(parsing: adjusted(.tuned))
    func height(_ rate: Double) -> Double {
      var rule = adam
      rule.learningRate = rate
      return Descent.path(problem, Racer(rule), steps: 200, on: tape).path.last?.value ?? .infinity
    }
    let best = height(tuned.learningRate)
    #expect(Tuning.ladder.contains(tuned.learningRate))
    #expect(Tuning.ladder.allSatisfy { best <= height($0) })
    let hopeless = DescentProblem(try Surface(expression: "log(x)"), start: SurfacePoint(x: -1, y: 0))
    #expect(Tuning().bestRate(of: adam, on: hopeless, tape: tape) == 7)
  }
}
