import Foundation

/// Values as JSON, the same text for the same value.
enum JSONText {
  /// `value` with its fields in the order of their names. It may hold texts, truth values and finite numbers only, which
  /// cannot fail to be written.
  static func of<Value: Encodable>(_ value: Value, _ more: JSONEncoder.OutputFormatting = []) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = more.union([.sortedKeys, .withoutEscapingSlashes])
    do { return String(decoding: try encoder.encode(value), as: UTF8.self) } catch {
      preconditionFailure("\(Value.self) holds what JSON does not: \(error)")
    }
  }
}
