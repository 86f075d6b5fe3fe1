import Learning

extension Question {
  private static let known = [
    "prompt", "kind", "answer", "tolerance", "choices", "at", "picture", "formula", "wrong", "hints",
    "solution",
  ]

  /// Reads a question of a step that shows `scene`, and works its answer out again where it can; `nil` when something is
  /// wrong with it, all of which is added to `faults`.
  ///
  /// - Parameter isSceneBroken: whether the step has a scene that does not open, so that it cannot be asked for the answer.
  init?(_ entry: Entry, scene: Scene?, isSceneBroken: Bool, _ faults: inout Faults) {
    let before = faults.all.count
    guard let fields = Fields(entry, of: "a question", known: Self.known, &faults) else { return nil }
    let kind = faults.required("kind", in: fields) { entry throws(LessonProblem) in
      try entry.word(AnswerKind.self)
    }
    let prompt = faults.text("prompt", in: fields)
    let hints = faults.required("hints", in: fields) { entry throws(LessonProblem) in
      try entry.list { item throws(LessonProblem) in try item.text() }
    }
    let solution = faults.text("solution", in: fields)
    guard let kind else { return nil }
    let rules = kind.rules
    for name in rules.needlessFields {
      let refusal = rules.refusal(of: name)
      let usual = LessonProblem.Kind.unknownField(
        name, of: "a question of kind \(kind.rawValue)", nearest: nil)
      guard let problem = fields.problem(refusal ?? usual, atNameOf: name) else { continue }
      faults.add(problem)
    }
    guard let listing = Self.listing(rules, fields, entry, &faults) else { return nil }
    let reader = QuestionReader(kind: kind, choices: listing.shown)
    let answer =
      listing.answer.map { (answer: $0, text: $0.text) }
      ?? faults.required("answer", in: fields) { entry throws(LessonProblem) in try reader.answer(entry) }
    let tolerance =
      faults.optional("tolerance", in: fields) { entry throws(LessonProblem) in
        try reader.tolerance(entry)
      } ?? rules.usualTolerance(of: answer?.text ?? "")
    let wrong = reader.wrongAnswers(fields["wrong"], besides: answer?.answer, tolerance: tolerance, &faults)
    let picture: QuestionPicture? =
      isSceneBroken
      ? .hidden
      : faults.reading { () throws(LessonProblem) in
        try Self.picture(fields["picture"], of: rules, beside: scene)
      }
    guard let answer, let prompt, let hints, let solution, let picture else { return nil }

    let check = AnswerCheck(answer: answer.answer, text: answer.text, tolerance: tolerance)
    var cell: Position?
    if rules.asksForCell {
      cell = faults.required("at", in: fields) { entry throws(LessonProblem) in try reader.position(entry) }
      if let cell, let entry = fields["answer"], !isSceneBroken {
        faults.reading { () throws(LessonProblem) in try check.compare(with: scene, at: cell, entry) }
      }
    }
    faults.optional("formula", in: fields) { entry throws(LessonProblem) in
      try check.compare(with: Formula(entry), entry)
    }
    guard faults.all.count == before else { return nil }
    self.init(
      prompt: prompt, kind: kind, answer: answer.answer, answerText: answer.text, tolerance: tolerance,
      choices: listing.shown, cell: cell, picture: picture, wrong: wrong, hints: hints, solution: solution)
  }

  /// A hidden cell is always asked for in its picture.
  private static func picture(
    _ entry: Entry?, of rules: any AnswerRules, beside scene: Scene?
  ) throws(LessonProblem) -> QuestionPicture {
    guard let entry else { return rules.asksForCell ? .beside : .hidden }
    guard scene != nil else { throw entry.problem(.expected("a scene in the step", found: "none to show")) }
    let picture = try entry.word(QuestionPicture.self)
    guard !rules.asksForCell || picture != .hidden else {
      throw entry.problem(
        .expected("beside or covered, since a cell is asked for in its picture", found: "hidden"))
    }
    return picture
  }

