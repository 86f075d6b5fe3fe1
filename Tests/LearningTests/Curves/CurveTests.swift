import Autodiff
import Learning
import TestSupport
import Testing

@Suite struct CurveTests {
  @Test(arguments: Curve.names)
  func slopesAgreeWithDifferences(_ name: String) throws {
    let curve = try Curve(parsing: name)
    for x in [-3, -0.7, 0.3, 0.99, 2, 7] where name != "cross-entropy" || x > 0 {
      expectGradient(at: [x]) { curve.value($0[0]) }
    }
  }

  /// Values and gradients that PyTorch gave.
  @Test(arguments: [("relu", "relu"), ("leaky_relu_0_01", "leaky"), ("sigmoid", "sigmoid"), ("tanh", "tanh")])
  func agreesWithPyTorch(_ torch: String, _ name: String) throws {
    let file = try Fixture.json(JSON.self, from: "layers_misc.json", beside: fixtures)
    let curve = try Curve(parsing: name)
    let reference = file["activations"][torch]
    let x = try file["x"]["data"].reals
    let points = x.map { curve.point(at: $0) }
    expectClose(points.map(\.value), try reference["y"]["data"].reals)
    expectClose(
      zip(points, try file["grad_y"]["data"].reals).map { $0.slope * $1 },
      try reference["grad_x"]["data"].reals)
    // The same on tensors.
    let tape = Tape<Double>()
    let inputs = tape.variable(Tensor(vector: x))
    let outputs = try #require(Activation(rawValue: name)).value(inputs)
    tape.sweep(from: outputs, upstream: Tensor(vector: try file["grad_y"]["data"].reals))
    expectClose(outputs.tensor.elements, try reference["y"]["data"].reals)
    expectClose(tape.adjoint(of: inputs).elements, try reference["grad_x"]["data"].reals)
  }

  /// Losses of one number, by hand.
  @Test(arguments: [
    ("zero-one", 0, 1, 0), ("zero-one", 0.1, 0, 0), ("zero-one", -2, 1, 0), ("signed", 3, -3, -1),
    ("absolute", -2, 2, -1), ("absolute", 0, 0, 0), ("squared", -3, 9, -6), ("hinge", 0.25, 0.75, -1),
    ("hinge", 1, 0, 0), ("hinge", 2, 0, 0), ("logistic", 0, 0.6931471805599453, -0.5),
    ("logistic", 1, 0.31326168751822286, -0.2689414213699951), ("logistic", -1000, 1000, -1),
    ("logistic", 1000, 0, 0), ("cross-entropy", 0.5, 0.6931471805599453, -2),
    ("cross-entropy", 0, .infinity, -.infinity),
    ("threshold", 0, 0, 0), ("threshold", 1e-300, 1, 0), ("threshold", -1, 0, 0), ("relu", 0, 0, 0),
    ("leaky", 0, 0, 0.01),
    ("parametric", 0, 0, 0.25), ("parametric", -2, -0.5, 0.25), ("linear", -2, -2, 1),
    ("x^2 - 3*x", 2, -2, 1), ("abs(x)", 0, 0, 0), ("7", 1, 7, 0), ("1/x", 0, .infinity, -.infinity),
  ])
  func byHand(_ name: String, _ x: Double, _ value: Double, _ slope: Double) throws {
    let point = try Curve(parsing: name).point(at: x)
    expectClose([point.value, point.slope], [value, slope], tolerance: 1e-15)
  }

  /// -1/(1 + e^x) keeps its digits where it is tiny; wanted values by Python's math.
  @Test(arguments: [
    (30, -9.3576229688392989e-14), (35, -6.3051167601469853e-16), (40, -4.2483542552915889e-18),
  ])
  func theSlopeOfTheLogisticLossKeepsItsDigits(_ x: Double, _ slope: Double) throws {
    let found = try Curve(parsing: "logistic").point(at: x).slope
    #expect(abs(found / slope - 1) < 1e-14)
  }

