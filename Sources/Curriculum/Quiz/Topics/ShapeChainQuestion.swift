import Learning

extension QuizTopic {
  /// The shape after a few layers.
  public static let shapeChain = QuizTopic(
    "shape-chain", "shapes through a network",
    misconceptions: [
      .forgotPadding, .forgotPlusOne, .ignoredStride, .keptInputSize, .keptDepth, .multipliedDepths,
    ],
    draft: ShapeChainQuestion.draft)
}

extension Misconception {
  static let keptInputSize = Misconception("kept-input-size", "kept the input size")
  static let keptDepth = Misconception("kept-depth", "kept the depth of the input")
  static let multipliedDepths = Misconception("multiplied-depths", "multiplied filters and channels")
}

/// The shape after a few layers of convolution and pooling.
enum ShapeChainQuestion {
  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    while true {
      let stack = stack(using: &generator)
      if let shapes = stack.shapes { return draft(stack, shapes) }
    }
  }

  private static func stack(using generator: inout SplitMix64) -> LayerStack {
    let side = generator.pick([16, 24, 28, 32])
    let input = LayerStack.Shape(side: Extent(side), channels: generator.pick([1, 3]))
    var layers: [LayerStack.Layer] = []
    for block in 1...generator.integer(in: 1...2) {
      let kernel = generator.pick([3, 5])
      let padding = generator.oneIn(2) ? generator.integer(in: 1...(kernel - 1) / 2) : 0
      layers.append(
        .convolution(
          filters: block * generator.pick([4, 6, 8]), kernel: kernel, padding: padding,
          stride: generator.oneIn(4) ? 2 : 1))
      layers.append(.relu)
      if generator.integer(in: 1...3) > 1 { layers.append(.maximumPooling(size: 2)) }
    }
    return LayerStack(input: input, layers: layers)
  }

  private static func draft(_ stack: LayerStack, _ shapes: [LayerStack.Shape]) -> QuestionDraft {
    let last = shapes[shapes.count - 1]
    var draft = QuestionDraft(
      "What shape (height x width x channels) does \(stack.text) make of a \(stack.input.text) input?",
      kind: .numbers, given: ["layers": .text(stack.text), "input": .text(stack.input.text)],
      answer: answer(last), text: last.text,
      hints: [
        "Go layer by layer; pooling and ReLU keep the channels, a convolution has as many as it has filters.",
        "After the first layer: \(shapes[0].text).",
      ],
      solution: walk(stack, shapes))
    for (misconception, change) in slips {
      guard let wrong = change(stack), let shape = wrong.last else { continue }
      draft.slip(misconception, answer(shape), text: shape.text, walk(stack, wrong))
    }
    return draft
  }

  private static func answer(_ shape: LayerStack.Shape) -> Answer {
    .numbers([shape.side.height, shape.side.width, shape.channels].map(Double.init))
  }

  private static func walk(_ stack: LayerStack, _ shapes: [LayerStack.Shape]) -> String {
    let named = zip(stack.layers, shapes).filter { $0.0 != .relu }
    return ([stack.input.text] + named.map { "\($0.0.text): \($0.1.text)" }).joined(separator: " → ")
  }

  /// The shapes after each layer when every convolution is treated as `change` says.
  private static func shapes(
    _ stack: LayerStack, _ change: (LayerStack.Layer, LayerStack.Shape) -> LayerStack.Shape?
  ) -> [LayerStack.Shape]? {
    var shapes: [LayerStack.Shape] = []
    for layer in stack.layers {
      guard let next = change(layer, shapes.last ?? stack.input) else { return nil }
      shapes.append(next)
    }
    return shapes
  }

  private static let slips: [(Misconception, @Sendable (LayerStack) -> [LayerStack.Shape]?)] = [
    (
      .forgotPadding,
      { stack in
        shapes(stack) { layer, input in
          guard case .convolution(let filters, let kernel, _, let stride, let dilation) = layer else {
            return layer.shape(after: input)
          }
          return LayerStack.Layer.convolution(
            filters: filters, kernel: kernel, stride: stride, dilation: dilation
          ).shape(after: input)
        }
      }
    ),
    (
      .keptInputSize,
      { stack in
        shapes(stack) { layer, input in
          guard case .convolution(let filters, _, _, _, _) = layer else { return layer.shape(after: input) }
          return LayerStack.Shape(side: input.side, channels: filters)
        }
      }
    ),
    (
      .ignoredStride,
      { stack in
        shapes(stack) { layer, input in
          guard case .convolution(let filters, let kernel, let padding, _, let dilation) = layer else {
            return layer.shape(after: input)
          }
          return LayerStack.Layer.convolution(
            filters: filters, kernel: kernel, padding: padding, dilation: dilation
          ).shape(after: input)
        }
      }
    ),
    (
      .forgotPlusOne,
      { stack in
        shapes(stack) { layer, input in
          guard case .convolution = layer, var shape = layer.shape(after: input) else {
            return layer.shape(after: input)
          }
          shape.side = Extent(height: shape.side.height - 1, width: shape.side.width - 1)
          return shape.side.height > 0 ? shape : nil
        }
      }
    ),
    (
      .keptDepth,
      { stack in
        stack.shapes.map { $0.map { LayerStack.Shape(side: $0.side, channels: stack.input.channels) } }
      }
    ),
    (
      .multipliedDepths,
      { stack in
        shapes(stack) { layer, input in
          guard case .convolution(let filters, _, _, _, _) = layer, var shape = layer.shape(after: input)
          else {
            return layer.shape(after: input)
          }
          shape.channels = filters * input.channels
          return shape
        }
      }
    ),
  ]
}
