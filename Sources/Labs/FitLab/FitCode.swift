import Learning

/// The library lines for fits.
enum FitCode {
  static func blocks(for lab: FitLab) -> [TextOverlay.Block] {
    let (setting, settings) = (lab.setting, lab.settings)
    if let updates = setting.updates { return networkCode(settings, updates: updates) }
    let count = setting.degree + 1
    let penalty = PythonText.number(setting.penalty)
    let solve =
      setting.penalty == 0
      ? ["c = torch.linalg.lstsq(A, y[:, None], driver=\"gelsd\").solution[:, 0]"]
      : [
        "penalty = \(penalty)*torch.eye(\(count), dtype=torch.float64)",
        "c = torch.linalg.solve(A.T @ A + penalty, A.T @ y)",
      ]
    return [
      .heading("PyTorch"),
      .code(
        [
          "import torch", "torch.manual_seed(\(settings.seed))",
          "x = torch.linspace(-1, 1, \(setting.points), dtype=torch.float64)",
          "y = torch.sin(torch.pi*x) + \(PythonText.number(settings.noise))*torch.randn_like(x)",
          "A = torch.stack([x**k for k in range(\(count))], dim=1)",
        ] + solve + ["train_error = ((A @ c - y)**2).mean()"]),
      .heading("Keras"),
      .code(
        setting.penalty == 0
          ? [
            "import keras",
            "layer = keras.layers.Dense(1, use_bias=False)   # on the powers of x, trained on mse",
          ]
          : [
            "import keras",
            "layer = keras.layers.Dense(1, use_bias=False,   # on the powers of x, trained on mse",
            "    kernel_regularizer=keras.regularizers.L2(\(penalty)/\(setting.points)))",
          ]),
      .words(
        "The libraries draw other noise. Keras's loss is a mean, so that lambda is divided by the number of points."
      ),
    ]
  }

  /// Points to learn from, and to test with where that decides when to stop.
  private static func kerasData(_ settings: FitScene) -> [String] {
    let noise = PythonText.number(settings.noise)
    func points(_ x: String, _ y: String) -> [String] {
      [
        "\(x) = np.linspace(-1, 1, \(settings.points))[:, None]",
        "\(y) = np.sin(np.pi*\(x)) + \(noise)*np.random.randn(*\(x).shape)",
      ]
    }
    return ["import numpy as np, keras"] + points("x", "y")
      + (settings.stopsEarly ? points("x_test", "y_test") : [])
  }

  private static func networkCode(_ settings: FitScene, updates: Int) -> [TextOverlay.Block] {
    let rate = PythonText.number(NetworkCourse.rate)
    let drop = settings.dropout > 0 ? ["    torch.nn.Dropout(\(PythonText.number(settings.dropout))),"] : []
    let kerasDrop =
      settings.dropout > 0 ? ["    keras.layers.Dropout(\(PythonText.number(settings.dropout))),"] : []
    let decay = settings.penalty > 0 ? ", weight_decay=\(PythonText.number(settings.penalty))" : ""
    let stop = settings.stopsEarly
    return [
      .heading("PyTorch"),
      .code(
        ["import torch", "net = torch.nn.Sequential(", "    torch.nn.Linear(1, 20), torch.nn.Tanh(),"] + drop
          + ["    torch.nn.Linear(20, 20), torch.nn.Tanh(),"] + drop + ["    torch.nn.Linear(20, 1))"]
          + [
            "x = torch.linspace(-1, 1, \(settings.points))[:, None]",
            "y = torch.sin(torch.pi*x) + \(PythonText.number(settings.noise))*torch.randn_like(x)",
            "optimizer = torch.optim.Adam(net.parameters(), lr=\(rate)\(decay))",
            "for update in range(\(updates)):", "    optimizer.zero_grad()",
            "    torch.nn.functional.mse_loss(net(x), y).backward()", "    optimizer.step()",
          ]),
      .heading("Keras"),
      .code(
        kerasData(settings) + [
          "net = keras.Sequential([", "    keras.layers.Dense(20, activation=\"tanh\"),",
        ] + kerasDrop
          + ["    keras.layers.Dense(20, activation=\"tanh\"),"] + kerasDrop + ["    keras.layers.Dense(1)])"]
          + [
            "net.compile(keras.optimizers.Adam(\(rate)), \"mse\")",
            stop
              ? "net.fit(x, y, batch_size=\(settings.points), epochs=\(updates), validation_data=(x_test, y_test),"
              : "net.fit(x, y, batch_size=\(settings.points), epochs=\(updates))",
          ]
          + (stop
            ? ["    callbacks=[keras.callbacks.EarlyStopping(patience=\(NetworkCourse.patience))])"] : [])),
      .words(
        "One update is one epoch here, as all points are in each batch. The libraries start from other weights"
          + (settings.penalty > 0 ? "; Keras's own weight_decay is AdamW's, not L2." : ".")),
    ]
  }
}
