import Learning
import Testing

@Suite struct SplitMix64Tests {
  /// First values of the reference implementation (Vigna, splitmix64.c) for seed 1234567.
  @Test func agreesWithTheReference() {
    var generator = SplitMix64(seed: 1_234_567)
    let reference: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect((0..<5).map { _ in generator.next() } == reference)
  }

  @Test func rangesAreKeptAndReached() {
    var generator = SplitMix64(seed: 5)
    let numbers = (0..<1_000).map { _ in generator.integer(in: -2...2) }
    #expect(Set(numbers) == [-2, -1, 0, 1, 2])
    for _ in 0..<1_000 { #expect((0..<1).contains(generator.uniform())) }
  }

  @Test func normalNumbersHaveMeanZeroAndSpreadOne() {
    var generator = SplitMix64(seed: 6)
    let numbers = (0..<20_000).map { _ in generator.normal() }
    let mean = numbers.reduce(0, +) / 20_000
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect(abs(mean) < 0.03)
    #expect(abs(variance - 1) < 0.05)
    #expect(numbers.filter(\.isFinite).count == numbers.count)
  }
}
