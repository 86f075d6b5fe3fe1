import Curriculum
import TerminalUI

/// The last page of a lesson: how it went, what was learnt, what comes next.
struct LessonFinish: Equatable, Sendable {
  private let lesson: Lesson
  private let library: Library
  private let panels: [Int: PanelBox]

  init(_ player: LessonPlayer) {
    (lesson, library, panels) = (player.lesson, player.library, player.panels)
  }

  var next: LessonHeader? { library.next(after: lesson.id) }
  var practice: [QuizTopic] { lesson.header.practice }

  /// The steps, counted from 0, whose questions were neither answered right nor given up.
  var open: [Int] {
    let open = library.progress.openQuestions(of: lesson.header)
    return lesson.steps.indices.filter { index in
      open.contains(lesson.steps[index].id) && panels[index]?.panel.isOver != true
    }
  }

  /// The keys that do something here.
  var footer: [FooterEntry] {
    LessonBindings.atEnd.footer { action, entry in
      switch action {
      case .nextLesson: next == nil ? FooterEntry(keys: entry.keys, label: "leave") : entry
      case .practise: practice.isEmpty ? nil : entry
      case .openQuestion: open.isEmpty ? nil : entry
      case .proceed, .next, .previous, .first, .last, .scroll, .timeline, .touch, .reopen, .hint, .reveal,
        .sheet, .search, .scene, .chrome:
        entry
      }
    }
  }

  func lines(width: Int) -> [ReadingLine] {
    func line(_ text: String, _ style: Style = .plain) -> [ReadingLine] {
      ReadingLine.lines(text, after: "", width: width, style)
    }
    func listed(_ text: String, _ mark: String, _ style: Style = .plain) -> [ReadingLine] {
      ReadingLine.lines(text, after: mark, width: width, style)
    }
    var lines = line(heading, .heading) + [.blank] + line(score)
    if !slips.isEmpty { lines += line("Watch out: you \(slips).") }
    let isWhole = open.isEmpty
    lines += [.blank] + line(isWhole ? "You can now" : "What this lesson is for", .heading)
    lines += lesson.header.goals.flatMap {
      listed($0, isWhole ? "✓ " : "- ", isWhole ? Style(.right) : .plain)
    }
    if !lesson.header.terms.isEmpty {
      lines += [.blank] + line("Words you met", .heading)
      lines += line(lesson.header.terms.map(\.word).joined(separator: ", "))
    }
    lines.append(.blank)
    if let next {
      lines += listed("Next: \(next.title)", "› ", Style(.accent, .bold))
    } else {
      lines += line(
        "That was the last one: you have been through all \(library.headers.count) lessons.",
        Style(.accent, .bold))
      lines += line("What you learnt is kept by coming back to it: the home screen shows what is due.")
    }
    if !practice.isEmpty {
      lines += listed(
        "z practises with new questions: \(practice.map(\.title).joined(separator: ", "))", "  ", .quiet)
    }
    return lines
  }

  private var heading: String { open.isEmpty ? "Finished: \(lesson.title)" : "The end of: \(lesson.title)" }

  /// Over all sittings: what was right, and what was right at once.
  private var score: String {
    let asked = lesson.steps.filter { $0.exercise != nil }.map(\.id)
    guard !asked.isEmpty else { return "A lesson without questions." }
    let progress = library.progress.lessons[lesson.id]
    let right = asked.count { progress?.results[$0] == .right }
    let clean = asked.count { progress?.clean.contains($0) == true }
    let open = open.count
    var parts = ["\(right) of \(asked.count) questions right, \(clean) at once and without a hint"]
    if open > 0 { parts.append("\(open) still open") }
    return parts.joined(separator: "; ") + "."
  }

  /// The slips made in this sitting that did not lead to the right answer at once.
  private var slips: String {
    var titles: [String] = []
    for index in panels.keys.sorted() {
      for slip in panels[index]?.panel.slips ?? [] where !titles.contains(slip.title) {
        titles.append(slip.title)
      }
    }
    return titles.prefix(3).joined(separator: "; you ")
  }
}
