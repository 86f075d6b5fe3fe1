import RealModule

/// The logarithms that pictures of heights use.
enum HeightScale {
  /// The natural logarithm.
  static func logarithm(_ value: Double) -> Double { .log(value) }
  /// The logarithm of the top of the relief.
  static let top = Double.log(21)
}
