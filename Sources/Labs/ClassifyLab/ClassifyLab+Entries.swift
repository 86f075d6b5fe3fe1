import Learning

extension ClassifyLab {
  static let homeEntries = [
    HomeEntry(
      .networks, key: "e", "Playground", "a network bends the boundary of two classes",
      scene: "classify:moons")
  ]

  /// Every prepared training.
  static let searchEntries = ClassifyPreset.allCases.map {
    SearchEntry("training", $0.title, $0.watchFor, scene: $0.scene.string.description, spelling: $0.rawValue)
  }
}
