import Curriculum
import Labs
import Learning

/// What `strider lessons` says in words, at most 76 columns wide.
struct LessonsReport {
  /// The finished text.
  let report: Report

  private static let (columns, numberWidth, gap) = (76, 2, 2)

  /// A report on the lessons of `catalogue` that can be played.
  ///
  /// - Parameter folder: the folder that was asked for, which commands that go on have to name too.
  init(_ catalogue: Catalogue, playable headers: [LessonHeader], _ progress: Progress, folder: String? = nil)
  {
    let done = headers.count { progress.state(of: $0).isFinished }
    var report = Report("Lessons in the suggested order, \(done) of \(headers.count) done")
    let states = Dictionary(headers.map { ($0.id, Self.state(of: $0, progress)) }) { first, _ in first }
    let idWidth = headers.map(\.id.count).max() ?? 0
    let titleWidth =
      Self.columns - Self.numberWidth - idWidth - (states.values.map(\.count).max() ?? 0) - 4 * Self.gap
    for part in catalogue.parts {
      let members = part.lessons.compactMap { id in headers.first { $0.id == id } }
      guard !members.isEmpty else { continue }
      report.section(part.title)
      for header in members {
        let title = header.isCore ? header.title : header.title + " (extension)"
        for (index, part) in Self.wrapped(title, width: titleWidth).enumerated() {
          let number = (header.number < 10 ? " " : "") + "\(header.number)"
          let cells = [
            index == 0 ? number : "  ", Self.padded(index == 0 ? header.id : "", idWidth),
            Self.padded(part, titleWidth),
            index == 0 ? states[header.id] ?? "" : "",
          ]
          report.line("  " + cells.joined(separator: String(repeating: " ", count: Self.gap)).trimmedAtEnd)
        }
      }
    }
    report.section("Go on with")
    let option = folder.map { " --lessons \(SceneCommand.argument($0))" } ?? ""
    report.line(
      done == headers.count
        ? "  strider learn LESSON\(option)"
        : "  strider learn\(option), or name a lesson: strider learn LESSON\(option)")
    self.report = report
  }

  private static func state(of header: LessonHeader, _ progress: Progress) -> String {
    let count = header.stepIDs.count
    return switch progress.state(of: header) {
    case .new: Plural.count(count, "step")
    case .begun(let step): "at step \(step) of \(count)"
    case .passedBy(let open): Plural.count(open, "question") + " open"
    case .finished: "done"
    }
  }

  private static func wrapped(_ text: String, width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
