import Autodiff
import RealModule
import TestSupport
import Testing

/// Rosenbrock and Beale against PyTorch's float64 values and gradients.
@Suite struct GradientOracleTests {
  struct Oracle: Decodable {
    struct Point: Decodable {
      let surface: String
      let point: [Double]
      let f: Double
      let grad: [Double]
    }
    let points: [Point]
  }

  static func value<T: Scalar>(of surface: String, _ x: T, _ y: T) throws -> T {
    switch surface {
    case "rosenbrock":
      return .power(1 - x, 2) + 100 * .power(y - x * x, 2)
    case "beale":
      let (a, b) = (1.5 - x + x * y, 2.25 - x + x * .power(y, 2))
      return a * a + b * b + .power(2.625 - x + x * .power(y, 3), 2)
    default:
      throw Unknown(surface: surface)
    }
  }
  struct Unknown: Error { let surface: String }

  @Test func valuesAndGradientsMatchTheReference() throws {
    let oracle = try Fixture.json(Oracle.self, from: "surface_gradients.json")
    #expect(oracle.points.count == 80)
    let tape = Tape<Double>()
    for point in oracle.points {
      let (value, dx, dy) = try tape.valueAndGradient(at: point.point[0], point.point[1]) { x, y in
        try Self.value(of: point.surface, x, y)
      }
      let scale = max(abs(point.grad[0]), abs(point.grad[1]))
      #expect(abs(value - point.f) <= 1e-11 * abs(point.f))
      #expect(abs(dx - point.grad[0]) <= 1e-11 * scale)
      #expect(abs(dy - point.grad[1]) <= 1e-11 * scale)
      #expect(try Self.value(of: point.surface, point.point[0], point.point[1]) == value)
    }
  }
}
