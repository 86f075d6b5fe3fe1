import Foundation
import Learning
import TestSupport
import Testing

/// A number of the lectures, verified elsewhere, from `Fixtures/facts.json`.
struct Fact: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let kind: String
  let inputs: [String: JSON]
  let expected: JSON
  let tolerance: Double?

  var testDescription: String { id }
  var operation: String { inputs["op"]?.text ?? "none" }

  /// An argument of the operation; a missing one fails the test.
  subscript(_ key: String) -> JSON {
    get throws { try #require(inputs[key], "\(id) lacks \(key)") }
  }

  /// The facts about the kinds that this target is responsible for.
  static let all: [Fact] = {
    struct File: Decodable { let facts: [Fact] }
    let kinds = [
      "grid-convolution", "conv1d", "output-size", "receptive-field", "pooling", "ema", "optimizer-update",
      "shape-chain", "parameter-count", "activation", "loss", "normalisation", "initialisation", "other",
    ]
    let file = try? Fixture.json(File.self, from: "facts.json")
    return (file?.facts ?? []).filter {
      (kinds.contains($0.kind) && $0.operation != "none") || $0.operation == "surface"
    }
  }()

  static func about(_ operation: String) -> [Fact] { all.filter { $0.operation == operation } }

  /// The numbers agree within the fact's tolerance, absolute up to 1 and relative above.
  func expect(_ numbers: [Double], _ expected: [Double], sourceLocation: SourceLocation = #_sourceLocation) {
    let tolerance = tolerance ?? 1e-9
    let agree =
      numbers.count == expected.count
      && zip(numbers, expected).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
    #expect(agree, "\(id): \(numbers), expected \(expected)", sourceLocation: sourceLocation)
  }

  /// As ``expect(_:_:sourceLocation:)``, and the shapes are the same.
  func expect(_ grid: Grid, _ expected: JSON, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let rows = try expected.rows
    #expect(grid.rows.map(\.count) == rows.map(\.count), sourceLocation: sourceLocation)
    expect(grid.cells, rows.flatMap(\.self), sourceLocation: sourceLocation)
  }
}

/// Accessors that fail the test when the value is of another kind.
extension JSON {
  var real: Double { get throws { try #require(number, "\(self) is not a number") } }
  var integer: Int { get throws { try #require(Int(exactly: real), "\(self) is not whole") } }
  var reals: [Double] { get throws { try list.map { try $0.real } } }
  var integers: [Int] { get throws { try list.map { try $0.integer } } }
  var rows: [[Double]] { get throws { try list.map { try $0.reals } } }
  var grid: Grid { get throws { try Grid(rows: rows) } }
  var grids: [Grid] { get throws { try list.map { try $0.grid } } }

  var isTrue: Bool {
    get throws {
      guard case .flag(let flag) = self else { throw NotAFlag() }
      return flag
    }
  }

  private struct NotAFlag: Error {}
}
