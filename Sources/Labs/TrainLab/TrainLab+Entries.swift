import Learning

extension TrainLab {
  static let homeEntries = [
    HomeEntry(
      .networks, key: "9", "Learning digits", "a CNN in training, from scores to pixels",
      scene: "train:digits-cnn")
  ]

  /// Every prepared training.
  static let searchEntries = TrainPreset.allCases.map {
    SearchEntry("training", $0.title, $0.watchFor, scene: $0.scene.string.description, spelling: $0.rawValue)
  }
}
