import Learning

extension CurveLab {
  /// Scenes that the key for examples walks through.
  static let examples: [CurveScene] = [
    "curve:sigmoid?step=50", "curve:tanh?with=sigmoid&step=40", "curve:threshold?with=sigmoid&step=40",
    "curve:relu?step=40", "curve:leaky:a=0.1?with=relu&step=20", "curve:linear?with=relu&step=60",
    "curve:sigmoid?with=tanh&with=relu&view=slopes&step=60", "curve:squared?with=absolute&step=60",
    "curve:hinge?with=logistic&with=zero-one&step=30", "curve:cross-entropy?step=8",
    "curve:x^4-2*x^2?range=-2,2&step=60",
  ].map { CurveScene(known: $0) }
}
