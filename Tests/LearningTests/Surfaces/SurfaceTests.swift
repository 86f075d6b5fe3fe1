import Autodiff
import Learning
import TestSupport
import Testing

@Suite struct SurfaceTests {
  static func surface(_ fact: JSON) throws -> Surface {
    let name = try #require(fact["name"].text)
    // What the facts call the saddle is the plain one; the name belongs to the bounded one here.
    let kind = name == "saddle" ? "saddle-plain" : name.replacing("_", with: "-")
    return Surface(try #require(SurfaceKind(rawValue: kind)))
  }

  @Test(arguments: Fact.about("surface"))
  func heightsAndSlopesOfTheFacts(_ fact: Fact) throws {
    let (surface, tape) = (try Self.surface(fact["surface"]), Tape<Double>())
    let (points, references) = (try fact["points"].rows, fact.expected.list)
    #expect(points.count == references.count)
    for (point, reference) in zip(points, references) {
      let (value, dx, dy) = surface.valueAndGradient(at: SurfacePoint(x: point[0], y: point[1]), on: tape)
      let gradient = try reference["grad"].reals
      fact.expect([value, dx, dy], [try reference["f"].real, gradient[0], gradient[1]])
      #expect(surface.value(point[0], point[1]) == value)
    }
  }

  @Test func gradientsOfTheOracle() throws {
    struct File: Decodable {
      struct Point: Decodable {
        let surface: String, point: [Double], f: Double, grad: [Double]
      }
      let points: [Point]
    }
    let file = #filePath.replacing("/Surfaces/SurfaceTests.swift", with: "/SurfaceTests.swift")
    let points = try Fixture.json(File.self, from: "surface_gradients.json", beside: file).points
    #expect(points.count == 80)
    let tape = Tape<Double>()
    for point in points {
      let surface = Surface(try #require(SurfaceKind(rawValue: point.surface)))
      let place = SurfacePoint(x: point.point[0], y: point.point[1])
      let (value, dx, dy) = surface.valueAndGradient(at: place, on: tape)
      for (own, reference) in [(value, point.f), (dx, point.grad[0]), (dy, point.grad[1])] {
        #expect(abs(own - reference) <= 1e-11 * max(1, abs(reference)))
      }
    }
  }

  @Test(arguments: SurfaceKind.allCases)
  func gradientsAgreeWithDifferences(_ kind: SurfaceKind) throws {
    let surface = Surface(kind)
    for place in [(0.7, -0.4), (-1.3, 0.9), (1.9, 1.1)] {
      expectGradient(at: [place.0, place.1], tolerance: 1e-6) { surface.value($0[0], $0[1]) }
    }
  }

  @Test(arguments: SurfaceKind.allCases)
  func minimaAreFlatAndLow(_ kind: SurfaceKind) throws {
    let (surface, tape) = (Surface(kind), Tape<Double>())
    #expect(!kind.minima.isEmpty || kind == .saddlePlain)
    for minimum in kind.minima {
      let (value, dx, dy) = surface.valueAndGradient(at: minimum.point, on: tape)
      #expect(abs(value - minimum.value) < 1e-12 * max(1, abs(value)) + 1e-14)
      if minimum.isSmooth {
        #expect(abs(dx) < 1e-12 && abs(dy) < 1e-12, "\(dx) \(dy)")
      } else {
        #expect(!dx.isFinite || !dy.isFinite)
      }
      #expect(kind.window.contains(minimum.point))
      for angle in stride(from: 0.0, to: 6.28, by: 0.37) {
        let x = minimum.point.x + 1e-3 * .cos(angle)
        #expect(surface.value(x, minimum.point.y + 1e-3 * .sin(angle)) > minimum.value)
      }
    }
    #expect(kind.window.contains(kind.start))
  }

  @Test(arguments: SurfaceKind.allCases)
  func everySurfaceIsWhole(_ kind: SurfaceKind) {
    let (surface, window, tape) = (Surface(kind), kind.window, Tape<Double>())
    for share in stride(from: 0.0, through: 1, by: 0.0625) {
      for other in stride(from: 0.0, through: 1, by: 0.0625) {
        let x = window.x.lowerBound + share * (window.x.upperBound - window.x.lowerBound)
        let y = window.y.lowerBound + other * (window.y.upperBound - window.y.lowerBound)
        let value = surface.value(x, y)
        #expect(
          value.isFinite && value == surface.valueAndGradient(at: SurfacePoint(x: x, y: y), on: tape).value)
        #expect(kind.minima.first.map { value >= $0.value - 1e-12 } ?? true, "the lowest is the first")
      }
    }
    let slope = surface.valueAndGradient(at: kind.start, on: tape)
    #expect(
      slope.dx.isFinite && slope.dy.isFinite && surface.value(kind.start.x, kind.start.y) == slope.value)
    #expect(SurfaceKind(rawValue: kind.rawValue) == kind)
    #expect(!kind.title.isEmpty && !kind.formula.isEmpty && kind.watchFor.hasPrefix("watch for "))
  }

