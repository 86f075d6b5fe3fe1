import Foundation
import Learning
import Testing

@Suite struct PointSetTests {
  private static func data(_ set: PointSet) throws -> DataSet { try set.dataSet(testShare: 0.5) }

  /// The formula of each pattern, solved for what must hold of every point without noise.
  @Test(arguments: PointPattern.allCases)
  func pointsLieWhereTheFormulaSays(_ pattern: PointPattern) throws {
    let data = try Self.data(PointSet(.pattern(pattern), count: 400, noise: 0))
    #expect(data.classes.count == 2 && data.shape == .vector(2))
    for examples in [data.training, data.test] {
      #expect(examples.count == 200)
      #expect(examples.classes == (0..<200).map { $0 % 2 })
      for (index, label) in examples.classes.enumerated() {
        let (x, y) = (examples[index][0], examples[index][1])
        #expect(Self.holds(pattern, x, y, label), "\(x), \(y) of class \(label)")
      }
    }
  }

  private static func holds(_ pattern: PointPattern, _ x: Double, _ y: Double, _ label: Int) -> Bool {
    let radius = hypot(x, y)
    switch pattern {
    case .blobs:
      // Six deviations from the middle of its heap.
      return hypot(x - (label == 1 ? 0.8 : -0.8), y - (label == 1 ? 0.8 : -0.8)) < 1.2
    case .circles: return abs(radius - (label == 1 ? 0.5 : 1)) < 1e-12
    case .moons:
      let (u, v) = label == 0 ? (x, y) : (1 - x, 0.5 - y)
      return abs(hypot(u, v) - 1) < 1e-12 && v >= 0
    case .spiral:
      let angle = 3.5 * Double.pi * (radius - 0.1) / 0.9 + (label == 1 ? Double.pi : 0)
      return radius >= 0.1 && radius < 1 && hypot(x - radius * cos(angle), y - radius * sin(angle)) < 1e-9
    case .xor: return (x * y > 0) == (label == 1) && abs(x) >= 0.05 && abs(y) >= 0.05 && abs(x) <= 1
    case .checker:
      let squares = Int((2 * x).rounded(.down)) + Int((2 * y).rounded(.down))
      return abs(x) <= 1 && abs(y) <= 1 && abs(squares % 2) == label
    }
  }

  @Test func theSeedDeterminesThePoints() throws {
    let set = PointSet(.pattern(.moons))
    var other = set
    other.seed = 2
    #expect(try Self.data(set) == Self.data(set))
    #expect(try Self.data(set) != Self.data(other))
  }

  /// With noise the same points are moved, by as much as it says.
  @Test func noiseHasItsDeviation() throws {
    let plain = try Self.data(PointSet(.pattern(.circles), count: 4_000, noise: 0)).training
    let noisy = try Self.data(PointSet(.pattern(.circles), count: 4_000, noise: 0.3)).training
    let moves = (0..<plain.count).flatMap { index in zip(plain[index], noisy[index]).map { $1 - $0 } }
    let mean = moves.reduce(0, +) / Double(moves.count)
    let variance = moves.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(moves.count)
    #expect(abs(mean) < 0.02)
    #expect(abs(variance.squareRoot() - 0.3) < 0.01)
  }

  @Test func aFunctionPartsThePlane() throws {
    let source = try PointSource(parsing: "sin(3*x)/2")
    let points = try Self.data(PointSet(source, count: 600, noise: 0)).training
    for index in 0..<points.count {
      let (x, y) = (points[index][0], points[index][1])
      #expect((y > sin(3 * x) / 2) == (points.classes[index] == 1))
    }
    #expect(Set(points.classes) == [0, 1])
  }

  @Test func whereAFunctionHasNoValueThereIsNoPoint() throws {
    let points = try Self.data(PointSet(PointSource(parsing: "sqrt(x)"), noise: 0)).training
    #expect((0..<points.count).allSatisfy { points[$0][0] >= 0 })
    #expect(throws: DataSetError.nowhereFinite("log(-1-x^2)")) {
      try Self.data(PointSet(PointSource(parsing: "log(-1-x^2)")))
    }
    #expect(throws: DataSetError.unknownPattern("moon")) { try PointSource(parsing: "moon") }
    #expect(throws: DataSetError.self) { try PointSource(parsing: "sin(") }
  }

  @Test func pointsOfATableAreMixed() throws {
    let rows = (0..<40).map { "\($0), \(-$0), \($0 < 20 ? "low" : "high")" }.joined(separator: "\n")
    let source = PointSource.points(try LabelledPoints(parsingFile: Array(rows.utf8)))
    #expect(try PointSource(parsing: source.text) == source)
    let data = try Self.data(PointSet(source, seed: 3))
    #expect(data.classes == ["low", "high"])
    #expect(Set(data.training.classes) == [0, 1] && Set(data.test.classes) == [0, 1])
    let all = [data.training, data.test].flatMap { examples in
      (0..<examples.count).map { (examples[$0], examples.classes[$0]) }
    }
    #expect(all.map { $0.0[0] }.sorted() == (0..<40).map(Double.init))
    #expect(all.allSatisfy { $0.0[1] == -$0.0[0] && $0.1 == ($0.0[0] < 20 ? 0 : 1) })
    #expect(throws: DataSetError.coordinates(3)) {
      try LabelledPoints(typed: "1,2,3,0")
    }
  }
}
