/// The whole numbers that files and messages may hold: small enough to be added and counted on without a thought for
/// overflow.
enum Counted {
  /// Far more tries, hints or answers than anybody makes.
  static let range = 0...1_000_000

  /// `number`, or the nearest end of ``range``.
  static func clamped(_ number: Int) -> Int { min(max(range.lowerBound, number), range.upperBound) }
}

extension KeyedDecodingContainer {
  /// The number of ``Counted/range`` for `key`.
  ///
  /// - Throws: `DecodingError` for any other.
  func decodeCount(forKey key: Key) throws -> Int {
    let number = try decode(Int.self, forKey: key)
    guard Counted.range.contains(number) else {
      throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "out of range")
    }
    return number
  }

  /// As ``decodeCount(forKey:)``; `nil` when there is none.
  func decodeCountIfPresent(forKey key: Key) throws -> Int? {
    try contains(key) && !decodeNil(forKey: key) ? decodeCount(forKey: key) : nil
  }
}
