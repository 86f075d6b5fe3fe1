import Curriculum
import TerminalUI

extension PresentScreen {
  /// What is to be read on the page at `width` columns; with an empty row between choices when `isAiry`.
  func lines(width: Int, isAiry: Bool) -> [SlideLine] {
    switch place {
    case .title: titleLines(width: width)
    case .end: endLines(width: width)
    case .step(let index, .text): SlideLine.text(lesson.steps[index].text, width: width)
    case .step(let index, let stage):
      lesson.steps[index].question.map { lines(of: $0, stage, width: width, isAiry: isAiry) } ?? []
    }
  }

  private func titleLines(width: Int) -> [SlideLine] {
    let header = lesson.header
    return SlideLine.text("Lesson \(header.number)", width: width, .quiet)
      + SlideLine.text(header.title, width: width, .heading) + [
        .rule(TextWidth.columns(of: header.title)), .blank,
      ]
      + SlideLine.text("You will be able to", width: width, .quiet) + [.blank]
      + header.goals.flatMap { SlideLine.text($0, after: "- ", width: width) }
  }

  private func endLines(width: Int) -> [SlideLine] {
    let header = lesson.header
    var lines = SlideLine.text(header.title, width: width, .heading)
    lines += [.rule(TextWidth.columns(of: header.title)), .blank]
    lines += SlideLine.text("You can now", width: width, .quiet) + [.blank]
    lines += header.goals.flatMap { SlideLine.text($0, after: "✓ ", width: width, Style(.right)) }
    guard !header.terms.isEmpty else { return lines }
    lines += [.blank] + SlideLine.text("Words you met", width: width, .quiet) + [.blank]
    return lines + SlideLine.text(header.terms.map(\.word).joined(separator: ", "), width: width)
  }

  // MARK: Questions

  private func lines(of question: Question, _ stage: PresentPlace.Stage, width: Int, isAiry: Bool)
    -> [SlideLine]
  {
    var lines = SlideLine.text(question.prompt, width: width, Style(.plain, .bold)) + [.blank]
    let rows = answers(to: question, isRevealed: stage == .answer, width: width)
    for (index, row) in rows.enumerated() {
      if isAiry, index > 0 { lines.append(.blank) }
      lines += row
    }
    if isVoting, let vote, let editor = vote.editor {
      if !rows.isEmpty { lines.append(.blank) }
      lines.append(.reading(.field))
      if let complaint = editor.complaint { lines += SlideLine.text(complaint, width: width, Style(.wrong)) }
    }
    guard stage == .answer else { return lines }
    if !rows.isEmpty { lines.append(.blank) }
    lines += SlideLine.text(
      "The answer is \(question.answerWords).", after: "✓ ", width: width, Style(.right, .bold))
    return lines + SlideLine.text(question.solution, after: "  ", width: width)
  }

  /// The choices or what was proposed, with the hands for each, each in rows of its own.
  private func answers(to question: Question, isRevealed: Bool, width: Int) -> [[SlideLine]] {
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
      rows(of: proposal, at: index, in: vote, isRevealed: isRevealed, width: width)
    }
    // The items to be put into order stay in sight above the orders that were proposed.
    let items =
      vote.hasChoices
      ? [] : listed.map { SlideLine.text($0.text, after: "  \($0.letter)  ", width: width) }
    return items + counted
  }

  /// An answer with its hands: on one row where answers are short, otherwise the bar below the words.
  private func rows(
    of proposal: ClassVote.Proposal, at index: Int, in vote: ClassVote, isRevealed: Bool, width: Int
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
