import Foundation
import TestSupport
import Testing

/// `strider pool` against PyTorch's max_pool2d and avg_pool2d.
@Suite struct PoolOracleTests {
  struct Numbers: Decodable, Sendable {
    let shape: [Int]
    let data: [Double]

    /// As an option takes them: channels between slashes, rows between semicolons.
    var written: String {
      let channels = Array(stride(from: 0, to: data.count, by: shape[2] * shape[3])).map { first in
        (0..<shape[2]).map { row in
          data[first + row * shape[3]..<first + (row + 1) * shape[3]].map { "\($0)" }.joined(separator: " ")
        }
        .joined(separator: "; ")
      }
      return channels.joined(separator: " / ")
    }
  }

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let id, mode: String
    let kernel, stride, padding: [Int]
    let countsPadding: Bool?
    let x, y: Numbers

    enum CodingKeys: String, CodingKey {
      case id, mode, kernel, stride, padding, x, y
      case countsPadding = "count_include_pad"
    }
    var testDescription: String { id }
  }

  struct Cases: Decodable {
    let cases: [Case]
  }

  /// Cases of one picture: the command takes no more.
  static let cases: [Case] = {
    let beside = #filePath.replacing("CommandTests", with: "AutodiffTests")
    let all = try? Fixture.json(Cases.self, from: "pool.json", beside: beside).cases
    return (all ?? []).filter { $0.x.shape[0] == 1 }
  }()

  @Test func thereAreCases() { #expect(Self.cases.count == 8) }

  @Test(arguments: cases) func asPyTorch(_ oracle: Case) throws {
    func pair(_ numbers: [Int]) -> String { "\(numbers[0])x\(numbers[1])" }
    var words = [
      "pool", "--grid", oracle.x.written, "--kind", oracle.mode == "max" ? "max" : "average", "--json",
      "--size", pair(oracle.kernel), "--stride", pair(oracle.stride), "--padding", pair(oracle.padding),
    ]
    if oracle.countsPadding == false { words.append("--exclude-padding") }
    let run = try StriderRun(words)
    let output = try #require(run.json["output"], "\(run.errors)")
    let numbers = Self.flat(output)
    #expect(numbers.count == oracle.y.data.count && run.status == 0)
    #expect(zip(numbers, oracle.y.data).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($1)) })
    // One channel is a grid, several are a list of them with their number behind the shape.
    let shape = try run.json["shape"] as? [Int]
    #expect(shape == Array(oracle.y.shape[2...]) + (oracle.y.shape[1] > 1 ? [oracle.y.shape[1]] : []))
  }

  /// The numbers of nested lists, in order.
  private static func flat(_ value: Any) -> [Double] {
    if let list = value as? [Any] { return list.flatMap { flat($0) } }
    return (value as? Double).map { [$0] } ?? []
  }
}
