import Learning

/// The library lines for a curve.
enum CurveCode {
  static func blocks(for lab: CurveLab) -> [TextOverlay.Block] {
    let curve = lab.settings.curve
    let x = PythonText.number(lab.point.x)
    return [
      .heading("PyTorch"),
      .code(
        [
          "import math", "import torch", "", "x = torch.tensor(\(x), requires_grad=True)",
          "y = \(torch(curve))",
        ] + (isComparison(curve) ? ["print(y.item())"] : ["y.backward()", "print(y.item(), x.grad.item())"])),
      .heading("Keras"),
      .code([
        "import keras", "import math", "", "x = keras.ops.convert_to_tensor(\(x))", "y = \(keras(curve))",
      ]),
    ] + note(on: curve)
  }

  private static func note(on curve: Curve) -> [TextOverlay.Block] {
    isComparison(curve)
      ? [.words("A comparison has no gradient: backward() would refuse, and the slope shown here is 0.")] : []
  }

  private static func isComparison(_ curve: Curve) -> Bool {
    switch curve.source {
    case .activation(.threshold, _), .loss(.zeroOne): true
    case .activation, .loss, .expression: false
    }
  }

  private static func torch(_ curve: Curve) -> String {
    switch curve.source {
    case .activation(let activation, let parameter):
      let a = PythonText.number(parameter ?? 0)
      return switch activation {
      case .threshold: "(x > 0).float()"
      case .linear: "1.0 * x"
      case .sigmoid: "torch.sigmoid(x)"
      case .tanh: "torch.tanh(x)"
      case .relu: "torch.relu(x)"
      case .leaky: "torch.nn.functional.leaky_relu(x, \(a))"
      case .parametric: "torch.nn.functional.prelu(x, torch.tensor([\(a)]))"
      }
    case .loss(let loss):
      return switch loss {
      case .zeroOne: "(x <= 0).float()"
      case .signed: "-x"
      case .absolute: "torch.abs(x)"
      case .squared: "x**2"
      case .hinge: "torch.relu(1 - x)"
      case .logistic: "torch.nn.functional.softplus(-x)"
      case .crossEntropy: "-torch.log(x)"
      }
    case .expression(let expression): return PythonText.expression(expression.plain, "torch")
    }
  }

  private static func keras(_ curve: Curve) -> String {
    switch curve.source {
    case .activation(let activation, let parameter):
      let a = PythonText.number(parameter ?? 0)
      return switch activation {
      case .threshold: "keras.ops.cast(x > 0, \"float32\")"
      case .linear: "keras.activations.linear(x)"
      case .sigmoid: "keras.activations.sigmoid(x)"
      case .tanh: "keras.activations.tanh(x)"
      case .relu: "keras.activations.relu(x)"
      case .leaky, .parametric: "keras.activations.leaky_relu(x, \(a))"
      }
    case .loss(let loss):
      return switch loss {
      case .zeroOne: "keras.ops.cast(x <= 0, \"float32\")"
      case .signed: "-x"
      case .absolute: "keras.ops.abs(x)"
      case .squared: "x**2"
      case .hinge: "keras.ops.relu(1 - x)"
      case .logistic: "keras.ops.softplus(-x)"
      case .crossEntropy: "-keras.ops.log(x)"
      }
    case .expression(let expression): return PythonText.expression(expression.plain, "keras.ops")
    }
  }
}
