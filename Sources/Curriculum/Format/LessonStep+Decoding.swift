import Learning

extension LessonStep {
  private static let known =
    ["id", "text", "scene", "sight", "after", "shows", "notes"] + Exercise.kinds.map { $0.field }

  /// Reads a step; `nil` when something is wrong with it, all of which is added to `faults`.
  init?(_ entry: Entry, _ faults: inout Faults) {
    let before = faults.all.count
    guard let fields = Fields(entry, of: "a step", known: Self.known, &faults) else { return nil }
    let id = faults.required("id", in: fields) { entry throws(LessonProblem) in try entry.identifier() }
    let text = faults.text("text", in: fields)
    let notes = faults.optional("notes", in: fields) { entry throws(LessonProblem) in try entry.text() }
    let scene = faults.optional("scene", in: fields) { entry throws(LessonProblem) in try entry.scene() }
    let isSceneBroken = scene == nil && fields["scene"] != nil
    let exercise = Exercise.kinds.lazy.compactMap { kind in fields[kind.field].map { (kind, $0) } }.first
      .flatMap { $0.exercise($1, scene: scene, isSceneBroken: isSceneBroken, &faults) }
    if let other = Exercise.kinds.compactMap({ fields[$0.field] }).dropFirst().first {
      faults.add(other.problem(.duplicate("what the step asks for")))
    }
    let after = faults.optional("after", in: fields) { entry throws(LessonProblem) in try entry.scene() }
    let sight = faults.optional("sight", in: fields) { entry throws(LessonProblem) in
      try entry.list { item throws(LessonProblem) in try item.sight() }
    }
    let shows = faults.optional("shows", in: fields) { entry throws(LessonProblem) in try entry.pictureWords()
    }
    let asking = Exercise.kinds.map { $0.field }
    for early in ["after", "shows"] where asking.allSatisfy({ fields[$0] == nil }) {
      if let entry = fields[early] {
        faults.add(
          entry.problem(.missing(field: asking.joined(separator: " or "), of: "a step with \(early)")))
      }
    }
    if let sight = fields["sight"], fields["scene"] == nil {
      faults.add(sight.problem(.missing(field: "scene", of: "a step with sight")))
    }
    if let entry = fields["shows"], let shows, let answer = exercise?.answer(missingFrom: shows.map(\.text)) {
      faults.add(
        entry.problem(
          .wrongAnswer(stated: answer, formula: "the picture is said to show something else")))
    }
    guard faults.all.count == before, let id, let text else { return nil }
    self.init(
      id: id, text: LessonText(text), scene: scene, sight: sight ?? [], exercise: exercise, after: after,
      shows: shows ?? [], notes: notes, place: entry.place)
  }
}

extension Entry {
  /// A scene string, read by the type that shows it.
  func scene() throws(LessonProblem) -> Scene {
    let text = try line()
    do {
      return try Scene(parsing: text)
    } catch {
      throw problem(.scene(error.description))
    }
  }

  /// One entry of words in a picture, or a list of them.
  fileprivate func pictureWords() throws(LessonProblem) -> [PictureWords] {
    guard case .list = content else { return [PictureWords(text: try line(), place: place)] }
    return try list { entry throws(LessonProblem) in PictureWords(text: try entry.line(), place: entry.place)
    }
  }

  /// Words that are in sight at once, or `{press: keys, see: words}`.
  fileprivate func sight() throws(LessonProblem) -> Sight {
    guard case .fields = content else { return Sight(keys: [], words: try pictureWords()) }
    let fields = try Fields(self, of: "an item of sight", known: ["press", "see"])
    let keys = try fields.required("press").line().split(separator: " ").map(String.init)
    return Sight(keys: keys, words: try fields.required("see").pictureWords())
  }
}
