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

  /// A layer with groups does what a layer for each group does by itself, gradients included.
  @Test func groupsDoNotSeeOneAnother() throws {
    let channels = channels + channels.map { $0.map { 2 - $0 } }
    let filters = [
      ConvolutionLayer.Filter(kernels: kernels, bias: 1), .init(kernels: kernels.reversed()),
      .init(kernels: [kernels[1], kernels[1]]), .init(kernels: [kernels[0], kernels[1]], bias: -2),
    ]
    let layer = try ConvolutionLayer(channels: channels, filters: filters, groups: 2, relu: true)
    let parts = try [0, 2].map { first in
      try ConvolutionLayer(
        channels: Array(channels[first..<first + 2]), filters: Array(filters[first..<first + 2]), relu: true)
    }
    #expect(layer.output() == parts.flatMap { $0.output() })
    #expect(layer.parameterCount == parts.reduce(0) { $0 + $1.parameterCount })
    #expect((0..<4).map(layer.channels) == [0..<2, 0..<2, 2..<4, 2..<4])
    let upstream = layer.output().map { $0.map { $0 - 3 } }
    let gradients = try layer.gradients(upstream: upstream)
    let expected = try zip(parts, [upstream[..<2], upstream[2...]]).map {
      try $0.gradients(upstream: Array($1))
    }
    #expect(gradients.channels == expected.flatMap(\.channels))
    #expect(gradients.filters == expected.flatMap(\.filters))
    let step = try layer.step(filter: 3, at: Position(row: 1, column: 2))
    #expect(step.value == layer.output()[3][1, 2])
    #expect(step.channels.count == 2)
  }

  @Test func groupsShareEqually() {
    let error = #expect(throws: LayerError.self) {
      try ConvolutionLayer(channels: channels, filters: [.init(kernels: [kernels[0]])], groups: 2)
    }
    #expect(error?.description == "2 groups cannot share 2 channels and 1 filter equally")
    #expect(throws: LayerError.upstreamCount(1, filters: 2)) {
      try ConvolutionLayer(channels: channels, filters: [.init(kernels: kernels), .init(kernels: kernels)])
        .gradients(upstream: [channels[0]])
    }
  }
}
