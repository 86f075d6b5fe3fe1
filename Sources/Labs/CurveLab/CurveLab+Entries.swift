import Learning

extension CurveLab {
  static let homeEntries = [
    HomeEntry(
      .networks, key: "t", "Curves and slopes", "activations, losses, your own f(x)",
      scene: "curve:sigmoid?step=50")
  ]

  /// Every activation and every loss.
  static let searchEntries =
    Activation.allCases.map {
      SearchEntry(
        "activation", $0.title, "its curve and its slope", scene: "curve:\($0.rawValue)?step=50",
        spelling: $0.rawValue)
    }
    + PointLoss.allCases.map {
      SearchEntry(
        "loss", "\($0.rawValue) loss", "its curve and its slope", scene: "curve:\($0.rawValue)?step=50",
        spelling: $0.rawValue)
    }
}
