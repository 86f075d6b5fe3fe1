/// Why there is no training of the playground.
public enum ClassifyError: InputError {
  /// Points that there cannot be.
  case data(DataSetError)
  /// No layer, or too many.
  case layers(Int)
  /// Layers that do not fit one another.
  case shape(NetworkShapeError)
  /// Nothing in the network learns.
  case nothingLearned
  /// The last layer does not give a score for each class.
  case scores(Volume, classes: Int)
  /// A training that cannot be.
  case training(TrainingError)
  /// A setting that the optimizer does not have.
  case optimizer(OptimizerError)
  /// No update and settings, as in `200:lr=0.02`, or out of order.
  case malformedChange(String)
  /// No condition for an end.
  case malformedStop(String)
  /// A change after training has ended by itself.
  case changeAfterEnd(Int, end: Int)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .data(let problem): problem.fault
    case .shape(let problem): problem.fault
    case .training(let problem): problem.fault
    case .optimizer(let problem): problem.fault
    case .layers, .nothingLearned, .malformedChange, .malformedStop, .changeAfterEnd: .request
    case .scores: .data
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .data(let problem): problem.description
    case .layers(let count): "a network has 1 to \(Network.mostLayers) layers, not \(count)"
    case .shape(let problem): problem.description
    case .nothingLearned: "the network has no weights, so that there is nothing to learn"
    case .scores(let output, let classes):
      "the network gives \(output) where \(classes) scores are wanted, one for each class; end it with FC \(classes)"
    case .training(let problem): problem.description
    case .optimizer(let problem): problem.description
    case .malformedChange(let text):
      "\(Echo.quote(text)) is no change: write an update and a setting, as in 200:lr=0.02, in the order of updates"
    case .malformedStop(let text):
      "\(Echo.quote(text)) is no reason to stop: write loss:0.01 or patience:20"
    case .changeAfterEnd(let update, let end):
      "the change after update \(update) comes too late: training ends after update \(end)"
    }
  }
}
