import Autodiff
import Learning
import Testing

/// Neurons, losses and gradients of the lectures.
@Suite struct NeuronFactTests {
  @Test(arguments: Fact.about("activation"))
  func activations(_ fact: Fact) throws {
    let curve = try self.curve(fact)
    fact.expect(try fact["x"].reals.map { curve.point(at: $0).value }, try fact.expected.reals)
  }

  @Test(arguments: Fact.about("activation_derivative"))
  func slopes(_ fact: Fact) throws {
    let curve = try self.curve(fact)
    let atZero = try fact["at_zero"].number
    fact.expect(
      try fact["x"].reals.map { curve.point(at: $0, slopeAtKink: atZero).slope }, try fact.expected.reals)
  }

  private func curve(_ fact: Fact) throws -> Curve {
    let names = ["lrelu": "leaky", "prelu": "parametric"]
    let name = try #require(try fact["name"].text)
    return try Curve(parsing: names[name] ?? name, parameter: fact["a"].number)
  }

  @Test(arguments: Fact.about("perceptron"))
  func perceptrons(_ fact: Fact) throws {
    let (weights, bias) = (try fact["w"].reals, try fact["b"].real)
    let outputs = try fact["xs"].rows.map { x in
      Activation.threshold.value(zip(weights, x).reduce(bias) { $0 + $1.0 * $1.1 })
    }
    fact.expect(outputs, try fact.expected.reals)
  }

  @Test(arguments: Fact.about("loss"))
  func losses(_ fact: Fact) throws {
    let (targets, outputs) = (try fact["y"].reals, try fact["yhat"].reals)
    let name = try #require(try fact["name"].text)
    if name == "signed_sum" {
      let errors = zip(outputs, targets).map { PointLoss.signed.value($0 - $1) }
      return fact.expect(errors.reduce(0, +), try fact.expected.real)
    }
    let loss = try #require(Loss(rawValue: name.replacing("_", with: "-")))
    fact.expect(try loss.evaluated(outputs, targets: targets).value, try fact.expected.real)
  }

  @Test(arguments: Fact.about("softmax_ce"))
  func softmaxes(_ fact: Fact) throws {
    let softmax = try Softmax(fact["logits"].reals)
    let target = try #require(try fact["target"].reals.firstIndex(of: 1))
    let loss = try softmax.crossEntropy(of: target)
    fact.expect(softmax.probabilities, try fact.expected["probs"].reals)
    fact.expect(loss.value, try fact.expected["loss"].real)
    fact.expect(loss.gradient, try fact.expected["grad_logits"].reals)
  }

  @Test(arguments: Fact.about("l2_penalty"))
  func penalties(_ fact: Fact) throws {
    fact.expect(
      Loss.penalised(
        try fact["base"].real, weights: try fact["weights"].reals, lambda: try fact["lambda"].real),
      try fact.expected.real)
  }

  @Test(arguments: Fact.about("bce_l2"))
  func penalisedCrossEntropies(_ fact: Fact) throws {
    let loss = try Loss.binaryCrossEntropy.evaluated(fact["a"].reals, targets: fact["y"].reals).value
    fact.expect(
      Loss.penalised(loss, weights: try fact["weights"].reals, lambda: try fact["lambda"].real),
      try fact.expected.real)
  }

  @Test(arguments: Fact.about("normalise"))
  func scaling(_ fact: Fact) throws {
    let x = try fact["x"].reals
    let scaled = try fact["method"].text == "minmax" ? Scaling.minMax(x) : Scaling.standardised(x)
    fact.expect(scaled, try fact.expected.reals)
  }

  @Test(arguments: Fact.about("batchnorm"))
  func batches(_ fact: Fact) throws {
    let x = try Grid(rows: fact["x"].reals.map { [$0] })
    let (gamma, beta) = ([try fact["gamma"].real], [try fact["beta"].real])
    let training = try BatchNormalisation(x, scale: gamma, shift: beta, epsilon: fact["eps"].real)
    // The variance with 1/(n − 1) is what use would take.
    let freedom = Double(x.height) / (Double(x.height) - (try fact["ddof"].real))
    let variance = training.variance.map { $0 * freedom }
    let norm = try BatchNormalisation(
      x, scale: gamma, shift: beta, epsilon: fact["eps"].real,
      running: fact["ddof"].real == 0 ? nil : .init(mean: training.mean, variance: variance))
    fact.expect(training.mean, [try fact.expected["mean"].real])
    fact.expect(variance, [try fact.expected["var"].real])
    fact.expect(norm.output.cells, try fact.expected["out"].reals)
  }

