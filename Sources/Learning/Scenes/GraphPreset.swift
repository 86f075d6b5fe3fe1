/// Computations with a name whose graph is worth walking through.
public enum GraphPreset: String, CaseIterable, Codable, Sendable {
  case sharedInput = "shared-input"
  case perceptron
  case softmaxCrossEntropy = "softmax-cross-entropy"
  case network = "network-2-2-1"
  case tensors = "network-2-2-2"
  case filter = "network-filter"

  /// A name for headings.
  public var title: String {
    switch self {
    case .sharedInput: "An input used twice"
    case .perceptron: "A neuron with a sigmoid"
    case .softmaxCrossEntropy: "Softmax and cross-entropy"
    case .network: "A 2-2-1 network"
    case .tensors: "A 2-2-2 network on tensors"
    case .filter: "A filter, pooling and two classes"
    }
  }

  /// Where the numbers of a tape come from.
  public enum Computation: Hashable, Sendable {
    /// An expression, and the values of its variables.
    case expression(String, at: [String: Double])
    /// A network on tensors.
    case network(NetworkExample)
  }

  /// What is computed.
  public var computation: Computation {
    switch self {
    case .sharedInput: .expression("x*y + sin(x)", at: ["x": 1, "y": 2])
    case .perceptron:
      .expression("sigmoid(w1*x1 + w2*x2 + b)", at: ["w1": 2, "x1": -1, "w2": -3, "x2": -2, "b": -3])
    case .softmaxCrossEntropy:
      .expression("-log(exp(o1)/(exp(o1) + exp(o2) + exp(o3)))", at: ["o1": 2, "o2": 1, "o3": 0.1])
    case .network:
      .expression(
        "(v1*tanh(a1*x1 + a2*x2 + a0) + v2*tanh(b1*x1 + b2*x2 + b0) + v0 - t)^2/2",
        at: [
          "x1": 1, "x2": 0.5, "a1": 0.4, "a2": -0.6, "a0": 0.1, "b1": -0.3, "b2": 0.8, "b0": 0, "v1": 0.7,
          "v2": -0.5, "v0": 0.2, "t": 1,
        ])
    case .tensors: .network(Self.example("FC 2, TANH, FC 2", Grid(width: 2, [1, 0.5])))
    case .filter:
      .network(
        Self.example(
          "CONV 1 2x2, RELU, MAXPOOL 3, FC 2",
          Grid(width: 4, [0, 1, 1, 0, 0, 1, 2, 0, 1, 2, 1, 0, 0, 1, 0, 1])))
    }
  }

  private static func example(_ text: String, _ plane: Grid) -> NetworkExample {
    do {
      return NetworkExample(try Network(parsing: text), planes: [plane])
    } catch { preconditionFailure("the network of a preset reads: \(error)") }
  }

  /// What is computed, as it can be typed.
  public var text: String {
    switch computation {
    case .expression(let text, _): text
    case .network(let example): example.network.description
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
    case .tensors: "watch for the adjoints: each has the shape of the tensor it belongs to"
    case .filter: "watch for the pooling: only the largest number of a window gets a share"
    }
  }
}
