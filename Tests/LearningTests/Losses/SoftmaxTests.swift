import Learning
import TestSupport
import Testing

@Suite struct SoftmaxTests {
  @Test(arguments: Reference.cases("softmax"))
  func agreesWithNumPy(_ reference: Reference) throws {
    let softmax = try Softmax(reference["logits"].reals, temperature: reference["temperature"].real)
    expectClose(softmax.probabilities, try reference["probabilities"].reals, tolerance: 1e-14)
    expectClose(softmax.logProbabilities, try reference["log_probabilities"].reals, tolerance: 1e-14)
    // Small probabilities are right in all their digits, not only up to 1.
    for (mine, theirs) in zip(softmax.probabilities, try reference["probabilities"].reals)
    where theirs > 1e-290 {
      #expect(abs(mine / theirs - 1) < 1e-11)
    }
    for target in softmax.logits.indices {
      let loss = try softmax.crossEntropy(of: target)
      expectClose([loss.value], [try reference["cross_entropies"].reals[target]], tolerance: 1e-14)
      expectClose(loss.gradient, try reference["gradients"].rows[target], tolerance: 1e-14)
    }
  }

  /// Batches of PyTorch with classes as targets.
  @Test(arguments: Reference.cases("cases", in: "softmax_ce.json"))
  func agreesWithPyTorch(_ reference: Reference) throws {
    let width = try reference["logits"]["shape"].integers[1]
    let logits = try reference["logits"]["data"].reals
    let rows = stride(from: 0, to: logits.count, by: width).map { Array(logits[$0..<$0 + width]) }
    var (probabilities, logarithms, gradients, sum) = ([Double](), [Double](), [Double](), 0.0)
    let targets = try reference["target"]["data"].reals
    let isLabelled = try reference["target_kind"].text == "label"
    for (index, row) in rows.enumerated() {
      let softmax = try Softmax(row)
      probabilities += softmax.probabilities
      logarithms += softmax.logProbabilities
      guard isLabelled else { continue }
      let loss = try softmax.crossEntropy(of: try #require(Int(exactly: targets[index])))
      sum += loss.value
      gradients += loss.gradient
    }
    expectClose(probabilities, try reference["softmax"]["data"].reals)
    expectClose(logarithms, try reference["log_softmax"]["data"].reals)
    guard isLabelled else { return }
    expectClose([sum], [try reference["loss_sum"].real])
    expectClose(gradients, try reference["grad_sum"]["data"].reals)
  }

  @Test func exactAtAThousand() throws {
    let softmax = try Softmax([1000, 0, -1000])
    #expect(softmax.probabilities == [1, 0, 0])
    #expect(softmax.logProbabilities == [0, -1000, -2000])
    let loss = try softmax.crossEntropy(of: 2)
    #expect(loss.value == 2000 && loss.gradient == [1, 0, -1])
    #expect(softmax.naive.probabilities[0].isNaN)
  }

  @Test func aConstantChangesNothing() throws {
    let (plain, moved) = (try Softmax([1, 2, 4]), try Softmax([1025, 1026, 1028]))
    #expect(plain.probabilities == moved.probabilities)
  }

  @Test func extremesStayNumbers() throws {
    let most = Double.greatestFiniteMagnitude
    for logits in [[most, 0], [most, most], [-most, -most, 0], [Double.leastNonzeroMagnitude, 0]] {
      for temperature in [1e-300, 1, 1e300] {
        let softmax = try Softmax(logits, temperature: temperature)
        #expect(abs(softmax.probabilities.reduce(0, +) - 1) < 1e-12)
        #expect(try softmax.crossEntropy(of: 0).gradient.allSatisfy { !$0.isNaN })
      }
    }
  }

  @Test func refusals() throws {
    #expect(throws: LossError.empty) { try Softmax([]) }
    #expect(throws: LossError.notFinite(index: 1)) { try Softmax([1, .nan]) }
    #expect(throws: LossError.temperature(0)) { try Softmax([1], temperature: 0) }
    #expect(throws: LossError.noClass(3, count: 3)) { try Softmax([1, 2, 3]).crossEntropy(of: 3) }
  }
}
