import Learning

extension FitLab {
  static let homeEntries = [
    HomeEntry(
      .networks, key: "u", "Fitting", "overfitting, more data, L2, five that vote",
      scene: "fit:degree?seed=5&step=9")
  ]

  /// The prepared fits.
  static let searchEntries = FitPreset.allCases.map { preset in
    SearchEntry(
      "fit", preset.title, "train and test error of polynomials", scene: preset.scene.string.description,
      spelling: preset.rawValue)
  }
}
