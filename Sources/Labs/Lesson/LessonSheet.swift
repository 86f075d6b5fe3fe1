import Curriculum
import TerminalUI

/// What a lesson is about, on one card: goals, words, and the slides it draws on.
enum LessonSheet {
  static func card(for lesson: Lesson) -> TextOverlay {
    card(for: lesson.header)
  }

  static func card(for header: LessonHeader) -> TextOverlay {
    var blocks: [TextOverlay.Block] = [.heading("You will be able to")]
    blocks += header.goals.map { .words("- \($0)") }
    if !header.terms.isEmpty { blocks.append(.heading("Words")) }
    blocks += header.terms.map { .words("\($0.word): \($0.definition)") }
    if !header.decks.isEmpty { blocks.append(.heading("From the lectures")) }
    blocks += header.decks.map { .words("\($0.deck.title): \($0.groups.joined(separator: "; ")).") }
    if !header.sources.isEmpty { blocks.append(.heading("Sources")) }
    blocks += header.sources.map { .words($0) }
    return TextOverlay(title: "\(header.number)  \(header.title)", blocks)
  }
}
