import Learning

/// The library lines for a tape.
enum GraphCode {
  static func blocks(for lab: GraphLab) -> [TextOverlay.Block] {
    if let record = lab.picture.record { return network(record) }
    let values = lab.settings.point.sorted { $0.key < $1.key }
    func source(_ library: String) -> String { PythonText.expression(lab.picture.plainExpression, library) }
    return [
      .heading("PyTorch"),
      .code(
        ["import math", "import torch", ""]
          + values.map {
            "\($0.key) = torch.tensor(\(Numeral.exact($0.value)), dtype=torch.float64, requires_grad=True)"
          }
          + ["f = \(source("torch"))", "f.backward()"] + values.map { "print(\($0.key).grad)" }),
      .heading("Keras 3 on TensorFlow"),
      .code(
        ["import math", "import tensorflow as tf", ""]
          + values.map { "\($0.key) = tf.Variable(\(Numeral.exact($0.value)), dtype=tf.float64)" }
          + ["with tf.GradientTape() as tape:", "    f = \(source("tf"))"]
          + ["print(tape.gradient(f, [\(values.map(\.key).joined(separator: ", "))]))"]),
    ]
  }

  private static func network(_ record: NetworkRecord) -> [TextOverlay.Block] {
    let variables = record.nodes.filter { $0.operation == .variable }
    let parameters = variables.dropFirst().flatMap { node in
      tensor("    \"\(node.name ?? "")\": ", node, end: ",")
    }
    let loss =
      record.network.output == .vector(1)
      ? "loss = nn.functional.mse_loss(net(x), torch.tensor([[\(PythonText.number(record.example.target))]], dtype=torch.float64))"
      : "loss = nn.functional.cross_entropy(net(x), torch.tensor([\(Int(record.example.target))]))"
    return [
      .heading("PyTorch"),
      .code(
        NetworkCode.pyTorch(record.network) + ["net.double().eval()"]
          + (parameters.isEmpty
            ? [] : ["net.load_state_dict({"] + parameters + ["}, strict=False)"])
          + tensor("x = ", variables[0], end: ".requires_grad_()")
          + [loss, "loss.backward()", "print(loss.item(), x.grad, [p.grad for p in net.parameters()])"]),
      .heading("Keras"), .code(NetworkCode.keras(record.network)),
    ]
  }

  /// A tensor as PyTorch reads it, eight numbers a line.
  private static func tensor(_ start: String, _ node: NetworkRecord.Node, end: String) -> [String] {
    let numbers = node.elements.map(PythonText.number)
    let rows = stride(from: 0, to: numbers.count, by: 8).map {
      numbers[$0..<min($0 + 8, numbers.count)].joined(separator: ", ")
    }
    let shape = node.shape.map(String.init).joined(separator: ", ")
    let ending = "], dtype=torch.float64).reshape(\(shape))\(end)"
    let head = "\(start)torch.tensor(["
    guard rows.count > 1 else { return [head + (rows.first ?? "") + ending] }
    return [head + rows[0] + ","] + rows.dropFirst().dropLast().map { "        \($0)," }
      + ["        " + rows[rows.count - 1] + ending]
  }
}
