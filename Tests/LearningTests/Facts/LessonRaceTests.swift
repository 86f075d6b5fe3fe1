import Autodiff
import Foundation
import Learning
import Testing

/// What lessons claim of the races they show, run on the scenes in their files.
@Suite struct LessonRaceTests {
  private static let lessons = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../lessons").standardizedFileURL

  /// The paths of the racers in the scene (or in the scene after the answer) of a step.
  private static func paths(_ file: String, _ step: String, _ field: String = "scene") throws -> [[(
    point: SurfacePoint, value: Double
  )]] {
    let text = try String(contentsOf: lessons.appendingPathComponent(file), encoding: .utf8)
    let start = try #require(text.range(of: "  - id: \(step)\n"))
    let line = try #require(text[start.upperBound...].firstRange(of: "    \(field): race:"))
    let end = text[line.upperBound...].firstIndex(of: "\n") ?? text.endIndex
    guard let scene = try Scene(parsing: "race:" + text[line.upperBound..<end]).state as? RaceScene else {
      return []
    }
    let tape = Tape<Double>()
    return try scene.setup.lineUp().map {
      Descent.path(scene.setup.problem, $0, steps: scene.steps ?? 200, on: tape).path
    }
  }

  @Test func `momentum wins in the narrow valley, and plain descent zigzags across it`() throws {
    let paths = try Self.paths("11-momentum.yaml", "a-heavy-ball")
    #expect((35...200).allSatisfy { paths[1][$0].value < paths[0][$0].value })
    #expect((1...40).allSatisfy { paths[0][$0].point.y * paths[0][$0 - 1].point.y < 0 })
  }

  @Test func `both momenta turn round at step 9, and Nesterov has overshot less`() throws {
    let paths = try Self.paths("12-nesterov.yaml", "look-first").map { $0.map(\.point.x) }
    let furthest = paths.map { $0.min() ?? 0 }
    #expect(zip(paths, furthest).allSatisfy { $0.firstIndex(of: $1) == 9 })
    #expect(abs(furthest[0] + 0.91) < 0.005 && abs(furthest[1] + 0.53) < 0.005)
  }

  @Test func `a first step that is too long costs near the minimum`() throws {
    let paths = try Self.paths("15-adam.yaml", "bias-bug")
    let values = paths.map { $0[3].value }
    #expect(values[0] < values[1] / 10 && values[1] < values[2] / 10)
    let firstSteps = paths.map { abs($0[1].point.x - $0[0].point.x) / 0.1 }
    #expect(
      abs(firstSteps[0] - 1) < 0.01 && abs(firstSteps[1] - 3.16) < 0.01 && abs(firstSteps[2] - 10) < 0.01)
  }

  @Test func `Adam needs 565 steps in the turned valley`() throws {
    let path = try #require(try Self.paths("16-race.yaml", "fair", "after").last)
    let outside = path.lastIndex { $0.point.distance(to: SurfacePoint(x: 0, y: 0)) >= 0.1 }
    #expect(outside == 564)
  }

  @Test func `stride 2 halves an even side with three kinds of windows`() throws {
    for (size, padding) in [(2, 0), (3, 1), (1, 0)] {
      let counts = try [8, 10, 32].map { side in
        try ConvolutionAxis(input: side, kernel: size, padding: padding, stride: 2).output
      }
      #expect(counts == [4, 5, 16])
    }
  }

  @Test func `ten times the curvature takes a tenth of the rate and about ten times the steps`() throws {
    let text = try String(
      contentsOf: Self.lessons.appendingPathComponent("08-learning-rate.yaml"), encoding: .utf8)
    #expect(text.contains("The curvature across becomes ten times as large"))
    let scene = try #require(
      text.matches(of: /scene: (race:quadratic\?racer=sgd:lr=0\.19&step=20)\n/).first.map { String($0.1) })
    /// The steps until x is a tenth of what it was; `nil` when it never is.
    func steps(_ scene: String) throws -> Int? {
      guard let scene = try Scene(parsing: scene).state as? RaceScene else { return nil }
      let racer = try #require(try scene.setup.lineUp().first)
      let (path, status) = Descent.path(scene.setup.problem, racer, steps: 2000, on: Tape<Double>())
      if case .diverged = status { return nil }
      return path.firstIndex { abs($0.point.x) <= abs(path[0].point.x) / 10 }
    }
    let narrow = scene.replacing("?", with: "?condition=100&")
    let before = try #require(try steps(scene))
    let after = try #require(try steps(narrow.replacing("0.19", with: "0.019")))
    #expect((9.0...12).contains(Double(after) / Double(before)), "\(before), \(after)")
    #expect(try steps(narrow) == nil, "at the same rate it diverges")
  }
}
