/// Why something cannot be trained as asked.
public enum TrainingError: InputError {
  /// No example to learn from.
  case noExamples
  /// More or fewer targets than inputs.
  case targetCount(Int, examples: Int)
  /// A class that has no score.
  case classWithoutScore(Int, scores: Int)
  /// Outputs that are no row of scores for each example.
  case outputShape([Int])
  /// Values of another shape than the outputs.
  case valueShape([Int], outputs: [Int])
  /// Examples of this shape have nothing to shift, turn or mirror.
  case notPictures([Int])
  /// Examples of another shape than the model takes.
  case inputShape([Int], expected: [Int])
  /// A batch size below 1.
  case batchSize(Int)
  /// A batch that is too small for batch normalisation: of one example.
  case smallBatch(batchSize: Int, examples: Int)
  /// More or fewer parameters than the model has.
  case parameterCount(Int, expected: Int)
  /// More or fewer running statistics than the model has.
  case statisticCount(Int, expected: Int)
  /// A change on the way to a setting that the optimizer does not have.
  case optimizer(OptimizerError)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .batchSize, .smallBatch: .request
    case .optimizer(let problem): problem.fault
    case .noExamples, .targetCount, .notPictures, .classWithoutScore, .outputShape, .valueShape,
      .inputShape,
      .parameterCount, .statisticCount:
      .data
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .noExamples:
      "there is no example to learn from"
    case .targetCount(let count, let examples):
      "there are \(Plural.count(count, "target")) for \(Plural.count(examples, "example"))"
    case .classWithoutScore(let number, let scores):
      "there is an example of class \(number), counted from 0, where the model gives \(Plural.count(scores, "score"))"
    case .outputShape(let shape):
      "the model gives \(Self.text(shape)) for an example where a row of scores is needed"
    case .valueShape(let shape, let outputs):
      "the values of an example are \(Self.text(shape)) where the model gives \(Self.text(outputs))"
    case .notPictures(let shape):
      "examples of \(Self.text(shape)) are no pictures that could be shifted, turned or mirrored"
    case .inputShape(let shape, let expected):
      "an example is \(Self.text(shape)) where the model takes \(Self.text(expected))"
    case .batchSize(let size):
      "a batch holds at least 1 example, not \(size)"
    case .smallBatch(let batchSize, let examples):
      "with batches of \(batchSize), one of \(Plural.count(examples, "example")) stands alone at the end, and batch "
        + "normalisation needs at least two"
    case .parameterCount(let count, let expected):
      "there are \(Plural.count(count, "parameter")) where the model has \(expected)"
    case .statisticCount(let count, let expected):
      "there are \(Plural.count(count, "running statistic")) where the model has \(expected)"
    case .optimizer(let problem): problem.description
    }
  }

  private static func text(_ shape: [Int]) -> String {
    shape.isEmpty ? "a number" : shape.map(String.init).joined(separator: "x")
  }
}
