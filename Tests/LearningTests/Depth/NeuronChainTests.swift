import Learning
import Testing

@Suite struct NeuronChainTests {
  @Test(arguments: Reference.cases("chains"))
  func agreesWithNumPy(_ reference: Reference) throws {
    let chain = try NeuronChain(
      weights: reference["weights"].reals, input: reference["input"].real, target: reference["target"].real,
      activation: #require(Activation(rawValue: try reference["activation"].text ?? "")),
      skip: reference["skip"].isTrue)
    expectClose(chain.layers.map(\.net), try reference["net"].reals)
    expectClose(chain.layers.map(\.output), try reference["output"].reals)
    expectClose(chain.layers.map(\.gradient), try reference["gradient"].reals)
    expectClose(chain.layers.map(\.weightGradient), try reference["weight_gradient"].reals)
  }

  @Test func gradientsAreProductsOfFactors() throws {
    for skip in [false, true] {
      let chain = try NeuronChain(weights: [0.5, -2, 1.5, 0.3], activation: .sigmoid, skip: skip)
      for (layer, next) in zip(chain.layers, chain.layers.dropFirst()) {
        expectClose([layer.gradient], [next.gradient * next.factor], tolerance: 1e-15)
      }
      expectClose(
        [chain.inputGradient], [chain.layers[0].gradient * chain.layers[0].factor], tolerance: 1e-15)
    }
  }

  @Test func sharedWeights() throws {
    let chain = try NeuronChain(weights: [0.7, 0.7, 0.7])
    let slope = { (w: Double) throws -> Double in try NeuronChain(weights: [w, w, w]).loss }
    let difference = try (slope(0.7 + 1e-6) - slope(0.7 - 1e-6)) / 2e-6
    expectClose([chain.sharedWeightGradient], [difference], tolerance: 1e-8)
  }

  @Test func arithmetic() throws {
    let chain = try NeuronChain(weights: [2, 0.5], input: 1, target: 1, activation: .linear)
    #expect(chain.gradientArithmetic(at: 1) == "∂L/∂y2 = y - t = 1 - 1 = 0")
    let other = try NeuronChain(weights: [2, -0.5], input: 1, target: 1, activation: .linear, skip: true)
    #expect(
      other.gradientArithmetic(at: 0) == "∂L/∂y1 = ∂L/∂y2·(φ'(net2)·w2 + 1) = 0.5·(1·(-0.5) + 1) = 0.25")
  }

  @Test func refusals() {
    #expect(throws: DepthError.noLayers) { try NeuronChain(weights: []) }
    #expect(throws: DepthError.tooManyLayers(1001, most: 1000)) {
      try NeuronChain(weights: [Double](repeating: 1, count: 1001))
    }
    #expect(throws: DepthError.notFinite) { try NeuronChain(weights: [.infinity]) }
  }
}
