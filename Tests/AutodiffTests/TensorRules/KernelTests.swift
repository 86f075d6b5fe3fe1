import Autodiff
import RealModule
import TestSupport
import Testing

/// The functions that tensors compute in wide registers, against the rules of single numbers.
@Suite struct KernelTests {
  enum Function: String, CaseIterable, Sendable {
    case exp, tanh, sigmoid, relu

    func value<E: Precision>(_ x: E) -> E {
      switch self {
      case .exp: .exp(x)
      case .tanh: .tanh(x)
      case .sigmoid: .sigmoid(x)
      case .relu: .relu(x)
      }
    }

    func value<E: Precision>(_ x: TensorVariable<E>) -> TensorVariable<E> {
      switch self {
      case .exp: .exp(x)
      case .tanh: .tanh(x)
      case .sigmoid: .sigmoid(x)
      case .relu: .relu(x)
      }
    }
  }

  /// Small and large numbers of both signs, the borders, and what is no number.
  static func points<E: Precision>(_: E.Type) -> [E] {
    var points: [E] = [0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .leastNormalMagnitude]
    points += [E.greatestFiniteMagnitude, -.greatestFiniteMagnitude]
    for scale in [1e-5, 1e-3, 0.1, 1, 10, 100, 800] {
      for index in 0..<400 { points.append(E(scale * (Double(index) - 199.7) / 200)) }
    }
    return points
  }

  @Test(arguments: Function.allCases) func agreesWithTheScalarRule(_ function: Function) {
    expect(function, Double.self)
    expect(function, Float.self)
  }

  func expect<E: Precision>(_ function: Function, _: E.Type) {
    let points = Self.points(E.self)
    let tape = Tape<E>()
    let x = tape.variable(Tensor(vector: points))
    let y = function.value(x)
    tape.sweep(from: y)
    let (values, slopes) = (y.tensor.elements, tape.adjoint(of: x).elements)
    let numbers = Tape<E>()
    for (index, point) in points.enumerated() {
      let exact = function.value(point)
      let isNear = Self.isNear(values[index], exact, within: 4 * exact.ulp)
      #expect(isNear, "\(function) at \(point)")
      #expect(values[index].sign == exact.sign || exact.isNaN, "\(function) at \(point)")
      let (_, slope) = numbers.valueAndDerivative(at: point) { Variable.kernel(function, $0) }
      // 1 - y² loses what y is off by.
      let lost = function == .exp ? abs(exact) : 1
      let isRight = Self.isNear(slopes[index], slope, within: 16 * lost.ulp)
      #expect(isRight, "slope of \(function) at \(point)")
    }
    // A row that ends within a register, and one number alone.
    for count in [1, 3, 7, 33] {
      let part = function.value(tape.variable(Tensor(vector: Array(points.suffix(count))))).tensor.elements
      #expect(part == Array(values.suffix(count)))
    }
  }

  static func isNear<E: Precision>(_ value: E, _ exact: E, within distance: E) -> Bool {
    if value.isNaN || exact.isNaN { return value.isNaN && exact.isNaN }
    return value == exact || abs(value - exact) <= distance
  }

  /// Windows of 2x2 side by side have a kernel of their own; with the padding of zero cells written out they do not.
  @Test(arguments: [(8, 8), (9, 7), (2, 2), (5, 30), (28, 28), (3, 2)])
  func halvingIsPooling(_ height: Int, _ width: Int) throws {
    try expectHalving(height, width, Double.self)
    try expectHalving(height, width, Float.self)
  }

  func expectHalving<E: Precision>(_ height: Int, _ width: Int, _: E.Type) throws {
    var numbers = SeededNumbers(seed: 4)
    // Ties are frequent, and so is what is no number.
    var elements = (0..<6 * height * width).map { _ in E(numbers.integer(in: 0...3)) }
    for index in stride(from: 5, to: elements.count, by: 17) { elements[index] = .nan }
    for index in stride(from: 7, to: elements.count, by: 13) { elements[index] = -.infinity }
    let tape = Tape<E>()
    let x = tape.variable(try Tensor(shape: [2, 3, height, width], elements: elements))
    let y = x.pool(.max, window: 2)
    #expect(y.shape == [2, 3, height / 2, width / 2])
    let weights = (0..<y.count).map { E($0 + 1) }
    tape.sweep(from: y, upstream: try Tensor(shape: y.shape, elements: weights))
    let gradient = tape.adjoint(of: x).elements
    var expected = [E](repeating: 0, count: elements.count)
    var place = 0
    for plane in 0..<6 {
      for row in 0..<height / 2 {
        for column in 0..<width / 2 {
          let first = (plane * height + 2 * row) * width + 2 * column
          var best = first
          for cell in [first + 1, first + width, first + width + 1] where !elements[best].isNaN {
            if elements[cell].isNaN || elements[cell] > elements[best] { best = cell }
          }
          let value = y.withElements { $0[place] }
          #expect(value == elements[best] || value.isNaN && elements[best].isNaN)
          expected[best] += weights[place]
          place += 1
        }
      }
    }
    #expect(gradient == expected)
  }
}

extension Variable {
  fileprivate static func kernel(_ function: KernelTests.Function, _ x: Variable) -> Variable {
    switch function {
    case .exp: .exp(x)
    case .tanh: .tanh(x)
    case .sigmoid: .sigmoid(x)
    case .relu: .relu(x)
    }
  }
}
