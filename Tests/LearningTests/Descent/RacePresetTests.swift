import Autodiff
import Learning
import Testing

/// The numbers of the table of presets, with its definitions: flips are sign changes between successive Δy with
/// |Δy| > 1e-4, a run settles after the last step outside a radius.
@Suite struct RacePresetTests {
  static func paths(_ preset: RacePreset, steps: Int? = nil) throws -> [[(
    point: SurfacePoint, value: Double
  )]] {
    let tape = Tape<Double>()
    return try preset.setup.lineUp().map {
      Descent.path(preset.setup.problem, $0, steps: steps ?? preset.steps, on: tape).path
    }
  }

  static func settled(
    _ path: [(point: SurfacePoint, value: Double)], within radius: Double, of x: Double = 0, _ y: Double = 0
  ) -> Int {
    let target = SurfacePoint(x: x, y: y)
    return (path.lastIndex { !($0.point.distance(to: target) < radius) } ?? -1) + 1
  }

  /// The step from which on each racer of a preset has arrived, to the end of the race; `nil` for those that have not then.
  private static func arrivals(_ preset: RacePreset) throws -> [Int?] {
    let surface = preset.scene.setup.surface
    return try paths(preset).map { path in
      let last = path.lastIndex { !surface.isArrival($0.point) } ?? -1
      return last + 1 < path.count ? last + 1 : nil
    }
  }

  /// Every step of arrival that a sentence names is that of the race itself, with the lab's own definition.
  @Test(arguments: [
    (RacePreset.diverge, [1: 10]), (.adagradStall, [1: 10]), (.longValley, [1: 486, 2: 522]),
    (.aligned, [3: 19]), (.rotated, [3: 1163, 5: 565]), (.damping, [0: 12, 2: 110]),
  ])
  func theSentenceNamesWhoArrivesWhen(_ preset: RacePreset, _ named: [Int: Int]) throws {
    let arrivals = try Self.arrivals(preset)
    for (racer, step) in named {
      #expect(arrivals[racer] == step && preset.watchFor.contains("\(step)"), "\(arrivals)")
    }
    switch preset {
    case .longValley: #expect(arrivals[0] == nil)
    case .adagradStall: #expect(arrivals[0] == nil)
    case .aligned: #expect(arrivals.compactMap(\.self).min() == 19)
    case .rotated: #expect(try arrivals[0] == Self.arrivals(.aligned)[0])
    case .zigzag, .diverge, .saddle, .ridge, .overshoot, .luckyInertia, .plateau, .limits, .damping,
      .neverSettles, .biasBug:
      break
    }
  }

  /// Of two wells only the lower one is arrived at.
  @Test func aHigherWellIsNoArrival() throws {
    let preset = RacePreset.luckyInertia
    let ends = try Self.paths(preset).compactMap(\.last?.point)
    let surface = preset.scene.setup.surface
    #expect(surface.distanceToMinimum(from: ends[0]).map { $0 < 0.01 } == true && ends[0].x > 0)
    #expect(!surface.isArrival(ends[0]) && surface.isArrival(ends[1]))
    #expect(surface.minima.map { surface.isArrival($0.point) } == [true, false])
    #expect(try !Surface(expression: "x^2 + y^2").isArrival(SurfacePoint(x: 0, y: 0)))
  }

  static func flips(_ path: [(point: SurfacePoint, value: Double)]) -> Int {
    let moves = zip(path.dropFirst(), path).map { $0.point.y - $1.point.y }.filter { abs($0) > 1e-4 }
    return zip(moves, moves.dropFirst()).count { ($0 < 0) != ($1 < 0) }
  }

  @Test func zigzag() throws {
    let paths = try Self.paths(.zigzag, steps: 120)
    #expect(paths.prefix(7).map(Self.flips) == [20, 17, 8, 0, 23, 9, 7])
    #expect(paths.prefix(7).map { Self.settled($0, within: 0.3) } == [34, 50, 49, 114, 56, 43, 41])
    let signs = paths.map { path in zip(path, path.dropFirst()).map { ($0.point.y < 0) != ($1.point.y < 0) } }
    #expect(signs[0].allSatisfy { $0 } && !signs[3].contains(true))
    let last = try #require(paths[7].last)
    #expect(abs(last.point.x + 5 - 0.57) < 0.01)
    #expect(last.point.distance(to: SurfacePoint(x: -5, y: -2)) < 1)
  }

  @Test func diverge() throws {
    let paths = try Self.paths(.diverge)
    for (before, after) in zip(paths[0], paths[0].dropFirst()) {
      #expect(abs(after.point.y + 1.4 * before.point.y) < 1e-9 * abs(after.point.y))
    }
    let tape = Tape<Double>()
    var run = Descent(RacePreset.diverge.setup.problem, try RacePreset.diverge.setup.lineUp()[0], on: tape)
    run.seek(to: 100, on: tape)
    // 2·1.4ⁿ passes 1e9 at n = 60.
    #expect(run.status == .diverged(at: 60))
  }

