/// What a gradient check found, coordinate by coordinate.
public struct GradientReport: Equatable, Sendable {
  /// One coordinate.
  public struct Entry: Equatable, Sendable {
    /// The derivative from the tape.
    public let exact: Double
    /// The central difference.
    public let numeric: Double
    /// |exact − numeric|, relative to the larger with a floor. NaN if either is not a number.
    public let error: Double
    /// The error in words.
    public var band: Band { Band(error: error) }
  }

  /// How far apart two derivatives are, in the bands of Stanford's CS231n ("Gradient checks").
  public enum Band: Int, Comparable, CaseIterable, Sendable {
    /// Up to 10⁻⁷: all that differences can show.
    case agrees
    /// Up to 10⁻⁴: fine near a kink or with large curvature.
    case acceptable
    /// Up to 10⁻²: worth a look.
    case doubtful
    /// Above 10⁻²: the gradient is probably wrong.
    case wrong
    /// Not a number: the function is not defined around the point.
    case undefined

    /// The band of a relative error.
    public init(error: Double) {
      switch error {
      case ...1e-7: self = .agrees
      case ...1e-4: self = .acceptable
      case ...1e-2: self = .doubtful
      case 1e-2...: self = .wrong
      default: self = .undefined
      }
    }

    /// The less good of two is the greater.
    public static func < (a: Band, b: Band) -> Bool { a.rawValue < b.rawValue }
  }

  /// One entry per coordinate.
  public let entries: [Entry]
}
