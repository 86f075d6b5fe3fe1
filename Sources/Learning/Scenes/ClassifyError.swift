/// Why there is no training of the playground.
public enum ClassifyError: InputError {
  /// Points that there cannot be.
  case data(DataSetError)
  /// No layer, or too many.
  case layers(Int)
  /// Layers that do not fit one another, the points or their classes.
  case network(ClassifierError)
  /// A training that cannot be.
  case training(TrainingError)
  /// No condition for an end.
  case malformedStop(String)

  /// What scenes and options call the setting that has to be changed; `nil` where no single one is at fault.
  public var setting: String? {
    switch self {
    case .data(.nothingToLearn): "test"
    case .data: "data"
    case .layers, .network: "network"
    case .training: nil
    case .malformedStop: "stop"
    }
  }

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .data(let problem): problem.fault
    case .network(let problem): problem.fault
    case .training(let problem): problem.fault
    case .layers, .malformedStop: .request
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .data(let problem): problem.description
    case .layers(let count): "a network has 1 to \(Network.mostLayers) layers, not \(count)"
    case .network(let problem): problem.description
    case .training(let problem): problem.description
    case .malformedStop(let text):
      "\(Echo.quote(text)) is no reason to stop: write loss:0.01 or patience:20"
    }
  }
}
