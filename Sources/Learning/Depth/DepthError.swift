/// Why there is no deep network to look at.
public enum DepthError: InputError {
  /// Not one layer.
  case noLayers
  /// More layers than are accepted.
  case tooManyLayers(Int, most: Int)
  /// A weight, input or target that is not finite.
  case notFinite
  /// A size that is out of range.
  case outOfRange(String, Int, ClosedRange<Int>)
  /// More numbers than are held at once.
  case tooLarge
  /// Batch norm over a single sample.
  case normOfOneSample
  /// An initialisation that is not known.
  case unknownInitialisation(String)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .noLayers, .notFinite: .data
    case .tooManyLayers, .outOfRange, .tooLarge, .normOfOneSample, .unknownInitialisation: .request
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .noLayers: "a network needs at least one layer"
    case .tooManyLayers(let count, let most):
      "\(Numeral.grouped(count)) layers are beyond the limit of \(Numeral.grouped(most))"
    case .notFinite: "every weight, input and target must be finite"
    case .outOfRange(let name, let value, let allowed):
      "the \(name) must be \(allowed.lowerBound) to \(Numeral.grouped(allowed.upperBound)), not \(value)"
    case .tooLarge:
      "layers, width and batch together are beyond the limit of \(Numeral.grouped(LayerStack.mostNumbers)) numbers"
    case .normOfOneSample: "batch norm needs a batch of two samples or more"
    case .unknownInitialisation(let text):
      "\(Echo.quote(text)) is not known; "
        + (Spelling.nearest(to: text, among: Initialisation.names).map { "did you mean \($0)?" }
          ?? "there are \(Initialisation.names.joined(separator: ", "))")
    }
  }
}
