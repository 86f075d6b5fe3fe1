import Foundation
import TestSupport
import Testing

extension JSON {
  /// A number that may be missing.
  func optionalNumber(_ key: String) -> Double? {
    guard case .object(let members) = self, case .number(let number) = members[key] else { return nil }
    return number
  }

  /// Numbers of a list that may be missing.
  func optionalNumbers(_ key: String) -> [Double]? {
    guard case .object(let members) = self, let value = members[key], case .list = value else { return nil }
    return try? value.reals
  }
}

extension Fact {
  /// The number agrees within the fact's tolerance.
  func expect(_ number: Double, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation) {
    expect([number], [expected], sourceLocation: sourceLocation)
  }
}

/// A file of reference trajectories.
struct OracleFile: Decodable {
  let runs: [OracleRun]

  static func load(_ name: String) -> [OracleRun] {
    let file = #filePath.replacing("/Optimizers/Oracle.swift", with: "/Oracle.swift")
    return (try? Fixture.json(OracleFile.self, from: name, beside: file).runs) ?? []
  }
}

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
