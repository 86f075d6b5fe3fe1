import Learning
import Testing

@Suite struct FitCommitteeTests {
  @Test(arguments: [(1, 0.0), (5, 0.0), (9, 1e-4)])
  func aVoteErrsNoMoreThanItsMembersOnAverage(_ degree: Int, _ penalty: Double) throws {
    for seed in 1...4 {
      let committee = try FitCommittee(
        NoisyPoints(count: 25, noise: 0.3, seed: UInt64(seed)), degree: degree, penalty: penalty)
      #expect(committee.members.count == 5 && Set(committee.members).count == 5)
      #expect(committee.testError <= committee.meanTestError)
      let values = committee.members.map { $0.value(at: 0.3) }
      #expect(abs(committee.value(at: 0.3) - values.reduce(0, +) / 5) < 1e-12)
    }
  }

  @Test func samplesAreDrawnFromThePoints() throws {
    let data = try NoisyPoints(count: 12, seed: 3)
    var generator = SplitMix64(seed: 8)
    let sample = data.resampled(using: &generator)
    #expect(sample.points.count == 12 && sample.points.allSatisfy(data.points.contains))
    #expect(sample.distinctCount < 12 && data.distinctCount == 12 && sample.testPoints == data.testPoints)
  }

  @Test func pointsThatCountTwiceAreOnePlace() throws {
    let data = try NoisyPoints(count: 8, seed: 2)
    let highest = FitCommittee.highestDegree(data)
    #expect(highest < 7)
    #expect(throws: Never.self) { try FitCommittee(data, degree: highest, penalty: 0) }
    #expect(throws: FitError.tooFewPoints(highest + 1, coefficients: highest + 2)) {
      try FitCommittee(data, degree: highest + 1, penalty: 0)
    }
    #expect(throws: Never.self) { try FitCommittee(data, degree: 15, penalty: 0.1) }
  }
}
