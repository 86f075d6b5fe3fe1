import Learning

/// Compares the answer written in a lesson with what its formula or scene gives.
struct AnswerCheck {
  let answer: Answer
  let text: String
  let tolerance: Double

  func compare(with formula: Formula, _ entry: Entry) throws(LessonProblem) {
    let (computed, shown): (Answer, String)
    do { (computed, shown) = try formula.result() } catch { throw entry.problem(.formula(error.reason)) }
    try compare(computed, shown, entry)
  }

  /// The output cell `cell` of a scene that has some.
  func compare(with scene: Scene?, at cell: Position, _ entry: Entry) throws(LessonProblem) {
    guard let scene = scene?.state as? any OutputScene else {
      let labs = Scene.labsWithOutput.joined(separator: " or ")
      throw entry.problem(.expected("a \(labs) scene in the step", found: "another scene or none"))
    }
    let (value, arithmetic): (Double, String)
    do { (value, arithmetic) = try scene.output(at: cell) } catch {
      throw entry.problem(.formula("\(error)"))
    }
    try compare(.number(value), arithmetic, entry)
  }

  private func compare(_ computed: Answer, _ shown: String, _ entry: Entry) throws(LessonProblem) {
    // One number says the size of a square.
    var computed = computed
    if case .number = answer, case .size(let extent) = computed, extent.height == extent.width {
      computed = .number(Double(extent.height))
    }
    guard answer.matches(computed, tolerance: tolerance) else {
      throw entry.problem(.wrongAnswer(stated: text, formula: shown))
    }
  }
}
