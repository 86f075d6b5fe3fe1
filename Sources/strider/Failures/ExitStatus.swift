import Learning

/// What the process tells the shell when it ends, after `sysexits.h`.
enum ExitStatus: Int32 {
  /// All is well.
  case success = 0
  /// Something went wrong that none of the other codes describes.
  case failure = 1
  /// The command line is wrong.
  case usage = 64
  /// What a file or a grid holds is wrong, or does not fit.
  case data = 65
  /// A file is missing or cannot be read.
  case noInput = 66
  /// The terminal cannot be used.
  case unavailable = 69

  /// The code for the one who has to change something.
  init(_ fault: InputFault) {
    switch fault {
    case .request: self = .usage
    case .data: self = .data
    case .access: self = .noInput
    }
  }
}