  /// The choices as they are shown, empty for kinds without; `nil` when something is wrong with them, which is added to
  /// `faults`.
  private static func listing(
    _ rules: any AnswerRules, _ fields: Fields, _ entry: Entry, _ faults: inout Faults
  ) -> ChoiceListing? {
    guard rules.listing([]) != nil else { return ChoiceListing(shown: [], answer: nil) }
    let listed = faults.required("choices", in: fields) { entry throws(LessonProblem) in
      try entry.list { item throws(LessonProblem) in try item.line() }
    }
    guard let listed else { return nil }
    let place = fields["choices"] ?? entry
    guard (2...9).contains(listed.count) else {
      faults.add(place.problem(.expected("two to nine choices", found: "\(listed.count)")))
      return nil
    }
    guard Set(listed.map(AnswerReader.plain)).count == listed.count else {
      faults.add(place.problem(.duplicate("a choice")))
      return nil
    }
    return rules.listing(listed)
  }
}

/// Reads the answers of one question as lessons spell them.
struct QuestionReader {
  let kind: AnswerKind
  let choices: [String]

  func answer(_ entry: Entry) throws(LessonProblem) -> (answer: Answer, text: String) {
    let text = try entry.line()
    guard let answer = AnswerReader(kind: kind, choices: choices).readings(of: text).first else {
      throw entry.expected(kind.rules.example)
    }
    return (answer, text)
  }

  /// What a number may be off by.
  func tolerance(_ entry: Entry) throws(LessonProblem) -> Double {
    let tolerance = try entry.number()
    guard tolerance >= 0 else { throw entry.expected("a number from 0 on") }
    return tolerance
  }

  /// The wrong answers listed in `entry`, those that can be read.
  func wrongAnswers(
    _ entry: Entry?, besides right: Answer?, tolerance: Double, _ faults: inout Faults
  ) -> [WrongAnswer] {
    guard let entry else { return [] }
    var found: [WrongAnswer] = []
    for item in faults.reading({ () throws(LessonProblem) in try entry.list() }) ?? [] {
      guard let wrong = wrongAnswer(item, &faults) else { continue }
      // Several slips may lead to one answer; then all of them are told.
      if let place = found.firstIndex(where: { $0.text == wrong.text && $0.answer == wrong.answer }),
        !found[place].explanations.contains(where: { wrong.misconceptions.contains($0.misconception) })
      {
        for other in wrong.explanations {
          found[place].add(other.misconception, working: other.working)
        }
        continue
      }
      let isKnown = found.contains {
        $0.isMeant(by: wrong.answer, tolerance: tolerance)
          || wrong.isMeant(by: $0.answer, tolerance: tolerance)
      }
      if isKnown || right.map({ wrong.answer.matches($0, tolerance: tolerance) }) == true {
        faults.add(item.problem(.duplicate("the answer \(Echo.quote(wrong.text))")))
        continue
      }
      found.append(wrong)
    }
    return found
  }

  private func wrongAnswer(_ item: Entry, _ faults: inout Faults) -> WrongAnswer? {
    guard let fields = Fields(item, of: "a wrong answer", known: ["answer", "slip", "why"], &faults) else {
      return nil
    }
    let answer = faults.required("answer", in: fields) { entry throws(LessonProblem) in
      try self.answer(entry)
    }
    let slip = faults.required("slip", in: fields) { entry throws(LessonProblem) in
      try entry.word(Misconception.self)
    }
    let why = faults.text("why", in: fields)
    guard let answer, let slip, let why else { return nil }
    return WrongAnswer(answer.answer, text: answer.text, slip, working: why)
  }

  func position(_ entry: Entry) throws(LessonProblem) -> Position {
    let numbers = try entry.text().split(separator: ",").map { Int($0.trimmed) }
    guard numbers.count == 2, let row = numbers[0], let column = numbers[1], row >= 0, column >= 0 else {
      throw entry.expected("a row and a column, such as 0,1")
    }
    return Position(row: row, column: column)
  }
}
