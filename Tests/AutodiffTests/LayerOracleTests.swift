import Autodiff
import Foundation
import TestSupport
import Testing

/// Activations, linear layers, losses, softmax and batch normalisation against PyTorch, in both precisions.
@Suite struct LayerOracleTests {
  typealias Array4 = ConvolutionOracleTests.Array4

  struct Layers: Decodable {
    struct Activation: Decodable { let y, gradX: Array4 }
    struct Linear: Decodable { let x, weight, bias, y, gradY, gradX, gradWeight, gradBias: Array4 }
    struct Loss: Decodable {
      let loss: String
      let reduction: String
      let pred, target, grad: Array4
      let value: Double
    }
    let x, gradY: Array4
    let activations: [String: Activation]
    let linear: [Linear]
    let losses: [Loss]
  }

  struct Softmax: Decodable {
    struct Case: Decodable {
      let id: String
      let targetKind: String
      let logits, target, gradMean, gradSum, logSoftmax, softmax: Array4
      let lossMean, lossSum: Double
    }
    let cases: [Case]
  }

  struct Normalisation: Decodable {
    struct Run: Decodable {
      let y, gradX, gradGamma, gradBeta: Array4
      let runningMeanAfter, runningVarAfter: Array4?
    }
    struct Case: Decodable {
      let id: String
      let eps: Double
      let x, gamma, beta, runningMean, runningVar, gradY: Array4
      let train, eval: Run
    }
    let cases: [Case]
  }

  @Test func activationsAndLinearLayers() throws {
    let oracle = try ConvolutionOracleTests.decode(Layers.self, "layers_misc.json")
    try expectActivations(oracle, Double.self, tolerance: 1e-12)
    try expectActivations(oracle, Float.self, tolerance: 1e-6)
    #expect(oracle.linear.count == 3)
    for layer in oracle.linear {
      try expect(layer, Double.self, tolerance: 1e-12)
      try expect(layer, Float.self, tolerance: 2e-6)
    }
  }

  func expectActivations<E: Precision>(_ oracle: Layers, _: E.Type, tolerance: Double) throws {
    let functions: [String: (TensorVariable<E>) -> TensorVariable<E>] = [
      "relu": { .relu($0) }, "leaky_relu_0_01": { .leakyRelu($0, slope: 0.01) }, "sigmoid": { .sigmoid($0) },
      "tanh": { .tanh($0) }, "exp": { .exp($0 / 8) }, "sin": { .sin($0) }, "square": { .pow($0, 2) },
      "silu": { $0 * .sigmoid($0) }, "softplus": { -.log(.sigmoid(-$0)) },
    ]
    for (name, function) in functions {
      let activation = try #require(oracle.activations[name])
      let tape = Tape<E>()
      let x = tape.variable(try oracle.x.tensor(E.self))
      let y = function(x)
      try expectClose(y.tensor, activation.y, tolerance, name)
      tape.sweep(from: y, upstream: try oracle.gradY.tensor(E.self))
      try expectClose(tape.adjoint(of: x), activation.gradX, tolerance, name)
    }
  }

  func expect<E: Precision>(_ layer: Layers.Linear, _: E.Type, tolerance: Double) throws {
    let tape = Tape<E>()
    let (x, weight) = (
      tape.variable(try layer.x.tensor(E.self)), tape.variable(try layer.weight.tensor(E.self))
    )
    let bias = tape.variable(try layer.bias.tensor(E.self))
    let y = x.linear(weight, bias: bias)
    try expectClose(y.tensor, layer.y, tolerance)
    tape.sweep(from: y, upstream: try layer.gradY.tensor(E.self))
    try expectClose(tape.adjoint(of: x), layer.gradX, tolerance)
    try expectClose(tape.adjoint(of: weight), layer.gradWeight, tolerance)
    try expectClose(tape.adjoint(of: bias), layer.gradBias, tolerance)
  }

  @Test func softmaxAndCrossEntropy() throws {
    let cases = try ConvolutionOracleTests.decode(Softmax.self, "softmax_ce.json").cases
    #expect(cases.count == 7)
    for oracle in cases {
      try expect(oracle, Double.self, tolerance: 1e-12)
      try expect(oracle, Float.self, tolerance: 2e-6)
    }
  }

