import Learning

extension LessonStep {
  init(_ entry: Entry) throws(LessonProblem) {
    let fields = try Fields(entry, of: "a step", known: ["id", "text", "scene", "question", "notes"])
    place = entry.place
    id = try fields.required("id").identifier()
    text = LessonText(try fields.required("text").text())
    notes = try fields["notes"]?.text()
    scene = try fields["scene"]?.scene()
    question = try fields["question"].map { [scene] entry throws(LessonProblem) in
      try Question(entry, scene: scene)
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
}
