import Curriculum
import Learning

/// The reports of a class put together.
enum ClassTable {
  /// Prints what all files that are reports amount to, as tables or as JSON.
  ///
  /// - Throws: ``MergeFailure`` when some were left out, or were changed after they were written.
  static func print(_ files: [String], asJSON: Bool) throws {
    var reports: [(file: String, report: ClassReport)] = []
    var changed: [String] = []
    var left: [any InputError] = []
    for file in files {
      do {
        let report = try ClassReport(InputFile.bytes(at: file, upTo: Limits.fileBytes), file: file)
        reports.append((file, report))
        if !report.isWhole { changed.append(file) }
      } catch let problem as any InputError {
        left.append(problem)
      }
    }
    let summary = ClassSummary(reports)
    if asJSON {
      try StandardOutput.write(.classSummary(summary))
    } else if !reports.isEmpty {
      try StandardOutput.write(summary.csv, as: .data)
    }
    guard left.isEmpty, changed.isEmpty else { throw MergeFailure(left: left, changed: changed) }
  }
}

/// Not every file was a report as Strider wrote it.
struct MergeFailure: InputError {
  let description: String
  let fault: InputFault

  /// How many are named; the others are counted.
  private static let most = 5

  /// - Parameters:
  ///   - left: why files were left out.
  ///   - changed: the files whose checksum is wrong.
  init(left: [any InputError], changed: [String]) {
    fault = changed.isEmpty && left.allSatisfy { $0.fault == .access } ? .access : .data
    var sentences: [String] = []
    if !left.isEmpty { sentences.append("left out: " + Self.listed(left.map(\.description), "; ")) }
    if !changed.isEmpty {
      let names = Self.listed(changed.map { Echo.quote($0) }, ", ")
      sentences.append("the checksum is wrong in \(names), changed after Strider wrote it")
    }
    description = sentences.joined(separator: "; ")
  }

  private static func listed(_ names: [String], _ separator: String) -> String {
    let more = names.count - most
    return names.prefix(most).joined(separator: separator) + (more > 0 ? " and \(more) more" : "")
  }
}
