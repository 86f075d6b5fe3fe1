import Autodiff
import Learning
import TestSupport
import Testing

/// Products, differences and whole networks of the lectures, on the engine.
@Suite struct NetworkGradientFactTests {
  @Test(arguments: Fact.about("product").filter { $0.kind == "other" })
  func products(_ fact: Fact) throws {
    fact.expect(try fact["factors"].reals.reduce(1, *), try fact.expected.real)
  }

  @Test(arguments: Fact.about("ratio_list").filter { $0.kind == "other" })
  func ratios(_ fact: Fact) throws {
    fact.expect(try fact["pairs"].rows.map { $0[0] / $0[1] }, try fact.expected.reals)
  }

  @Test(arguments: Fact.about("rot180"))
  func halfTurns(_ fact: Fact) throws {
    try fact.expect(fact["kernel"].grid.rotated, fact.expected)
  }

  @Test(arguments: Fact.about("unroll_weights"))
  func unrolledWeights(_ fact: Fact) throws {
    let shape = try fact["shape"].integers
    let input = Grid(Extent(height: shape[0], width: shape[1]), repeating: 1)
    let convolution = try Convolution(input: input, kernel: fact["kernel"].grid)
    let position = Position(row: try fact["row"].integer, column: try fact["col"].integer)
    let applied = try convolution.step(at: position).kernel
    var weights = Grid(input.extent, repeating: 0)
    for tap in convolution.geometry.window(of: position) {
      if let cell = tap.input { weights[cell] = applied[tap.kernel] }
    }
    fact.expect(weights.positions(in: .columns).map { weights[$0] }, try fact.expected.reals)
  }

  @Test(arguments: Fact.about("dot"))
  func dotProducts(_ fact: Fact) throws {
    let tape = Tape<Double>()
    let product = tape.constant(Tensor(vector: try fact["a"].reals))
      .matmul(tape.constant(Tensor(vector: try fact["b"].reals)))
    fact.expect(product.tensor.elements, [try fact.expected.real])
  }

  @Test(arguments: Fact.about("conv2d_backward"))
  func convolutionGradients(_ fact: Fact) throws {
    let gradients = try Convolution(input: fact["input"].grid, kernel: fact["kernel"].grid)
      .gradients(upstream: fact["upstream"].grid)
    try fact.expect(gradients.kernel, fact.expected["dkernel"])
    try fact.expect(gradients.input, fact.expected["dinput"])
    fact.expect(gradients.bias, try fact.expected["dbias"].real)
  }

  /// (w·x − t)².
  private func loss<Number: Scalar>(_ w: Number, _ fact: Fact) throws -> Number {
    let error = w * Number(try fact["x"].real) - Number(try fact["t"].real)
    return error * error
  }

  @Test(arguments: Fact.about("wiggle"))
  func wiggles(_ fact: Fact) throws {
    let (w, epsilon) = (try fact["w"].real, try fact["eps"].real)
    let (here, there) = (try loss(w, fact), try loss(w + epsilon, fact))
    fact.expect([here, there], try [fact.expected["loss"].real, fact.expected["loss_eps"].real])
    fact.expect(there < here ? w + epsilon : w - epsilon, try fact.expected["new_w"].real)
  }

  @Test(arguments: Fact.about("numeric_gradient"))
  func differences(_ fact: Fact) throws {
    let w = try fact["w"].real
    fact.expect(
      try Tape<Double>().valueAndDerivative(at: w) { try loss($0, fact) }.derivative,
      try fact.expected["analytic"].real)
    for step in [1e-6, 0.1] {
      let name = step == 0.1 ? "0.1" : "1e-6"
      let forward = try (loss(w + step, fact) - loss(w, fact)) / step
      fact.expect(forward, try fact.expected["forward_\(name)"].real)
      let central = try GradientChecker(step: step).difference(of: { try loss($0[0], fact) }, at: [w], by: 0)
      fact.expect(central, try fact.expected["central_\(name)"].real)
    }
  }

  @Test(arguments: Fact.about("dense"))
  func denseLayers(_ fact: Fact) throws {
    let tape = Tape<Double>()
    let sum =
      tape.constant(Tensor(vector: try fact["x"].reals)).reshaped(to: [1, try fact["x"].reals.count])
      .matmul(tape.constant(try Tensor(rows: fact["W"].rows)))
      + tape.constant(Tensor(vector: try fact["b"].reals))
    fact.expect(Activation.relu.value(sum).tensor.elements, try fact.expected.reals)
  }