  func expect<E: Precision>(_ oracle: Softmax.Case, _: E.Type, tolerance: Double) throws {
    let tape = Tape<E>()
    let x = tape.variable(try oracle.logits.tensor(E.self))
    let logarithms = x.logSoftmax()
    try expectClose(logarithms.tensor, oracle.logSoftmax, tolerance, oracle.id)
    try expectClose(x.softmax().tensor, oracle.softmax, tolerance, oracle.id)
    for reduction in LossReduction.allCases {
      let isMean = reduction == .mean
      let loss: TensorVariable<E>
      if oracle.targetKind == "label" {
        loss = x.crossEntropy(classes: oracle.target.data.map { Int($0) }, reduction: reduction)
      } else {
        let sum = -(tape.constant(try oracle.target.tensor(E.self)) * logarithms).sum()
        loss = isMean ? sum / E(oracle.logits.shape[0]) : sum
      }
      let expected = isMean ? oracle.lossMean : oracle.lossSum
      #expect(abs(Double(loss.number.value) - expected) <= tolerance * max(1, abs(expected)), "\(oracle.id)")
      tape.sweep(from: loss)
      try expectClose(tape.adjoint(of: x), isMean ? oracle.gradMean : oracle.gradSum, tolerance, oracle.id)
    }
  }

  @Test func batchNormalisation() throws {
    let cases = try ConvolutionOracleTests.decode(Normalisation.self, "batchnorm.json").cases
    #expect(cases.count == 4)
    for oracle in cases {
      try expect(oracle, Double.self, tolerance: 1e-11)
      try expect(oracle, Float.self, tolerance: 2e-5)
    }
  }

  func expect<E: Precision>(_ oracle: Normalisation.Case, _: E.Type, tolerance: Double) throws {
    for isTraining in [true, false] {
      let run = isTraining ? oracle.train : oracle.eval
      let tape = Tape<E>()
      let x = tape.variable(try oracle.x.tensor(E.self))
      let (scale, shift) = (
        tape.variable(try oracle.gamma.tensor(E.self)), tape.variable(try oracle.beta.tensor(E.self))
      )
      let (mean, variance) = (oracle.runningMean.data.map { E($0) }, oracle.runningVar.data.map { E($0) })
      let y =
        isTraining
        ? x.batchNorm(scale: scale, shift: shift, epsilon: oracle.eps)
        : mean.withUnsafeBufferPointer { mean in
          variance.withUnsafeBufferPointer { variance in
            x.batchNorm(scale: scale, shift: shift, epsilon: oracle.eps, mean: mean, variance: variance)
          }
        }
      try expectClose(y.tensor, run.y, tolerance, oracle.id)
      tape.sweep(from: y, upstream: try oracle.gradY.tensor(E.self))
      try expectClose(tape.adjoint(of: x), run.gradX, tolerance, oracle.id)
      try expectClose(tape.adjoint(of: scale), run.gradGamma, tolerance, oracle.id)
      try expectClose(tape.adjoint(of: shift), run.gradBeta, tolerance, oracle.id)
      guard isTraining else { continue }
      let (batchMean, batchVariance, count) = y.withBatchStatistics { (Array($0), Array($1), $2) }
      // The running averages take the unbiased variance.
      let unbiased = batchVariance.map { $0 * E(count) / E(count - 1) }
      expectRunning(mean, batchMean, try #require(run.runningMeanAfter).data, tolerance, oracle.id)
      expectRunning(variance, unbiased, try #require(run.runningVarAfter).data, tolerance, oracle.id)
    }
  }

  func expectRunning<E: Precision>(
    _ before: [E], _ batch: [E], _ after: [Double], _ tolerance: Double, _ what: String
  ) {
    for (index, expected) in after.enumerated() {
      let running: E = 0.9 * before[index] + 0.1 * batch[index]
      #expect(
        Double.absolute(Double(running) - expected) <= tolerance * max(1, .absolute(expected)), "\(what)")
    }
  }

  @Test func losses() throws {
    let oracle = try ConvolutionOracleTests.decode(Layers.self, "layers_misc.json")
    for loss in oracle.losses {
      let tape = Tape<Double>()
      let (x, t) = (
        tape.variable(try loss.pred.tensor(Double.self)), tape.constant(try loss.target.tensor(Double.self))
      )
      let (error, size) = (x - t, TensorVariable.absolute(x - t))
      let small = TensorVariable.minimum(size, tape.constant(Tensor(vector: [1])))
      let formulas = [
        "mse": error * error, "l1": size, "huber_delta1": small * small / 2 + size - small,
        "bce_with_logits": -.log(.sigmoid(-x)) - t * x,
      ]
      let y = try #require(formulas[loss.loss]).mean()
      #expect(abs(y.number.value - loss.value) <= 1e-12 * abs(loss.value), "\(loss.loss)")
      tape.sweep(from: y)
      try expectClose(tape.adjoint(of: x), loss.grad, 1e-12, loss.loss)
    }
  }

  func expectClose<E: Precision>(
    _ tensor: Tensor<E>, _ expected: Array4, _ tolerance: Double, _ what: String = ""
  ) throws {
    #expect(tensor.shape == expected.shape, "\(what)")
    let scale = expected.data.reduce(0) { max($0, abs($1)) }
    let worst = zip(tensor.elements, expected.data).reduce(0) { max($0, abs(Double($1.0) - $1.1)) }
    #expect(worst <= tolerance * max(scale, 1e-3), "\(what)")
  }
}
