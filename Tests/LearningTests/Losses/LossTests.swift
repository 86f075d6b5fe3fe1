import Autodiff
import Learning
import TestSupport
import Testing

@Suite struct LossTests {
  @Test(arguments: Reference.cases("losses"))
  func agreesWithNumPy(_ reference: Reference) throws {
    let loss = try #require(Loss(rawValue: try reference["loss"].text ?? ""))
    let result = try loss.evaluated(reference["output"].reals, targets: reference["target"].reals)
    expectClose([result.value], [try reference["value"].real], tolerance: 1e-14)
    if loss == .zeroOne {
      #expect(result.gradient == nil)
    } else {
      expectClose(try #require(result.gradient), try reference["gradient"].reals, tolerance: 1e-14)
    }
  }

  /// Means of PyTorch.
  @Test(arguments: Reference.cases("losses", in: "layers_misc.json"))
  func agreesWithPyTorch(_ reference: Reference) throws {
    let losses: [String: Loss] = [
      "mse": .meanSquared, "l1": .meanAbsolute, "mae": .meanAbsolute, "bce": .binaryCrossEntropy,
    ]
    guard let loss = losses[try reference["loss"].text ?? ""] else { return }
    let outputs = try reference["pred"]["data"].reals
    let result = try loss.evaluated(outputs, targets: reference["target"]["data"].reals)
    let factor = try reference["reduction"].text == "sum" ? Double(outputs.count) : 1
    expectClose([result.value * factor], [try reference["value"].real])
    expectClose(try #require(result.gradient).map { $0 * factor }, try reference["grad"]["data"].reals)
  }

  @Test(arguments: Loss.allCases)
  func gradientsAgreeWithDifferences(_ loss: Loss) throws {
    let outputs = [0.3, 0.6, 0.2]
    let targets: [Double] = loss == .hinge ? [1, -1, 1] : [0.1, 0.9, 0.3]
    guard let gradient = try loss.evaluated(outputs, targets: targets).gradient else { return }
    let report = try GradientChecker().check(
      gradient, of: { try loss.evaluated($0, targets: targets).value }, at: outputs)
    #expect(report.worst < 1e-7)
  }

  @Test func edges() throws {
    // What was ruled out and happened.
    let lost = try Loss.crossEntropy.evaluated([0, 1], targets: [1, 0])
    #expect(lost.value == .infinity && lost.gradient == [-.infinity, 0])
    // Nothing is added for what was not to happen, even at 0.
    #expect(try Loss.crossEntropy.evaluated([0, 1], targets: [0, 1]).value == 0)
    let certain = try Loss.binaryCrossEntropy.evaluated([0, 1], targets: [0, 1])
    #expect(certain.value == 0 && certain.gradient == [0.5, -0.5])
    #expect(try Loss.rootMeanSquared.evaluated([2], targets: [2]).gradient?[0].isNaN == true)
    #expect(try Loss.sumOfSquares.evaluated([1e200], targets: [0]).value == .infinity)
  }

  @Test func refusals() {
    #expect(throws: LossError.counts(outputs: 1, targets: 2)) {
      try Loss.meanSquared.evaluated([1], targets: [1, 2])
    }
    #expect(throws: LossError.empty) { try Loss.meanSquared.evaluated([], targets: []) }
    #expect(throws: LossError.notASign(0, index: 1)) { try Loss.hinge.evaluated([1, 1], targets: [1, 0]) }
    #expect(throws: LossError.notAProbability("output", 1.5, index: 0)) {
      try Loss.crossEntropy.evaluated([1.5], targets: [1])
    }
    #expect(throws: LossError.notAProbability("target", -1, index: 0)) {
      try Loss.binaryCrossEntropy.evaluated([0.5], targets: [-1])
    }
    #expect(throws: LossError.notFinite(index: 0)) {
      try Loss.meanAbsolute.evaluated([.infinity], targets: [0])
    }
  }
}
