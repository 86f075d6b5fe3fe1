import Foundation
import TestSupport
import Testing

/// A named case of a reference file in `Fixtures/`, whatever it holds.
struct Reference: Decodable, Sendable, CustomTestStringConvertible {
  let members: [String: JSON]

  init(from decoder: any Decoder) throws {
    members = try decoder.singleValueContainer().decode([String: JSON].self)
  }

  var testDescription: String { members["id"]?.text ?? members["loss"]?.text ?? "a case" }

  /// A member; a missing one fails the test.
  subscript(_ key: String) -> JSON {
    get throws { try #require(members[key], "\(testDescription) lacks \(key)") }
  }

  /// The cases called `list` in the file, at least one.
  static func cases(_ list: String, in file: String = "numpy_reference.json") -> [Reference] {
    struct Holder: Decodable {
      let lists: [String: [Reference]]

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        lists = Dictionary(
          uniqueKeysWithValues: container.allKeys.compactMap { key in
            let list = try? container.decode([Reference].self, forKey: key)
            return list.map { (key.stringValue, $0) }
          })
      }
    }
    return (try? Fixture.json(Holder.self, from: file).lists[list]) ?? []
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

/// The numbers agree up to `tolerance`, absolute up to 1 and relative to the largest above.
func expectClose(
  _ numbers: [Double], _ expected: [Double], tolerance: Double = 1e-12, _ name: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let scale = expected.reduce(1) { max($0, abs($1)) }
  let agree =
    numbers.count == expected.count
    && zip(numbers, expected).allSatisfy { $0 == $1 || abs($0 - $1) <= tolerance * scale }
  #expect(agree, "\(name): \(numbers), expected \(expected)", sourceLocation: sourceLocation)
}

/// A parameterised test over an empty table passes in silence; these do not.
@Suite struct ReferenceCoverageTests {
  @Test(arguments: [("fits", 12), ("softmax", 15), ("losses", 26), ("chains", 28)])
  func everyCaseIsThere(_ list: String, _ count: Int) {
    #expect(Reference.cases(list).count == count)
  }
}
