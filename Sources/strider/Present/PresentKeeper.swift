import Curriculum
import Glibc

/// The small file in which a presentation is kept, so that it can be resumed however it ended.
struct PresentKeeper {
  /// The file.
  let path: String

  /// What was kept of an earlier presentation of the lesson.
  enum Past: Equatable {
    case nothing
    /// It can be resumed.
    case state(PresentState)
    /// It was left so long ago, in seconds since 1970, that another class may sit there now.
    case old(PresentState, written: Double)
    /// There is something that cannot be read.
    case damaged
  }

  /// How long a presentation can be resumed, in seconds: until another day, most often with another class.
  static let patience = 12.0 * 3_600

  /// The keeper of the lesson called `lesson`, below `$XDG_STATE_HOME/strider` or `~/.local/state/strider`; `nil` when there is
  /// no home either.
  ///
  /// A relative `XDG_STATE_HOME` is ignored, as the XDG Base Directory Specification asks.
  static func standard(
    _ lesson: String, state: String? = getenv("XDG_STATE_HOME").map { String(cString: $0) },
    home: String? = getenv("HOME").map { String(cString: $0) }
  ) -> PresentKeeper? {
    func absolute(_ path: String?) -> String? { path.flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let state = absolute(state) ?? absolute(home).map { $0 + "/.local/state" }
    return state.map { PresentKeeper(path: "\($0)/strider/present/\(lesson).json") }
  }

  /// What was kept, as seen at `now`, in seconds since 1970.
  func past(at now: Double = PresentKeeper.now) -> Past {
    // Without O_NONBLOCK the opening of a pipe would wait for a writer.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { return errno == ENOENT || errno == ENOTDIR ? .nothing : .damaged }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let (state, written) = PresentState.read(Self.bytes(of: file))
    else { return .damaged }
    return abs(now - written) <= Self.patience
      ? .state(state) : .old(state, written: written)
  }

  /// Puts `state` into the file. It is written beside its place and gets its name when it is whole; a crash of the program
  /// loses nothing, and nobody waits for the disk.
  func keep(_ state: PresentState, at now: Double = PresentKeeper.now) throws(PresentProblem) {
    var folder = ""
    for name in path.split(separator: "/").dropLast() {
      folder += "/" + name
      if mkdir(folder, 0o700) != 0, errno != EEXIST { throw .notKept(errno) }
    }
    let draft = path + ".new"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .notKept(errno) }
    var problem = writeAll(String(decoding: state.file(at: now), as: UTF8.self), to: file)
    if close(file) != 0, problem == 0 { problem = errno }
    if problem == 0, rename(draft, path) != 0 { problem = errno }
    guard problem == 0 else {
      unlink(draft)
      throw .notKept(problem)
    }
  }

  /// The time, in seconds since 1970.
  static var now: Double { Double(time(nil)) }

  /// What is in `file`, up to a byte more than a state may have.
  private static func bytes(of file: Int32) -> [UInt8] {
    var room = [UInt8](repeating: 0, count: PresentState.largestFile + 1)
    var count = 0
    while count < room.count {
      let got = room.withUnsafeMutableBytes {
        read(file, $0.baseAddress?.advanced(by: count), $0.count - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { break }
      count += got
    }
    return Array(room[..<count])
  }

  /// Takes the file away.
  func forget() { unlink(path) }
}
