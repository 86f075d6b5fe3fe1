import Learning

/// The library lines for a moving average.
enum AverageCode {
  static func blocks(for scene: AverageScene) -> [TextOverlay.Block] {
    let beta = Numeral.exact(scene.beta)
    let rule: [String] =
      switch scene.start {
      case .first: ["v = d[0]", "for x in d[1:]: v = \(beta)*v + (1 - \(beta))*x"]
      case .zero: ["v = 0.0", "for x in d: v = \(beta)*v + (1 - \(beta))*x"]
      case .corrected:
        [
          "v = 0.0", "for t, x in enumerate(d, 1):", "    v = \(beta)*v + (1 - \(beta))*x",
          "    corrected = v / (1 - \(beta)**t)",
        ]
      case .multiplied:
        [
          "v = 0.0", "for t, x in enumerate(d, 1):", "    v = \(beta)*v + (1 - \(beta))*x",
          "    multiplied = v * (1 - \(beta)**t)   # wrong: it must divide",
        ]
      }
    return [
      .heading("Python"), .code(rule),
      .heading("Where libraries keep such averages"),
      .code([
        "torch.nn.BatchNorm1d(n, momentum=\(Numeral.format(1 - scene.beta)))   # weight of the new value",
        "keras.layers.BatchNormalization(momentum=\(beta))   # weight of the old value",
        "torch.optim.Adam(params, betas=(\(beta), 0.999))   # zero start, corrected",
      ]),
    ]
  }
}
