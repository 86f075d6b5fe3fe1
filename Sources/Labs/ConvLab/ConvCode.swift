import Learning

/// The library lines for a scene.
enum ConvCode {
  static func blocks(for scene: ConvolutionScene) -> [TextOverlay.Block] { [] }
}
