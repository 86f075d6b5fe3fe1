import Autodiff
import Foundation
import TestSupport
import Testing

/// Convolution and pooling against PyTorch.
@Suite struct ConvolutionOracleTests {
  struct Array4: Decodable {
    let shape: [Int]
    let data: [Double]

    func tensor<E: Precision>(_: E.Type) throws -> Tensor<E> {
      try Tensor(shape: shape, elements: data.map { E($0) })
    }
  }

  struct Convolutions: Decodable {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
      let id: String
      let note: String
      let stride, padding, dilation: [Int]
      let x, weight, y, gradY, gradX, gradWeight: Array4
      let bias, gradBias: Array4?
      var testDescription: String { "\(id) \(note)" }
    }
    let cases: [Case]
  }

  struct Poolings: Decodable {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
      let id: String
      let mode: String
      let kernel, stride, padding: [Int]
      let countIncludePad: Bool?
      let x, y, gradY, gradX: Array4
      var testDescription: String { id }
    }
    let cases: [Case]
  }

  static func cases(_ name: String) -> [Convolutions.Case] {
    (try? decode(Convolutions.self, name).cases) ?? []
  }
  static let poolings = (try? decode(Poolings.self, "pool.json").cases) ?? []

  static func decode<Value: Decodable>(_: Value.Type, _ name: String) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Value.self, from: Fixture.data(name))
  }

  @Test func thereAreCases() {
    #expect(Self.cases("conv2d_exact.json").count == 28)
    #expect(Self.cases("conv2d_random.json").count == 5)
    #expect(Self.poolings.count == 16)
  }

  /// Every number is a small multiple of a power of two, so that any order of summation is exact in both precisions.
  @Test(arguments: cases("conv2d_exact.json")) func exactCase(_ oracle: Convolutions.Case) throws {
    try expect(oracle, Double.self, tolerance: 0)
    try expect(oracle, Float.self, tolerance: 0)
  }

  /// 1e-12 in double; 2e-6 in single, some ten units in the last place of the largest terms.
  @Test(arguments: cases("conv2d_random.json")) func randomCase(_ oracle: Convolutions.Case) throws {
    try expect(oracle, Double.self, tolerance: 1e-12)
    try expect(oracle, Float.self, tolerance: 2e-6)
  }

  /// Values, and gradients for the upstream given, within `tolerance` of the largest element.
  func expect<E: Precision>(_ oracle: Convolutions.Case, _: E.Type, tolerance: Double) throws {
    let tape = Tape<E>()
    let x = tape.variable(try oracle.x.tensor(E.self))
    let weight = tape.variable(try oracle.weight.tensor(E.self))
    let bias = try oracle.bias.map { tape.variable(try $0.tensor(E.self)) }
    let y = x.conv2d(
      weight, bias: bias, stride: extent(oracle.stride), padding: padding(oracle.padding),
      dilation: extent(oracle.dilation))
    try expectClose(y.tensor, oracle.y, tolerance)
    tape.sweep(from: y, upstream: try oracle.gradY.tensor(E.self))
    try expectClose(tape.adjoint(of: x), oracle.gradX, tolerance)
    try expectClose(tape.adjoint(of: weight), oracle.gradWeight, tolerance)
    if let bias, let expected = oracle.gradBias {
      try expectClose(tape.adjoint(of: bias), expected, tolerance)
    }
  }

  @Test(arguments: poolings) func pooling(_ oracle: Poolings.Case) throws {
    try expect(oracle, Double.self, tolerance: 1e-12)
    try expect(oracle, Float.self, tolerance: 1e-6)
  }

  func expect<E: Precision>(_ oracle: Poolings.Case, _: E.Type, tolerance: Double) throws {
    let tape = Tape<E>()
    let x = tape.variable(try oracle.x.tensor(E.self))
    let y = x.pool(
      oracle.mode == "max" ? .max : .average, window: extent(oracle.kernel), stride: extent(oracle.stride),
      padding: padding(oracle.padding), excludingPadding: oracle.countIncludePad == false)
    try expectClose(y.tensor, oracle.y, tolerance)
    tape.sweep(from: y, upstream: try oracle.gradY.tensor(E.self))
    try expectClose(tape.adjoint(of: x), oracle.gradX, tolerance)
  }

  func extent(_ pair: [Int]) -> Extent { Extent(height: pair[0], width: pair[1]) }
  func padding(_ pair: [Int]) -> Padding { Padding(height: pair[0], width: pair[1]) }

  func expectClose<E: Precision>(_ tensor: Tensor<E>, _ expected: Array4, _ tolerance: Double) throws {
    #expect(tensor.shape == expected.shape)
    let scale = expected.data.reduce(0) { max($0, abs($1)) }
    let worst = zip(tensor.elements, expected.data).reduce(0) { max($0, abs(Double($1.0) - $1.1)) }
    #expect(worst <= tolerance * scale)
  }
}
