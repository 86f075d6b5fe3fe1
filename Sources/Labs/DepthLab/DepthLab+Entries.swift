import Learning

extension DepthLab {
  static let homeEntries = [
    HomeEntry(
      .networks, key: "h", "Why deep is hard", "gradients vanish, explode, are handed on",
      scene: "depth:0.5x4?activation=sigmoid&target=1&step=8")
  ]

  /// The prepared networks.
  static let searchEntries = DepthPreset.allCases.map { preset in
    SearchEntry(
      "depth", preset.title, "signals forwards, gradients back", scene: preset.scene.string.description,
      spelling: preset.rawValue)
  }
}
