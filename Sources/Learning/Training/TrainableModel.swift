public import Autodiff

/// Something with parameters that learns from examples: what a ``Trainer`` has to know of a network.
///
/// A model is a value without numbers. Its parameters, and the statistics that batch normalisation gathers, are held by
/// the trainer, one tensor after the other in the order given here.
public protocol TrainableModel: Equatable, Sendable {
  /// The shape of one example: `[channels, height, width]` or `[numbers]`.
  var inputShape: [Int] { get }

  /// The parameters that are learned, in order.
  var parameterTensors: [ModelTensor] { get }

  /// Mean, then variance of each batch normalisation, in the order in which the model calls
  /// ``ForwardPass/batchNorm(_:scale:shift:epsilon:momentum:)``; none for other models.
  var statisticTensors: [ModelTensor] { get }

  /// The fewest examples in a batch: 2 where a batch normalisation sees one number of each example.
  var smallestBatch: Int { get }

  /// What the model makes of a batch: the scores of the classes, or predicted values, a row for each example.
  ///
  /// - Parameters:
  ///   - batch: `[examples] + inputShape`.
  ///   - parameters: on the same tape, in the order of ``parameterTensors``.
  ///   - pass: says whether this is training, and does what differs then: dropout and batch normalisation.
  func outputs<Element: Precision>(
    of batch: TensorVariable<Element>, parameters: [TensorVariable<Element>],
    in pass: inout ForwardPass<Element>
  ) -> TensorVariable<Element>

  /// What is minimised, a number: unless a model says otherwise the mean cross-entropy of scores, or the mean squared
  /// error of values.
  func loss<Element: Precision>(
    of outputs: TensorVariable<Element>, for targets: BatchTargets<Element>
  ) -> TensorVariable<Element>
}

/// What a batch should have given.
public enum BatchTargets<Element: Precision> {
  /// The class of each example, counted from 0.
  case classes([Int])
  /// The values of each example, in the shape of the outputs.
  case values(TensorVariable<Element>)
}

extension TrainableModel {
  /// No batch normalisation.
  public var statisticTensors: [ModelTensor] { [] }

  /// One example is enough.
  public var smallestBatch: Int { 1 }

  /// Mean cross-entropy of scores, mean squared error of values.
  public func loss<Element: Precision>(
    of outputs: TensorVariable<Element>, for targets: BatchTargets<Element>
  ) -> TensorVariable<Element> {
    switch targets {
    case .classes(let classes):
      return outputs.crossEntropy(classes: classes)
    case .values(let values):
      let error = outputs - values
      return (error * error).mean()
    }
  }
}

/// A tensor of a model: its name, its shape and how it starts.
public struct ModelTensor: Hashable, Sendable {
  /// What a tensor holds before training.
  public enum Start: Hashable, Sendable {
    /// Random weights of units with so many inputs and outputs (times the cells of a kernel); see ``ParameterStart``.
    case weight(inputs: Int, outputs: Int)
    /// Biases of units with so many inputs.
    case bias(inputs: Int)
    /// The same number everywhere.
    case constant(Double)
  }

  /// As files and PyTorch call it: `0.weight`.
  public let name: String
  /// The axes' lengths, outermost first; at least one.
  public let shape: [Int]
  /// How it starts.
  public let start: Start

  /// A tensor.
  public init(_ name: String, _ shape: [Int], start: Start) {
    (self.name, self.shape, self.start) = (name, shape, start)
  }

  /// The number of elements.
  public var count: Int { shape.reduce(1, *) }
}
