import Curriculum
import Foundation

/// The small file in which a presentation is kept, so that it can be resumed however it ended.
struct PresentKeeper {
  /// The file.
  let path: String

  /// What was kept of an earlier presentation of the lesson.
  enum Past: Equatable {
    case nothing
    /// It can be resumed.
    case state(PresentState)
    /// It was left so long ago that another class may sit there now.
    case old(PresentState, written: Date)
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
    _ lesson: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> PresentKeeper? {
    func folder(_ variable: String) -> String? {
      environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let state = folder("XDG_STATE_HOME") ?? folder("HOME").map { $0 + "/.local/state" }
    return state.map { PresentKeeper(path: "\($0)/strider/present/\(lesson).json") }
  }

  /// What was kept, as seen at `now`.
  func past(at now: Date = Date()) -> Past {
    // Without O_NONBLOCK the opening of a pipe would wait for a writer.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { return errno == ENOENT || errno == ENOTDIR ? .nothing : .damaged }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let bytes = try? handle.read(upToCount: PresentState.largestFile + 1),
      let (state, written) = PresentState.read(bytes)
    else { return .damaged }
    return abs(now.timeIntervalSince(written)) <= Self.patience
      ? .state(state) : .old(state, written: written)
  }

  /// Puts `state` into the file. It is written beside its place and gets its name when it is whole; a crash of the program
  /// loses nothing, and nobody waits for the disk.
  func keep(_ state: PresentState, at now: Date = Date()) throws(PresentProblem) {
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

  /// Takes the file away.
  func forget() { unlink(path) }
}
