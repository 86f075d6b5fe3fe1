import Curriculum
import TerminalUI

extension HomeScreen {
  /// A row that can be chosen.
  struct Row: Equatable, Sendable {
    let key: Character
    let title: String
    let detail: String
    let request: Request
    /// The heading under which it stands together with its neighbours; empty for the course's.
    var group = ""
  }

  /// The rows of all labs, group by group.
  static let labRows = HomeEntry.all.map { entry in
    Row(
      key: entry.key, title: entry.title, detail: entry.summary, request: .scene(entry.scene),
      group: entry.group.rawValue)
  }

  /// Going on, lessons, quizzes, and what follows from what the learner did.
  static func courseRows(_ library: Library) -> [Row] {
    var rows: [Row] = []
    if let current = library.current {
      let progress = library.progress.lessons[current.id]
      let place = current.stepIDs.firstIndex { $0 == progress?.position }
      let isNew = library.isFirstRun
      rows.append(
        Row(
          key: "n", title: isNew ? "Start here" : "Go on",
          detail: detail(
            current.title, place.map { ", step \($0 + 1) of \(current.stepIDs.count)" } ?? ""),
          request: .lesson(current.id)))
    }
    if library.coming > 0 {
      // A moment later it is known which one.
      rows.append(
        Row(key: "n", title: library.isFirstRun ? "Start here" : "Go on", detail: "", request: .news))
    }
    if library.hasLessons {
      let count = library.headers.count
      rows.append(
        Row(
          key: "l", title: "Lessons",
          detail: library.coming > 0
            ? "\(library.coming) lessons" : "\(library.finishedCount) of \(count) finished",
          request: .lessons))
    }
    rows.append(
      Row(
        key: "z", title: "Quiz", detail: "new questions each time, slips by name",
        request: .quizzes))
    if !library.isFirstRun {
      rows.append(
        Row(
          key: "w", title: "Progress", detail: "mastery, what is due, your commonest slips",
          request: .progress))
    }
    if !library.reviews.isEmpty {
      let count = library.reviews.count
      rows.append(
        Row(
          key: "v", title: "Review", detail: count == 1 ? "one skill is due" : "\(count) skills are due",
          request: .review))
    }
    return rows
  }

  /// Columns for what there is to say about a row.
  private static let detailWidth = 43

  /// `title` with `addition` where both fit.
  private static func detail(_ title: String, _ addition: String) -> String {
    TextWidth.columns(of: title + addition) <= detailWidth ? title + addition : title
  }
}
