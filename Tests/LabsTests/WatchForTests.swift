import Autodiff
import Curriculum
import Foundation
import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

/// Draws every scene that ships and checks, apart from the labs' own words, that what its hint claims holds there.
@Suite("Watch for …")
struct WatchForTests {
  /// Lessons, examples, presets, and every kernel on every grid.
  private static let scenes: [Scene] = {
    var scenes = (try? ShippedLessons.all)?.flatMap { $0.steps.compactMap(\.scene) } ?? []
    scenes +=
      ConvLab.watchedExamples.map { Scene($0.scene) } + PoolLab.watchedExamples.map { Scene($0.scene) }
    for grid in GridPreset.allCases {
      for kernel in KernelPreset.allCases {
        for text in [
          "", "?padding=1", "?stride=2", "?bias=2", "?relu=true", "?rule=same&view=compare", "?view=unrolled",
        ] {
          let spelled = "conv:\(grid.name)/\(kernel.name)\(text)"
          if let scene = try? Scene(parsing: spelled) { scenes.append(scene) }
        }
      }
      for kind in Learning.PoolingKind.allCases {
        for view in PoolingScene.View.allCases {
          for size in 1...3 {
            var scene = PoolingScene(.preset(grid))
            (scene.kind, scene.view, scene.size, scene.stride) = (kind, view, Extent(size), Extent(size))
            scenes.append(Scene(scene))
          }
        }
      }
    }
    scenes += GraphPreset.allCases.map { Scene(GraphScene($0)) }
    return scenes
  }()

  /// The line at the place of the hint; `nil` where the scene cannot be shown.
  private func hint(_ scene: Scene) throws -> String? {
    guard var lab = try? SceneLab(scene) else { return nil }
    _ = lab.update(.resized(Size(width: 80, height: 24)))
    var frame = Frame(size: Size(width: 80, height: 24))
    lab.draw(into: &frame)
    let line = String(frame.text.split(separator: "\n", omittingEmptySubsequences: false)[21])
    #expect(!line.contains("…") || line.hasPrefix(" Note: "), "\(line) is cut")
    return line.split(separator: " ").joined(separator: " ")
  }

  @Test func whatIsSaidHoldsInEveryShippedScene() throws {
    #expect(Self.scenes.count > 500)
    var seen: Set<String> = []
    for scene in Self.scenes {
      guard let line = try hint(scene), !line.isEmpty else { continue }
      seen.insert(line)
      let isTrue: Bool?
      switch scene.state {
      case let scene as ConvolutionScene: isTrue = try Self.holds(line, scene)
      case let scene as PoolingScene: isTrue = try Self.holds(line, scene)
      case let scene as GraphScene: isTrue = try Self.holds(line, scene)
      case let scene as LayerScene: isTrue = try Self.holds(line, scene)
      case let scene as NetworkScene: isTrue = try Self.holds(line, scene)
      // Their lines are tested with the surfaces, the races, the averages and the labs themselves.
      case is RaceScene, is AverageScene, is CurveScene, is SoftmaxScene, is NormScene, is ClassifyScene,
        is ImageScene, is TrainScene, is DepthScene, is FitScene:
        isTrue = true
      default: isTrue = nil
      }
      #expect(isTrue == true, "\(scene): \(line) \(isTrue == nil ? "is checked by nothing" : "")")
    }
    #expect(seen.count > 40)
  }

  // MARK: Convolution

