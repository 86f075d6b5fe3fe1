/// A JSON document.
indirect enum JSON: Equatable {
  case null
  case bool(Bool)
  /// A number as it stands; NaN and the infinities are written as the strings "nan", "inf" and "-inf".
  case number(Double)
  case string(String)
  case array([JSON])
  /// An array of numbers on one line, in little memory.
  case list([Double])
  /// Rows of numbers, one after the other: an array of arrays in little memory.
  case table([Double], width: Int)
  /// Written with sorted keys.
  case object([String: JSON])

  /// A whole number, exact up to 2⁵³.
  static func number(_ value: Int) -> JSON { .number(Double(value)) }

  /// A list of numbers.
  static func numbers(_ values: some Sequence<Double>) -> JSON { .list(Array(values)) }

  /// A list of whole numbers.
  static func numbers(_ values: some Sequence<Int>) -> JSON { .list(values.map { Double($0) }) }

  /// A list of rows of numbers.
  static func rows(_ rows: [[Double]]) -> JSON { .array(rows.map { .numbers($0) }) }
}
