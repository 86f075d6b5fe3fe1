import Learning
import Testing

@Suite struct LayerStackTests {
  private func stack(_ initialisation: Initialisation, _ activation: Activation, skip: Bool = false) throws
    -> LayerStack
  {
    try LayerStack(
      LayerStack.Settings(
        layers: 20, width: 64, batch: 64, initialisation: initialisation, activation: activation,
        hasSkip: skip))
  }

  private func growth(_ stack: LayerStack, _ deviation: (LayerStack.Layer) -> Double) -> Double {
    deviation(stack.layers[19]) / deviation(stack.layers[0])
  }

  /// What the lectures say about each way to draw the weights.
  @Test func heKeepsReLUsAlive() throws {
    for he in [Initialisation.heUniform, .heNormal] {
      #expect((0.1...10).contains(growth(try stack(he, .relu)) { $0.outputDeviation }))
    }
    #expect(growth(try stack(.xavierUniform, .relu)) { $0.outputDeviation } < 0.01)
    #expect(growth(try stack(.large, .relu)) { $0.outputDeviation } > 1e6)
  }

  @Test func xavierKeepsTanhAlive() throws {
    for xavier in [Initialisation.xavierUniform, .xavierNormal] {
      #expect(growth(try stack(xavier, .tanh)) { $0.outputDeviation } > 0.1)
      #expect((0.1...10).contains(growth(try stack(xavier, .linear)) { $0.gradientDeviation }))
    }
    #expect(growth(try stack(.small, .tanh)) { $0.outputDeviation } < 1e-15)
    // Saturated: outputs near ±1, and gradients that vanish or explode.
    let large = try stack(.large, .tanh)
    #expect(large.layers[19].outputDeviation > 0.9)
  }

  @Test func equalWeightsStayAlike() throws {
    let equal = try stack(.equal, .tanh)
    for layer in equal.layers {
      for sample in 0..<64 {
        let neurons = layer.outputs[sample * 64..<(sample + 1) * 64]
        #expect(neurons.allSatisfy { abs($0 - (neurons.first ?? 0)) < 1e-12 })
      }
    }
  }

  @Test func zeroWeightsPassNothing() throws {
    let zero = try stack(.zero, .relu)
    #expect(zero.layers.allSatisfy { $0.outputDeviation == 0 && $0.outputMean == 0 })
    #expect(zero.layers[18].gradientDeviation == 0 && zero.layers[19].gradientDeviation > 0.9)
    // Skip connections hand on what came in, both ways.
    let skipped = try stack(.zero, .relu, skip: true)
    #expect(growth(skipped) { $0.outputDeviation } == 1 && growth(skipped) { $0.gradientDeviation } == 1)
  }

  @Test(arguments: Activation.allCases)
  func everyActivationWorks(_ activation: Activation) throws {
    let stack = try stack(.heNormal, activation, skip: true)
    #expect(stack.layers.allSatisfy { $0.outputDeviation.isFinite && $0.gradientDeviation.isFinite })
  }

  @Test(arguments: Initialisation.allCases)
  func deviationsAreAsTheFormulaSays(_ initialisation: Initialisation) {
    var generator = SplitMix64(seed: 3)
    let weights = initialisation.weights(inputs: 300, outputs: 200, using: &generator)
    let mean = weights.reduce(0, +) / Double(weights.count)
    let deviation = (weights.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(weights.count))
      .squareRoot()
    let expected = initialisation.deviation(inputs: 300, outputs: 200)
    #expect(abs(deviation - expected) <= 0.02 * expected + 1e-12)
    if let bound = initialisation.bound(inputs: 300, outputs: 200) {
      #expect(weights.allSatisfy { abs($0) <= bound } && weights.contains { abs($0) > 0.99 * bound })
      #expect(abs(bound / 3.0.squareRoot() - expected) < 1e-15)
    }
  }

  @Test func seedsDecide() throws {
    let settings = LayerStack.Settings(layers: 3, width: 5, batch: 2)
    var other = settings
    other.seed = 2
    #expect(try LayerStack(settings) == LayerStack(settings))
    #expect(try LayerStack(settings).layers != LayerStack(other).layers)
  }

  @Test func refusals() {
    let allowed = LayerStack.widths
    #expect(throws: DepthError.outOfRange("width", 0, allowed)) { try LayerStack(.init(width: 0)) }
    #expect(throws: DepthError.outOfRange("batch", -1, LayerStack.batches)) {
      try LayerStack(.init(batch: -1))
    }
    #expect(throws: DepthError.tooLarge) { try LayerStack(.init(layers: 1000, width: 1024)) }
    #expect(throws: DepthError.unknownInitialisation("xavie")) { try Initialisation(parsing: "xavie") }
  }
}