  @Test(arguments: Fact.about("mlp_backprop"))
  func backpropagation(_ fact: Fact) throws {
    let tape = Tape<Double>()
    let input = tape.constant(Tensor(vector: try fact["x"].reals))
    let weights = try fact["weights"].list.map { tape.variable(try Tensor(rows: $0.rows)) }
    let biases = try fact["biases"].list.map { tape.variable(Tensor(vector: try $0.reals)) }
    var layers = [input]
    for (index, (weight, bias)) in zip(weights, biases).enumerated() {
      let sum = weight.matmul(layers[index]) + bias
      layers.append(index < 2 ? TensorVariable.relu(sum) : sum)
    }
    let scores = layers[3]
    fact.expect(layers[1].tensor.elements, try fact.expected["h1"].reals)
    fact.expect(layers[2].tensor.elements, try fact.expected["h2"].reals)
    fact.expect(scores.tensor.elements, try fact.expected["logits"].reals)
    let softmax = try Softmax(scores.tensor.elements)
    let target = try #require(try fact["y"].reals.firstIndex(of: 1))
    let loss = try softmax.crossEntropy(of: target)
    fact.expect(softmax.probabilities, try fact.expected["probs"].reals)
    fact.expect(loss.value, try fact.expected["loss"].real)
    tape.sweep(from: scores, upstream: Tensor(vector: loss.gradient))
    for index in 0..<3 {
      fact.expect(
        tape.adjoint(of: weights[index]).elements, try fact.expected["dW"].list[index].rows.flatMap { $0 })
      fact.expect(tape.adjoint(of: biases[index]).elements, try fact.expected["db"].list[index].reals)
    }
  }

  /// Hidden neurons with equal weights get equal gradients, and so stay equal.
  @Test(arguments: Fact.about("symmetry"))
  func equalWeightsStayEqual(_ fact: Fact) throws {
    let (hidden, x) = (try fact["hidden"].integer, try fact["x"].reals)
    let tape = Tape<Double>()
    let weights = tape.variable(try Tensor(repeating: try fact["w"].real, shape: [hidden, x.count]))
    let output = TensorVariable.sigmoid(weights.matmul(tape.constant(Tensor(vector: x)))).sum()
    tape.sweep(from: output)
    let gradients = tape.adjoint(of: weights).elements
    let rows = stride(from: 0, to: gradients.count, by: x.count).map { Array(gradients[$0..<$0 + x.count]) }
    #expect(try rows.allSatisfy { $0 == rows[0] } == fact.expected["hidden_gradients_equal"].isTrue)
  }

  /// Two products per dense layer on the way back, by its input and by its weights, for the one on the way forward.
  @Test(arguments: Fact.about("bprop_cost"))
  func costOfTheWayBack(_ fact: Fact) throws {
    let forward = try fact["sizes"].rows.reduce(0) { $0 + $1[0] * $1[1] }
    fact.expect(forward, try fact.expected["forward_macs"].real)
    fact.expect(2 * forward, try fact.expected["backward_macs"].real)
    fact.expect(2 * forward / forward, try fact.expected["ratio"].real)
  }

  /// The mean over all masks, each with its probability, worked out one by one.
  @Test(arguments: Fact.about("dropout_linear"))
  func dropout(_ fact: Fact) throws {
    let (h, w, keep) = (try fact["h"].reals, try fact["w"].reals, try fact["keep"].real)
    let tape = Tape<Double>()
    func output(_ factors: [Double]) -> Double {
      (tape.constant(Tensor(vector: h)) * tape.constant(Tensor(vector: factors)))
        .matmul(tape.constant(Tensor(vector: w))).number.value
    }
    var (mean, inverted) = (0.0, 0.0)
    for mask in 0..<1 << h.count {
      let kept = h.indices.map { Double(mask >> $0 & 1) }
      let probability = kept.reduce(1) { $0 * ($1 == 1 ? keep : 1 - keep) }
      mean += probability * output(kept)
      inverted += probability * output(kept.map { $0 / keep })
    }
    fact.expect(mean, try fact.expected["mean_over_masks"].real)
    fact.expect(inverted, try fact.expected["inverted_train_mean"].real)
    fact.expect(output(h.map { _ in 1 }), try fact.expected["full_no_scaling"].real)
    fact.expect(output(h.map { _ in keep }), try fact.expected["scaled_weights"].real)
  }

  @Test(arguments: Fact.about("steps_per_epoch"))
  func stepsOfAnEpoch(_ fact: Fact) throws {
    let (samples, batch) = (try fact["samples"].integer, try fact["batch"].integer)
    let steps = stride(from: 0, to: samples, by: batch).map { min(batch, samples - $0) }.count
    #expect(try steps == fact.expected["per_epoch"].integer)
    #expect(try steps * fact["epochs"].integer == fact.expected["total"].integer)
  }
}
