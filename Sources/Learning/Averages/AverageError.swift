/// Why there is no ``MovingAverage``, or no data for one.
public enum AverageError: InputError {
  /// β is not a number, or not in 0 ≤ β < 1.
  case beta(String)
  /// A list of β names none, one twice, or more than ``AverageScene/mostBetas``.
  case betas(String)
  /// The data are no known name and not a list of numbers.
  case unknownData(String)
  /// The numbers cannot be read.
  case table(TableError)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .beta, .betas, .unknownData: .request
    case .table(let problem): problem.fault
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .beta(let text):
      "beta must be at least 0 and below 1, not \(Echo.quote(text))\(Numeral.advice(on: text))"
    case .betas(let text):
      "beta takes 1 to \(AverageScene.mostBetas) different numbers such as 0.5,0.9,0.98, not \(Echo.quote(text))"
    case .unknownData(let text):
      "there are no data \(Echo.quote(text)); type numbers, or one of \(AverageData.namesInWords)"
    case .table(let problem): problem.description
    }
  }
}
