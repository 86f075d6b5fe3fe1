/// Why there is no ``MovingAverage``, or no data for one.
public enum AverageError: InputError {
  /// β is not a number, or not in 0 ≤ β < 1.
  case beta(String)
  /// The data are no known name and not a list of numbers.
  case unknownData(String)
  /// A sample is NaN or infinite; samples count from 0 here and from 1 in the sentence.
  case notFinite(String, index: Int)
  /// There is no sample.
  case empty
  /// More than ``Limits/cells`` samples.
  case tooMany

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .beta, .unknownData, .tooMany: .request
    case .notFinite, .empty: .data
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .beta(let text):
      "beta must be at least 0 and below 1, not \(Echo.quote(text))"
    case .unknownData(let text):
      "there are no data \(Echo.quote(text)); type numbers, or one of \(AverageData.namesInWords)"
    case .notFinite(let text, let index):
      "sample \(index + 1) is \(Echo.quote(text)): every sample must be a finite number"
    case .empty:
      "there are no data: at least one number is needed"
    case .tooMany:
      "the data are beyond the limit of \(Numeral.grouped(Limits.cells)) samples"
    }
  }
}
