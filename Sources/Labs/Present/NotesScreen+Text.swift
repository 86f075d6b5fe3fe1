import Curriculum
import TerminalUI

/// What there is to read in the notes.
extension NotesScreen {
  /// Whether there is room for notes that are read from further away.
  private var isAiry: Bool { chrome.size.height >= 36 }

  /// `items` one below the other under `heading`; nothing where there are none.
  private func listed(_ heading: String, _ items: [String], width: Int) -> [ReadingLine] {
    guard !items.isEmpty else { return [] }
    return [.blank] + ReadingLine.lines(heading, after: "", width: width, .heading)
      + items.flatMap { ReadingLine.lines($0, after: "- ", width: width, .plain) }
  }

  /// What to say, before everything else.
  func words(width: Int) -> [ReadingLine] {
    guard let step else {
      let header = lesson.header
      let heading = index == 0 ? "What they will be able to do" : "What they can do now"
      return ReadingLine.lines(heading, after: "", width: width, .heading)
        + header.goals.flatMap { ReadingLine.lines($0, after: "- ", width: width, .plain) }
        + listed(
          "From the lectures", header.decks.map { "\($0.deck.title): \($0.groups.joined(separator: "; "))" },
          width: width)
        + listed("Sources", header.sources, width: width)
    }
    guard let notes = step.notes else {
      return ReadingLine.lines("No notes for this step.", after: "", width: width, .quiet)
    }
    let lines = ReadingLine.lines(LessonText(notes), width: width, Style(.plain, .bold))
    return ReadingLine.lines("Notes", after: "", width: width, .heading)
      + (isAiry ? lines.flatMap { [.blank, $0] } : lines)
  }

  /// What the speaker has to know about the exercise.
  func exerciseLines(width: Int) -> [ReadingLine] {
    step?.exercise.map { $0.view.notes(width: width) + [.blank] } ?? []
  }

  /// The answers of the class with the hands for each and what is behind the wrong ones, before anything is revealed.
  func classLines(width: Int) -> [ReadingLine] {
    guard let view = step?.exercise?.view, !votes.isEmpty else { return [] }
    return view.notes(of: votes, counted: countedVote, width: width)
  }

  /// The beginning of what the class reads.
  func textLines(width: Int) -> [ReadingLine] {
    guard let step else { return [] }
    let lines = ReadingLine.lines(step.text, width: width, .quiet)
    return ReadingLine.lines("On the screen", after: "", width: width, .heading) + lines
  }
}
