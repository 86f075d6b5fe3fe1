import Learning
import Testing

@Suite struct PolynomialFitTests {
  @Test(arguments: Reference.cases("fits"))
  func agreesWithExactArithmetic(_ reference: Reference) throws {
    let data = try NoisyPoints(
      count: reference["points"].integer, noise: reference["noise"].real,
      seed: UInt64(reference["seed"].integer))
    for (point, expected) in zip(data.points, try reference["xy"].rows) {
      expectClose([point.x, point.y], expected, tolerance: 1e-14)
    }
    let fit = try PolynomialFit(data, degree: reference["degree"].integer, penalty: reference["penalty"].real)
    // Rounding of the points themselves is enlarged by the condition of the powers.
    expectClose(fit.coefficients, try reference["coefficients"].reals, tolerance: 1e-9)
    expectClose(
      [fit.trainError, fit.testError], try [reference["train_error"].real, reference["test_error"].real],
      tolerance: 1e-8)
  }

  @Test(arguments: [(0, 1, 0.0), (3, 10, 0.0), (9, 10, 0.001), (9, 200, 1e-9), (15, 4, 1.0)])
  func theEngineSeesNoSlopeAtTheBottom(_ degree: Int, _ points: Int, _ penalty: Double) throws {
    let fit = try PolynomialFit(NoisyPoints(count: points, seed: 5), degree: degree, penalty: penalty)
    #expect(fit.gradient().allSatisfy { abs($0) < 1e-10 }, "\(fit.gradient())")
    // The check can fail: beside the bottom there is a slope.
    var moved = fit.coefficients
    moved[0] += 0.1
    #expect(fit.objective(moved) > fit.objective(fit.coefficients))
  }

  @Test func overfittingShows() throws {
    let data = try NoisyPoints()
    let fits = try [1, 3, 9].map { try PolynomialFit(data, degree: $0) }
    #expect(fits[0].trainError > fits[1].trainError && fits[1].trainError > fits[2].trainError)
    #expect(fits[2].trainError < 1e-20)
    #expect(fits[1].testError < fits[0].testError && fits[1].testError < fits[2].testError)
    // A penalty, or more points, mend it.
    #expect(try PolynomialFit(data, degree: 9, penalty: 0.001).testError < fits[2].testError / 4)
    #expect(try PolynomialFit(NoisyPoints(count: 100), degree: 9).testError < fits[2].testError / 4)
  }

  @Test func seedsDecide() throws {
    #expect(try NoisyPoints(seed: 4) == NoisyPoints(seed: 4))
    #expect(try NoisyPoints(seed: 4).points != NoisyPoints(seed: 5).points)
    #expect(try NoisyPoints(noise: 0).points.allSatisfy { $0.y == NoisyPoints.hidden($0.x) })
  }

  @Test func refusals() throws {
    let data = try NoisyPoints(count: 5)
    #expect(throws: FitError.tooFewPoints(5, coefficients: 6)) { try PolynomialFit(data, degree: 5) }
    #expect(throws: FitError.degree(16)) { try PolynomialFit(data, degree: 16) }
    #expect(throws: FitError.penalty(-1)) { try PolynomialFit(data, degree: 1, penalty: -1) }
    #expect(throws: FitError.points(0)) { try NoisyPoints(count: 0) }
    #expect(throws: FitError.noise(-0.1)) { try NoisyPoints(noise: -0.1) }
    #expect(try PolynomialFit(data, degree: 4).coefficients.count == 5)
  }

  @Test(arguments: [1e-300, 1e300, Double.greatestFiniteMagnitude])
  func anyPenaltyGivesNumbers(_ penalty: Double) throws {
    for (points, degree) in [(3, 15), (40, 15)] {
      let fit = try PolynomialFit(NoisyPoints(count: points), degree: degree, penalty: penalty)
      #expect(fit.coefficients.allSatisfy { $0.isFinite })
    }
  }
}
