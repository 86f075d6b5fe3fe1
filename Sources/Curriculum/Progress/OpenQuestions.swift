/// The questions that were begun and neither solved nor shown, worked out from the log: tries and hints count on when a
/// learner leaves and comes back.
struct OpenQuestions: Hashable, Sendable {
  private var pasts: [String: QuestionPast] = [:]

  /// What was tried at `item`.
  subscript(item: String) -> QuestionPast { pasts[item] ?? QuestionPast() }

  /// Takes in `answer`.
  ///
  /// - Returns: `answer` with the number of its try and of the hints that all entries of the log amount to.
  mutating func add(_ answer: AnswerRecord) -> AnswerRecord {
    var past = self[answer.item]
    let counted = AnswerRecord(
      item: answer.item, skill: answer.skill, reply: answer.reply, result: answer.result, slip: answer.slip,
      attempt: max(answer.attempt, past.tries + 1), hints: max(answer.hints, past.hints))
    if answer.result == .wrong {
      (past.tries, past.hints, past.lastReply) = (counted.attempt, counted.hints, answer.reply)
      pasts[answer.item] = past
    } else {
      pasts[answer.item] = nil
    }
    return counted
  }

  /// So many hints of `item` have been shown.
  mutating func add(hints: Int, for item: String) {
    pasts[item, default: QuestionPast()].hints = max(self[item].hints, hints)
  }

  /// Forgets everything, a question, or all questions of a lesson.
  mutating func reset(_ item: String) {
    pasts = pasts.filter { !Progress.isPart($0.key, of: item) }
  }
}
