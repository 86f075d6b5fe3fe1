import Learning

/// The library lines for a batch that is normalised.
enum NormCode {
  static func blocks(for lab: NormLab) -> [TextOverlay.Block] {
    let settings = lab.settings
    let batch = lab.moment?.batch ?? settings.batch
    let isChannel = settings.grouping == .channel
    let features = isChannel ? 1 : batch.width
    let epsilon = PythonText.number(settings.epsilon)
    // PyTorch refuses 0; beside any variance that is no 0 this is as little.
    let torchEpsilon = settings.epsilon == 0 ? "1e-30" : epsilon
    let running = lab.picture.running[lab.timeline.position]
    let isUsed = settings.view.isUse
    // Nine decimals are more than the screen shows, and leave out what rounding in between has added.
    func written(_ numbers: [Double]) -> [Double] { numbers.map { ($0 * 1e9).rounded() / 1e9 } }
    let averages =
      isUsed ? [("running_mean", written(running.mean)), ("running_var", written(running.variance))] : []
    let learned = [
      ("weight", Array(settings.scale.prefix(features))), ("bias", Array(settings.shift.prefix(features))),
    ]
    return [
      .heading("PyTorch"),
      .code(
        ["import torch"]
          + PythonText.literal(
            "x", "torch.tensor", batch, after: isChannel ? "[:, None]   # one channel" : "")
          + ["bn = torch.nn.BatchNorm1d(\(features), eps=\(torchEpsilon))   # momentum=0.1"]
          + (learned + averages).map { "bn.\($0.0).data = torch.tensor(\(PythonText.list($0.1)))" }
          + (isUsed ? ["bn.eval()   # by the running averages"] : []) + torchEnd(lab)),
      .heading("Keras"),
      .code(
        ["import keras"]
          + PythonText.literal(
            "x", "keras.ops.convert_to_tensor", batch, after: isChannel ? "[:, :, None]   # one channel" : "")
          + ["bn = keras.layers.BatchNormalization(momentum=0.9, epsilon=\(epsilon))", "bn.build(x.shape)"]
          + zip(["gamma", "beta", "moving_mean", "moving_variance"], learned + averages).map {
            "bn.\($0).assign(\(PythonText.list($1.1)))"
          }
          + ["print(bn(x, training=\(isUsed ? "False" : "True")))"]),
      .words(
        "PyTorch's momentum is the weight of the new batch, Keras's that of the old average. PyTorch's running variance "
          + "divides by n - 1, Keras's by n."),
    ]
  }

  /// What the view shows of the outputs.
  private static func torchEnd(_ lab: NormLab) -> [String] {
    switch lab.settings.view {
    case .train, .use: return ["print(bn(x))"]
    case .backward:
      let place = lab.settings.grouping == .channel ? "[:, 0, \(lab.focus)]" : "[:, \(lab.focus)]"
      return [
        "x.requires_grad_()", "y = bn(x)", "g = torch.zeros_like(y)",
        "g\(place) = torch.tensor(\(PythonText.list(lab.settings.upstream)))", "y.backward(g)",
        "print(y, x.grad)",
      ]
    case .scaling:
      return [
        "low, high = x.min(0).values, x.max(0).values",
        "print((x - low)/(high - low), (x - x.mean(0))/x.std(0, unbiased=False), bn(x))",
      ]
    }
  }
}