  /// As the table of surfaces lists them.
  @Test(arguments: [
    (SurfaceKind.twoWells, [-2.063, -1.093]), (.camel, [-1.0316, -1.0316]), (.styblinskiTang, [-78.33]),
    (.saddle, [-1, -1]), (.goldsteinPrice, [3]), (.himmelblau, [0, 0, 0, 0]), (.sineSaddle, [-1]),
  ])
  func listedValues(_ kind: SurfaceKind, values: [Double]) {
    #expect(kind.minima.count == values.count)
    for (minimum, value) in zip(kind.minima, values) { #expect(abs(minimum.value - value) < 5e-3) }
  }

  @Test func allNamesOfTheContract() {
    let names = """
      bowl ravine rosenbrock beale himmelblau saddle two-wells rastrigin camel styblinski-tang plateau booth matyas \
      goldstein-price ackley rotated-bowl mild-banana two-wells-steep saddle-plain sine-saddle elliptic-bowl ripples \
      three-hump-camel quadratic
      """
    #expect(SurfaceKind.allCases.map(\.rawValue) == names.split(separator: " ").map(String.init))
  }

  @Test func turnedAndStretched() throws {
    let surface = try Surface(.quadratic, rotation: 90, condition: 50)
    #expect(abs(surface.value(1.0, 0.0) - 25) < 1e-12)
    #expect(abs(surface.value(0.0, 1.0) - 0.5) < 1e-12)
    let curvature = try #require(surface.curvature(on: Tape()))
    #expect(abs(curvature.least - 1) < 1e-12 && abs(curvature.greatest - 50) < 1e-12)
    #expect(surface.formula == "(1u² + 50v²)/2, (u, v) turned by 90°")
    #expect(abs(surface.start.x + 1) < 1e-12 && abs(surface.start.y - 4) < 1e-12)
    #expect(surface.window.contains(surface.start))
  }

  /// Every quadratic turned by some angle is its own shape seen from there, and the minimum stays.
  @Test(arguments: [
    SurfaceKind.bowl, .ravine, .rotatedBowl, .quadratic, .booth, .matyas, .saddlePlain,
  ])
  func quadraticsTurnAboutTheirCentre(_ kind: SurfaceKind) throws {
    let own = Surface(kind)
    let quadratic = try #require(own.quadratic)
    let turned = try Surface(kind, rotation: quadratic.rotation + 30, condition: nil)
    var chance = SplitMix64(seed: 5)
    for _ in 0..<50 {
      let (x, y) = (3 * chance.normal(), 3 * chance.normal())
      #expect(abs(quadratic.value(x, y) - own.value(x, y)) < 1e-9)
      let (dx, dy) = (x - quadratic.center.x, y - quadratic.center.y)
      let (cosine, sine) = (Double.cos(.pi / 6), Double.sin(.pi / 6))
      let there = turned.value(
        quadratic.center.x + cosine * dx - sine * dy, quadratic.center.y + sine * dx + cosine * dy)
      #expect(abs(there - own.value(x, y)) < 1e-9)
    }
    for minimum in kind.minima { #expect(abs(turned.value(minimum.point.x, minimum.point.y)) < 1e-12) }
    #expect(turned.window.contains(turned.start))
    let stretched = try #require(Surface(kind, rotation: nil, condition: 40).curvature(on: Tape()))
    let ratio =
      kind == .saddlePlain ? -stretched.least / stretched.greatest : stretched.greatest / stretched.least
    #expect(abs(ratio - 40) < 1e-6)
  }

  @Test func formulasOfTurnedSurfacesAwayFromTheOrigin() throws {
    #expect(try Surface(.booth, rotation: 0, condition: 4).formula == "(2(x - 1)² + 8(y - 3)²)/2")
    #expect(
      try Surface(.booth, rotation: 10, condition: nil).formula
        == "(2u² + 18v²)/2, (u, v) turned by 10° about (1,3)")
    #expect(try Surface(.saddlePlain, rotation: nil, condition: 3).formula == "(2x² - 6y²)/2")
    #expect(Surface(.booth).formula == "(x + 2y - 7)² + (2x + y - 5)²")
  }

  @Test(arguments: [
    (SurfaceKind.bowl, 2.0, 2.0), (.ravine, 0.2, 4), (.rotatedBowl, 1, 100), (.quadratic, 1, 10),
    (.booth, 2, 18), (.matyas, 0.04, 1), (.saddlePlain, -2, 2),
  ])
  func constantCurvature(_ kind: SurfaceKind, least: Double, greatest: Double) throws {
    let curvature = try #require(Surface(kind).curvature(on: Tape()))
    #expect(abs(curvature.least - least) < 1e-11 && abs(curvature.greatest - greatest) < 1e-11)
  }

  @Test func noConstantCurvatureElsewhere() {
    #expect(SurfaceKind.allCases.filter { Surface($0).curvature(on: Tape()) != nil }.count == 7)
  }

  @Test func typedExpressions() throws {
    let typed = try Surface(expression: "(1-x)^2+100*(y-x^2)^2")
    #expect(typed.value(-1.2, 1.0) == Surface(.rosenbrock).value(-1.2, 1.0))
    let tape = Tape<Double>()
    let gradient = typed.valueAndGradient(at: SurfacePoint(x: -1.2, y: 1), on: tape)
    #expect(abs(gradient.dx + 215.6) < 1e-9 && abs(gradient.dy + 88) < 1e-9)
    #expect(
      try Surface(expression: "3").valueAndGradient(at: SurfacePoint(x: 1, y: 2), on: tape) == (3, 0, 0))
  }

