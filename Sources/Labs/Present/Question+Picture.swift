import Curriculum
import Learning

extension Question {
  /// Whether the question is about what `scene` shows and has to be read with the picture in sight.
  func speaks(of scene: Scene) -> Bool {
    let words = prompt.lowercased().split { !$0.isLetter && $0 != "→" }
    return words.contains { ["picture", "scene", "grid", "→"].contains($0) } && concerns(scene)
  }

  /// Whether the question may be about `scene`: it names no sizes, or that of the scene's input among them.
  func concerns(_ scene: Scene) -> Bool {
    let sizes = Self.sizes(in: prompt)
    return sizes.isEmpty || scene.inputSize.map(sizes.contains) == true
  }

  /// Whether the answer is one of the numbers that `scene` has from its first step to its last.
  func asks(for facts: SceneFacts) -> Bool {
    switch answer {
    case .size(let size): facts.output == size
    case .number(let number): facts.numbers.contains { Double($0) == number }
    case .numbers(let numbers): facts.inside.map { $0.map(Double.init) == numbers } ?? false
    case .cannot, .choice, .order: false
    }
  }

  /// The sizes written in `text`, such as 7x9.
  private static func sizes(in text: String) -> [Extent] {
    text.split { !$0.isNumber && $0 != "x" }.compactMap { word in
      let sides = word.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
      guard sides.count == 2, let height = sides[0], let width = sides[1], height > 0, width > 0 else {
        return nil
      }
      return Extent(height: height, width: width)
    }
  }
}

extension Scene {
  /// The size of what the scene works on; `nil` where that is no grid.
  var inputSize: Extent? {
    switch self {
    case .convolution(let scene): scene.grid.grid.extent
    case .pooling(let scene): scene.grid.grid.extent
    case .average, .race, .graph: nil
    }
  }
}

/// What the picture of a grid scene says at every step: its output's size and the number of its steps.
struct SceneFacts: Equatable, Sendable {
  /// The size of the output; `nil` where it is a row.
  let output: Extent?
  /// The output's sides and the number of steps.
  let numbers: [Int]
  /// The steps, counted from 1, at which a kernel lies fully inside its signal.
  let inside: [Int]?

  /// The facts of `scene`; `nil` where there are none, or no output.
  init?(_ scene: Scene) {
    switch scene {
    case .convolution(let scene):
      if case .signal(let mode) = scene.view {
        guard let signal = try? scene.signal(mode) else { return nil }
        self.init(output: nil, numbers: [signal.count], inside: signal.insideSteps.map(Array.init))
      } else {
        self.init(try? scene.convolution().geometry)
      }
    case .pooling(let scene): self.init(try? scene.pooling().geometry)
    case .average, .race, .graph: return nil
    }
  }

  private init?(_ geometry: ConvolutionGeometry?) {
    guard let geometry, let output = geometry.output else { return nil }
    self.init(output: output, numbers: [output.height, output.width, geometry.steps], inside: nil)
  }

  private init(output: Extent?, numbers: [Int], inside: [Int]?) {
    (self.output, self.numbers, self.inside) = (output, numbers, inside)
  }
}
