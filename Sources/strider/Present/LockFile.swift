import Glibc

/// A file that one process holds at a time; the system lets go of it however that process ends.
struct LockFile {
  private let owned: OwnedDescriptor

  /// Takes hold of the file at `path`, which is made if need be and stays there.
  ///
  /// - Throws: ``PresentProblem/taken`` when another process holds it.
  init(_ path: String) throws(PresentProblem) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .refused("opening \(path)") }
    owned = OwnedDescriptor(descriptor)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      if errno == EWOULDBLOCK { throw .taken }
      throw .refused("locking \(path)")
    }
  }
}
