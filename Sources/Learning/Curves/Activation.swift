public import Autodiff

/// What a neuron makes of its weighted sum.
public enum Activation: String, CaseIterable, Sendable {
  /// 1 above 0, else 0 (also at 0 itself).
  case threshold
  /// x.
  case linear
  /// 1/(1 + e⁻ˣ).
  case sigmoid
  /// (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ).
  case tanh
  /// max(0, x).
  case relu
  /// x above 0, else a·x with a fixed a, 0.01 unless told otherwise (PyTorch's).
  case leaky
  /// x above 0, else a·x with an a that is learnt, from 0.25 (PyTorch's start).
  case parametric

  /// The slope a left of 0 unless told otherwise; `nil` for what has none.
  public var usualParameter: Double? {
    switch self {
    case .leaky: 0.01
    case .parametric: 0.25
    case .threshold, .linear, .sigmoid, .tanh, .relu: nil
    }
  }

  /// What headings call it.
  public var title: String {
    switch self {
    case .threshold: "threshold"
    case .linear: "linear"
    case .sigmoid: "sigmoid"
    case .tanh: "tanh"
    case .relu: "ReLU"
    case .leaky: "leaky ReLU"
    case .parametric: "parametric ReLU"
    }
  }

  /// φ(x), plain or recorded.
  ///
  /// - Parameter parameter: a, for leaky and parametric; its usual value if `nil`.
  public func value<Number: Scalar>(_ x: Number, parameter: Double? = nil) -> Number {
    switch self {
    // A constant as far as slopes are concerned, that knows its tape.
    case .threshold: Number(x.primal > 0 ? 1 : 0) + 0 * x
    case .linear: x
    case .sigmoid: .sigmoid(x)
    case .tanh: .tanh(x)
    case .relu: .relu(x)
    // At 0 the slope is that of the second term, a.
    case .leaky, .parametric:
      .relu(x) + Number(parameter ?? usualParameter ?? 0) * .minimum(x, 0)
    }
  }

  /// φ of every element.
  public func value(_ x: TensorVariable<Double>, on tape: Tape<Double>) -> TensorVariable<Double> {
    switch self {
    case .threshold:
      tape.constant(x.tensor.mapped { $0 > 0 ? 1 : 0 }) + x * 0
    case .linear: x
    case .sigmoid: .sigmoid(x)
    case .tanh: .tanh(x)
    case .relu: .relu(x)
    case .leaky, .parametric:
      .relu(x) + .minimum(x, tape.constant(Tensor(0))) * (usualParameter ?? 0)
    }
  }
}

extension Tensor {
  /// The same shape with every element changed.
  func mapped(_ transform: (Element) -> Element) -> Tensor {
    var copy = self
    copy.elements = elements.map(transform)
    return copy
  }
}
