import Glibc
import Learning

/// Files that commands make; one that is there already is left alone.
enum OutputFile {
  /// Makes the file `path` with `contents` in it. It is written beside its place and gets its name when it is whole, so that
  /// nothing is left behind which would be in the way the next time.
  ///
  /// - Throws: ``OutputFileError``
  static func create(_ path: String, _ contents: some Sequence<UInt8>) throws(OutputFileError) {
    // The whole is written before the name is taken, but one that is taken already is not worth the work.
    try check(path)
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let draft = "\(folder).strider-\(getpid())"
    var problem = write(Array(contents), to: draft)
    if problem == 0 {
      let place = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if place >= 0 {
        close(place)
        if rename(draft, path) == 0 { return }
        problem = errno
        unlink(path)
      } else {
        problem = errno
      }
    }
    unlink(draft)
    guard problem != EEXIST else { throw .exists(path) }
    throw .notWritten(path, reason: InputFile.reason(problem))
  }

  /// Refuses a path that is taken, or lies where nothing can be written, before there is anything to write.
  ///
  /// - Throws: ``OutputFileError``
  static func check(_ path: String) throws(OutputFileError) {
    guard !path.isEmpty, path.last != "/", !path.utf8.contains(0) else {
      throw .notWritten(path, reason: "that is no name of a file")
    }
    guard access(path, F_OK) != 0 else { throw .exists(path) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard access(folder, W_OK | X_OK) == 0 else {
      throw .notWritten(path, reason: InputFile.reason())
    }
  }

  /// Puts `contents` into the file `path` and waits until they are on disk; 0 or the error number.
  private static func write(_ contents: [UInt8], to path: String) -> Int32 {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { return errno }
    var problem = contents.withUnsafeBytes { writeAll($0, to: file) }
    if fsync(file) != 0, problem == 0, errno != EINVAL, errno != EROFS { problem = errno }
    if close(file) != 0, problem == 0 { problem = errno }
    return problem
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
    case .exists(let path): "the file \(Echo.quote(path)) exists and is left alone; name another"
    case .notWritten(let path, let reason): "the file \(Echo.quote(path)) cannot be written: \(reason)"
    }
  }
}

extension OptionText {
  /// Makes the file that the text names, with `contents` in it; what is wrong with it is said in this option's name.
  func create(_ contents: some Sequence<UInt8>) throws {
    try refusals { () throws(OutputFileError) in try OutputFile.create(text, contents) }
  }
}
