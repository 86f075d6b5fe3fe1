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

  /// Scenes that the key for examples walks through.
  static let examples: [CurveScene] = [
    "curve:sigmoid?step=50", "curve:tanh?with=sigmoid&step=40", "curve:threshold?with=sigmoid&step=40",
    "curve:relu?step=40", "curve:leaky:a=0.1?with=relu&step=20", "curve:linear?with=relu&step=60",
    "curve:sigmoid?with=tanh&with=relu&view=slopes&step=60", "curve:squared?with=absolute&step=60",
    "curve:hinge?with=logistic&with=zero-one&step=30", "curve:cross-entropy?step=8",
    "curve:x^4-2*x^2?range=-2,2&step=60",
  ].map { CurveScene(known: $0) }
}
