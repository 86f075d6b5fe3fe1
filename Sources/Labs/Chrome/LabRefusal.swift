/// Why a lab cannot do what was asked, as a sentence without a full stop.
public struct LabRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// The sentence.
  public let description: String

  /// Refused because of `reason`.
  public init(_ reason: String) { description = reason }

  /// What `work` gives.
  ///
  /// - Throws: ``LabRefusal`` with the sentence of what `work` throws.
  static func refusing<Value>(_ work: () throws -> Value) throws(LabRefusal) -> Value {
    do { return try work() } catch { throw LabRefusal("\(error)") }
  }
}
