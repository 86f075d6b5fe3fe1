import Autodiff
import RealModule
import TestSupport
import Testing

@Suite struct GradientCheckerTests {
  @Test func rightGradientAgrees() {
    let report = GradientChecker().check(at: [0.3, 2]) { .sin($0[0] * $0[1]) }
    #expect(report.band == .agrees)
    #expect(report.entries.count == 2)
  }

  @Test func assigningInsteadOfAddingIsCaught() {
    // The classic slip: d(x·x)/dx taken as x because the second share overwrites the first.
    let report = GradientChecker().check([3], of: { $0[0] * $0[0] }, at: [3])
    #expect(report.band == .wrong)
    #expect(abs(report.worst - 0.5) < 1e-8)
  }

  @Test func undefinedPointsAreNamed() {
    let report = GradientChecker().check(at: [-1]) { .log($0[0]) }
    #expect(report.band == .undefined)
  }

  @Test(arguments: [
    (0, GradientReport.Band.agrees), (1e-7, .agrees), (2e-7, .acceptable), (1e-3, .doubtful), (0.5, .wrong),
    (.infinity, .wrong), (.nan, .undefined),
  ])
  func bandsHaveTheirBorders(error: Double, band: GradientReport.Band) {
    #expect(GradientReport.Band(error: error) == band)
  }

  @Test func errorIsRelativeWithAFloor() {
    let checker = GradientChecker(step: 1e-5, floor: 1)
    let large = checker.check([2e6 + 2], of: { 1e6 * $0[0] * $0[0] }, at: [1])
    #expect(abs(large.worst - 1e-6) < 1e-8)
    let small = checker.check([1e-9], of: { _ in 0 }, at: [1])
    #expect(small.worst == 1e-9)
  }
}
