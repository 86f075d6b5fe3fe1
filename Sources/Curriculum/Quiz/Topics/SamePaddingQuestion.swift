import Learning

extension QuizTopic {
  /// Padding that keeps the size.
  public static let samePadding = QuizTopic(
    "same-padding", "padding for the same size",
    misconceptions: [
      .forgotPadding, .ignoredDilation, .dilatedWholeKernel, .dilatedOnce, .paddedByKernel, .forgotHalving,
      .specialCase, .offByOne, .gaveSpan,
    ],
    draft: SamePaddingQuestion.draft)
}

extension Misconception {
  static let paddedByKernel = Misconception("padded-by-kernel", "padded by the kernel size")
  static let forgotHalving = Misconception("forgot-to-halve", "forgot to halve")
  static let gaveSpan = Misconception("gave-the-span", "gave the span")
}

/// Padding that keeps the size at stride 1, now and then of a dilated kernel.
enum SamePaddingQuestion {
  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let kernel = generator.pick([3, 5, 7, 9, 11])
    let dilation = generator.oneIn(2) ? generator.integer(in: 2...4) : 1
    let input = generator.pick([28, 32, 48, 56, 64, 96, 128, 224])
    let span = dilation * (kernel - 1) + 1
    guard span <= input else { return draft(using: &generator) }
    let padding = ConvolutionAxis.samePadding(kernel: kernel, dilation: dilation) ?? 0
    let gaps = dilation == 1 ? "" : ", dilation \(dilation)"
    var draft = QuestionDraft(
      "Which padding keeps a \(input)x\(input) input at its size? Kernel \(kernel)x\(kernel)\(gaps), stride 1.",
      kind: .number,
      given: [
        "input": .integer(input), "kernel": .integer(kernel), "stride": .integer(1),
        "dilation": .integer(dilation),
      ],
      answer: .number(Double(padding)),
      hints: [
        "n + 2p - span + 1 has to be n again.",
        dilation == 1
          ? "So 2p = f - 1." : "So 2p = span - 1, and the span is \(dilation)·(\(kernel) - 1) + 1 = \(span).",
      ],
      solution: dilation == 1
        ? "p = (\(kernel) - 1) / 2 = \(padding)" : "p = \(dilation)·(\(kernel) - 1) / 2 = \(padding)")
    /// What `value` makes of the input, where it is claimed as a padding.
    func outcome(_ value: Int) -> String {
      "with p = \(value) the output side is \(input) + 2·\(value) - \(span) + 1 = \(input + 2 * value - span + 1), "
        + "not \(input)."
    }
    draft.slip(
      .forgotHalving, span - 1, dilation == 1 ? "\(kernel) - 1" : "\(dilation)·(\(kernel) - 1)",
      "so many zeros are needed in all, half of them on each side.")
    if dilation > 1 {
      draft.slip(
        .ignoredDilation, (kernel - 1) / 2, "(\(kernel) - 1) / 2",
        "a dilated kernel spans d(f - 1) + 1 cells, here \(span), and it is span - 1 that is halved.")
      draft.slip(
        .dilatedWholeKernel, (dilation * kernel - 1) / 2, "floor((\(dilation)·\(kernel) - 1) / 2)",
        "only the f - 1 gaps grow, so the span is \(dilation)·(\(kernel) - 1) + 1 = \(span).")
      draft.slip(
        .dilatedOnce, (kernel + dilation - 2) / 2, "floor((\(kernel) + \(dilation) - 1 - 1) / 2)",
        "every one of the f - 1 gaps grows, so the span is \(dilation)·(\(kernel) - 1) + 1 = \(span).")
    }
    if dilation > 1 {
      draft.slip(
        .gaveSpan, span, "\(dilation)·(\(kernel) - 1) + 1",
        "so many cells lie under the kernel; it is span - 1 that is halved.")
      draft.slip(
        .dilatedWholeKernel, dilation * kernel, "\(dilation)·\(kernel)",
        "only the f - 1 gaps grow, so the span is \(dilation)·(\(kernel) - 1) + 1 = \(span), and half of span - 1 is "
          + "the padding.")
    }
    draft.slip(.forgotPadding, .number(0), outcome(0).capitalised)
    draft.slip(.paddedByKernel, .number(Double(kernel)), outcome(kernel).capitalised)
    draft.slip(.specialCase, .number(1), "1 belongs to a 3x3 kernel without dilation; here \(outcome(1))")
    draft.slip(
      .offByOne, (span + 1) / 2, dilation == 1 ? "(\(kernel) + 1) / 2" : "(\(span) + 1) / 2",
      dilation == 1 ? "it is f - 1 that is halved." : "it is span - 1 that is halved.")
    return draft
  }
}
