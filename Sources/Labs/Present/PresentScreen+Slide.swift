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
      lesson.steps[index].exercise?.view
        .slide(isRevealed: stage == .answer, vote, isVoting: isVoting, width: width, isAiry: isAiry) ?? []
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
}
