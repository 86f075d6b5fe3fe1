import Learning
import TestSupport
import Testing

@Suite struct DigitsTests {
  private struct Split: Decodable {
    let train: [Int]
    let test: [Int]
  }

  /// Every pixel and class against the published table, in the order of scikit-learn's split.
  @Test func areThoseOfTheTableInTheOrderOfTheSplit() throws {
    let beside = #filePath.replacing("DataSets/", with: "")
    let split = try Fixture.json(Split.self, from: "digits_split.json", beside: beside)
    let lines = String(decoding: try Fixture.data("digits.csv", beside: beside), as: UTF8.self)
      .split(separator: "\n").dropFirst().map { $0.split(separator: ",").compactMap { Double($0) } }
    #expect(lines.count == 1_797)
    let digits = DataSet.digits
    #expect(digits.shape == .maps(8, channels: 1) && digits.classes == (0...9).map(String.init))
    for (examples, order) in [(digits.training, split.train), (digits.test, split.test)] {
      #expect(examples.count == order.count)
      #expect(examples.classes == order.map { Int(lines[$0][64]) })
      let wrong = order.indices.filter { examples[$0] != lines[order[$0]][..<64].map { $0 / 16 } }
      #expect(wrong == [])
    }
  }

  @Test func copiesAreTheNumbersInBothPrecisions() {
    let examples = DataSet.digits.test
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 64) { target in
      examples.copy(7, into: target)
      #expect(Array(target).map(Double.init) == examples[7])
    }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 64) { target in
      examples.copy(359, into: target)
      #expect(Array(target) == examples[359])
    }
  }
}
