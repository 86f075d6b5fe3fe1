import Learning
import Testing

/// Wide layers with batch norm, and with inputs of another width.
@Suite struct NormedStackTests {
  @Test func batchNormKeepsEverySpread() throws {
    var settings = LayerStack.Settings(
      layers: 12, width: 16, batch: 32, initialisation: .small, activation: .linear)
    #expect(try LayerStack(settings).layers[11].outputDeviation < 1e-10)
    settings.hasNorm = true
    let stack = try LayerStack(settings)
    for layer in stack.layers {
      for neuron in 0..<16 {
        let column = (0..<32).map { layer.outputs[$0 * 16 + neuron] }
        let mean = column.reduce(0, +) / 32
        #expect(abs(mean) < 1e-9)
        #expect(abs(column.reduce(0) { $0 + $1 * $1 } / 32 - 1) < 0.05)
      }
    }
    // Back through a norm every neuron's gradients add up to 0, except at the last layer, where they come in.
    let back = stack.layers[0].gradients
    #expect(stack.layers[10].gradientDeviation > 0.1 && back.contains { abs($0) > 1e-6 })
    settings.batch = 1
    #expect(throws: DepthError.normOfOneSample) { try LayerStack(settings) }
  }

  @Test func anInputOfItsOwnWidthHasNoSkip() throws {
    let settings = LayerStack.Settings(
      layers: 3, width: 4, inputs: 9, batch: 5, initialisation: .zero, activation: .tanh, hasSkip: true)
    #expect(settings.inputs(at: 0) == 9 && settings.inputs(at: 1) == 4)
    #expect(!settings.hasSkip(at: 0) && settings.hasSkip(at: 1))
    let stack = try LayerStack(settings)
    #expect(stack.layers.allSatisfy { $0.outputs == [Double](repeating: 0, count: 20) })
    #expect(stack.layers[0].gradients == stack.layers[2].gradients)
  }

  @Test func asManyInputsAsNeuronsChangeNothing() throws {
    let usual = LayerStack.Settings(layers: 3, width: 4, batch: 5)
    var same = usual
    same.inputs = 4
    #expect(try LayerStack(usual).layers == LayerStack(same).layers)
    same.inputs = 0
    #expect(throws: DepthError.outOfRange("number of inputs", 0, LayerStack.widths)) { try LayerStack(same) }
  }
}
