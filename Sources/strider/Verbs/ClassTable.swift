import Curriculum
import Learning

/// The reports of a class as one table.
enum ClassTable {
  /// Prints the table of all files that are reports.
  ///
  /// - Throws: ``MergeFailure`` when some were left out, or were changed after they were written.
  static func print(_ files: [String]) throws {
    var reports: [ClassReport] = []
    var changed: [String] = []
    var left: [any InputError] = []
    for file in files {
      do {
        let report = try ClassReport(InputFile.text(at: file).utf8, file: file)
        reports.append(report)
        if !report.isWhole { changed.append(file) }
      } catch let problem as any InputError {
        left.append(problem)
      }
    }
    if !reports.isEmpty { try StandardOutput.write(ClassReport.merged(reports), as: .data) }
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
