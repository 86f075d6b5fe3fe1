import Learning

extension NetworkLab {
  static let homeEntries = [
    HomeEntry(
      .networks, key: "s", "Networks", "shapes and parameters, layer by layer", scene: "net:lenet5")
  ]

  /// Every network with a name.
  static let searchEntries = NetworkPreset.allCases.map {
    SearchEntry("network", $0.title, $0.watchFor, scene: "net:\($0.name)", spelling: $0.name)
  }
}
