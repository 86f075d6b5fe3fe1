import Learning

/// The library lines for a moving average.
enum AverageCode {
  /// The most samples that are spelt out.
  private static let mostSamples = 300

  static func blocks(for scene: AverageScene) -> [TextOverlay.Block] {
    let beta = Numeral.exact(scene.beta)
    let samples = scene.data.samples
    let data =
      samples.count <= mostSamples
      ? "d = [\(samples.map(Numeral.exact).joined(separator: ", "))]"
      : "d = […]   # the \(Numeral.grouped(samples.count)) samples on screen"
    let update = "v = \(beta)*v + (1 - \(beta))*x"
    let zero = ["v = 0.0", "for t, x in enumerate(d, 1):", "    \(update)"]
    let rule: [String] =
      switch scene.start {
      case .first: ["v = d[0]", "for x in d[1:]: \(update)", "print(v)"]
      case .zero: ["v = 0.0", "for x in d: \(update)", "print(v)"]
      case .corrected: zero + ["    corrected = v / (1 - \(beta)**t)", "print(corrected)"]
      case .multiplied:
        zero + ["    multiplied = v * (1 - \(beta)**t)   # wrong: it must divide", "print(multiplied)"]
      }
    return [
      .heading("Python"), .code([data] + rule),
      .heading("Where libraries keep such averages"),
      .code([
        "torch.nn.BatchNorm1d(n, momentum=\(Numeral.format(1 - scene.beta)))   # weight of the new value",
        "keras.layers.BatchNormalization(momentum=\(beta))   # weight of the old value",
        "torch.optim.Adam(params, betas=(\(beta), 0.999))   # zero start, corrected",
      ]),
    ]
  }
}
