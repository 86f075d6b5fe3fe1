import Learning

extension QuizTopic {
  /// Receptive field of a stack of layers.
  public static let receptiveField = QuizTopic(
    "receptive-field", "receptive field",
    misconceptions: [
      .ignoredStride, .ignoredDilation, .dilatedWholeKernel, .multipliedSizes, .addedKernels,
      .forgotFirstCell, .leftOutLayer, .ignoredPooling, .strideTooSoon, .gaveJump, .gaveArea, .offByOne,
    ],
    draft: ReceptiveFieldQuestion.draft)
}

extension Misconception {
  static let multipliedSizes = Misconception("multiplied-sizes", "multiplied where sizes add")
  static let addedKernels = Misconception("added-kernels", "added up the kernels")
  static let forgotFirstCell = Misconception("forgot-first-cell", "forgot the cell where the count begins")
  static let leftOutLayer = Misconception("left-out-a-layer", "left out a layer")
  static let gaveJump = Misconception("gave-the-jump", "gave the jump")
  static let gaveArea = Misconception("gave-the-area", "counted the whole square")
  static let strideTooSoon = Misconception("stride-too-soon", "let a stride count in its own layer")
}

/// How far one cell sees after two to four layers of convolution and pooling.
enum ReceptiveFieldQuestion {
  private struct Layer {
    let kernel: Int
    let stride: Int
    let dilation: Int
    var isPooling = false

    static let pooling = Layer(kernel: 2, stride: 2, dilation: 1, isPooling: true)

    var span: Int { dilation * (kernel - 1) + 1 }

    var text: String {
      let layer: LayerChain.Layer =
        isPooling
        ? .maximumPooling(size: kernel)
        : .convolution(filters: 8, kernel: kernel, stride: stride, dilation: dilation)
      return layer.text
    }
  }

  /// The input's side, which no receptive field exceeds.
  private static let side = 64

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let hasPooling = generator.oneIn(2)
    let layers = (0..<generator.integer(in: 2...4)).map { place in
      hasPooling && place % 2 == 1
        ? Layer.pooling
        : Layer(
          kernel: generator.pick([3, 3, 5, 2]), stride: generator.oneIn(3) ? 2 : 1,
          dilation: generator.oneIn(4) ? 2 : 1)
    }
    let size = field(layers)
    guard size <= side else { return draft(using: &generator) }
    let text = layers.map(\.text).joined(separator: ", ")
    var draft = QuestionDraft(
      "How many cells along one side does an output cell of \(text) see of a \(side)x\(side) input?",
      kind: .number, given: ["layers": .text(text), "input": .text("\(side)x\(side)x1")],
      answer: .number(Double(size)),
      hints: [
        "r grows by (span - 1)·jump, then the jump is multiplied by the stride; both begin at 1."
          + (hasPooling ? " MAXPOOL 2 has 2x2 windows with stride 2." : ""),
        "After the first layer r = \(layers[0].span) and the jump is \(layers[0].stride).",
      ],
      solution: working(layers))
    addSlipsOfKernels(to: &draft, layers)
    addSlipsOfStrides(to: &draft, layers)
    addSlipsOfCount(to: &draft, layers, size: size)
    return draft
  }

  /// What a stack of other layers would see.
  private static func slip(
    _ draft: inout QuestionDraft, _ misconception: Misconception, _ other: [Layer], _ remedy: String
  ) {
    draft.slip(misconception, .number(Double(field(other))), "\(working(other)): \(remedy)")
  }

  private static func addSlipsOfKernels(to draft: inout QuestionDraft, _ layers: [Layer]) {
    let kernels = layers.map { "\($0.kernel)" }
    let rule = "each layer adds (span - 1)·jump cells to the first one."
    draft.slip(
      .multipliedSizes, layers.reduce(1) { $0 * $1.kernel }, kernels.joined(separator: "·"), rule)
    draft.slip(.addedKernels, layers.reduce(0) { $0 + $1.kernel }, kernels.joined(separator: " + "), rule)
    guard layers.contains(where: { $0.dilation > 1 }) else { return }
    let dense = layers.map { Layer(kernel: $0.kernel, stride: $0.stride, dilation: 1) }
    slip(&draft, .ignoredDilation, dense, "a dilated kernel spans d(f - 1) + 1 cells.")
    let whole = layers.map { Layer(kernel: $0.kernel * $0.dilation, stride: $0.stride, dilation: 1) }
    slip(&draft, .dilatedWholeKernel, whole, "only the gaps grow; the span is d(f - 1) + 1, not d·f.")
  }

  private static func addSlipsOfStrides(to draft: inout QuestionDraft, _ layers: [Layer]) {
    if layers.contains(where: { $0.stride > 1 }) {
      slip(
        &draft, .ignoredStride, layers.map { Layer(kernel: $0.kernel, stride: 1, dilation: $0.dilation) },
        "after a layer with stride 2 each cell further is a jump of two cells in its input.")
      let jumps = steps(layers).dropFirst().map(\.jump)
      draft.slip(
        .strideTooSoon, 1 + zip(layers, jumps).reduce(0) { $0 + ($1.0.span - 1) * $1.1 },
        "1 + " + zip(layers, jumps).map { "\($0.span - 1)·\($1)" }.joined(separator: " + "),
        "the stride of a layer counts from the next layer on.")
      draft.slip(
        .gaveJump, steps(layers).last?.jump ?? 1, layers.map { "\($0.stride)" }.joined(separator: "·"),
        "so far apart are the windows of neighbouring output cells, whatever their size.")
    }
    if layers.contains(where: \.isPooling) {
      slip(
        &draft, .ignoredPooling, layers.filter { !$0.isPooling },
        "a pooling window widens the field too, and all layers behind it walk with its stride.")
    }
  }

  private static func addSlipsOfCount(to draft: inout QuestionDraft, _ layers: [Layer], size: Int) {
    slip(&draft, .leftOutLayer, Array(layers.dropLast()), "the last layer is not in it.")
    slip(&draft, .leftOutLayer, Array(layers.dropFirst()), "the first layer is not in it.")
    draft.slip(
      .gaveArea, size * size, "\(size)·\(size)",
      "so many cells are in the square; along one side there are fewer.")
    draft.slip(
      .offByOne, size + 1, "1 + \(terms(layers)) + 1", "the cell where the count begins counts once.")
    draft.slip(
      .forgotFirstCell, size - 1, terms(layers),
      "that is what the layers add to the one cell they begin with.")
  }

  private static func steps(_ layers: [Layer]) -> [ReceptiveField] {
    layers.reduce(into: [ReceptiveField.input]) { fields, layer in
      let last = fields[fields.count - 1]
      fields.append(last.after(kernel: layer.kernel, stride: layer.stride, dilation: layer.dilation) ?? last)
    }
  }

  private static func field(_ layers: [Layer]) -> Int {
    steps(layers).last?.size ?? 1
  }

  private static func terms(_ layers: [Layer]) -> String {
    zip(layers, steps(layers)).map { "\($0.0.span - 1)·\($0.1.jump)" }.joined(separator: " + ")
  }

  private static func working(_ layers: [Layer]) -> String {
    "1 + \(terms(layers)) = \(field(layers))"
  }
}
