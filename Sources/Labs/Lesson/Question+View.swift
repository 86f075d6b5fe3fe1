import Curriculum
import TerminalUI

extension Question: ExerciseView {
  func panel(_ lesson: LessonHeader, step: String, after progress: Progress) -> any ExercisePanel {
    QuestionPanel(QuestionSession(self, lesson: lesson, step: step, after: progress))
  }

  func slide(isRevealed: Bool, _ vote: ClassVote?, isVoting: Bool, width: Int, isAiry: Bool) -> [SlideLine] {
    QuestionSlide(question: self, isRevealed: isRevealed, vote: vote, isVoting: isVoting, width: width)
      .lines(isAiry: isAiry)
  }

  /// The question with its answer and the wrong answers to be ready for.
  func notes(width: Int) -> [ReadingLine] {
    var lines = ReadingLine.lines("Question", after: "", width: width, .heading)
    lines += ReadingLine.lines(prompt, after: "", width: width, .plain)
    for (index, choice) in choices.enumerated() {
      lines += ReadingLine.lines(choice, after: "  \(Answer.letter(index))  ", width: width, .plain)
    }
    lines += ReadingLine.lines(
      speakersAnswer, after: "✓ ", width: width, Style(.right, .bold))
    lines += ReadingLine.lines(solution, after: "  ", width: width, .plain)
    // Those to be ready for: the likeliest come first.
    for wrong in wrong.prefix(6) {
      lines += ReadingLine.lines(
        "\(wrong.text): \(wrong.title)", after: "✗ ", width: width, Style(.wrong))
    }
    return lines
  }

  func vote(resuming votes: [PresentVote]) -> ClassVote? { ClassVote(self, resuming: votes) }

  /// The answers with the hands for each and what is behind the wrong ones, before anything is revealed.
  func notes(of votes: [PresentVote], counted: Int?, width: Int) -> [ReadingLine] {
    let hands = votes.reduce(0) { $0 + $1.hands }
    let heading = ReadingLine.lines("The class, \(hands) hands", after: "", width: width, .heading)
    return heading
      + votes.enumerated().flatMap { index, vote in
        let mark = index == counted ? "›" : " "
        let count = mark + String(repeating: " ", count: max(0, 3 - "\(vote.hands)".count)) + "\(vote.hands)"
        return switch grade(vote.text) {
        case .right:
          ReadingLine.lines("right", after: "✓ \(count)  \(vote.text)  ", width: width, Style(.right, .bold))
        case .slip(let wrong):
          ReadingLine.lines(
            wrong.title, after: "✗ \(count)  \(vote.text)  ", width: width, Style(.wrong))
        case .wrong, .unfinished, .unreadable:
          ReadingLine.lines("wrong", after: "✗ \(count)  \(vote.text)  ", width: width, Style(.wrong))
        }
      } + [.blank]
  }

  var asked: String { "the question: \(LessonText(prompt).plain)" }
  var answered: String { "the answer: \(LessonText(answerWords).plain)" }
}

extension QuestionPanel: ExercisePanel {
  var isOver: Bool { session.isOver }
  var isSolved: Bool { session.state == .solved }
}

/// A question on a slide, with what the class thinks.
private struct QuestionSlide {
  let question: Question
  let isRevealed: Bool
  let vote: ClassVote?
  let isVoting: Bool
  let width: Int

  func lines(isAiry: Bool) -> [SlideLine] {
    var lines = SlideLine.text(question.prompt, width: width, Style(.plain, .bold)) + [.blank]
    let rows = answers
    for (index, row) in rows.enumerated() {
      if isAiry, index > 0 { lines.append(.blank) }
      lines += row
    }
    if isVoting, let vote, let editor = vote.editor {
      if !rows.isEmpty { lines.append(.blank) }
      lines.append(.reading(.field))
      if let complaint = editor.complaint { lines += SlideLine.text(complaint, width: width, Style(.wrong)) }
    }
    guard isRevealed else { return lines }
    if !rows.isEmpty { lines.append(.blank) }
    lines += SlideLine.text(
      "The answer is \(question.answerWords).", after: "✓ ", width: width, Style(.right, .bold))
    return lines + SlideLine.text(question.solution, after: "  ", width: width)
  }

  /// The choices or what was proposed, with the hands for each, each in rows of its own.
  private var answers: [[SlideLine]] {
    let listed = question.choices.enumerated().map { (text: $0.element, letter: Answer.letter($0.offset)) }
    guard let vote, !vote.isEmpty || isVoting else {
      return listed.enumerated().map { index, choice in
        let isRight = isRevealed && question.answer == .choice(index)
        return SlideLine.text(
          choice.text, after: "\(isRight ? "✓ " : "  ")\(choice.letter)  ", width: width,
          isRight ? Style(.right, .bold) : .plain)
      }
    }
    let counted = vote.proposals.enumerated().map { index, proposal in
      rows(of: proposal, at: index, in: vote)
    }
    // The items to be put into order stay in sight above the orders that were proposed.
    let items =
      vote.hasChoices
      ? [] : listed.map { SlideLine.text($0.text, after: "  \($0.letter)  ", width: width) }
    return items + counted
  }

  /// An answer with its hands: on one row where answers are short, otherwise the bar below the words.
  private func rows(
    of proposal: ClassVote.Proposal, at index: Int, in vote: ClassVote
  ) -> [SlideLine] {
    let isMarked = isVoting && vote.editor == nil && index == vote.selection
    let isRight = isRevealed && proposal.verdict == .right
    let isWrong = isRevealed && !isRight
    let mark = isRight ? "✓ " : isWrong ? "✗ " : isMarked ? "› " : "  "
    let style: Style =
      isRight ? Style(.right, .bold) : isWrong ? Style(.wrong) : isMarked ? .accent : .plain
    let words = vote.proposals.indices.map { Self.words(for: $0, in: vote) }
    let longest = min(words.map { TextWidth.columns(of: $0) }.max() ?? 0, width / 2)
    let share = vote.most == 0 ? 0 : Double(proposal.count) / Double(vote.most)
    let hands = proposal.count == 0 && !isMarked ? "0" : "\(proposal.count)"
    var rows: [SlideLine] = []
    if !vote.hasChoices || longest + 2 <= width * 2 / 5 {
      rows = [
        .bar(label: mark + words[index], labelColumns: longest + 2, share: share, text: hands, style)
      ]
    } else {
      rows = SlideLine.text(
        vote.question.choices[index], after: "\(mark)\(proposal.text)  ", width: width, style)
      rows.append(.bar(label: "", labelColumns: 4, share: share, text: hands, style))
    }
    if isWrong, proposal.count > 0, case .slip(let wrong) = proposal.verdict {
      rows += SlideLine.text(
        wrong.title, after: vote.hasChoices ? "     " : "  ", width: width, Style(.wrong))
    }
    return rows
  }

  private static func words(for index: Int, in vote: ClassVote) -> String {
    let proposal = vote.proposals[index]
    return vote.hasChoices ? "\(proposal.text)  \(vote.question.choices[index])" : proposal.text
  }
}
