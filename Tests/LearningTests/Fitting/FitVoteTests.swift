import Learning
import Testing

@Suite struct FitVoteTests {
  @Test(arguments: [(1, 0.0), (5, 0.0), (9, 1e-4)])
  func aVoteErrsNoMoreThanItsMembersOnAverage(_ degree: Int, _ penalty: Double) throws {
    for seed in 1...4 {
      let data = try NoisyPoints(count: 25, noise: 0.3, seed: UInt64(seed))
      let vote = try FitVote(data, degree: degree, penalty: penalty)
      #expect(vote.members.count == 5 && Set(vote.members).count == 5)
      #expect(vote.mean.testError <= vote.meanTestError)
      #expect(abs(vote.mean.values[100] - vote.members.reduce(0) { $0 + $1.values[100] } / 5) < 1e-12)
    }
  }

  @Test func curvesErrAsTheirPolynomials() throws {
    let fit = try PolynomialFit(NoisyPoints(count: 12, seed: 3), degree: 4)
    let curve = FittedCurve(fit, of: fit.data)
    #expect(abs(curve.trainError - fit.trainError) < 1e-15 && abs(curve.testError - fit.testError) < 1e-15)
    #expect(curve.values[120] == fit.value(at: 0) && FittedCurve.places[120] == 0)
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
    let highest = FitVote.highestDegree(data)
    #expect(highest < 7)
    #expect(throws: Never.self) { try FitVote(data, degree: highest, penalty: 0) }
    #expect(throws: FitError.tooFewPoints(highest + 1, coefficients: highest + 2)) {
      try FitVote(data, degree: highest + 1, penalty: 0)
    }
    #expect(throws: Never.self) { try FitVote(data, degree: 15, penalty: 0.1) }
  }
}
