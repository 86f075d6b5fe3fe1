import Learning

extension ImageLab {
  static var examples: [ImageScene] { ImageExample.all.map(\.scene) }

  /// Where the cursor stands makes no other scene of an example.
  func isShowing(_ example: ImageScene) -> Bool {
    var present = settings
    present.cursor = nil
    return example.at(step: 0) == present
  }
}

/// Scenes that the key for examples walks through, each with what to look at in it.
struct ImageExample {
  let scene: ImageScene
  /// A sentence without its full stop.
  let watchFor: String

  private init(_ text: String, _ watchFor: String) {
    var scene = ImageScene(known: text)
    // All rows, however many there are.
    scene.step = FilteredPicture.longestChain * Learning.Picture.longestSide
    (self.scene, self.watchFor) = (scene, watchFor)
  }

  static let all: [ImageExample] = [
    ImageExample(
      "image:face", "Watch for the sign: bright on the window's left is plus, on its right minus"),
    ImageExample(
      "image:stripes?kernel=vertical-edge", "Watch for the halves: upright stripes answer, level ones do not"),
    ImageExample(
      "image:gradient?kernel=vertical-edge",
      "Watch for the even shade: a slope that is the same everywhere answers alike"),
    ImageExample(
      "image:text?kernel=horizontal-edge",
      "Watch for the level strokes: plus on one side, minus on the other"),
    ImageExample(
      "image:digits?kernel=laplacian", "Watch for the steps: pixels made larger have edges of their own"),
    ImageExample("image:face?kernel=sharpen", "Watch for the outlines: contrasts grow, even areas stay"),
    ImageExample(
      "image:shapes?kernel=mean:size=7&padding=same",
      "Watch for the dark rim: the zeros around the picture are averaged in"),
    ImageExample(
      "image:shapes", "Watch for the colours: each channel is filtered by itself"),
    ImageExample(
      "image:face?kernel=gaussian:sigma=2&then=sobel-x&padding=same&view=chain",
      "Watch for what is left: blurred first, only the large edges answer"),
    ImageExample(
      "image:face?view=shift", "Watch for the difference: none; it does not matter which comes first"),
    ImageExample(
      "image:face?stride=2&view=shift&shift=3,6",
      "Watch for the difference: at stride 2 a shift by 3 does not go through"),
    ImageExample(
      "image:face?view=turn", "Watch for the difference: upright edges became level ones, and are not seen"),
    ImageExample(
      "image:face?kernel=gaussian&view=turn", "Watch for the difference: none; a Gaussian is the same turned"),
  ]
}
