import Autodiff
import Learning
import RealModule

extension Benchmark {
  /// Steps of optimizers: with the engine's gradient, and, as the floor, with a derivative worked out by hand.
  static var races: [Benchmark] {
    [
      step(on: .rosenbrock, from: (-1.2, 1)),
      handWrittenStep("rosenbrock", from: (-1.2, 1), rosenbrockByHand),
      step(on: .beale, from: (1, 1.5)), handWrittenStep("beale", from: (1, 1.5), bealeByHand),
      elevenRacers,
    ]
  }

  /// Value, gradient and one step of Adam.
  private static func step(on kind: SurfaceKind, from start: (Double, Double)) -> Benchmark {
    let tape = Tape<Double>()
    let (surface, adam) = (Surface(kind), Adam(learningRate: 0.01))
    let place = UnsafeMutablePointer<AdamPlace>.allocate(capacity: 1)
    place.initialize(to: AdamPlace(start))
    return Benchmark("step/\(kind.rawValue), value, gradient, Adam", peer: Peer("jax", microseconds: 10.6)) {
      place.pointee.restart(after: 10_000, at: start)
      place.pointee.step += 1
      let constants = adam.constants(ofStep: place.pointee.step, rate: adam.learningRate, as: Double.self)
      let point = place.pointee.point
      let (value, dx, dy) = surface.valueAndGradient(at: point, on: tape)
      let x = adam.update(point.x, gradient: dx, constants, place.pointee.x)
      let y = adam.update(point.y, gradient: dy, constants, place.pointee.y)
      (place.pointee.x, place.pointee.y) = (x.memory, y.memory)
      place.pointee.point = SurfacePoint(x: x.next, y: y.next)
      return value
    }
  }

  private static func handWrittenStep(
    _ name: String, from start: (Double, Double), _ gradient: @escaping (Double, Double) -> (Double, Double)
  ) -> Benchmark {
    let place = UnsafeMutablePointer<AdamPlace>.allocate(capacity: 1)
    place.initialize(to: AdamPlace(start))
    return Benchmark("step/\(name), derivative by hand") {
      place.pointee.restart(after: 10_000, at: start)
      place.pointee.stepByHand(gradient)
      return place.pointee.point.x
    }
  }

  /// One step of a race of all eleven rules; a call that finds the race at its end starts it again.
  private static var elevenRacers: Benchmark {
    let tape = Tape<Double>()
    let place = UnsafeMutablePointer<Race>.allocate(capacity: 1)
    place.initialize(to: .eleven(on: tape))
    return Benchmark("race/eleven racers, one step") {
      if place.pointee.position >= 2000 { place.pointee.seek(to: 0, on: tape) }
      place.pointee.seek(to: place.pointee.position + 1, on: tape)
    }
  }
}

extension Race {
  /// All eleven rules on Rosenbrock's surface, with rates that none of them diverges with.
  static func eleven(on tape: Tape<Double>) -> Race {
    do { return try RaceScene.Setup.eleven.race(at: 0, on: tape) } catch { preconditionFailure("\(error)") }
  }
}

extension RaceScene.Setup {
  static let eleven: RaceScene.Setup = {
    let racers = [
      "sgd:lr=0.0005", "momentum:lr=0.0002", "momentum-averaged:lr=0.0005", "momentum-two-term:lr=0.0002",
      "nesterov:lr=0.0002", "adagrad:lr=0.3", "adadelta", "rmsprop:lr=0.005", "adam:lr=0.02", "adamw:lr=0.02",
      "nadam:lr=0.02",
    ]
    do {
      return RaceScene.Setup(Surface(.rosenbrock), try racers.map { try OptimizerConfiguration(parsing: $0) })
    } catch { preconditionFailure("\(error)") }
  }()
}

/// Where an optimizer stands.
private struct AdamPlace {
  var point: SurfacePoint
  var x = OptimizerMemory<Double>()
  var y = OptimizerMemory<Double>()
  var step = 0
  var (firstPower, secondPower) = (1.0, 1.0)

  init(_ start: (Double, Double)) { point = SurfacePoint(x: start.0, y: start.1) }

  mutating func restart(after steps: Int, at start: (Double, Double)) {
    if step >= steps { self = AdamPlace(start) }
  }

  mutating func stepByHand(_ gradient: (Double, Double) -> (Double, Double)) {
    step += 1
    (firstPower, secondPower) = (firstPower * 0.9, secondPower * 0.999)
    let (first, second) = (1 / (1 - firstPower), 1 / (1 - secondPower))
    func move(_ w: Double, _ g: Double, _ memory: inout OptimizerMemory<Double>) -> Double {
      memory.velocity = 0.9 * memory.velocity + (1 - 0.9) * g
      memory.squares = 0.999 * memory.squares + (1 - 0.999) * g * g
      return w - 0.01 * (memory.velocity * first) / ((memory.squares * second).squareRoot() + 1e-8)
    }
    let (dx, dy) = gradient(point.x, point.y)
    point = SurfacePoint(x: move(point.x, dx, &x), y: move(point.y, dy, &y))
  }
}

private func rosenbrockByHand(_ x: Double, _ y: Double) -> (Double, Double) {
  let b = y - x * x
  return (-2 * (1 - x) - 400 * x * b, 200 * b)
}

private func bealeByHand(_ x: Double, _ y: Double) -> (Double, Double) {
  let (yy, yyy) = (y * y, y * y * y)
  let (a, b, c) = (1.5 - x + x * y, 2.25 - x + x * yy, 2.625 - x + x * yyy)
  return (2 * (a * (y - 1) + b * (yy - 1) + c * (yyy - 1)), 2 * x * (a + 2 * b * y + 3 * c * yy))
}
