import Foundation
import TestSupport
import Testing

/// A JSON value of a reference file, of whatever shape.
enum JSON: Decodable, Equatable, Sendable {
  case null, flag(Bool), number(Double), text(String), list([JSON]), object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  subscript(key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var list: [JSON] { if case .list(let list) = self { list } else { [] } }
  var numbers: [Double] { list.compactMap(\.number) }
}

/// A fact of the lectures, as `facts.json` has it.
struct LectureFact: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let kind: String
  let inputs: JSON
  let expected: JSON
  let tolerance: Double?

  var testDescription: String { id }
  var operation: String { inputs["op"].text ?? "none" }

  /// Absolute, and relative for numbers above 1.
  func agrees(_ value: Double, _ reference: Double) -> Bool {
    abs(value - reference) <= (tolerance ?? 1e-9) * max(1, abs(reference))
  }

  /// All facts with this operation; `nil` when there are none, so that a test cannot pass on an empty list.
  static func all(_ operation: String, kind: String? = nil) -> [LectureFact] {
    struct File: Decodable { let facts: [LectureFact] }
    let file = #filePath.replacingOccurrences(of: "/Optimizers/LectureFact.swift", with: "/LectureFact.swift")
    guard let facts = try? Fixture.json(File.self, from: "facts.json", beside: file).facts else { return [] }
    return facts.filter { $0.operation == operation && (kind == nil || $0.kind == kind) }
  }
}

extension OracleFile {
  static func load(_ name: String) -> [OracleRun] {
    let file = #filePath.replacingOccurrences(of: "/Optimizers/LectureFact.swift", with: "/LectureFact.swift")
    return (try? Fixture.json(OracleFile.self, from: name, beside: file).runs) ?? []
  }
}

/// A file of reference trajectories.
struct OracleFile: Decodable { let runs: [OracleRun] }

/// A reference trajectory: path[0] is the start, grad[t] the gradient used in step t+1.
struct OracleRun: Decodable, Sendable, CustomTestStringConvertible {
  let optimizer: String?
  let surface: String
  let hyper: JSON
  let start: [Double]?
  let path: [[Double]]?
  let f: [Double]?
  let grad: [[Double]]?
  let state: [String: [[Double]]]?
  let at: [String: [Double]]?

  var testDescription: String { "\(optimizer ?? "adam") on \(surface)" }
}
