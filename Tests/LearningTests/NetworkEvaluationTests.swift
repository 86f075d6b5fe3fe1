import Autodiff
import Learning
import TestSupport
import Testing

@Suite struct NetworkEvaluationTests {
  /// What every layer gives has the shape that was worked out for it, in training and in use.
  @Test func activationsHaveTheirShapes() throws {
    var draft = NetworkDraft(seed: 5)
    var evaluated = 0
    for round in 0..<1500 {
      let text = (0..<draft.integer(1, 6)).map { _ in draft.layer() }.joined(separator: ", ")
      let input = Volume.maps(
        Extent(height: draft.integer(1, 9), width: draft.integer(1, 9)), channels: draft.integer(1, 2) * 2)
      guard let network = try? ShapedNetwork(Network(parsing: text), input: input) else { continue }
      evaluated += 1
      let images = 2
      try network.checkEvaluation(images: images)
      let tape = Tape<Double>()
      let block = tape.keepParameters(network.parameterTensors.map(\.shape))
      let elements = ParameterStart.he.elements(
        of: network.parameterTensors, seed: UInt64(round), as: Double.self)
      block.withValues { values in for (index, element) in elements.enumerated() { values[index] = element } }
      let shape = input.tensorShape(images: images)
      let cells = (0..<shape.reduce(1, *)).map { Double(($0 * 7 + round) % 5) - 1 }
      let statistics = network.statisticTensors.flatMap { tensor in
        [Double](repeating: tensor.start == .constant(1) ? 1 : 0, count: tensor.count)
      }
      for isTraining in [false, true] {
        var pass =
          isTraining ? ForwardPass(trainingWith: statistics, seed: 1) : ForwardPass(statistics: statistics)
        let x = tape.variable(try Tensor(shape: shape, elements: cells))
        let activations = network.activations(of: x, parameters: block.variables, in: &pass)
        #expect(
          activations.map(\.shape) == network.layers.map { $0.output.tensorShape(images: images) },
          "\(text) on \(input)")
      }
    }
    #expect(evaluated > 200)
  }

  /// The scores of digits, and how a loss moves every weight, as PyTorch has them.
  @Test func digitsAsInPyTorch() throws {
    struct Step: Decodable {
      struct Array: Decodable {
        let shape: [Int]
        let data: [Double]
      }
      let x: Array
      let labels: [Int]
      let `init`: [String: Array]
      let logits0: Array
      let grad0: [String: Array]
    }
    let step = try Fixture.json(Step.self, from: "cnn8_step.json")
    let network = try ShapedNetwork(NetworkPreset.digitsCNN.network, input: NetworkPreset.digitsCNN.input)
    let names = ["conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias", "fc.weight", "fc.bias"]
    let start = try names.map { try #require(step.`init`[$0]) }
    #expect(network.parameterTensors.map(\.shape) == start.map(\.shape))
    #expect(
      network.parameterTensors.map(\.name) == [
        "0.weight", "0.bias", "3.weight", "3.bias", "7.weight", "7.bias",
      ])
    let tape = Tape<Double>()
    let block = tape.keepParameters(start.map(\.shape))
    block.withValues { values in
      for (index, element) in start.flatMap(\.data).enumerated() { values[index] = element }
    }
    var pass = ForwardPass<Double>()
    let x = tape.constant(try Tensor(shape: step.x.shape, elements: step.x.data))
    let scores = network.outputs(of: x, parameters: block.variables, in: &pass)
    #expect(zip(scores.tensor.elements, step.logits0.data).allSatisfy { abs($0 - $1) < 1e-12 })
    tape.sweep(from: network.loss(of: scores, for: .classes(step.labels)))
    let gradients = block.withValuesAndGradients { _, gradients in Array(gradients) }
    let expected = try names.flatMap { try #require(step.grad0[$0]).data }
    #expect(gradients.count == expected.count)
    #expect(zip(gradients, expected).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  /// A softmax at the end shows probabilities and leaves the scores to the loss.
  @Test func softmaxAtTheEnd() throws {
    let network = try ShapedNetwork(Network(parsing: "LINEAR, SOFTMAX"), input: .vector(3))
    let tape = Tape<Double>()
    var pass = ForwardPass<Double>()
    let x = tape.variable(try Tensor(rows: [[1, 2, 3]]))
    #expect(network.outputs(of: x, parameters: [], in: &pass).tensor.elements == [1, 2, 3])
    let last = try #require(network.activations(of: x, parameters: [], in: &pass).last)
    #expect(abs(last.tensor.elements[2] - 0.665240955774822) < 1e-12)
  }

  @Test func smallestBatches() throws {
    func smallest(_ text: String, _ input: Volume) throws -> Int {
      try ShapedNetwork(Network(parsing: text), input: input).smallestBatch
    }
    #expect(try smallest("BN", .maps(3, channels: 2)) == 1)
    #expect(try smallest("GLOBALPOOL, BN", .maps(3, channels: 2)) == 2)
    #expect(try smallest("FC 3, BN, RELU", .vector(2)) == 2)
    #expect(try smallest("FC 3", .vector(2)) == 1)
  }

  @Test func whatIsTooLargeIsRefused() throws {
    let network = try ShapedNetwork(NetworkPreset.vgg16.network, input: NetworkPreset.vgg16.input)
    try network.checkEvaluation(images: 1)
    let error = #expect(throws: NetworkShapeError.self) { try network.checkEvaluation(images: 2000) }
    #expect(
      error?.description
        == "layer 1 (CONV 64 3x3 pad 1): it is too large to be computed for 2000 images at once")
  }

  /// Fans in and out as PyTorch counts them.
  @Test func startsOfParameters() throws {
    let network = try ShapedNetwork(
      Network(parsing: "CONV 6 5x3 groups 2, BN, PRELU, FC 7"), input: .maps(6, channels: 4))
    #expect(
      network.parameterTensors.map(\.start) == [
        .weight(inputs: 30, outputs: 90), .bias(inputs: 30), .constant(1), .constant(0), .constant(0.25),
        .weight(inputs: 48, outputs: 7), .bias(inputs: 48),
      ])
    #expect(network.statisticTensors.map(\.start) == [.constant(0), .constant(1)])
    #expect(network.inputShape == [4, 6, 6])
  }
}
