extension ShapedNetwork {
  /// The network on examples of `data`, with a score for each of their classes and something to learn.
  ///
  /// - Throws: ``ClassifierError``
  public init(_ network: Network, scoring data: DataSet) throws(ClassifierError) {
    do { try self.init(network, input: data.shape) } catch { throw .shape(error) }
    guard parameters > 0 else { throw .nothingLearned }
    guard output == .vector(data.classes.count) else { throw .scores(output, classes: data.classes.count) }
  }
}

/// Why a network does not learn to tell classes apart.
public enum ClassifierError: InputError {
  /// Layers that do not fit one another.
  case shape(NetworkShapeError)
  /// Nothing in the network learns.
  case nothingLearned
  /// The last layer does not give a score for each class.
  case scores(Volume, classes: Int)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .shape(let problem): problem.fault
    case .nothingLearned: .request
    case .scores: .data
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .shape(let problem): problem.description
    case .nothingLearned: "the network has no weights, so that there is nothing to learn"
    case .scores(let output, let classes):
      "the network gives \(output) where \(classes) scores are wanted, one for each class; end it with FC \(classes)"
    }
  }
}
