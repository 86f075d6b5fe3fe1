import Curriculum
import Learning

/// The reports of a class as one table.
enum ClassTable {
  /// Prints the table of all files that are reports, and names those that are not.
  ///
  /// - Throws: ``MergeFailure`` when some were left out.
  static func print(_ files: [String]) throws {
    var reports: [ClassReport] = []
    var left: [any InputError] = []
    for file in files {
      do {
        reports.append(try ClassReport(InputFile.text(at: file).utf8, file: file))
      } catch let problem as any InputError {
        StandardError.note("left out: \(problem)")
        left.append(problem)
      }
    }
    if !reports.isEmpty { try StandardOutput.write(ClassReport.merged(reports)) }
    if let first = left.first { throw MergeFailure(left: left.count, of: files.count, fault: first.fault) }
  }
}

/// Not every file was a report.
struct MergeFailure: InputError {
  let left: Int
  let all: Int
  let fault: InputFault

  init(left: Int, of all: Int, fault: InputFault) {
    (self.left, self.all, self.fault) = (left, all, fault)
  }

  var description: String { "\(left) of \(all) reports \(left == 1 ? "was" : "were") left out" }
}
