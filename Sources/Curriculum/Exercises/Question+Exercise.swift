import Learning

extension Question: ExerciseRules {
  static var field: String { "question" }

  static func exercise(_ entry: Entry, scene: Scene?, isSceneBroken: Bool, _ faults: inout Faults)
    -> Exercise?
  {
    Question(entry, scene: scene, isSceneBroken: isSceneBroken, &faults).map(Exercise.question)
  }

  func session(_ lesson: LessonHeader, step: String, after progress: Progress) -> any ExerciseSession {
    QuestionSession(self, lesson: lesson, step: step, after: progress)
  }

  func answer(missingFrom words: [String]) -> String? { isAnswered(by: words) ? nil : answerText }

  var marked: [String] { hints + wrong.flatMap(\.workings) + [prompt, solution] }

  func texts(in entry: Entry?) -> [LimitedText] {
    let (hintItems, wrongItems) = (entry?["hints"]?.items ?? [], entry?["wrong"]?.items ?? [])
    func holds(_ entry: Entry?, _ text: String) -> Bool {
      if case .text(let held)? = entry?.content { held.trimmed == text } else { false }
    }
    var texts = [LimitedText("the prompt", prompt, rows: 4, entry?["prompt"])]
    texts += choices.map { text in
      LimitedText("a choice", text, rows: 1, entry?["choices"]?.items.first { holds($0, text) })
    }
    texts += zip(hints, hintItems).map { LimitedText("a hint", $0, rows: 4, $1) }
    texts += wrong.flatMap { answer in
      let place = wrongItems.first { holds($0["answer"], answer.text) }?["why"]
      return answer.workings.map { LimitedText("the reply to \(answer.text)", $0, rows: 5, place) }
    }
    texts.append(LimitedText("the solution", solution, rows: 7, entry?["solution"]))
    return texts
  }
}

extension QuestionSession: ExerciseSession {
  var asked: [String] { TextLines.question(question) }
  var howToAnswer: String { question.request }
}
