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
    guard !readings.isEmpty else { return .unreadable(expected: kind.example) }
    if readings.contains(where: isRight) { return .right }
    for reading in readings {
      if let wrong = exactWrong(for: reading) { return .slip(wrong) }
    }
    if let wanting = wanting(in: reply, readings) { return .unfinished(wanting: wanting) }
    for reading in readings {
      let wrong =
        wrong.first { isRounded(reply, reading, from: $0.answer) } ?? earlyRounding(leadingTo: reading)
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

  /// How an answer is to be written.
  public var request: String { Self.request(kind.example) }

  static func request(_ expected: String) -> String { "Please answer with \(expected)." }

  /// Judges an answer that was picked rather than typed.
  public func grade(_ answer: Answer) -> Verdict {
    if isRight(answer) { return .right }
    return exactWrong(for: answer).map(Verdict.slip) ?? .wrong
  }

  private func exactWrong(for reading: Answer) -> WrongAnswer? {
    wrong.first { $0.isMeant(by: reading, tolerance: tolerance) }
  }

  /// The wrong answer that `reading` is near to. A wrong number that is not whole need not be typed with all its
  /// decimals: then the nearest one that is near enough is meant.
  private func nearWrong(for reading: Answer) -> WrongAnswer? {
    if kind == .size, case .numbers = reading {
      return wrong.first { reading.matches($0.answer, tolerance: 0.05) }
    }
    guard case .number(let value) = reading else { return nil }
    let near = wrong.compactMap { wrong -> (distance: Double, wrong: WrongAnswer)? in
      guard case .number(let other) = wrong.answer, other != other.rounded() else { return nil }
      let distance = abs(value - other)
      return distance <= (kind == .size ? 0.05 : 0.002 * abs(other)) ? (distance, wrong) : nil
    }
    return near.min { $0.distance < $1.distance }?.wrong
  }

  func isRight(_ reading: Answer) -> Bool {
    reading.matches(answer, tolerance: tolerance) || isShapeInAnotherOrder(reading)
  }

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

extension AnswerKind {
  /// How an answer is written, to stand after "answer with".
  var example: String {
    switch self {
    case .number, .cell: "a number, such as 2.5 or 1e-3"
    case .size: "a size such as 5 or 5x7, or with \"cannot\""
    case .numbers: "numbers, such as 1, 2, 3"
    case .choice: "the letter of a choice"
    case .order: "all letters in order, such as b a c"
    }
  }
}
