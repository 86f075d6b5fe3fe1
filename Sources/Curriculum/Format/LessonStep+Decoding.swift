import Learning

extension LessonStep {
  private static let known = ["id", "text", "scene", "sight", "question", "after", "shows", "notes"]

  init(_ entry: Entry) throws(LessonProblem) {
    let fields = try Fields(entry, of: "a step", known: Self.known)
    place = entry.place
    id = try fields.required("id").identifier()
    text = LessonText(try fields.required("text").text())
    notes = try fields["notes"]?.text()
    scene = try fields["scene"]?.scene()
    question = try fields["question"].map { [scene] entry throws(LessonProblem) in
      try Question(entry, scene: scene)
    }
    after = try fields["after"]?.scene()
    sight = try fields["sight"]?.list { entry throws(LessonProblem) in try entry.sight() } ?? []
    shows = try fields["shows"]?.pictureWords() ?? []
    if let early = fields["after"] ?? fields["shows"], question == nil {
      throw early.problem(.missing(field: "question", of: "a step with \(early.name)"))
    }
    if let sight = fields["sight"], scene == nil {
      throw sight.problem(.missing(field: "scene", of: "a step with sight"))
    }
    if let shown = fields["shows"], let question, !question.isAnswered(by: shows.map(\.text)) {
      throw shown.problem(
        .wrongAnswer(stated: question.answerText, formula: "the picture is said to show something else"))
    }
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
