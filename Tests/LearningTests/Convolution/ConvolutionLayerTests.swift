import Learning
import Testing

@Suite struct ConvolutionLayerTests {
  private let channels = [GridPreset.kcl.grid, GridPreset.kcl.grid.rotated]
  private let kernels = [KernelPreset.box(Extent(2)).grid, KernelPreset.identity(Extent(2)).grid]

  @Test func aStepAddsUpItsChannels() throws {
    let layer = try ConvolutionLayer(
      channels: channels, filters: [.init(kernels: kernels, bias: -1), .init(kernels: kernels.reversed())],
      padding: Padding(1), relu: true)
    let output = layer.output()
    #expect(output.map(\.extent) == [Extent(5), Extent(5)])
    for filter in 0..<2 {
      for index in 0..<layer.geometry.steps {
        let position = layer.geometry.position(ofStep: index)
        let step = try layer.step(filter: filter, at: position)
        #expect(step.channels.count == 2)
        #expect(step.value == output[filter][position])
      }
    }
    #expect(layer.parameterCount == 2 * (2 * 2 * 2 + 1))
  }

  @Test func shapesMustAgree() {
    #expect(throws: LayerError.empty) { try ConvolutionLayer(channels: [], filters: []) }
    #expect(throws: LayerError.kernelCount(filter: 0, 1, channels: 2)) {
      try ConvolutionLayer(channels: channels, filters: [.init(kernels: [kernels[0]])])
    }
    #expect(throws: LayerError.kernelSize(filter: 0, Extent(3), expected: Extent(2))) {
      try ConvolutionLayer(
        channels: channels, filters: [.init(kernels: [kernels[0], KernelPreset.box().grid])])
    }
    #expect(throws: LayerError.channelSize(channel: 1, Extent(7), expected: Extent(4))) {
      try ConvolutionLayer(
        channels: [channels[0], GridPreset.galway.grid], filters: [.init(kernels: kernels)])
    }
    #expect(throws: LayerError.geometry(.outOfRange(.stride, 0))) {
      try ConvolutionLayer(channels: channels, filters: [.init(kernels: kernels)], stride: Extent(0))
    }
  }
}
