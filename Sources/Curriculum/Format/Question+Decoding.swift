import Learning

extension Question {
  private static let known = [
    "prompt", "kind", "answer", "tolerance", "choices", "at", "picture", "formula", "wrong", "hints",
    "solution",
  ]

  /// Reads a question of a step that shows `scene`, and works its answer out again where it can.
  init(_ entry: Entry, scene: Scene?) throws(LessonProblem) {
    let fields = try Fields(entry, of: "a question", known: Self.known)
    let kind = try fields.required("kind").word(AnswerKind.self)
    let listed = try fields["choices"]?.list { entry throws(LessonProblem) in try entry.line() } ?? []
    let shown = kind == .order ? Self.shuffled(listed) : Array(listed.indices)
    let choices = shown.map { listed[$0] }
    try Self.check(choices, kind: kind, fields, entry)

    let reader = QuestionReader(kind: kind, choices: choices)
    let answer: (answer: Answer, text: String)
    if kind == .order {
      let order = Answer.order(listed.indices.map { item in shown.firstIndex(of: item) ?? item })
      answer = (order, order.text)
    } else {
      answer = try reader.answer(fields.required("answer"))
    }
    let tolerance = try fields["tolerance"]?.number() ?? QuestionReader.usualTolerance(of: answer.text, kind)
    let cell = try fields["at"].map { entry throws(LessonProblem) in try reader.position(entry) }

    let check = AnswerCheck(answer: answer.answer, text: answer.text, tolerance: tolerance)
    if kind == .cell {
      guard let cell else { throw entry.problem(.missing(field: "at", of: "a question about a cell")) }
      try check.compare(with: scene, at: cell, fields.required("answer"))
    } else if let at = fields["at"] {
      throw at.problem(.expected("no cell", found: "\"at\" in a question of the kind \(kind.rawValue)"))
    }
    if let formula = fields["formula"] { try check.compare(with: Formula(formula), formula) }

    self.init(
      prompt: try fields.required("prompt").text(), kind: kind, answer: answer.answer,
      answerText: answer.text,
      tolerance: tolerance, choices: choices, cell: cell,
      picture: try Self.picture(fields["picture"], of: kind, beside: scene),
      wrong: try reader.wrongAnswers(fields["wrong"], besides: answer.answer, tolerance: tolerance),
      hints: try fields.required("hints").list { entry throws(LessonProblem) in try entry.text() },
      solution: try fields.required("solution").text())
  }

  /// A hidden cell is always asked for in its picture.
  private static func picture(
    _ entry: Entry?, of kind: AnswerKind, beside scene: Scene?
  ) throws(LessonProblem) -> QuestionPicture {
    guard let entry else { return kind == .cell ? .beside : .hidden }
    guard scene != nil else { throw entry.problem(.expected("a scene in the step", found: "none to show")) }
    return try entry.word(QuestionPicture.self)
  }

  private static func check(
    _ choices: [String], kind: AnswerKind, _ fields: Fields, _ entry: Entry
  ) throws(LessonProblem) {
    switch kind {
    case .choice, .order:
      guard (2...9).contains(choices.count) else {
        throw (fields["choices"] ?? entry).problem(
          .expected("two to nine choices", found: "\(choices.count)"))
      }
      guard Set(choices.map(AnswerReader.plain)).count == choices.count else {
        throw (fields["choices"] ?? entry).problem(.duplicate("a choice"))
      }
    case .number, .size, .numbers, .cell:
      if let needless = fields["choices"] {
        throw needless.problem(
          .unknownField("choices", of: "a question of kind \(kind.rawValue)", nearest: nil))
      }
    }
  }

  /// Indices in another order than the right one, always the same for the same items.
  private static func shuffled(_ items: [String]) -> [Int] {
    let seed = items.joined(separator: "\n").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3  // FNV-1a
    }
    var generator = SplitMix64(seed: seed)
    var order = Array(items.indices)
    while order.count > 1, order == Array(items.indices) {
      for last in order.indices.dropFirst().reversed() {
        order.swapAt(last, generator.integer(in: 0...last))
      }
    }
    return order
  }
}

/// Reads the answers of one question as lessons spell them.
struct QuestionReader {
  let kind: AnswerKind
  let choices: [String]

  func answer(_ entry: Entry) throws(LessonProblem) -> (answer: Answer, text: String) {
    let text = try entry.line()
    guard let answer = AnswerReader(kind: kind, choices: choices).readings(of: text).first else {
      throw entry.expected(kind.example)
    }
    return (answer, text)
  }

  func wrongAnswers(
    _ entry: Entry?, besides right: Answer, tolerance: Double
  ) throws(LessonProblem) -> [WrongAnswer] {
    var found: [WrongAnswer] = []
    for item in try entry?.list() ?? [] {
      let fields = try Fields(item, of: "a wrong answer", known: ["answer", "slip", "why"])
      let (answer, text) = try self.answer(fields.required("answer"))
      let wrong = WrongAnswer(
        answer, text: text, try fields.required("slip").word(Misconception.self),
        working: try fields.required("why").text())
      // Several slips may lead to one answer; then all of them are told.
      if let place = found.firstIndex(where: { $0.text == text && $0.answer == answer }),
        !found[place].explanations.contains(where: { wrong.misconceptions.contains($0.misconception) })
      {
        for other in wrong.explanations {
          found[place].add(other.misconception, working: other.working)
        }
        continue
      }
      let isKnown = found.contains {
        $0.isMeant(by: answer, tolerance: tolerance) || wrong.isMeant(by: $0.answer, tolerance: tolerance)
      }
      if isKnown || answer.matches(right, tolerance: tolerance) {
        throw item.problem(.duplicate("the answer \(Echo.quote(text))"))
      }
      found.append(wrong)
    }
    return found
  }

  func position(_ entry: Entry) throws(LessonProblem) -> Position {
    let numbers = try entry.text().split(separator: ",").map { Int($0.trimmed) }
    guard numbers.count == 2, let row = numbers[0], let column = numbers[1], row >= 0, column >= 0 else {
      throw entry.expected("a row and a column, such as 0,1")
    }
    return Position(row: row, column: column)
  }

  /// Half a unit in the last place of a decimal number; whole numbers have to be met.
  static func usualTolerance(of text: String, _ kind: AnswerKind) -> Double {
    guard kind == .number || kind == .cell, let point = text.firstIndex(of: ".") else { return 0 }
    let fraction = text[text.index(after: point)...]
    let places = fraction.prefix { $0.isNumber }.count
    let exponent =
      fraction.firstIndex { $0 == "e" || $0 == "E" }.flatMap { Int(fraction[$0...].dropFirst()) } ?? 0
    guard (-299...299).contains(exponent) else { return 0 }
    return 0.5 * Self.powerOfTen(exponent - places)
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    (0..<exponent.magnitude).reduce(1.0) { power, _ in exponent > 0 ? power * 10 : power / 10 }
  }
}