  private static func holds(_ line: String, _ scene: ConvolutionScene) throws -> Bool? {
    if case .signal(let mode) = scene.view { return try holds(line, scene, mode) }
    let convolution = try scene.convolution()
    let geometry = convolution.geometry
    let output = convolution.output()
    let steps = try (0..<geometry.steps).map { try convolution.step(at: geometry.position(ofStep: $0)) }
    func starts(_ words: String) -> Bool { line.hasPrefix("Watch for " + words) }
    func inColumns(_ step: ConvolutionStep, _ column: Int) -> [Double] {
      (0..<step.window.height).map { step.window[$0, column] }
    }
    func isFlat(_ step: ConvolutionStep) -> Bool { Set(step.window.cells).count == 1 }
    let unread =
      (0..<geometry.input.height).flatMap { row in
        (0..<geometry.input.width).map { Position(row: row, column: $0) }
      }.filter { geometry.outputs(fedBy: $0).isEmpty }
    if starts("\"cannot\"") { return geometry.output == nil }
    if starts("the sign: bright on the left gives plus") {
      return steps.allSatisfy {
        $0.value == inColumns($0, 0).reduce(0, +) - inColumns($0, 2).reduce(0, +)
      } && output.cells.contains { $0 < 0 } && output.cells.contains { $0 > 0 }
    }
    if starts("the two columns of 30") {
      return output.rows.allSatisfy { $0.count { $0 == 30 } == 2 && $0.allSatisfy { $0 == 0 || $0 == 30 } }
    }
    if starts("the two rows of 30; the vertical-edge kernel sees nothing here") {
      var other = scene
      other.kernel = .preset(.verticalEdge)
      return try output.rows.count { $0.allSatisfy { $0 == 30 } } == 2
        && other.convolution().output().cells.allSatisfy { $0 == 0 }
    }
    if starts("the border: zeros take part there; the inner 5x5 stays as it was") {
      var bare = scene
      bare.padding = 0
      let inner = try bare.convolution().output()
      return inner.extent == Extent(5)
        && (0..<5).allSatisfy { row in (0..<5).allSatisfy { output[row + 1, $0 + 1] == inner[row, $0] } }
    }
    if starts("the two peaks: there the patch equals the kernel") {
      let peaks = steps.filter { $0.value == output.cells.max() }
      return peaks.count == 2 && peaks.allSatisfy { $0.window == $0.kernel }
    }
    if starts("f: a half turn leaves this kernel alone") {
      return convolution.kernel.cells == convolution.kernel.cells.reversed()
    }
    if starts("the window hopping over every second place: 3x3 instead of 5x5") {
      return geometry.output == Extent(3) && scene.stride == Extent(2)
    }
    if starts("the hatched cells: stride 3 does not fit") {
      return scene.stride == Extent(3) && !unread.isEmpty
    }
    if starts("the hatched cells: no window reads them") { return !unread.isEmpty }
    if starts("the gaps: nine numbers spread over 5x5, so only 3x3 windows fit") {
      return geometry.span == Extent(5) && geometry.output == Extent(3)
    }
    if starts("the gaps between the cells") { return scene.dilation != Extent(1) }
    if starts("the size: padding 2 keeps 7x7 under a 5x5 kernel") {
      return geometry.output == geometry.input && geometry.kernel == Extent(5)
    }
    if starts("the border: windows that reach over it take zeros in") {
      return steps.indices.contains { number in
        geometry.window(of: geometry.position(ofStep: number)).contains { $0.input == nil }
      }
    }
    if starts("the window: an output knows nothing") || starts("the window: what was multiplied") {
      return !steps.isEmpty
    }
    // Of kernels: a line of its own for each, with a place where it is to be seen.
    if starts("0 wherever left and right of the window are alike") {
      let alike = steps.filter { inColumns($0, 0) == inColumns($0, 2) }
      return !alike.isEmpty && alike.allSatisfy { $0.value == 0 }
    }
    if starts("0 wherever the window is alike above and below") {
      let alike = steps.filter { $0.window.rows.first == $0.window.rows.last }
      return !alike.isEmpty && alike.allSatisfy { $0.value == 0 }
    }
    let weights = convolution.kernel
    if starts("the middle row: it counts twice") {
      return weights.rows[1].map(abs) == weights.rows[0].map { 2 * abs($0) }
        && weights.rows[0] == weights.rows[2]
    }
    if starts("the middle column: it counts twice") {
      return (0..<3).allSatisfy { abs(weights[$0, 1]) == 2 * abs(weights[$0, 0]) }
    }
    if starts("the size: weights 3, 10, 3 answer an edge with 16 times its height") {
      return steps.contains { step in
        let differences = Set(step.window.cells).count == 2 ? Set(step.window.cells).sorted() : []
        return differences.count == 2 && abs(step.sum) == 16 * (differences[1] - differences[0])
      }
    }
    if starts("0 on even ground: the weights add up to 0") {
      return steps.contains(where: isFlat) && steps.filter(isFlat).allSatisfy { $0.value == 0 }
    }
    if starts("even ground, which stays as it is: the weights add up to 1") {
      return steps.contains(where: isFlat)
        && steps.filter(isFlat).allSatisfy { $0.value == $0.window.cells[0] }
    }
    if starts("the sum of the window") {
      return steps.allSatisfy { $0.value == $0.window.cells.reduce(0, +) }
    }
    if starts("the input coming out unchanged, less its border") {
      let margin = (geometry.input.height - output.height) / 2
      return margin > 0
        && (0..<output.height).allSatisfy { row in
          (0..<output.width).allSatisfy {
            output[row, $0] == convolution.input[row + margin, $0 + margin]
          }
        }
    }
    if starts("what an untrained filter sees") {
      if case .preset(.random) = scene.kernel { return true }
      return false
    }
    if starts("≠") || line.hasPrefix("No ≠ here") {
      var other = scene
      other.isFlipped.toggle()
      let isSame = try zip(output.cells, other.convolution().output().cells).allSatisfy {
        abs($0 - $1) < 1e-9
      }
      if starts("≠") { return !isSame }
      return isSame && line.contains("half turn") == (weights.cells == weights.cells.reversed())
    }
    if starts("the zeros: the same few weights move along") {
      return steps.count > 1 && weights.cells.count < convolution.input.cells.count
    }
    if line.hasPrefix("Hatched") {
      return !unread.isEmpty || (scene.hasReLU && output.cells.contains(0))
    }
    return nil
  }

