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
    case .threshold: .threshold(x)
    case .linear: x
    case .sigmoid: .sigmoid(x)
    case .tanh: .tanh(x)
    case .relu: .relu(x)
    case .leaky, .parametric: .leakyRelu(x, slope: Number(parameter ?? usualParameter ?? 0))
    }
  }

  /// φ of every element.
  public func value(_ x: TensorVariable<Double>) -> TensorVariable<Double> {
    switch self {
    case .threshold: .threshold(x)
    case .linear: x
    case .sigmoid: .sigmoid(x)
    case .tanh: .tanh(x)
    case .relu: .relu(x)
    case .leaky, .parametric: .leakyRelu(x, slope: usualParameter ?? 0)
    }
  }
}
