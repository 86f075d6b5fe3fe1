import Learning

/// A row of different generated questions: the same topics and seed always give the same row. It ends when its topics
/// have no more.
public struct Quiz: Sequence, IteratorProtocol, Hashable, Sendable {
  /// What the questions are about; more than one topic mix.
  public let topics: [QuizTopic]
  /// Determines every question.
  public let seed: UInt64
  /// How many questions have been drawn, those among them that were there already.
  public private(set) var count = 0
  /// What has been asked.
  private var prompts: Set<String> = []

  /// After so many draws that brought nothing new there is nothing new. The smallest topic has some hundred questions.
  private static let patience = 4000

  /// Questions about `topics`, all of them when the list is empty.
  public init(topics: [QuizTopic] = [], seed: UInt64) {
    self.topics = topics.isEmpty ? QuizTopic.allCases : topics
    self.seed = seed
  }

  /// The next question. Of several topics each comes once before any comes again, in an order of the seed, as long as
  /// each has more.
  public mutating func next() -> GeneratedQuestion? {
    for _ in 0..<Self.patience {
      let (round, place) = count.quotientAndRemainder(dividingBy: topics.count)
      count += 1
      let topic = Self.shuffled(topics, seed: seed &+ UInt64(round))[place]
      let question = GeneratedQuestion(topic: topic, seed: seed, number: count)
      if prompts.insert(question.question.prompt).inserted { return question }
    }
    return nil
  }

  private static func shuffled(_ topics: [QuizTopic], seed: UInt64) -> [QuizTopic] {
    var generator = SplitMix64(seed: seed)
    var topics = topics
    for last in topics.indices.dropFirst().reversed() {
      topics.swapAt(last, generator.integer(in: 0...last))
    }
    return topics
  }
}

extension GeneratedQuestion {
  /// Question `number` (from 1) of `seed` about `topic`.
  ///
  /// A draw that is not worth asking is made again: a question needs at least two wrong answers, and three are aimed at
  /// that one or two misconceptions explain.
  public init(topic: QuizTopic, seed: UInt64, number: Int) {
    var mixer = SplitMix64(seed: seed)
    let salt = mixer.next() ^ UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15
    var generator = SplitMix64(seed: salt)
    var best = topic.draft(&generator)
    var draws = 1
    while draws < 8 ? !best.isClear : best.wrong.count < 2 {
      let other = topic.draft(&generator)
      if other.isClear || other.wrong.count > best.wrong.count { best = other }
      draws += 1
    }
    id = "\(topic.rawValue)-\(seed)-\(number)"
    self.topic = topic
    given = best.given
    question = best.question
  }
}