  private static func holds(_ line: String, _ scene: ConvolutionScene, _ mode: SignalMode) throws -> Bool? {
    let signal = try scene.signal(mode)
    let inside = try (0..<signal.count).count { try signal.step($0).isFullyInside }
    if line.hasSuffix("only some steps are fully inside.") { return inside > 0 && inside < signal.count }
    if line.hasSuffix("no step is fully inside.") { return inside == 0 }
    if line.hasSuffix("fully inside at every step.") { return inside == signal.count }
    return nil
  }

  // MARK: Pooling

  private static func holds(_ line: String, _ scene: PoolingScene) throws -> Bool? {
    let pooling = try scene.pooling()
    let geometry = pooling.geometry
    let steps = try (0..<geometry.steps).map { try pooling.step(at: geometry.position(ofStep: $0)) }
    let reads = pooling.input.cells.indices.map {
      geometry.outputs(fedBy: pooling.input.position(at: $0)).count
    }
    let gradient = try pooling.gradient(upstream: scene.upstream ?? Grid(geometry.windows, repeating: 1))
    func starts(_ words: String) -> Bool { line.hasPrefix("Watch for " + words) }
    func values(_ step: PoolingStep) -> [Double] { step.values.map { $0 ?? 0 } }
    if starts("\"cannot\"") { return geometry.output == nil }
    if starts("the last row and column: 7 is odd, so no 2x2 window reads them") {
      return geometry.input == Extent(7)
        && (0..<49).allSatisfy { ($0 / 7 == 6 || $0 % 7 == 6) == (reads[$0] == 0) }
    }
    if starts("the sign: of each window only the largest number is left")
      || starts("what is forgotten: where in its window the maximum stood")
    {
      return steps.allSatisfy {
        $0.values.count > 1 && $0.value == $0.values.compactMap { $0 }.max() ?? -.infinity
      }
    }
    if starts("the top left: a mean of -0.5 where the maximum was 1") {
      return steps[0].value == -0.5 && values(steps[0]).max() == 1
    }
    if starts("the squares: large numbers weigh more") {
      return steps.allSatisfy { abs($0.value * $0.value - values($0).reduce(0) { $0 + $1 * $1 }) < 1e-9 }
    }
    if starts("the edge: it lies inside a window, and the maximum keeps the 10") {
      return steps.contains { Set(values($0)) == [0, 10] && $0.value == 10 }
    }
    if starts("the overlap: windows of 3x3, 2 apart, read some cells twice") {
      return reads.contains { $0 > 1 }
    }
    if starts("the ring: padding counts as -∞, so it never wins") {
      return steps.contains { $0.values.contains { $0 == nil } } && steps.allSatisfy { $0.winner != nil }
    }
    if starts("the border: zeros of the padding pull the mean down") {
      return steps.contains { step in
        let inside = step.values.compactMap { $0 }
        return inside.count < step.values.count && step.value < inside.reduce(0, +) / Double(inside.count)
      }
    }
    if starts("the ones: each spreads to every window that sees it") {
      let output = pooling.output()
      return pooling.input.cells.indices.filter { pooling.input.cells[$0] == 1 }.allSatisfy {
        geometry.outputs(fedBy: pooling.input.position(at: $0)).allSatisfy { output[$0.output] >= 1 }
      }
    }
    if starts("what is left: one number for the whole grid, its mean") {
      return steps.count == 1
        && steps[0].value == values(steps[0]).reduce(0, +) / Double(values(steps[0]).count)
    }
    if starts("cells that win several windows: what comes back adds up") {
      return gradient.cells.contains { $0 > 1 }
    }
    if starts("ties: the first of equals gets everything") {
      return steps.contains { step in step.values.count { $0 == step.value } > 1 }
    }
    if starts("the zeros: only the cell that won a window gets its gradient") {
      return zip(gradient.cells, reads).contains { $0 == 0 && $1 > 0 }
    }
    if starts("the fractions") { return steps.allSatisfy { $0.values.count > 1 } && scene.kind == .average }
    if starts("the copies") {
      return zip(gradient.cells, reads).allSatisfy { $0 == Double($1) } || scene.upstream != nil
    }
    if starts("the large cells: shares go by size") { return scene.kind == .l2 }
    if starts("the smoothing: no output leaves the range of its window") {
      return steps.allSatisfy { (values($0).min() ?? 0) - 1e-9...(values($0).max() ?? 0) + 1e-9 ~= $0.value }
    }
    if starts("the size: a sum grows with the window") { return pooling.input.cells.allSatisfy { $0 >= 0 } }
    if starts("the signs: squares have none") {
      return pooling.input.cells.contains { $0 < 0 } && steps.allSatisfy { $0.value >= 0 }
    }
    return nil
  }

