import Learning

extension GraphLab {
  static let homeEntries = [
    HomeEntry(
      .tape, key: "g", "Backpropagation", "values forward, adjoints back",
      scene: "graph:shared-input?view=nodes")
  ]

  /// Every prepared computation.
  static let searchEntries = GraphPreset.allCases.map {
    SearchEntry("graph", $0.title, $0.text, scene: "graph:\($0.rawValue)", spelling: $0.rawValue)
  }
}
