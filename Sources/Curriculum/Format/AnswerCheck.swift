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

  /// The output cell `cell` of a convolution or pooling.
  func compare(with scene: Scene?, at cell: Position, _ entry: Entry) throws(LessonProblem) {
    let (value, arithmetic): (Double, String)
    do {
      switch scene {
      case .convolution(let scene):
        if case .signal(let mode) = scene.view {
          let step = try scene.signal(mode).step(cell.column)
          (value, arithmetic) = (step.sum, step.arithmetic())
          break
        }
        let step = try scene.convolution().step(at: cell)
        (value, arithmetic) = (step.value, step.arithmetic())
      case .pooling(let scene):
        let step = try scene.pooling().step(at: cell)
        (value, arithmetic) = (step.value, step.arithmetic())
      case .average, .race, .graph, nil:
        throw entry.problem(.expected("a conv or pool scene in the step", found: "another scene or none"))
      }
    } catch let error as LessonProblem {
      throw error
    } catch {
      throw entry.problem(.formula("\(error)"))
    }
    try compare(.number(value), arithmetic, entry)
  }

  private func compare(_ computed: Answer, _ shown: String, _ entry: Entry) throws(LessonProblem) {
    let isSame: Bool =
      switch (answer, computed) {
      case (.number(let one), .size(let extent)):
        extent.height == extent.width && one == Double(extent.height)
      default: answer.matches(computed, tolerance: tolerance)
      }
    guard isSame else { throw entry.problem(.wrongAnswer(stated: text, formula: shown)) }
  }
}
