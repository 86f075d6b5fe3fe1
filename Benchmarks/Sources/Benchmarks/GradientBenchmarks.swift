import Autodiff
import RealModule

extension Benchmark {
  /// Value and gradient of the two best-known surfaces, in double precision, on one tape; and plainly.
  static var gradients: [Benchmark] {
    let tape = Tape<Double>()
    let point = Point()
    return [
      Benchmark("gradient/rosenbrock") {
        point.move()
        return tape.valueAndGradient(at: point.x, point.y) { rosenbrock($0, $1) }
      },
      Benchmark("gradient/beale") {
        point.move()
        return tape.valueAndGradient(at: point.x, point.y) { beale($0, $1) }
      },
      Benchmark("value/rosenbrock") {
        point.move()
        return rosenbrock(point.x, point.y)
      },
      Benchmark("value/beale") {
        point.move()
        return beale(point.x, point.y)
      },
      Benchmark("gradient/2-16-16-1, node by node", peer: Peer("micrograd", microseconds: 109_000)) {
        perceptronGradient(tape)
      },
      Benchmark("gradient/2-16-16-1, batched", peer: Peer("jax", microseconds: 57)) {
        batchedPerceptronGradient(tape)
      },
    ]
  }

}

/// A point that moves, so that no two calls are alike. It lies in raw memory, which is read without the run-time
/// checks of a class member.
struct Point {
  private let place = UnsafeMutablePointer<Double>.allocate(capacity: 2)

  init() { (place[0], place[1]) = (-1.2, 1) }

  var x: Double { place[0] }
  var y: Double { place[1] }

  func move() {
    place[0] += 1e-6
    place[1] -= 1e-6
  }
}

private func rosenbrock<T: Scalar>(_ x: T, _ y: T) -> T {
  .power(1 - x, 2) + 100 * .power(y - .power(x, 2), 2)
}

private func beale<T: Scalar>(_ x: T, _ y: T) -> T {
  let a = .power(1.5 - x + x * y, 2) as T
  let b = .power(2.25 - x + x * .power(y, 2), 2) as T
  let c = .power(2.625 - x + x * .power(y, 3), 2) as T
  return a + b + c
}

/// The mean squared error of a 2-16-16-1 network of tanh units with 337 weights, node by node.
private func perceptronGradient(_ tape: Tape<Double>) -> Double {
  tape.reset()
  let weights = (0..<337).map { tape.variable(.sin(Double($0))) }
  typealias V = Variable<Double>
  var loss = V(0)
  for sample in 0..<100 {
    let x = [V(Double(sample % 10) / 10), V(Double(sample / 10) / 10)]
    var next = 0
    func layer(_ input: [V], _ count: Int) -> [V] {
      (0..<count).map { _ in
        var sum = weights[next]
        next += 1
        for value in input {
          sum += weights[next] * value
          next += 1
        }
        return .tanh(sum)
      }
    }
    let error = layer(layer(layer(x, 16), 16), 1)[0] - V(Double(sample % 2))
    loss += error * error
  }
  tape.sweep(from: loss)
  return tape.adjoint(of: weights[0])
}

/// The same error with the hundred points as the rows of a matrix.
private func batchedPerceptronGradient(_ tape: Tape<Double>) -> Double {
  typealias V = TensorVariable<Double>
  tape.reset()
  func tensor(_ shape: [Int], _ element: (Int) -> Double) -> Tensor<Double> {
    do {
      return try Tensor(shape: shape, elements: (0..<shape.reduce(1, *)).map(element))
    } catch { preconditionFailure("\(error)") }
  }
  func weights(_ shape: [Int]) -> V { tape.variable(tensor(shape) { .sin(Double($0)) }) }
  let points = tape.constant(tensor([100, 2]) { Double($0 % 2 == 0 ? $0 / 2 % 10 : $0 / 20) / 10 })
  let targets = tape.constant(tensor([100, 1]) { Double($0 % 2) })
  let first = weights([2, 16])
  let hidden = V.tanh(points.matmul(first) + weights([16]))
  let deeper = V.tanh(hidden.matmul(weights([16, 16])) + weights([16]))
  let error = V.tanh(deeper.matmul(weights([16, 1])) + weights([1])) - targets
  tape.sweep(from: (error * error).sum())
  return tape.withAdjoints(of: first) { $0?[0] ?? 0 }
}
