import Curriculum
import Glibc
import Learning

/// Whether the learner's log can be read and written, found out without touching it.
enum LogInspection {
  /// The path, what it holds, and what will become of new answers.
  static func text(_ log: ProgressLog) -> String {
    let path = log.url.path
    guard access(path, F_OK) == 0 else {
      let reason = refusal(folderOf: path)
      return "\(path): not there yet, " + (reason.map { "cannot be made: \($0)" } ?? "will be made")
    }
    let contents = log.read()
    var parts = ["can be read", Plural.count(contents.records.count, "entry", plural: "entries")]
    if let problem = contents.problem { parts = ["cannot be read: \(problem.reason)"] }
    if contents.isCut { parts.append("only its newest 8 MB") }
    if contents.unreadableLines > 0 {
      parts.append(Plural.count(contents.unreadableLines, "unreadable line"))
    }
    if contents.problem?.cause == .notAFile {
      parts.append("cannot be written either")
    } else {
      parts.append(access(path, W_OK) == 0 ? "can be written" : "cannot be written: \(lastReason)")
    }
    return "\(path): \(parts.joined(separator: ", "))"
  }

  /// Why nothing can be made in the nearest folder above `path` that exists, or `nil` when it can.
  private static func refusal(folderOf path: String) -> String? {
    var folder = path[...]
    repeat {
      folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
    } while !folder.isEmpty && access(String(folder), F_OK) != 0
    // The dot is there only if it is a folder.
    return access(folder + "/.", W_OK | X_OK) == 0 ? nil : lastReason
  }

  private static var lastReason: String { String(cString: strerror(errno)) }
}
