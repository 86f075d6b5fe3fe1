import Learning

extension QuizTopic {
  /// The shape after a few layers.
  public static let shapeChain = QuizTopic(
    "shape-chain", "shapes through a network",
    misconceptions: [
      .forgotPadding, .paddedOnce, .ignoredStride, .forgotPlusOne, .roundedUp, .keptInputSize, .keptDepth,
      .multipliedDepths, .ignoredPooling, .pooledByOne, .stoppedShort,
    ],
    draft: ShapeChainQuestion.draft)
}

extension Misconception {
  static let keptDepth = Misconception("kept-depth", "kept the depth of the input")
  static let multipliedDepths = Misconception("multiplied-depths", "multiplied filters and channels")
  static let pooledByOne = Misconception("pooled-by-one", "moved the pooling window by one cell only")
  static let stoppedShort = Misconception("stopped-a-layer-short", "stopped a layer too soon")
}

/// The shape after a few layers of convolution and pooling.
enum ShapeChainQuestion {
  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    while true {
      let stack = stack(using: &generator)
      if let shapes = stack.shapes { return draft(stack, shapes) }
    }
  }

  private static func stack(using generator: inout SplitMix64) -> LayerChain {
    let side = generator.pick([16, 24, 28, 32, 48])
    let input = LayerChain.Shape(side: Extent(side), channels: generator.pick([1, 3]))
    var layers: [LayerChain.Layer] = []
    let blocks = generator.oneIn(4) ? 1 : 2
    for block in 1...blocks {
      let kernel = generator.pick([3, 5])
      let padding = generator.oneIn(2) ? generator.integer(in: 1...(kernel - 1) / 2) : 0
      layers.append(
        .convolution(
          filters: block * generator.pick([4, 6, 8, 10]), kernel: kernel, padding: padding,
          stride: generator.oneIn(4) ? 2 : 1))
      layers.append(.relu)
      if blocks == 1 || generator.integer(in: 1...3) > 1 { layers.append(.maximumPooling(size: 2)) }
    }
    return LayerChain(input: input, layers: layers)
  }

  private static func draft(_ stack: LayerChain, _ shapes: [LayerChain.Shape]) -> QuestionDraft {
    let last = shapes[shapes.count - 1]
    var draft = QuestionDraft(
      "What shape (height x width x channels) does \(stack.text) make of a \(stack.input.text) input? Sizes round down.",
      kind: .numbers, given: ["layers": .text(stack.text), "input": .text(stack.input.text)],
      answer: answer(last), text: last.text,
      hints: [
        "Go layer by layer; pooling and ReLU keep the channels, a convolution has as many as it has filters.",
        "After the first layer: \(shapes[0].text).",
      ],
      solution: walk(stack, shapes))
    for slip in slips where slip.applies(stack) {
      for only in slip.isOfEach ? places(in: stack) : [nil] {
        guard let wrong = slip.shapes(stack, only: only), let shape = wrong.last else { continue }
        // One way is enough where the same mistake in another place gives the same.
        guard !draft.explains(shape.text, by: slip.misconception) else { continue }
        let place = only.map { ", when only \(stack.layers[$0].text) is read so" } ?? ""
        draft.slip(
          slip.misconception, answer(shape), text: shape.text,
          "\(walk(stack, wrong))\(place). \(slip.remedy)")
      }
    }
    let steps = stack.layers.indices.filter { stack.layers[$0] != .relu }
    if let end = steps.last, steps.count > 1 {
      let short = LayerChain(input: stack.input, layers: Array(stack.layers[..<end]))
      let before = shapes[end - 1]
      draft.slip(
        .stoppedShort, answer(before), text: before.text,
        "\(walk(short, Array(shapes[..<end]))). \(stack.layers[end].text) is still to come.")
    }
    return draft
  }

  private static func answer(_ shape: LayerChain.Shape) -> Answer {
    .numbers([shape.side.height, shape.side.width, shape.channels].map(Double.init))
  }

  private static func walk(_ stack: LayerChain, _ shapes: [LayerChain.Shape]) -> String {
    let named = zip(stack.layers, shapes).filter { $0.0 != .relu }
    return ([stack.input.text] + named.map { "\($0.0.text): \($0.1.text)" }).joined(separator: " → ")
  }

  /// Everywhere, and where there are several convolutions also in one of them alone.
  private static func places(in stack: LayerChain) -> [Int?] {
    let convolutions = stack.layers.indices.filter { stack.layers[$0].isConvolution }
    return [nil] + (convolutions.count > 1 ? convolutions : [])
  }

  // MARK: Slips

  private struct Mistake: Sendable {
    let misconception: Misconception
    /// Whether it can happen in one convolution and not in the other.
    var isOfEach = false
    /// What sets it right.
    let remedy: String
    /// The shape that a layer is taken to make of `input` in `stack`.
    let shape: @Sendable (LayerChain.Layer, LayerChain.Shape, LayerChain) -> LayerChain.Shape?

    /// Whether there is anything in the stack to get wrong.
    func applies(_ stack: LayerChain) -> Bool { stack.shapes.map { shapes(stack, only: nil) != $0 } ?? false }

    /// The shapes after each layer when all layers are read like this, or one `only`.
    func shapes(_ stack: LayerChain, only: Int?) -> [LayerChain.Shape]? {
      var shapes: [LayerChain.Shape] = []
      for (index, layer) in stack.layers.enumerated() {
        let input = shapes.last ?? stack.input
        let next =
          only ?? index == index ? shape(layer, input, stack) : layer.shape(after: input)
        guard let next else { return nil }
        shapes.append(next)
      }
      return shapes
    }
  }

  private static let slips = [
    Mistake(
      misconception: .forgotPadding, isOfEach: true, remedy: "Padding p adds p on each side, 2p in all."
    ) { layer, input, _ in
      guard case .convolution(let filters, let kernel, _, let stride, _) = layer else {
        return layer.shape(after: input)
      }
      return LayerChain.Layer.convolution(filters: filters, kernel: kernel, stride: stride)
        .shape(after: input)
    },
    Mistake(misconception: .paddedOnce, remedy: "Padding p adds p on each side, 2p in all.") {
      layer, input, _ in
      guard case .convolution(let filters, let kernel, let padding, let stride, _) = layer else {
        return layer.shape(after: input)
      }
      let wider = LayerChain.Shape(side: Extent(input.side.height + padding), channels: input.channels)
      return LayerChain.Layer.convolution(filters: filters, kernel: kernel, stride: stride)
        .shape(after: wider)
    },
    Mistake(
      misconception: .ignoredStride, isOfEach: true,
      remedy: "With stride 2 the window hops two cells at a time."
    ) { layer, input, _ in
      guard case .convolution(let filters, let kernel, let padding, _, _) = layer else {
        return layer.shape(after: input)
      }
      return LayerChain.Layer.convolution(filters: filters, kernel: kernel, padding: padding)
        .shape(after: input)
    },
    Mistake(
      misconception: .forgotPlusOne, isOfEach: true,
      remedy: "The quotient counts the hops; the window where the kernel starts is one more."
    ) { layer, input, _ in
      guard layer.isConvolution, var shape = layer.shape(after: input) else {
        return layer.shape(after: input)
      }
      shape.side = Extent(shape.side.height - 1)
      return shape.side.height > 0 ? shape : nil
    },
    Mistake(misconception: .roundedUp, remedy: "A window that does not fit is left out: round down.") {
      layer, input, _ in
      guard var shape = layer.shape(after: input) else { return nil }
      switch layer {
      case .convolution(_, let kernel, let padding, let stride, _):
        shape.side = Extent((input.side.height + 2 * padding - kernel + stride - 1) / stride + 1)
      case .maximumPooling(let size): shape.side = Extent((input.side.height + size - 1) / size)
      case .relu, .dense: break
      }
      return shape
    },
    Mistake(
      misconception: .keptInputSize,
      remedy: "A convolution keeps the size only with enough padding, 2p = f - 1, and stride 1."
    ) { layer, input, _ in
      guard case .convolution(let filters, _, _, _, _) = layer else { return layer.shape(after: input) }
      return LayerChain.Shape(side: input.side, channels: filters)
    },
    Mistake(
      misconception: .keptDepth,
      remedy: "Each filter makes one map: as many channels come out as there are filters."
    ) { layer, input, stack in
      layer.shape(after: input).map { LayerChain.Shape(side: $0.side, channels: stack.input.channels) }
    },
    Mistake(
      misconception: .multipliedDepths, remedy: "A filter reads all channels and makes one map of them."
    ) { layer, input, _ in
      guard case .convolution(let filters, _, _, _, _) = layer, var shape = layer.shape(after: input) else {
        return layer.shape(after: input)
      }
      shape.channels = filters * input.channels
      return shape
    },
    Mistake(misconception: .ignoredPooling, remedy: "MAXPOOL 2 halves the height and the width.") {
      layer, input, _ in
      layer.isPooling ? input : layer.shape(after: input)
    },
    Mistake(
      misconception: .pooledByOne, remedy: "The windows of MAXPOOL 2 stand side by side: it halves the sides."
    ) { layer, input, _ in
      guard case .maximumPooling(let size) = layer else { return layer.shape(after: input) }
      return LayerChain.Shape(side: Extent(input.side.height - size + 1), channels: input.channels)
    },
  ]
}

extension LayerChain.Layer {
  fileprivate var isConvolution: Bool {
    switch self {
    case .convolution: true
    case .relu, .maximumPooling, .dense: false
    }
  }

  fileprivate var isPooling: Bool {
    switch self {
    case .maximumPooling: true
    case .relu, .convolution, .dense: false
    }
  }
}
