/// Computations with a name whose graph is worth walking through.
public enum GraphPreset: String, CaseIterable, Codable, Sendable {
  case sharedInput = "shared-input"
  case perceptron
  case softmaxCrossEntropy = "softmax-cross-entropy"
  case network = "network-2-2-1"

  /// A name for headings.
  public var title: String {
    switch self {
    case .sharedInput: "An input used twice"
    case .perceptron: "A neuron with a sigmoid"
    case .softmaxCrossEntropy: "Softmax and cross-entropy"
    case .network: "A 2-2-1 network"
    }
  }

  /// The computation as an expression.
  public var expression: String {
    switch self {
    case .sharedInput: "x*y + sin(x)"
    case .perceptron: "sigmoid(w1*x1 + w2*x2 + b)"
    case .softmaxCrossEntropy: "-log(exp(o1)/(exp(o1) + exp(o2) + exp(o3)))"
    case .network: "(v1*tanh(a1*x1 + a2*x2 + a0) + v2*tanh(b1*x1 + b2*x2 + b0) + v0 - t)^2/2"
    }
  }

  /// The values of its variables.
  public var values: [String: Double] {
    switch self {
    case .sharedInput: ["x": 1, "y": 2]
    case .perceptron: ["w1": 2, "x1": -1, "w2": -3, "x2": -2, "b": -3]
    case .softmaxCrossEntropy: ["o1": 2, "o2": 1, "o3": 0.1]
    case .network:
      [
        "x1": 1, "x2": 0.5, "a1": 0.4, "a2": -0.6, "a0": 0.1, "b1": -0.3, "b2": 0.8, "b0": 0, "v1": 0.7,
        "v2": -0.5, "v0": 0.2, "t": 1,
      ]
    }
  }

  /// What to look at, in one line.
  public var watchFor: String {
    switch self {
    case .sharedInput:
      "watch for the two shares of x, through product and sine, adding up"
    case .perceptron: "watch for s(1-s) of the sigmoid multiplying all that goes further back"
    case .softmaxCrossEntropy: "watch for what arrives at the scores: p - 1 at the first, p at the others"
    case .network: "watch for the error -(t - y) going back through both hidden neurons"
    }
  }
}
