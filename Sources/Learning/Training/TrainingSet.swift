public import Autodiff

/// What a model learns from, or is tested with.
public enum TrainingSet<Element: Precision>: Equatable, Sendable {
  /// Examples with their classes.
  case classes(Examples)
  /// Inputs `[examples, …]` with the values that should come out, `[examples, …]`.
  case values(Tensor<Element>, Tensor<Element>)

  /// The number of examples.
  public var count: Int {
    switch self {
    case .classes(let examples): examples.count
    case .values(let inputs, _): inputs.shape.first ?? 0
    }
  }

  /// Whether examples have classes, so that they can be right or wrong.
  public var hasClasses: Bool {
    switch self {
    case .classes: true
    case .values: false
    }
  }

  /// Refuses what does not fit a model with these inputs and outputs.
  func check(inputs: [Int], outputs: [Int]) throws(TrainingError) {
    guard count > 0 else { throw .noExamples }
    switch self {
    case .classes(let examples):
      let size = inputs.reduce(1, *)
      guard examples.size == size else { throw .inputShape([examples.size], expected: inputs) }
      guard outputs.count == 1 else { throw .outputShape(outputs) }
      for number in [examples.classes.min(), examples.classes.max()] {
        if let number, !(0..<outputs[0]).contains(number) {
          throw .classWithoutScore(number, scores: outputs[0])
        }
      }
    case .values(let given, let wanted):
      let shapes = (Array(given.shape.dropFirst()), Array(wanted.shape.dropFirst()))
      guard shapes.0 == inputs else { throw .inputShape(shapes.0, expected: inputs) }
      guard wanted.shape.first == count else {
        throw .targetCount(wanted.shape.first ?? 0, examples: count)
      }
      guard shapes.1 == outputs else { throw .valueShape(shapes.1, outputs: outputs) }
    }
  }

  /// Writes the inputs of an example into `target`, which has room for exactly those.
  func copyInputs(of example: Int, into target: UnsafeMutableBufferPointer<Element>) {
    switch self {
    case .classes(let examples): examples.copy(example, into: target)
    case .values(let inputs, _): Self.copy(example, of: inputs, into: target)
    }
  }

  /// Writes one part of a tensor along its first axis into `target`.
  static func copy(
    _ row: Int, of tensor: Tensor<Element>, into target: UnsafeMutableBufferPointer<Element>
  ) {
    tensor.elements.withUnsafeBufferPointer { elements in
      _ = target.update(fromContentsOf: elements[row * target.count..<(row + 1) * target.count])
    }
  }
}
