/// Questions as a table with one row each; its columns are the same for all topics.
public enum QuizTable {
  /// How many wrong answers of a question are listed, the first ones.
  private static let width = 8

  /// The table with its headings, as CSV.
  public static func csv(_ items: [QuizItem]) -> String {
    let headings =
      ["id", "topic", "prompt", "answer"]
      + (1...width).flatMap { ["wrong_\($0)", "misconception_\($0)"] } + ["solution"]
    return CSVWriter.row(headings)
      + items.map { item in
        let question = item.question
        let wrong = question.wrong.prefix(width).flatMap { [$0.text, $0.misconceptions.spelling] }
        let rest = Array(repeating: "", count: 2 * width - wrong.count)
        return CSVWriter.row(
          [
            item.id, item.topic, ([question.prompt] + item.picture).joined(separator: "\n"),
            question.answerText,
          ]
            + wrong + rest
            + [question.solution])
      }
      .joined()
  }
}