  // MARK: Graphs

  private static func holds(_ line: String, _ record: NetworkRecord) -> Bool? {
    if line.contains("each has the shape of the tensor") {
      return record.shares.allSatisfy { $0.total.count == record.nodes[$0.input].elements.count }
    }
    if line.contains("only the largest number of a window gets a share") {
      return record.shares.contains { share in
        let input = record.nodes[share.input].elements
        let largest = input.indices.max { input[$0] < input[$1] }
        return record.nodes[share.node].operation == .pool
          && input.indices.allSatisfy { $0 == largest || share.product[$0] == 0 }
      }
    }
    return nil
  }

  private static func holds(_ line: String, _ scene: GraphScene) throws -> Bool? {
    let expression: Learning.Expression
    switch try scene.computation() {
    case .network(let example): return holds(line, try NetworkRecord(example))
    case .expression(let typed): expression = typed
    }
    let record = try expression.recorded(at: scene.point)
    let sweep = Backpropagation(of: record.nodes, from: record.output)
    let counts = Dictionary(grouping: sweep.shares, by: \.input).mapValues(\.count)
    func node(_ name: String) -> Int? {
      name.hasPrefix("#") ? Int(name.dropFirst()) : record.nodes.firstIndex { $0.name == name }
    }
    if line.hasPrefix("Note on ") { return try !GraphPicture(scene).remarks.isEmpty }
    if line.contains("no node is used twice") { return counts.values.allSatisfy { $0 == 1 } }
    if line.hasSuffix("its shares add up.") {
      let words = line.split(separator: " ")
      guard words.count > 4, let used = node(String(words[2].dropLast())), let count = Int(words[4]) else {
        return nil
      }
      return counts[used] == count && count > 1
    }
    if line.hasPrefix("Watch for the two shares of x") { return node("x").map { counts[$0] == 2 } }
    if line.contains("s(1-s) of the sigmoid") {
      guard let share = sweep.shares.first, let s = record.nodes.last?.value else { return false }
      return abs(share.partial - s * (1 - s)) < 1e-12
    }
    if line.contains("p - 1 at the first, p at the others") {
      let (point, total) = (scene.point, scene.point.values.reduce(0) { $0 + exp($1) })
      return ["o1", "o2", "o3"].allSatisfy { name in
        let p = exp(point[name] ?? 0) / total
        return abs((record.gradient[name] ?? 0) - (name == "o1" ? p - 1 : p)) < 1e-12
      }
    }
    if line.contains("the error -(t - y) going back through both hidden neurons") {
      let (value, t) = (record.nodes[record.output].value, scene.point["t"] ?? 0)
      // f = (y - t)²/2, and v0 enters y as it is.
      return abs(abs(record.gradient["v0"] ?? 0) - (2 * value).squareRoot()) < 1e-12 && t.isFinite
    }
    return nil
  }
}
