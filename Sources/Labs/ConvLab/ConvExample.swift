import Learning

/// Scenes that the key for examples walks through, in the order of the lectures.
struct ConvExample: GridExample {
  /// What opens.
  let scene: ConvolutionScene
  /// What to look at, in one line.
  let watchFor: String

  static let all: [ConvExample] =
    GridPreset.allCases.map { ConvExample(scene: ConvolutionScene(.preset($0)), watchFor: $0.watchFor) }
    + [
      ConvExample(
        with { $0.stride = Extent(2) },
        "watch for the window hopping over every second place: 3x3 instead of 5x5"),
      ConvExample(
        with { $0.stride = Extent(3) },
        "watch for the hatched cells: stride 3 does not fit; o changes the rule"),
      ConvExample(
        with { $0.dilation = Extent(2) },
        "watch for the gaps: nine numbers spread over 5x5, so only 3x3 windows fit"),
      ConvExample(
        with { ($0.kernel, $0.padding) = (.preset(.box(Extent(5))), 2) },
        "watch for the size: padding 2 keeps 7x7 under a 5x5 kernel"),
      ConvExample(.lectureSignal, "watch for the kernel read backwards: that is what flipping means"),
    ]

  private init(scene: ConvolutionScene, watchFor: String) {
    (self.scene, self.watchFor) = (scene, watchFor)
  }

  private init(_ scene: ConvolutionScene, _ watchFor: String) {
    self.init(scene: scene, watchFor: watchFor)
  }

  private static func with(_ change: (inout ConvolutionScene) -> Void) -> ConvolutionScene {
    var scene = ConvolutionScene()
    change(&scene)
    return scene
  }
}
