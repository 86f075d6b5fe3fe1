/// Questions as a table: one row each, up to as many wrong answers as any of them has.
public enum QuizTable {
  /// The table with its headings, as CSV.
  public static func csv(_ questions: [GeneratedQuestion]) -> String {
    let width = questions.map(\.question.wrong.count).max() ?? 0
    let headings =
      ["id", "topic", "prompt", "answer"]
      + (0..<width).flatMap { ["wrong_\($0 + 1)", "misconception_\($0 + 1)"] } + ["solution"]
    return CSVWriter.row(headings)
      + questions.map { generated in
        let question = generated.question
        let wrong = (0..<width).flatMap { index -> [String] in
          guard index < question.wrong.count else { return ["", ""] }
          return [question.wrong[index].text, question.wrong[index].misconceptions.spelling]
        }
        return CSVWriter.row(
          [generated.id, generated.topic.rawValue, question.prompt, question.answerText] + wrong + [
            question.solution
          ])
      }
      .joined()
  }
}