  @Test func adagradStall() throws {
    let paths = try Self.paths(.adagradStall)
    func length(_ step: Int) -> Double { paths[0][step].point.distance(to: paths[0][step - 1].point) }
    #expect(abs(length(1) - 0.57) < 0.005 && abs(length(20) - 0.066) < 0.0005)
    #expect(abs(length(100) - 0.0086) < 0.00005)
    #expect(abs(paths[0][100].point.distance(to: SurfacePoint(x: 0, y: 0)) - 0.4) < 0.05)
  }

  @Test func saddle() throws {
    let paths = try Self.paths(.saddle)
    #expect(paths.map { $0.firstIndex { $0.value < -0.5 } } == [72, 27, 23, 32, 12, 21, 20, 203])
    let near = paths[0].count { $0.point.distance(to: SurfacePoint(x: 0, y: 0)) < 0.2 }
    #expect(near == 36)
    for path in try Self.paths(.ridge) {
      #expect(path.allSatisfy { $0.point.y == 0 && $0.value >= 0 })
    }
  }

  @Test func wells() throws {
    func isGlobal(_ path: [(point: SurfacePoint, value: Double)]) -> Bool { (path.last?.point.x ?? 0) < 0 }
    let overshoot = try Self.paths(.overshoot, steps: 2000)
    #expect(overshoot.map(isGlobal) == [true, false, false, true, true, false, false])
    let lucky = try Self.paths(.luckyInertia, steps: 2000)
    #expect(lucky.map(isGlobal) == [false, true, true, false, false, true, true, false])
  }

  @Test func longValley() throws {
    let paths = try Self.paths(.longValley, steps: 7000)
    let settled = paths.map { Self.settled($0, within: 0.1, of: 1, 1) }
    #expect(settled == [5686, 486, 522, 3113, 2067, 1012, 833])
  }

  @Test func plateau() throws {
    let paths = try Self.paths(.plateau)
    let arrivals = paths.map { path in
      path.firstIndex { $0.point.distance(to: SurfacePoint(x: 0, y: 0)) < 0.5 }
    }
    #expect(arrivals == [1148, 144, 141, 88, 13, 29, 26, 194])
  }

  @Test func rotation() throws {
    let aligned = try Self.paths(.aligned, steps: 2000).map { Self.settled($0, within: 0.1) }
    #expect(aligned == [165, 59, 50, 19, 134, 51, 50])
    var rotated = try Self.paths(.rotated, steps: 2000).map { Self.settled($0, within: 0.1) }
    // RMSprop ends in a cycle of about this radius, so its last crossing hangs on the last bit of the sines.
    #expect((178...184).contains(rotated.remove(at: 4)))
    #expect(rotated == [165, 59, 50, 1163, 565, 543])
  }

  @Test func limits() throws {
    let tape = Tape<Double>()
    var race = Race(RacePreset.limits.setup.problem, try RacePreset.limits.setup.lineUp(), on: tape)
    race.seek(to: 5000, on: tape)
    #expect(race.runs.map { $0.divergedAt == nil } == [true, false, true, false, true, false])
    #expect(race.runs.enumerated().allSatisfy { $0 % 2 == 1 || $1.status == .settled })
  }

  @Test func damping() throws {
    let paths = try Self.paths(.damping, steps: 400)
    #expect(paths.map { Self.settled($0, within: 0.05) } == [15, 70, 139, 36])
    let lowest = paths.map { path in path.map(\.point.x).min() ?? 0 }
    #expect(lowest[0] > -0.002)
    #expect(abs(lowest[1] + 1.21) < 0.005 && abs(lowest[2] + 1.57) < 0.005)
  }

  @Test func neverSettles() throws {
    let path = try Self.paths(.neverSettles)[0]
    #expect(path[20].value < 2e-5 && abs(path[100].value - 0.12) < 0.005)
  }

  @Test func biasBug() throws {
    let paths = try Self.paths(.biasBug)
    func length(_ path: [(point: SurfacePoint, value: Double)], _ step: Int) -> Double {
      path[step].point.distance(to: path[step - 1].point)
    }
    #expect(abs(length(paths[0], 1) - 0.141) < 0.0005)
    #expect(abs(length(paths[1], 1) - 0.447) < 0.0005)
    #expect(abs(length(paths[2], 1) - 1.414) < 0.0005)
    #expect(abs(((1...20).map { length(paths[1], $0) }.max() ?? 0) - 0.65) < 0.005)
    #expect(abs(((1...20).map { length(paths[2], $0) }.max() ?? 0) - 2.07) < 0.005)
  }

  @Test(arguments: RacePreset.allCases)
  func everyPresetReadsBackAndSaysWhatToWatch(_ preset: RacePreset) throws {
    let text = Scene(preset.scene).description
    #expect(try Scene(parsing: text) == Scene(preset.scene))
    #expect(preset.watchFor.hasPrefix("watch for "))
    #expect(preset.watchFor.count <= 96)
    #expect(preset.setup.surface.window.contains(preset.setup.problem.start))
  }
}
