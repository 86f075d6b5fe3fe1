import Foundation

/// Reading and appending at the level of the system, where it is decided what survives a crash.
enum ProgressFile {
  /// The most bytes of a log that are read: the newest 8 MB, some 40,000 answers.
  static let limit = 8 * 1024 * 1024

  /// The newest lines of a log.
  struct Lines {
    var bytes = Data()
    /// Whether older ones were left out.
    var areCut = false
  }

  /// The lines in the last ``limit`` bytes of the file at `path`; none when there is no file.
  static func newestLines(of path: String) -> Result<Lines, ProgressProblem> {
    func failure(_ cause: ProgressProblem.Cause) -> Result<Lines, ProgressProblem> {
      .failure(ProgressProblem(action: .read, path: path, cause: cause))
    }
    // Without O_NONBLOCK the opening of a pipe would wait for a writer.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return errno == ENOENT ? .success(Lines()) : failure(.system(errno)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return failure(.system(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return failure(.notAFile) }
    let size = Int(status.st_size)
    let start = max(0, size - limit)
    var bytes = Data(count: size - start)
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes { room in
        pread(file, room.baseAddress?.advanced(by: count), room.count - count, off_t(start + count))
      }
      if got < 0, errno == EINTR { continue }
      if got < 0 { return failure(.system(errno)) }
      if got == 0 { break }
      count += got
    }
    bytes = bytes.prefix(count)
    guard start > 0 else { return .success(Lines(bytes: bytes)) }
    let whole = bytes.firstIndex(of: UInt8(ascii: "\n")).map { bytes[bytes.index(after: $0)...] } ?? Data()
    return .success(Lines(bytes: Data(whole), areCut: true))
  }

  /// - Parameter patience: how long others may hold the lock.
  static func append(_ lines: Data, to url: URL, patience: Duration) -> ProgressProblem? {
    func problem(_ cause: ProgressProblem.Cause) -> ProgressProblem {
      ProgressProblem(action: .save, path: url.path, cause: cause)
    }
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      let system = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      return problem(.system(Int32(truncatingIfNeeded: system?.code ?? Int(EACCES))))
    }
    let file = open(url.path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard file >= 0 else { return problem(.system(errno)) }
    defer { close(file) }  // which also gives up the lock
    var status = stat()
    guard fstat(file, &status) == 0 else { return problem(.system(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return problem(.notAFile) }
    guard lock(file, patience: patience) else { return problem(.busy) }
    guard fstat(file, &status) == 0 else { return problem(.system(errno)) }
    return write(lines, to: file, size: status.st_size).map(problem)
  }

  /// The system wakes nobody after a certain time, so the lock is asked for again and again.
  private static func lock(_ file: Int32, patience: Duration) -> Bool {
    let end = ContinuousClock.now + patience
    repeat {
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      usleep(5_000)
    } while ContinuousClock.now < end
    // Some network file systems know no locks; one write in append mode is then all that can be done.
    return errno == ENOLCK || errno == EOPNOTSUPP || errno == ENOSYS
  }

  /// One write where all fits; a torn line of an earlier crash is ended first, and a part that did not fit is taken back.
  private static func write(_ lines: Data, to file: Int32, size: off_t) -> ProgressProblem.Cause? {
    var bytes = lines
    var last: UInt8 = 0
    if size > 0, pread(file, &last, 1, size - 1) == 1, last != UInt8(ascii: "\n") {
      bytes = [UInt8(ascii: "\n")] + bytes
    }
    func undone() -> ProgressProblem.Cause {
      let cause = ProgressProblem.Cause.system(errno)
      // What will be tried again must not be there twice.
      ftruncate(file, size)
      return cause
    }
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      // Only writing the rest tells why a part did not fit.
      if written <= 0 { return undone() }
      bytes = bytes.dropFirst(written)
    }
    // EINVAL and EROFS: a file system that cannot sync; nothing better can be done there.
    return fsync(file) == 0 || errno == EINVAL || errno == EROFS ? nil : undone()
  }
}
