/// Why a lab cannot do what was asked, as a sentence without a full stop.
public struct LabRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// The sentence.
  public let description: String

  /// Refused because of `reason`.
  public init(_ reason: String) { description = reason }
}
