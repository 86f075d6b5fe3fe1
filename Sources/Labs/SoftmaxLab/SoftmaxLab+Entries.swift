extension SoftmaxLab {
  static let homeEntries = [
    HomeEntry(
      .networks, key: "x", "Softmax", "scores, probabilities, cross-entropy, p - y",
      scene: "softmax:3,1,0.2?step=6")
  ]
}