  @Test(arguments: [-1e308, -800, 800, 1e308])
  func nothingOverflowsOnTheWay(_ x: Double) throws {
    for name in ["sigmoid", "tanh", "logistic", "relu", "hinge", "threshold", "zero-one"] {
      let point = try Curve(parsing: name).point(at: x)
      #expect(point.value.isFinite && point.slope.isFinite, "\(name)")
      let text = try Curve(parsing: name).arithmetic(at: point)
      #expect(!text.contains("nan"))
    }
  }

  @Test func parameters() throws {
    #expect(try Curve(parsing: "leaky", parameter: 0.3).point(at: -2).value == -0.6)
    #expect(throws: CurveError.noParameter("relu")) { try Curve(parsing: "relu", parameter: 0.1) }
    #expect(throws: CurveError.noParameter("an expression")) { try Curve(parsing: "x^2", parameter: 0.1) }
  }

  @Test func kinks() throws {
    let relu = try Curve(parsing: "relu")
    #expect(relu.point(at: 0, slopeAtKink: 1).slope == 1)
    #expect(relu.point(at: 0.1, slopeAtKink: 0).slope == 1)
    #expect(throws: CurveError.slopeAtKink(2, between: 0, and: 1)) { try relu.check(slopeAtKink: 2) }
    #expect(throws: CurveError.noKink("tanh")) { try Curve(parsing: "tanh").check(slopeAtKink: 0) }
    #expect(throws: CurveError.noKink("threshold")) { try Curve(parsing: "threshold").check(slopeAtKink: 0) }
    // The engine's slope at each kink is the one that is said to be taken, and the sides are as they are said to be.
    for curve in try Curve.names.map({ try Curve(parsing: $0) }) {
      guard let kink = curve.kink else { continue }
      #expect(curve.point(at: kink.x).slope == kink.taken)
      #expect(
        curve.point(at: kink.x - 1e-9).slope == kink.left
          && curve.point(at: kink.x + 1e-9).slope == kink.right)
      let gap = curve.point(at: kink.x + 1e-9).value - curve.point(at: kink.x - 1e-9).value
      #expect((abs(gap) > 0.5) == kink.isJump)
    }
  }

  @Test(arguments: Curve.names)
  func saturationIsWhereSlopesAreSmall(_ name: String) throws {
    let curve = try Curve(parsing: name)
    guard let saturation = curve.saturation else { return }
    let places = stride(from: -8, through: 8, by: 0.01).map { $0 }
    let slopes = places.map { abs(curve.point(at: $0).slope) }
    let most = slopes.max() ?? 0
    for (x, slope) in zip(places, slopes) where abs(x - (curve.kink?.x ?? .infinity)) > 0.001 {
      #expect(saturation.contains(x) == (slope <= most / 10), "\(x): \(slope)")
    }
  }

  @Test(arguments: [
    (
      "sigmoid", 2, "f(2) = 1/(1 + e^(-2)) = 1/(1 + 0.1353) = 0.8808",
      "f'(2) = f·(1 - f) = 0.8808·0.1192 = 0.105"
    ),
    ("leaky", -2, "f(-2) = 0.01·(-2) = -0.02", "f'(-2) = 0.01"),
    ("hinge", -0.5, "f(-0.5) = max(0, 1 - (-0.5)) = 1.5", "f'(-0.5) = -1"),
    (
      "relu", 0, "f(0) = max(0, 0) = 0",
      "f'(0) is taken as 0: 0 on the left, 1 on the right; PyTorch and Keras take 0, the KCL lecture 1; any slope between does"
    ),
    ("tanh", 1, "f(1) = (2.718 - 0.3679)/(2.718 + 0.3679) = 0.7616", "f'(1) = 1 - f^2 = 1 - 0.7616^2 = 0.42"),
  ])
  func numbersArePutIn(_ name: String, _ x: Double, _ value: String, _ slope: String) throws {
    let curve = try Curve(parsing: name)
    #expect(curve.arithmetic(at: curve.point(at: x)) == value)
    #expect(curve.slopeArithmetic(at: curve.point(at: x)) == slope)
  }

  private let fixtures = #filePath.replacing("/Curves/CurveTests.swift", with: "/X.swift")
}
