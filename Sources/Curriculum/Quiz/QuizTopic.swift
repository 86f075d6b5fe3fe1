import Learning

/// What generated questions are about. A topic is made in a file of its own, with its misconceptions and all that is
/// said about them; ``allCases`` has a line for it.
public struct QuizTopic: RawRepresentable, CaseIterable, Hashable, Codable, Sendable {
  /// All topics, in the order of lists.
  public static let allCases: [QuizTopic] = [
    .outputSize,
    .samePadding,
    .parameters,
    .multiplyAdds,
    .shapeChain,
    .receptiveField,
    .convolutionCell,
    .channels,
    .poolingCell,
    .movingAverage,
    .biasCorrection,
    .optimizerStep,
    .softmax,
    .softmaxGradient,
    .activationSlope,
    .chainRule,
    .vanishingFactor,
    .initialRange,
    .batchNorm,
    .stepsPerEpoch,
    .batchSizes,
    .overfittingCurve,
    .dropout,
  ]

  /// How commands, lessons and logs spell it: `output-size`.
  public let rawValue: String
  /// What it is called in a list.
  public let title: String
  /// All that its questions may name behind a wrong answer.
  let misconceptions: [Misconception]
  /// One draw of a question, which may have too few wrong answers to be asked.
  let draft: @Sendable (inout SplitMix64) -> QuestionDraft

  init(
    _ rawValue: String, _ title: String, misconceptions: [Misconception],
    draft: @escaping @Sendable (inout SplitMix64) -> QuestionDraft
  ) {
    (self.rawValue, self.title, self.misconceptions, self.draft) = (rawValue, title, misconceptions, draft)
  }

  /// The topic that is spelt `rawValue`, if there is one.
  public init?(rawValue: String) {
    guard let topic = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = topic
  }

  /// Topics are the same when their spellings are.
  public static func == (one: QuizTopic, other: QuizTopic) -> Bool { one.rawValue == other.rawValue }

  /// The spelling stands for the topic.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
