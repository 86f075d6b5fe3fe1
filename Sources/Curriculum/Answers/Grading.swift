/// What a reply is worth.
public enum Verdict: Hashable, Sendable {
  /// Right.
  case right
  /// Wrong in a way that is known by name.
  case slip(WrongAnswer)
  /// Wrong otherwise.
  case wrong
  /// On the right way, with something wanting, which it says: no attempt yet.
  case unfinished(wanting: String)
  /// No answer of the kind that was asked for; says how to write one.
  case unreadable(expected: String)

  /// What is asked of a learner whose reply is no attempt; `nil` for an attempt.
  public var request: String? {
    switch self {
    case .right, .slip, .wrong: nil
    case .unfinished(let wanting): wanting
    case .unreadable(let expected): Question.request(expected)
    }
  }
}

extension Question {
  /// Judges what the learner typed.
  public func grade(_ reply: String) -> Verdict {
    let readings = readings(of: reply)
    guard !readings.isEmpty else { return .unreadable(expected: kind.rules.example) }
    if readings.contains(where: isRight) { return .right }
    for reading in readings {
      if let wrong = exactWrong(for: reading) { return .slip(wrong) }
    }
    if let wanting = kind.rules.wanting(in: reply, readings, to: self) {
      return .unfinished(wanting: wanting)
    }
    for reading in readings {
      let wrong =
        wrong.first { isRounded(reply, reading, from: $0) } ?? earlyRounding(leadingTo: reading)
        ?? nearWrong(for: reading)
      if let wrong { return .slip(wrong) }
    }
    return .wrong
  }

  /// What `reply` most likely means; `nil` when it is no answer to this question.
  public func reading(of reply: String) -> Answer? {
    readings(of: reply).first
  }

  /// All that `reply` may mean, the likeliest first.
  func readings(of reply: String) -> [Answer] {
    AnswerReader(kind: kind, choices: choices).readings(of: reply)
  }

  /// Whether an answer is picked from the choices instead of typed.
  public var isPicked: Bool { kind.rules.isPicked }

  /// What begins an answer without more ado, to stand after "begin with".
  public var beginnings: String { kind.rules.beginnings }

  /// What stands in an empty field, where the question alone does not say how to answer.
  public var placeholder: String? { kind.rules.placeholder }

  /// Whether an answer may begin with `character`, so that typing it where an answer is expected begins one.
  public func mayBeAnsweredBeginning(with character: Character) -> Bool {
    kind.rules.mayBegin(with: character, choices: choices)
  }

  /// Whether an answer may begin with a name that begins with `character`, which then begins one where the key means
  /// nothing else.
  public func mayBeAnsweredByName(beginningWith character: Character) -> Bool {
    kind.rules.mayBeginWithName(character)
  }

  /// The right answer in words: a choice with its text, an order with its items.
  public var answerWords: String { kind.rules.words(for: self) }

  /// The right answer in words for who has the question before the eyes: an order in letters.
  public var speakersAnswer: String { kind.rules.speakersWords(for: self) }

  /// How an answer is to be written.
  public var request: String { Self.request(kind.rules.example) }

  static func request(_ expected: String) -> String { "Please answer with \(expected)." }

  /// Judges an answer that was picked rather than typed.
  public func grade(_ answer: Answer) -> Verdict {
    if isRight(answer) { return .right }
    return exactWrong(for: answer).map(Verdict.slip) ?? .wrong
  }

  private func exactWrong(for reading: Answer) -> WrongAnswer? {
    wrong.first { $0.isMeant(by: reading, tolerance: tolerance) }
  }

  /// The wrong answer that `reading` is nearest to, where one is near enough.
  private func nearWrong(for reading: Answer) -> WrongAnswer? {
    wrong.compactMap { wrong in
      kind.rules.distance(from: reading, to: wrong.answer).map { (distance: $0, wrong: wrong) }
    }
    .min { $0.distance < $1.distance }?.wrong
  }

  func isRight(_ reading: Answer) -> Bool { kind.rules.isRight(reading, to: self) }

  /// What to say to `verdict`, in paragraphs: for a slip its name, and how it leads to the reply.
  /// The worked answer is not among them; it comes when the learner asks for it or gives up.
  public func response(to verdict: Verdict) -> [String] {
    switch verdict {
    case .right: ["Right."]
    case .slip(let wrong): ["Not quite: you \(wrong.title)."] + wrong.workings
    case .wrong: ["Not quite."]
    case .unfinished(let wanting): [wanting]
    case .unreadable(let expected): [Self.request(expected)]
    }
  }
}
