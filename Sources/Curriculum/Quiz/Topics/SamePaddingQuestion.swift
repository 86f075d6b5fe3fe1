import Learning

extension QuizTopic {
  /// Padding that keeps the size.
  public static let samePadding = QuizTopic(
    "same-padding", "padding for the same size",
    misconceptions: [
      .ignoredDilation, .dilatedWholeKernel, .dilatedOnce, .paddedByKernel, .forgotHalving, .specialCase,
      .offByOne,
    ],
    draft: SamePaddingQuestion.draft)
}

extension Misconception {
  static let paddedByKernel = Misconception("padded-by-kernel", "padded by the kernel size")
  static let forgotHalving = Misconception("forgot-to-halve", "forgot to halve")
  static let specialCase = Misconception("took-a-special-case", "took a special case for the rule")
  static let offByOne = Misconception("off-by-one", "miscounted by one")
}

/// Padding that keeps the size at stride 1, now and then of a dilated kernel.
enum SamePaddingQuestion {
  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let kernel = generator.pick([3, 5, 7, 9, 11])
    let dilation = generator.oneIn(2) ? generator.integer(in: 2...4) : 1
    let input = generator.pick([28, 32, 56, 64])
    let span = dilation * (kernel - 1) + 1
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
    func slip(_ misconception: Misconception, _ value: Int, _ working: String) {
      draft.slip(misconception, .number(Double(value)), "\(working) = \(value)")
    }
    slip(.forgotHalving, span - 1, dilation == 1 ? "\(kernel) - 1" : "\(dilation)·(\(kernel) - 1)")
    if dilation > 1 {
      slip(.ignoredDilation, (kernel - 1) / 2, "(\(kernel) - 1) / 2")
      slip(.dilatedWholeKernel, (dilation * kernel - 1) / 2, "floor((\(dilation)·\(kernel) - 1) / 2)")
      slip(.dilatedOnce, (kernel + dilation - 2) / 2, "floor((\(kernel) + \(dilation) - 1 - 1) / 2)")
    }
    draft.slip(
      .paddedByKernel, .number(Double(kernel)),
      "\(kernel) zeros on each side make the output larger than the input.")
    draft.slip(.specialCase, .number(1), "1 is right for a 3x3 kernel without dilation only.")
    slip(.offByOne, (span + 1) / 2, dilation == 1 ? "(\(kernel) + 1) / 2" : "(\(span) + 1) / 2")
    return draft
  }
}
