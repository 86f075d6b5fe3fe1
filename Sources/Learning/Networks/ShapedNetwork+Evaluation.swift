public import Autodiff

/// A network as a function of images and parameters on a tape.
extension ShapedNetwork: TrainableModel {
  /// `[channels, height, width]` or `[numbers]`.
  public var inputShape: [Int] { Array(input.tensorShape(images: 1).dropFirst()) }

  /// The tensors that are learned, in the order of the layers.
  public var parameterTensors: [ModelTensor] {
    layers.flatMap { layer in layer.tensors.filter(\.role.isLearned).map { layer.modelTensor($0) } }
  }

  /// Running means and variances of the batch normalisations.
  public var statisticTensors: [ModelTensor] {
    layers.flatMap { layer in layer.tensors.filter { !$0.role.isLearned }.map { layer.modelTensor($0) } }
  }

  /// 2 where a batch normalisation sees one number of each image.
  public var smallestBatch: Int {
    let isAlone = layers.contains { layer in
      guard case .batchNormalisation = layer.layer else { return false }
      switch layer.input {
      case .vector: return true
      case .maps(let extent, _): return extent == 1
      }
    }
    return isAlone ? 2 : 1
  }

  /// The layers up to the scores: a softmax at the end belongs to the loss and only shows probabilities.
  public var scoreLayers: ArraySlice<ShapedLayer> {
    layers.last?.layer == .activation(.softmax) ? layers.dropLast() : layers[...]
  }

  /// The scores of images.
  public func outputs<Element: Precision>(
    of images: TensorVariable<Element>, parameters: [TensorVariable<Element>],
    in pass: inout ForwardPass<Element>
  ) -> TensorVariable<Element> {
    var (x, next) = (images, 0)
    for layer in scoreLayers { x = layer.output(of: x, parameters, &next, in: &pass) }
    return x
  }

  /// What every layer gives, one after the other, a softmax at the end included.
  public func activations<Element: Precision>(
    of images: TensorVariable<Element>, parameters: [TensorVariable<Element>],
    in pass: inout ForwardPass<Element>
  ) -> [TensorVariable<Element>] {
    var (x, next) = (images, 0)
    return layers.map { layer in
      x = layer.output(of: x, parameters, &next, in: &pass)
      return x
    }
  }

  /// Refuses what is too large to be put on a tape with so many images at once.
  ///
  /// - Throws: ``NetworkShapeError``
  public func checkEvaluation(images: Int) throws(NetworkShapeError) {
    for layer in layers {
      do {
        _ = try layer.engineShape(images: images)
      } catch {
        throw NetworkShapeError(
          layer: layer.index, text: layer.layer.description, problem: .tooLargeToEvaluate(images: images))
      }
    }
  }
}

extension ShapedLayer {
  /// A tensor with how it starts.
  fileprivate func modelTensor(_ tensor: NetworkTensor) -> ModelTensor {
    ModelTensor(tensor.name, tensor.shape, start: start(of: tensor))
  }

  private func start(of tensor: NetworkTensor) -> ModelTensor.Start {
    switch (layer, tensor.role) {
    case (.batchNormalisation, .weight), (.batchNormalisation, .runningVariance): return .constant(1)
    case (.batchNormalisation, .bias), (.batchNormalisation, .runningMean): return .constant(0)
    case (.activation, _): return .constant(NetworkLayer.initialSlope)
    case (.convolution, _), (.depthwise, _), (.dense, _), (.pooling, _), (.globalPooling, _), (.flatten, _),
      (.dropout, _), (.batchNormalisation, _):
      let weights = tensors[0].shape
      let cells = weights.dropFirst(2).reduce(1, *)
      let inputs = weights.dropFirst().reduce(1, *)
      // As PyTorch counts: outputs are filters times the cells of a kernel.
      return tensor.role == .weight
        ? .weight(inputs: inputs, outputs: weights[0] * cells) : .bias(inputs: inputs)
    }
  }

