import Glibc

/// The folder in which presentations and their notes meet: nobody else can look into it.
enum NotesFolder {
  /// `$XDG_RUNTIME_DIR/strider`, or `/tmp/strider-<user>` where there is no such directory; made if need be.
  ///
  /// - Throws: ``PresentProblem`` when the folder belongs to someone else, is a link, or is open to others.
  static func prepare(
    runtime: String? = getenv("XDG_RUNTIME_DIR").map { String(cString: $0) }
  ) throws(PresentProblem) -> String {
    // The specification says to ignore relative paths.
    if let runtime, runtime.hasPrefix("/"), access(runtime, W_OK | X_OK) == 0 {
      return try make(runtime + "/strider")
    }
    return try make("/tmp/strider-\(geteuid())")
  }

  private static func make(_ path: String) throws(PresentProblem) -> String {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw .refused("making the folder \(path)") }
    var status = stat()
    // Not following a link: someone else may have laid it there.
    guard lstat(path, &status) == 0 else { throw .refused("looking at \(path)") }
    let isPrivate = status.st_mode & S_IFMT == S_IFDIR && status.st_mode & 0o077 == 0
    guard isPrivate, status.st_uid == geteuid() else { throw .unsafeFolder(path) }
    return path
  }
}
