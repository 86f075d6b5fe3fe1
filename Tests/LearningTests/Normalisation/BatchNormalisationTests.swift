import Learning
import TestSupport
import Testing

@Suite struct BatchNormalisationTests {
  /// PyTorch's batches, images turned so that each channel is a feature and each pixel a sample.
  @Test(arguments: Reference.cases("cases", in: "batchnorm.json"))
  func agreesWithPyTorch(_ reference: Reference) throws {
    let shape = try reference["x"]["shape"].integers
    let channels = shape[1]
    let places = shape.dropFirst(2).reduce(1, *)
    func samples(_ numbers: [Double]) throws -> Grid {
      let rows = (0..<shape[0]).flatMap { image in
        (0..<places).map { place in
          (0..<channels).map { numbers[(image * channels + $0) * places + place] }
        }
      }
      return try Grid(rows: rows)
    }
    let batch = try samples(reference["x"]["data"].reals)
    let (gamma, beta) = try (reference["gamma"]["data"].reals, reference["beta"]["data"].reals)
    let upstream = try samples(reference["grad_y"]["data"].reals)
    let before = try BatchNormalisation.Running(
      mean: reference["running_mean"]["data"].reals, variance: reference["running_var"]["data"].reals)
    func expect(_ norm: BatchNormalisation, _ expected: JSON) throws {
      expectClose(norm.output.cells, try samples(expected["y"]["data"].reals).cells)
      let gradients = try norm.gradients(upstream: upstream)
      expectClose(gradients.batch.cells, try samples(expected["grad_x"]["data"].reals).cells)
      expectClose(gradients.scale, try expected["grad_gamma"]["data"].reals)
      expectClose(gradients.shift, try expected["grad_beta"]["data"].reals)
    }
    let epsilon = try reference["eps"].real
    let training = try BatchNormalisation(batch, scale: gamma, shift: beta, epsilon: epsilon)
    try expect(training, reference["train"])
    let after = training.updated(before)
    expectClose(after.mean, try reference["train"]["running_mean_after"]["data"].reals)
    expectClose(after.variance, try reference["train"]["running_var_after"]["data"].reals)
    // PyTorch used the averages as they were after that batch, or before it.
    let use = try reference["eval"]
    let candidates = [before, after].filter { running in
      let norm = try? BatchNormalisation(batch, scale: gamma, shift: beta, epsilon: epsilon, running: running)
      guard let norm, let expected = try? samples(use["y"]["data"].reals) else { return false }
      return zip(norm.output.cells, expected.cells).allSatisfy { abs($0 - $1) < 1e-9 }
    }
    let running = try #require(candidates.first)
    try expect(
      BatchNormalisation(batch, scale: gamma, shift: beta, epsilon: epsilon, running: running), use)
  }

  @Test func constantFeatures() throws {
    let norm = try BatchNormalisation(Grid(rows: [[3, 1], [3, 2]]))
    #expect(norm.normalised.rows.map { $0[0] } == [0, 0])
    let bare = try BatchNormalisation(Grid(rows: [[3], [3]]), epsilon: 0)
    #expect(bare.normalised.cells.allSatisfy { $0.isNaN })
  }

  @Test func gradientsOfABatchAddUpToNothing() throws {
    let norm = try BatchNormalisation(Grid(rows: [[1, 5], [2, 9], [4, -3]]), scale: [2, 3])
    let gradients = try norm.gradients(upstream: Grid(rows: [[1, 0], [0, 2], [0, 0]]))
    for column in 0..<2 { #expect(abs((0..<3).reduce(0) { $0 + gradients.batch[$1, column] }) < 1e-12) }
  }

  @Test func refusals() throws {
    let batch = try Grid(rows: [[1, 2], [3, 4]])
    #expect(throws: NormalisationError.count("gamma", 1, features: 2)) {
      try BatchNormalisation(batch, scale: [1])
    }
    #expect(throws: NormalisationError.epsilon(-1)) { try BatchNormalisation(batch, epsilon: -1) }
    #expect(throws: NormalisationError.oneSample(features: 2)) {
      try BatchNormalisation(Grid(rows: [[1, 2]]))
    }
    let negative = BatchNormalisation.Running(mean: [0, 0], variance: [1, -1])
    #expect(throws: NormalisationError.negativeVariance(-1, feature: 1)) {
      try BatchNormalisation(batch, running: negative)
    }
    // In use one sample will do.
    #expect(try BatchNormalisation(Grid(rows: [[1, 2]]), running: .fresh(features: 2)).output[0, 0] < 1)
  }
}
