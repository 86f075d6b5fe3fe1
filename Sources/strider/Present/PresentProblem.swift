import Glibc
import Learning

/// Why a lesson cannot be presented, or why notes cannot follow it.
enum PresentProblem: Error, Equatable, CustomStringConvertible {
  /// Input or output is no terminal.
  case noTerminal
  /// Another process presents the same lesson.
  case taken
  /// A folder that others could look into or change.
  case unsafeFolder(String)
  /// A path that is too long for the address of a socket.
  case longPath(String)
  /// The page and the votes cannot be kept on the disk, for the system's reason.
  case notKept(Int32)
  /// The system refused.
  case system(String, Int32)

  /// The system refused `action` just now.
  static func refused(_ action: String) -> PresentProblem { .system(action, errno) }

  var status: ExitStatus {
    switch self {
    case .noTerminal: .unavailable
    case .taken, .unsafeFolder, .longPath, .notKept, .system: .failure
    }
  }

  var description: String {
    switch self {
    case .noTerminal:
      "presenting needs a terminal for its keys and its screen"
    case .taken:
      "another strider presents this lesson; notes stay with that one"
    case .unsafeFolder(let path):
      "notes do not work: \(Echo.quote(path)) is not a folder that belongs to you alone"
    case .longPath(let path):
      "notes do not work: the path \(Echo.quote(path)) is too long for a socket"
    case .notKept(let code):
      "page and votes are not kept: \(String(cString: strerror(code)))"
    case .system(let action, let code):
      "notes do not work: \(action): \(String(cString: strerror(code)))"
    }
  }
}