  @Test(arguments: [
    ("bowll", nil, nil, "there is no surface \"bowll\"; there are bowl, ravine, "),
    ("x+z", nil, nil, "column 3: \"z\" is unknown here"),
    ("rosenbrock", 45.0, nil, "rosenbrock cannot be turned or stretched; bowl, ravine, "),
    ("x*y", 45, nil, "a typed expression cannot be turned or stretched; bowl, "),
    ("bowl", nil, 0.5, "the condition number must be from 1 to 1,000,000, not \"0.5\""),
    ("bowl", .nan, nil, "the rotation must be a finite number of degrees, not \"nan\""),
    ("", nil, nil, "the expression is empty"),
  ])
  func refusals(text: String, rotation: Double?, condition: Double?, sentence: String) {
    let error = #expect(throws: SurfaceError.self) {
      try Surface(parsing: text, rotation: rotation, condition: condition)
    }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
  }

  @Test func points() throws {
    #expect(try SurfacePoint(parsing: "-1,2") == SurfacePoint(x: -1, y: 2))
    #expect(try SurfacePoint(parsing: " 1e-3, -2.5 ").text == "0.001,-2.5")
    #expect(try SurfacePoint(parsing: "2e9,-1e300") == SurfacePoint(x: 2e9, y: -1e300))
    for text in ["1", "1,2,3", "a,b", "nan,1", "inf,0", "", ",", "1 2", "1 5,2", "1,2 5"] {
      #expect(throws: SurfaceError.point(text)) { try SurfacePoint(parsing: text) }
    }
  }
}
