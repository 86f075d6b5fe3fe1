import Learning

extension TrainLab {
  /// The scene in which the cell that is looked at can be followed number by number: the layer lab for products, the
  /// pooling lab for windows.
  ///
  /// - Throws: ``LabRefusal`` where no lab shows such a cell.
  func cellScene() throws(LabRefusal) -> String {
    guard let making, let path = moment?.path else { throw LabRefusal("There is no cell to be opened.") }
    let made = run.trainer.model.layers[making.layer]
    switch making.work {
    case .convolution:
      let (scene, filters) = try convolutionScene(made, path, relu: making.activation == .relu)
      return try Self.text(
        scene, step: map * made.output.mapExtent.cells + made.output.place(of: cell, map: 0) + 1, of: filters)
    case .sum:
      let (scene, filters) = try unitScene(made, path, relu: making.activation == .relu)
      return try Self.text(scene, step: map + 1, of: filters)
    case .pooling(let kind, _): return try poolingScene(made, kind, path)
    case .globalPooling, .normalisation, .activation, .softmax, .copy:
      throw LabRefusal("\(made.layer) has no window to be opened: tab goes to a layer that has one.")
    }
  }

  private static let tooLarge = LabRefusal("This layer has too many numbers for the layer lab.")

  private static func text(_ scene: LayerScene, step: Int, of steps: Int) throws(LabRefusal) -> String {
    var scene = scene
    scene.step = min(step, steps)
    do { _ = try Scene(parsing: scene.string.description) } catch { throw LabRefusal("\(error)") }
    return scene.string.description
  }

  private func grid(_ numbers: ArraySlice<Double>, _ extent: Extent) throws(LabRefusal) -> Grid {
    let start = numbers.startIndex
    do {
      return try Grid(
        rows: (0..<extent.height).map { row in
          Array(numbers[(start + row * extent.width)..<(start + (row + 1) * extent.width)])
        })
    } catch { throw Self.tooLarge }
  }

  private func planes(_ numbers: [Double], _ extent: Extent, count: Int) throws(LabRefusal) -> [Grid] {
    let size = extent.height * extent.width
    return try (0..<count).map { (plane) throws(LabRefusal) in
      try grid(numbers[(plane * size)..<((plane + 1) * size)], extent)
    }
  }

  /// The filters of a layer with weights, each with a kernel for each channel that it sees.
  private func filters(of index: Int) throws(LabRefusal) -> [ConvolutionLayer.Filter] {
    guard let weights = LayerWeights.all(of: run.trainer.model).first(where: { $0.layer == index }),
      weights.filters <= LayerScene.mostMaps, weights.channels <= LayerScene.mostMaps
    else { throw Self.tooLarge }
    let parameters = run.trainer.state.parameters
    return try (0..<weights.filters).map { (filter) throws(LabRefusal) in
      let kernels = try (0..<weights.channels).map { (channel) throws(LabRefusal) in
        try grid(
          parameters[weights.places(filter: filter, channel: channel)].map(Double.init)[...], weights.kernel)
      }
      return .init(kernels: kernels, bias: weights.bias(of: filter).map { Double(parameters[$0]) } ?? 0)
    }
  }

  private func convolutionScene(
    _ layer: ShapedLayer, _ path: NetworkPath, relu: Bool
  ) throws(LabRefusal) -> (LayerScene, steps: Int) {
    guard case .maps(let extent, let channels) = layer.input, channels <= LayerScene.mostMaps,
      max(extent.height, extent.width) <= LayerScene.longestSide, let geometry = layer.geometry
    else { throw Self.tooLarge }
    let filters = try filters(of: layer.index)
    var scene = LayerScene(
      channels: try planes(path.input(of: layer.index), extent, count: channels), filters: filters)
    switch layer.layer {
    case .convolution(_, let window, let groups, _):
      scene.groups = groups
      scene.take(window)
    case .depthwise(let window, _):
      scene.groups = channels
      scene.take(window)
    case .pooling, .globalPooling, .dense, .flatten, .batchNormalisation, .dropout, .activation: break
    }
    scene.hasReLU = relu
    return (scene, filters.count * geometry.steps)
  }

  /// Units as filters: their kernels are as large as the maps, or 1x1 over numbers of a vector.
  private func unitScene(
    _ layer: ShapedLayer, _ path: NetworkPath, relu: Bool
  ) throws(LabRefusal) -> (LayerScene, steps: Int) {
    let numbers = path.input(of: layer.index)
    if let maps = run.trainer.model.maps(before: layer.index) {
      guard maps.features <= LayerScene.mostMaps,
        max(maps.mapExtent.height, maps.mapExtent.width) <= LayerScene.longestSide
      else { throw Self.tooLarge }
      let filters = try filters(of: layer.index)
      var scene = LayerScene(
        channels: try planes(numbers, maps.mapExtent, count: maps.features), filters: filters)
      scene.hasReLU = relu
      return (scene, filters.count)
    }
    guard numbers.count <= LayerScene.mostMaps else { throw Self.tooLarge }
    let filters = try filters(of: layer.index).map { (filter) throws(LabRefusal) in
      ConvolutionLayer.Filter(
        kernels: try planes(filter.kernels[0].cells, 1, count: numbers.count), bias: filter.bias)
    }
    var scene = LayerScene(channels: try planes(numbers, 1, count: numbers.count), filters: filters)
    scene.hasReLU = relu
    return (scene, filters.count)
  }

  private func poolingScene(
    _ layer: ShapedLayer, _ kind: PoolingKind, _ path: NetworkPath
  ) throws(LabRefusal) -> String {
    guard let geometry = layer.geometry, case .maps(let extent, _) = layer.input else { throw Self.tooLarge }
    let size = extent.height * extent.width
    let numbers = path.input(of: layer.index)[(map * size)..<((map + 1) * size)]
    var scene = PoolingScene(.rows(try grid(numbers, extent)))
    (scene.kind, scene.size, scene.stride) = (kind, geometry.kernel, geometry.stride)
    scene.padding = geometry.padding
    if layer.output.mapExtent != geometry.windows { scene.rule = .ceil }
    scene.step = layer.output.place(of: cell, map: 0) + 1
    do { _ = try Scene(parsing: scene.string.description) } catch { throw LabRefusal("\(error)") }
    return scene.string.description
  }
}

extension LayerScene {
  fileprivate mutating func take(_ window: LayerWindow) {
    (stride, dilation) = (window.stride, window.dilation)
    switch window.padding {
    case .zeros(let zeros): padding = Padding(height: zeros.height, width: zeros.width)
    case .same: rule = .same
    }
  }
}

extension Extent {
  /// How many cells.
  fileprivate var cells: Int { height * width }
}
