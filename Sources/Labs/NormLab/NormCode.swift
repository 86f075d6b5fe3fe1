import Learning

/// The library lines for a batch that is normalised.
enum NormCode {
  static func blocks(for lab: NormLab) -> [TextOverlay.Block] {
    let settings = lab.settings
    let isUsed = settings.view.isUse
    let batch = lab.moment?.batch ?? settings.batch
    let isChannel = settings.grouping == .channel
    let features = isChannel ? 1 : batch.width
    let epsilon = PythonText.number(settings.epsilon)
    return [
      .heading("PyTorch"),
      .code(
        PythonText.literal("x", "torch.tensor", batch, after: isChannel ? "[:, None]   # one channel" : "")
          + [
            "bn = torch.nn.BatchNorm1d(\(features), eps=\(epsilon))   # momentum=0.1",
            "bn.weight.data = torch.tensor(\(PythonText.list(settings.scale.prefix(features))))",
            "bn.bias.data = torch.tensor(\(PythonText.list(settings.shift.prefix(features))))",
            isUsed ? "bn.eval()   # by bn.running_mean and bn.running_var" : "bn.train()", "y = bn(x)",
          ]),
      .heading("Keras"),
      .code([
        "bn = keras.layers.BatchNormalization(momentum=0.9, epsilon=\(epsilon))",
        "y = bn(x, training=\(isUsed ? "False" : "True"))",
      ]),
      .words(
        "PyTorch's momentum is the weight of the new batch, Keras's that of the old average. PyTorch's running variance "
          + "divides by n - 1, Keras's by n."),
    ]
  }
}
