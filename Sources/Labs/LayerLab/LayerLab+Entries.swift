import Learning

extension LayerLab {
  static let homeEntries = [
    HomeEntry(
      .networks, key: "d", "Convolution with depth", "channels, filters, maps", scene: "layer:cs231n")
  ]

  /// Every prepared layer.
  static let searchEntries = LayerPreset.allCases.map {
    SearchEntry("layer", $0.title, $0.watchFor, scene: "layer:\($0.name)", spelling: $0.name)
  }
}
