import Learning

extension QuizTopic {
  /// Receptive field of a stack of layers.
  public static let receptiveField = QuizTopic(
    "receptive-field", "receptive field",
    misconceptions: [
      .forgotPlusOne, .ignoredStride, .ignoredDilation, .addedSizes, .multipliedSizes, .countedOne,
    ],
    draft: ReceptiveFieldQuestion.draft)
}

extension Misconception {
  static let multipliedSizes = Misconception("multiplied-sizes", "multiplied where sizes add")
}

/// How far one cell sees after two to four layers.
enum ReceptiveFieldQuestion {
  private struct Layer {
    let kernel: Int
    let stride: Int
    let dilation: Int

    var span: Int { dilation * (kernel - 1) + 1 }

    var text: String {
      LayerStack.Layer.convolution(filters: 8, kernel: kernel, stride: stride, dilation: dilation).text
    }
  }

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let layers = (0..<generator.integer(in: 2...4)).map { _ in
      Layer(
        kernel: generator.pick([3, 3, 5, 2]), stride: generator.oneIn(3) ? 2 : 1,
        dilation: generator.oneIn(4) ? 2 : 1)
    }
    let size = field(layers)
    let text = layers.map(\.text).joined(separator: ", ")
    var draft = QuestionDraft(
      "How many cells along one side does an output cell of \(text) see of a 64x64 input?",
      kind: .number, given: ["layers": .text(text), "input": .text("64x64x1")],
      answer: .number(Double(size)),
      hints: [
        "r grows by (span - 1)·jump, then the jump grows by the stride; both begin at 1.",
        "After the first layer r = \(layers[0].span) and the jump is \(layers[0].stride).",
      ],
      solution: working(layers))
    func slip(_ misconception: Misconception, _ value: Int, _ working: String) {
      draft.slip(misconception, .number(Double(value)), "\(working) = \(value)")
    }
    let kernels = layers.map { "\($0.kernel)" }
    slip(.multipliedSizes, layers.reduce(1) { $0 * $1.kernel }, kernels.joined(separator: "·"))
    slip(.addedSizes, layers.reduce(0) { $0 + $1.kernel }, kernels.joined(separator: " + "))
    if layers.contains(where: { $0.dilation > 1 }) {
      let plain = layers.map { Layer(kernel: $0.kernel, stride: $0.stride, dilation: 1) }
      draft.slip(.ignoredDilation, .number(Double(field(plain))), working(plain))
    }
    if layers.contains(where: { $0.stride > 1 }) {
      let plain = layers.map { Layer(kernel: $0.kernel, stride: 1, dilation: $0.dilation) }
      draft.slip(.ignoredStride, .number(Double(field(plain))), working(plain))
    }
    let short = Array(layers.dropLast())
    draft.slip(.countedOne, .number(Double(field(short))), "One layer is missing: \(working(short))")
    slip(.forgotPlusOne, size - 1, layers.map { "\($0.span - 1)·jump" }.joined(separator: " + "))
    return draft
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

  private static func working(_ layers: [Layer]) -> String {
    let terms = zip(layers, steps(layers)).map { "\($0.0.span - 1)·\($0.1.jump)" }
    return "1 + \(terms.joined(separator: " + ")) = \(field(layers))"
  }
}