  @Test(arguments: Fact.about("bn_scale_invariance"))
  func theScaleOfABatchDoesNotMatter(_ fact: Fact) throws {
    let (u, w, scale) = (try fact["u"].reals, try fact["w"].real, try fact["scale"].real)
    let outputs = try [w, w * scale].map { w in
      try BatchNormalisation(Grid(rows: u.map { [w * $0] }), epsilon: 0).output.cells
    }
    expectClose(outputs[0], outputs[1], tolerance: 1e-14)
  }

  @Test(arguments: Fact.about("bn_affine_effect"))
  func scaleSetsTheDeviationAndShiftTheMean(_ fact: Fact) throws {
    let norm = try BatchNormalisation(
      Grid(rows: fact["x"].reals.map { [$0] }), scale: [fact["gamma"].real], shift: [fact["beta"].real],
      epsilon: 0)
    let cells = norm.output.cells
    let mean = cells.reduce(0, +) / Double(cells.count)
    fact.expect(mean, try fact.expected["mean"].real)
    let squares = cells.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(cells.count)
    fact.expect(squares.squareRoot(), try fact.expected["std"].real)
  }

  @Test(arguments: Fact.about("init"))
  func initialisations(_ fact: Fact) throws {
    let (m, n) = (try fact["m"].integer, try fact["n"].integer)
    let scheme = try #require(try fact["scheme"].text)
    let uniform = try Initialisation(parsing: "\(scheme)-uniform")
    let normal = try Initialisation(parsing: "\(scheme)-normal")
    fact.expect(try #require(uniform.bound(inputs: m, outputs: n)), try fact.expected["uniform_bound"].real)
    fact.expect(normal.deviation(inputs: m, outputs: n), try fact.expected["normal_std"].real)
  }

  @Test(arguments: Fact.about("chain_deltas"))
  func chains(_ fact: Fact) throws {
    let activation = try #require(Activation(rawValue: try fact["phi"].text ?? ""))
    let chain = try NeuronChain(
      weights: fact["weights_w21_w32_w43_w54"].reals, input: fact["y1"].real, target: fact["t"].real,
      activation: activation)
    let names = ["w21", "w32", "w43", "w54"]
    fact.expect([chain.input] + chain.layers.map(\.output), try fact.expected["y"].reals)
    fact.expect(chain.layers.map(\.factor), try names.map { try fact.expected["factors"][$0].real })
    let updates = chain.updates(rate: try fact["eta"].real)
    for (name, update) in zip(names, updates) {
      let expected = try fact.expected["deltas"][name].real
      // Small ones count as much as large ones.
      #expect(abs(update - expected) <= 1e-9 * abs(expected), "\(name)")
    }
  }

  @Test(arguments: Fact.about("power"))
  func factorsMultiply(_ fact: Fact) throws {
    let base = try fact["base"].real
    let powers = try fact["exps"].integers.map { depth in
      // As many layers whose slope is the base, behind one that hands the gradient on.
      try NeuronChain(
        weights: [Double](repeating: base, count: depth), input: 0, target: -1, activation: .linear
      ).inputGradient
    }
    fact.expect(powers, try fact.expected.reals)
  }

  @Test(arguments: Fact.about("skip_chain"))
  func skipsKeepGradients(_ fact: Fact) throws {
    let weights = [Double](repeating: try fact["factor"].real, count: try fact["layers"].integer)
    for (skip, name) in [(false, "plain"), (true, "skip")] {
      let chain = try NeuronChain(weights: weights, input: 0, target: -1, activation: .linear, skip: skip)
      fact.expect(chain.inputGradient, try fact.expected[name].real)
    }
  }
}
