import Learning

/// The library lines for softmax and its losses.
enum SoftmaxCode {
  static func blocks(for scene: SoftmaxScene) -> [TextOverlay.Block] {
    scene.view.isBinary ? binary(scene) : classes(scene)
  }

  private static func binary(_ scene: SoftmaxScene) -> [TextOverlay.Block] {
    let labels = scene.labels.map { $0 ? "1." : "0." }.joined(separator: ", ")
    let lambda = PythonText.number(scene.lambda)
    return [
      .heading("PyTorch"),
      .code([
        "import torch", "z = torch.tensor(\(PythonText.list(scene.scores)), requires_grad=True)",
        "y = torch.tensor([\(labels)])", "w = torch.tensor(\(PythonText.list(scene.weights)))",
        "C = torch.nn.functional.binary_cross_entropy_with_logits(z, y) + \(lambda)*(w**2).sum()",
        "C.backward()", "print(C, z.grad)",
      ]),
      .heading("Keras"),
      .code([
        "import keras", "loss = keras.losses.BinaryCrossentropy(from_logits=True)",
        "layer = keras.layers.Dense(1, kernel_regularizer=keras.regularizers.L2(\(lambda)))",
      ]),
    ]
  }

  private static func classes(_ scene: SoftmaxScene) -> [TextOverlay.Block] {
    let scores = PythonText.list(scene.scores)
    let divided = scene.temperature == 1 ? "z" : "z/\(PythonText.number(scene.temperature))"
    return [
      .heading("PyTorch"),
      .code([
        "import torch", "z = torch.tensor(\(scores), requires_grad=True)",
        "p = torch.softmax(\(divided), dim=0)",
        "loss = torch.nn.functional.cross_entropy((\(divided))[None], torch.tensor([\(scene.target)]))",
        "loss.backward()", "print(p, loss, z.grad)",
      ]),
      .heading("Keras"),
      .code([
        "import keras", "z = keras.ops.convert_to_tensor(\(scores))", "p = keras.ops.softmax(\(divided))",
        "loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
        "print(loss(keras.ops.convert_to_tensor([\(scene.target)]), (\(divided))[None]))",
      ]),
      .words(
        "Both libraries take away the largest score first, and both losses take scores, not probabilities."),
    ]
  }
}
