import Glibc
import Learning

/// Files that commands make; one that is there already is left alone.
enum OutputFile {
  /// Makes the file `path` with `text` in it; a part of a file is not left behind.
  ///
  /// - Throws: ``OutputFileError``
  static func create(_ path: String, _ text: String) throws(OutputFileError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw errno == EEXIST ? .exists(path) : .notWritten(path, reason: String(cString: strerror(errno)))
    }
    var problem = writeAll(text, to: file)
    if fsync(file) != 0, problem == 0, errno != EINVAL, errno != EROFS { problem = errno }
    if close(file) != 0, problem == 0 { problem = errno }
    guard problem == 0 else {
      unlink(path)
      throw .notWritten(path, reason: String(cString: strerror(problem)))
    }
  }
}

/// Why a file is not made.
enum OutputFileError: InputError {
  /// There is one of that name.
  case exists(String)
  /// The system does not let us.
  case notWritten(String, reason: String)

  var fault: InputFault {
    switch self {
    case .exists: .request
    case .notWritten: .access
    }
  }

  var description: String {
    switch self {
    case .exists(let path):
      "the file \(Echo.quote(path)) exists and is left alone; name another with --output"
    case .notWritten(let path, let reason): "the file \(Echo.quote(path)) cannot be written: \(reason)"
    }
  }
}
