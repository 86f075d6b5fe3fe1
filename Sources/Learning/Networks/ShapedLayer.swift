/// A layer with the sizes that its input gives it.
public struct ShapedLayer: Hashable, Sendable {
  /// Its place in the network, from 0, repetitions unfolded.
  public let index: Int
  /// The layer.
  public let layer: NetworkLayer
  /// What it gets.
  public let input: Volume
  /// What it gives.
  public let output: Volume
  /// Where its windows lie; `nil` without windows.
  public let geometry: ConvolutionGeometry?
  /// What it learns, and the running averages of batch normalisation.
  public let tensors: [NetworkTensor]
  /// How many numbers it learns.
  public let parameters: Int
  /// Multiplications with weights for one image, each with an addition; biases do not count, padded places do.
  public let multiplyAdds: Int
  /// What one of its cells sees of the network's input.
  public let receptiveField: NetworkField
  /// What one cell of its input sees.
  public let fieldBefore: NetworkField

  /// Counted from 1, as people do.
  public var number: Int { index + 1 }
}

/// What one cell of a layer sees of the network's input.
public enum NetworkField: Hashable, Sendable {
  /// So much of the maps along either axis, not clipped to the input.
  case window(rows: ReceptiveField, columns: ReceptiveField)
  /// One number of a vector.
  case number
  /// All of the input.
  case all(Volume)

  /// `[height, width]`, or `[numbers]` of a vector.
  public var sizes: [Int] {
    switch self {
    case .window(let rows, let columns): [rows.size, columns.size]
    case .number: [1]
    case .all(.maps(let extent, _)): [extent.height, extent.width]
    case .all(.vector(let count)): [count]
    }
  }
}

/// Numbers that a layer keeps between images, with the name that PyTorch's `Sequential` of the same layers gives them.
public struct NetworkTensor: Hashable, Sendable {
  /// What the numbers are for.
  public enum Role: String, CaseIterable, Sendable {
    case weight, bias
    case runningMean = "running_mean"
    case runningVariance = "running_var"

    /// Whether they are learned by descent.
    public var isLearned: Bool {
      switch self {
      case .weight, .bias: true
      case .runningMean, .runningVariance: false
      }
    }
  }

  /// The layer's place in the network, from 0.
  public let layer: Int
  /// What for.
  public let role: Role
  /// `[filters, channels / groups, height, width]`, `[units, inputs]`, or one axis.
  public let shape: [Int]

  /// `3.weight`
  public var name: String { "\(layer).\(role.rawValue)" }
  /// How many numbers.
  public var count: Int { shape.reduce(1, *) }
}