  /// Records this layer. `next` is the first of its parameters, and then that of the next layer.
  fileprivate func output<Element: Precision>(
    of x: TensorVariable<Element>, _ parameters: [TensorVariable<Element>], _ next: inout Int,
    in pass: inout ForwardPass<Element>
  ) -> TensorVariable<Element> {
    func parameter() -> TensorVariable<Element> {
      defer { next += 1 }
      return parameters[next]
    }
    switch layer {
    case .convolution(_, let window, let groups, let hasBias):
      return convolution(of: x, window, groups: groups, parameter(), hasBias ? parameter() : nil)
    case .depthwise(let window, let hasBias):
      return convolution(of: x, window, groups: input.features, parameter(), hasBias ? parameter() : nil)
    case .pooling(let kind, let window, let roundsUp):
      return x.pool(
        kind, window: window.size, stride: window.stride, padding: padding, roundingUp: roundsUp)
    case .globalPooling(.average): return x.mean(over: [2, 3], keepingAxes: true)
    case .globalPooling(.max): return x.max(over: [2, 3], keepingAxes: true)
    case .dense(_, let hasBias):
      return flattened(x).linear(parameter(), bias: hasBias ? parameter() : nil)
    case .flatten: return flattened(x)
    case .batchNormalisation:
      return pass.batchNorm(
        x, scale: parameter(), shift: parameter(), epsilon: NetworkLayer.normalisationEpsilon,
        momentum: NetworkLayer.normalisationMomentum)
    case .dropout(let rate): return pass.dropout(x, rate: rate)
    case .activation(.linear): return x
    case .activation(.threshold): return .threshold(x)
    case .activation(.sigmoid): return .sigmoid(x)
    case .activation(.tanh): return .tanh(x)
    case .activation(.relu): return .relu(x)
    case .activation(.leaky(let slope)): return .leakyRelu(x, slope: Element(slope))
    case .activation(.parametric): return .leakyRelu(x, slope: parameter())
    case .activation(.softmax): return x.softmax(over: 1)
    }
  }

  private func convolution<Element: Precision>(
    of x: TensorVariable<Element>, _ window: LayerWindow, groups: Int, _ kernels: TensorVariable<Element>,
    _ bias: TensorVariable<Element>?
  ) -> TensorVariable<Element> {
    x.conv2d(
      kernels, bias: bias, stride: window.stride, padding: padding, dilation: window.dilation, groups: groups)
  }

  private func flattened<Element: Precision>(_ x: TensorVariable<Element>) -> TensorVariable<Element> {
    switch input {
    case .vector: x
    case .maps(let extent, let channels):
      x.reshaped(to: [
        x.count / (extent.height * extent.width * channels), extent.height * extent.width * channels,
      ])
    }
  }

  /// What surrounds the maps.
  private var padding: Padding {
    guard let geometry else { return 0 }
    return Padding(
      top: geometry.rows.paddingBefore, left: geometry.columns.paddingBefore,
      bottom: geometry.rows.paddingAfter, right: geometry.columns.paddingAfter)
  }

  /// The shape of what comes out for so many images, as the engine checks it.
  ///
  /// - Throws: `ShapeError` for what it cannot hold.
  fileprivate func engineShape(images: Int) throws(ShapeError) -> [Int] {
    let given = input.tensorShape(images: images)
    switch layer {
    case .convolution(_, let window, let groups, _):
      return try convolutionShape(given, window, groups: groups)
    case .depthwise(let window, _): return try convolutionShape(given, window, groups: input.features)
    case .pooling(let kind, let window, let roundsUp):
      _ = try PoolingShape(
        kind, input: given, window: window.size, stride: window.stride, padding: padding, roundsUp: roundsUp)
    case .globalPooling, .dense, .flatten, .batchNormalisation, .dropout, .activation: break
    }
    for shape in [given, output.tensorShape(images: images)] + tensors.map(\.shape) {
      guard let count = shape.product, count <= Int(Int32.max) else { throw .size(shape: shape) }
    }
    return output.tensorShape(images: images)
  }

  private func convolutionShape(
    _ given: [Int], _ window: LayerWindow, groups: Int
  ) throws(ShapeError) -> [Int] {
    try ConvolutionShape(
      input: given, kernel: tensors[0].shape, stride: window.stride, padding: padding,
      dilation: window.dilation,
      groups: groups
    ).outputShape
  }
}
