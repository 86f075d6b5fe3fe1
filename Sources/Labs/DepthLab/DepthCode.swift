import Learning

/// The library lines for deep networks.
enum DepthCode {
  static func blocks(for scene: DepthScene) -> [TextOverlay.Block] {
    switch scene.view {
    case .chain: chain(scene)
    case .layers: layers(scene)
    case .unrolled: unrolled(scene)
    }
  }

  /// φ of `x` in PyTorch.
  private static func torch(_ activation: Activation, _ x: String) -> String {
    switch activation {
    case .threshold: "(\(x) > 0).float()"
    case .linear: "\(x)"
    case .sigmoid: "torch.sigmoid(\(x))"
    case .tanh: "torch.tanh(\(x))"
    case .relu: "torch.relu(\(x))"
    case .leaky: "torch.nn.functional.leaky_relu(\(x), 0.01)"
    case .parametric: "torch.nn.functional.leaky_relu(\(x), 0.25)"
    }
  }

  /// φ as Keras takes it.
  private static func keras(_ activation: Activation) -> String {
    switch activation {
    case .threshold: "lambda x: keras.ops.cast(x > 0, \"float32\")"
    case .linear: "\"linear\""
    case .sigmoid: "\"sigmoid\""
    case .tanh: "\"tanh\""
    case .relu: "\"relu\""
    case .leaky: "lambda x: keras.ops.leaky_relu(x, 0.01)"
    case .parametric: "lambda x: keras.ops.leaky_relu(x, 0.25)"
    }
  }

  /// Whether there is something to go back through: PyTorch refuses what comes of comparisons alone.
  private static func hasSlope(_ scene: DepthScene) -> Bool {
    switch scene.activation {
    case .threshold: false
    case .linear, .sigmoid, .tanh, .relu, .leaky, .parametric: true
    }
  }

  /// What stands in the place of the way back, after `name` is printed.
  private static func noSlope(_ name: String?) -> [String] {
    (name.map { ["print(\($0))"] } ?? []) + ["# a comparison has no gradient: backward() would refuse"]
  }

  private static func list(_ weights: [Double]) -> String {
    let isOne = weights.allSatisfy { $0 == weights[0] }
    guard !isOne || weights.count < 3 else { return "[\(PythonText.number(weights[0]))]*\(weights.count)" }
    return PythonText.list(weights)
  }

  private static func chain(_ scene: DepthScene) -> [TextOverlay.Block] {
    let skip = scene.hasSkip ? " + y" : ""
    let (input, target) = (PythonText.number(scene.input), PythonText.number(scene.target))
    return [
      .heading("PyTorch"),
      .code(
        [
          "import torch", "w = torch.tensor(\(list(scene.weights)), requires_grad=True)",
          "y = torch.tensor(\(input))", "for wk in w:", "    y = \(torch(scene.activation, "wk*y"))\(skip)",
        ]
          + (hasSlope(scene)
            ? ["loss = 0.5*(\(target) - y)**2", "loss.backward()", "print(y, w.grad, -0.1*w.grad)"]
            : noSlope("y"))),
      .heading("Keras"),
      .code(
        ["import keras", "x = y = keras.Input((1,))", "for wk in \(list(scene.weights)):"]
          + [
            "    layer = keras.layers.Dense(1, activation=\(keras(scene.activation)), use_bias=False,",
            "        kernel_initializer=keras.initializers.Constant(wk))", "    y = layer(y)\(skip)",
            "model = keras.Model(x, y)   # for x = \(input) and t = \(target)",
          ]),
    ]
  }

