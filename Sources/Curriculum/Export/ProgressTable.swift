import Foundation

/// A log as a table: one row per record.
public enum ProgressTable {
  /// The table with its headings, as CSV. Times are UTC.
  public static func csv(_ records: [ProgressRecord]) -> String {
    CSVWriter.row(["time", "event", "item", "skill", "reply", "result", "slip", "attempt", "hints"])
      + records.map { CSVWriter.row([Timestamp.text($0.date)] + cells($0.event)) }.joined()
  }

  private static func cells(_ event: ProgressRecord.Event) -> [String] {
    let none = [String](repeating: "", count: 6)
    return switch event {
    case .reached(let lesson, let step): ["reached", "\(lesson)/\(step)"] + none
    case .finished(let lesson): ["finished", lesson] + none
    case .reset(let item): ["reset", item] + none
    case .hinted(let item, let hints): ["hinted", item] + none.dropLast() + ["\(hints)"]
    case .answered(let answer):
      [
        "answered", answer.item, answer.skill, answer.reply, answer.result.rawValue,
        answer.slip?.rawValue ?? "",
        "\(answer.attempt)", "\(answer.hints)",
      ]
    }
  }
}
