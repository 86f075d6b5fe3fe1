import Autodiff
import Learning
import Testing

@Suite struct RaceSceneTests {
  @Test func theSceneOfTheContract() throws {
    let text = "race:ravine?racer=sgd:lr=0.4&racer=adam:lr=0.3&start=-5,-2&change=20:2:lr=0.1&step=40"
    guard let scene = try Scene(parsing: text).state as? RaceScene else { return #expect(Bool(false)) }
    #expect(scene.setup.surface == Surface(.ravine))
    #expect(scene.setup.racers.map(\.description) == ["sgd:lr=0.4", "adam:lr=0.3"])
    #expect(scene.setup.changes == [RaceScene.Change(step: 20, racer: 1, setting: "lr=0.1")])
    #expect(Scene(scene).description == text)
    let race = try scene.setup.race(at: scene.step, on: Tape<Double>())
    #expect(race.position == 40 && race.runs.map(\.position) == [40, 40])
    #expect(race.runs[1].racer.configuration(after: 19).learningRate == 0.3)
    #expect(race.runs[1].racer.configuration(after: 20).learningRate == 0.1)
  }

  @Test(arguments: [
    "race:ravine", "race:x^2+y%2F2", "race:(1-x)^2+100*(y-x^2)^2?start=-1,2&step=1000000",
    "race:rotated-bowl?rotate=0&condition=1000", "race:bowl?schedule=cosine:steps=40&noise=0.5&seed=9",
    "race:bowl?racer=sgd&racer=adam&fairness=library-defaults&view=relief&selected=2&shades=size&turn=345&steps=9&step=9",
    "race:booth?racer=sgd:lr=0.01&racer=adam:lr=0.01&rotate=0&condition=4&fairness=same-rate&view=inside",
    "race:beale?racer=nadam:form=constant,eps_inside=true&change=5:1:lr=1&change=5:1:beta1=0.5",
  ])
  func textsReadBack(_ text: String) throws {
    #expect(try Scene(parsing: text).description == text)
  }

  @Test func usualThings() throws {
    guard let scene = try Scene(parsing: "race").state as? RaceScene else { return #expect(Bool(false)) }
    #expect(scene == RaceScene(.init(Surface(.ravine))))
    #expect(scene.setup.racers == RacePreset.zigzag.setup.racers)
    #expect(scene.setup.problem.start == SurfacePoint(x: -5, y: -2))
  }

  @Test(arguments: [
    ("race:hill", "there is no surface \"hill\"; "),
    ("race:x+q", "column 3: \"q\" is unknown here"),
    ("race:bowl?racer=adam:lr=0", "racer: lr must be a finite number above 0, not \"0\""),
    ("race:bowl?racer=", "racer: there is no optimizer \"\""),
    ("race:bowl?start=1", "start: \"1\" is not a point: write x,y"),
    (
      "race:bowl?start=1,5 2,5",
      "start: \"1,5 2,5\" is not a point: write x,y with finite numbers, as in 1.5,2.5"
    ),
    (
      "race:bowl?start=1,5,-2,5",
      "start: \"1,5,-2,5\" is not a point: write x,y with finite numbers, as in 1.5,-2.5"
    ),
    ("race:bowl?start=1 2", "start: \"1 2\" is not a point: write x,y with finite numbers, as in 1,2"),
    ("race:bowl?start=1;2", "start: \"1;2\" is not a point: write x,y with finite numbers, as in 1,2"),
    ("race:bowl?start=(1, 2)", "start: \"(1, 2)\" is not a point: write x,y with finite numbers, as in 1,2"),
    ("race:bowl?noise=-1", "the noise must be a finite number of at least 0, not \"-1\""),
    ("race:bowl?noise=nan", "noise=nan: expected a finite number"),
    ("race:bowl?schedule=linear", "schedule: there is no schedule \"linear\""),
    ("race:booth?change=1:4:lr=1", "there is no racer 4 to change; there are 3"),
    ("race:bowl?change=1:0:lr=1", "\"1:0:lr=1\" is not a change"),
    ("race:booth?change=1:1:mu=1", "sgd has no setting \"mu\""),
    ("race:bowl?change=lr=1", "\"lr=1\" is not a change"),
    ("race:bowl?step=1000001", "step=1000001: expected a whole number from 0 to 1,000,000"),
    ("race:rosenbrock?rotate=3", "rosenbrock cannot be turned or stretched"),
    ("race:bowl?view=table3", "view=table3: expected table, loss, inside, relief"),
    ("race:booth?selected=4", "selected=4: expected a whole number from 1 to 3"),
    ("race:bowl?turn=360", "turn=360: expected a whole number from 0 to 359"),
    ("race:bowl?steps=10&step=11", "step=11: expected a whole number from 0 to 10"),
    (
      "race:bowl?racer=sgd:lr=0.1&racer=adam:lr=0.2&fairness=same-rate",
      "the setting fairness needs rates that are fair in this way"
    ),
    ("race:bowl?start=inf,0", "start: \"inf,0\" is not a point: write x,y"),
    ("race:bowl?color=red", "a race scene has no setting \"color\""),
    (
      "race:bowl?" + Array(repeating: "racer=sgd", count: 27).joined(separator: "&"),
      "a race has 1 to 26 racers"
    ),
  ])
  func refusals(text: String, sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
  }

  static let surfaces: [Surface] =
    SurfaceKind.allCases.map { Surface($0) }
    + ["x", "x^2", "(1-x)^2 + 100*(y-x^2)^2", "log(x) + y^2", "x*y", "sin(3*x) + y^2/9"].compactMap {
      try? Surface(parsing: $0)
    }
    + [1, 20, 10_000].compactMap { try? Surface(.booth, rotation: 30, condition: $0) }
    + [1, 1000].compactMap { try? Surface(.ravine, rotation: nil, condition: $0) }

  /// What opens when no racers are named shows something: everybody gets away from the start, by more than a 25th of the
  /// window's diagonal, and nobody diverges.
  @Test(arguments: surfaces) func usualRacersMove(_ surface: Surface) throws {
    let scene = RaceScene(.init(surface))
    #expect(scene.setup.hasUsualRacers && !scene.string.query.contains { $0.name == "racer" })
    let window = surface.window
    let diagonal = SurfacePoint(x: window.x.lowerBound, y: window.y.lowerBound)
      .distance(to: SurfacePoint(x: window.x.upperBound, y: window.y.upperBound))
    // A plateau and a long valley take longer, which is what they teach.
    let steps = [.plateau, .rosenbrock].contains(surface.kind) ? 1000 : 100
    let tape = Tape<Double>()
    for racer in try scene.setup.lineUp() {
      let run = Descent.path(scene.setup.problem, racer, steps: steps, on: tape)
      if case .diverged = run.status { Issue.record("\(racer.configuration) diverges on \(surface.name)") }
      let farthest = run.path.map { $0.point.distance(to: scene.setup.problem.start) }.max() ?? 0
      #expect(farthest > 0.04 * diagonal, "\(racer.configuration) on \(surface.name)")
    }
  }

  /// Scenes made of random settings read back as themselves.
  @Test func randomScenesReadBack() throws {
    var chance = SplitMix64(seed: 11)
    for _ in 0..<300 {
      let kind = SurfaceKind.allCases[chance.integer(in: 0...SurfaceKind.allCases.count - 1)]
      var scene = RaceScene(.init(Surface(kind)))
      if chance.uniform() < 0.3 {
        scene.setup.surface = try Surface(expression: "x*y/2 - sin(x)^2 + e^y % ".dropLast(2).description)
      }
      scene.setup.racers = (0...chance.integer(in: 0...3)).map { _ in
        var rule = OptimizerConfiguration.all[chance.integer(in: 0...10)]
        rule.learningRate = .exp(chance.normal())
        return rule
      }
      if chance.uniform() < 0.5 {
        scene.setup.start = SurfacePoint(x: chance.normal(), y: 1e-7 * chance.normal())
      }
      if chance.uniform() < 0.5 { scene.setup.schedule = Schedule.usual[chance.integer(in: 0...5)] }
      if chance.uniform() < 0.5 { scene.setup.noise = chance.uniform() }
      scene.setup.seed = chance.next()
      scene.step = chance.integer(in: 0...Limits.steps)
      if chance.uniform() < 0.3 { scene.steps = max(1, scene.step) }
      scene.viewState.view = RaceScene.View.allCases[chance.integer(in: 0...3)]
      scene.viewState.shades = RaceScene.Shades.allCases[chance.integer(in: 0...2)]
      scene.viewState.selected = chance.integer(in: 0...scene.setup.racers.count - 1)
      scene.viewState.turn = chance.integer(in: 0...359)
      for _ in 0..<chance.integer(in: 0...2) {
        scene.setup.changes.append(
          .init(
            step: chance.integer(in: 0...99), racer: chance.integer(in: 0...scene.setup.racers.count - 1),
            setting: "lr=\(Numeral.exact(.exp(chance.normal())))"))
      }
      #expect(try Scene(parsing: Scene(scene).description) == Scene(scene))
    }
  }
}
