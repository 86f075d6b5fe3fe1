import Learning

extension Numeral {
  /// A share as a percentage of three digits: `97.8%`.
  static func percent(_ share: Double) -> String { "\(format((share * 1_000).rounded() / 10, digits: 3))%" }
}
