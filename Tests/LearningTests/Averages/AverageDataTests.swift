import Foundation
import Learning
import Testing

@Suite struct AverageDataTests {
  @Test func euroDollarIsWhatTheLessonsShip() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("lessons/data/eur-usd.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(rows.count == 257)
    #expect(rows.compactMap { Double($0.split(separator: ",")[1]) } == EuroDollar.rates)
  }

  @Test(arguments: ["eur-usd", "noise", "step", "ramp", "10,12,9", "-1,0.5,1e-9"])
  func textsReadBack(_ text: String) throws {
    let data = try AverageData(parsing: text)
    #expect(data.text == text)
    #expect(try AverageData(parsing: data.text) == data)
    #expect(data.samples.allSatisfy { $0.isFinite })
  }

  @Test func numbersMayBeSeparatedBySpaces() throws {
    #expect(try AverageData(parsing: "10 12  9").samples == [10, 12, 9])
  }

  @Test func noiseIsSeeded() {
    #expect(AverageData.noise(seed: 1).samples == AverageData.noise(seed: 1).samples)
    #expect(AverageData.noise(seed: 1).samples != AverageData.noise(seed: 2).samples)
  }

  @Test func refusals() {
    #expect(throws: AverageError.unknownData("gold")) { try AverageData(parsing: "gold") }
    #expect(throws: AverageError.table(.empty)) { try AverageData(parsing: "  ") }
    #expect(throws: AverageError.table(.notFinite("nan", at: .sample(1)))) {
      try AverageData(parsing: "1 nan")
    }
    #expect(throws: AverageError.table(.notFinite("inf", at: .sample(0)))) {
      try AverageData(samples: [.infinity])
    }
    let sentence = AverageError.table(.notFinite("nan", at: .sample(1))).description
    #expect(sentence == "sample 2: \"nan\" is not finite")
  }
}