  private static func unrolled(_ scene: DepthScene) -> [TextOverlay.Block] {
    let weight = PythonText.number(scene.weights[0])
    let (input, target) = (PythonText.number(scene.input), PythonText.number(scene.target))
    let count = scene.weights.count
    return [
      .heading("PyTorch"),
      .code(
        [
          "import torch", "w = torch.tensor(\(weight), requires_grad=True)", "h = torch.tensor(\(input))",
          "for step in range(\(count)):",
          "    h = \(torch(scene.activation, "w*h"))\(scene.hasSkip ? " + h" : "")",
        ]
          + (hasSlope(scene)
            ? [
              "loss = 0.5*(\(target) - h)**2", "loss.backward()",
              "print(h, w.grad)   # one gradient, a share from every step",
            ] : noSlope("h"))),
      .heading("Keras"),
      .code([
        "import keras",
        "rnn = keras.layers.SimpleRNN(1, activation=\(keras(scene.activation)), use_bias=False,",
        "    recurrent_initializer=keras.initializers.Constant(\(weight)))",
        "h = rnn(keras.ops.zeros((1, \(count), 1)), initial_state=keras.ops.full((1, 1), \(input)))",
      ]),
    ]
      + (scene.hasSkip ? [.words("Keras's SimpleRNN has no skip connections.")] : [])
  }

  private static func layers(_ scene: DepthScene) -> [TextOverlay.Block] {
    let stack = scene.stack
    let (inputs, width) = (stack.inputs(at: 0), stack.width)
    let names: (torch: String, keras: String) =
      switch stack.initialisation {
      case .zero: ("zeros_(layer.weight)", "Zeros()")
      case .equal: ("constant_(layer.weight, 0.1)", "Constant(0.1)")
      case .small: ("normal_(layer.weight, std=0.01)", "RandomNormal(stddev=0.01)")
      case .large: ("normal_(layer.weight)", "RandomNormal(stddev=1.0)")
      case .xavierUniform: ("xavier_uniform_(layer.weight)", "GlorotUniform()")
      case .xavierNormal: ("xavier_normal_(layer.weight)", "GlorotNormal()")
      case .heUniform: ("kaiming_uniform_(layer.weight, nonlinearity=\"relu\")", "HeUniform()")
      case .heNormal: ("kaiming_normal_(layer.weight, nonlinearity=\"relu\")", "HeNormal()")
      }
    let sums = stack.hasNorm ? "norm(layer(y))" : "layer(y)"
    let sizes = "[\(inputs)] + [\(width)]*\(stack.layers)"
    let kerasSums = stack.hasNorm ? "keras.layers.BatchNormalization()(dense(y))" : "dense(y)"
    let addsFirst = inputs == width
    let added = scene.hasSkip ? (addsFirst ? " + y" : " + (y if y.shape[1] == \(width) else 0)") : ""
    return [
      .heading("PyTorch"),
      .code(
        [
          "import torch", "torch.manual_seed(\(stack.seed))", "sizes = \(sizes)",
          "y, outputs = torch.randn(\(stack.batch), \(inputs)), []",
        ]
          + ["for m, n in zip(sizes, sizes[1:]):", "    layer = torch.nn.Linear(m, n, bias=False)"]
          + ["    torch.nn.init.\(names.torch)"]
          + (stack.hasNorm ? ["    norm = torch.nn.BatchNorm1d(n)"] : [])
          + [
            "    y = \(torch(scene.activation, sums))\(added)"
          ] + (hasSlope(scene) ? ["    y.retain_grad()"] : []) + ["    outputs.append(y)"]
          + (hasSlope(scene)
            ? [
              "y.backward(torch.randn_like(y))",
              "for y in outputs: print(y.std().item(), y.grad.std().item())",
            ] : ["for y in outputs: print(y.std().item())"] + noSlope(nil))),
      .heading("Keras"),
      .code([
        "import keras", "x = y = keras.Input((\(inputs),))", "for _ in range(\(stack.layers)):",
        "    dense = keras.layers.Dense(\(width), use_bias=False,",
        "        kernel_initializer=keras.initializers.\(names.keras))",
        "    y = keras.layers.Activation(\(keras(scene.activation)))(\(kerasSums))\(added)",
        "model = keras.Model(x, y)",
      ]),
      .words(
        "The libraries draw other random numbers; Keras cuts normal ones of GlorotNormal and HeNormal off at two deviations."
      ),
    ]
  }
}
