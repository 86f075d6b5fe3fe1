import Foundation

/// A program started for a test, in an environment that is given in full.
///
/// Not Foundation's `Process`: that waits for descriptors which a tmux server keeps open for ever.
public struct ChildProcess {
  /// The process's number.
  public let identifier: pid_t

  /// Why a program could not be started.
  public enum Problem: Error {
    /// A system call that failed, with its error number.
    case system(String, Int32)
  }

  /// Where the program's descriptors lead.
  public enum Streams {
    /// Input from nowhere, output and errors to these descriptors.
    case files(output: Int32, errors: Int32)
    /// All three to the terminal device at this path, which becomes the program's own.
    case terminal(path: String)
  }

  /// Starts `arguments[0]`, looked up in the search path.
  public init(_ arguments: [String], environment: [String: String], _ streams: Streams) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    switch streams {
    case .files(let output, let errors):
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_adddup2(&actions, output, 1)
      posix_spawn_file_actions_adddup2(&actions, errors, 2)
    case .terminal(let path):
      // The first terminal that the leader of a session opens is the one that controls it. POSIX_SPAWN_SETSID itself is
      // hidden from Swift by feature macros.
      flags |= 0x80
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    for descriptor: Int32 in 3..<256 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    // Test threads block signals and ignore some; the program must not inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    let problem = posix_spawnp(&process, arguments[0], &actions, &attributes, &argv, &envp)
    guard problem == 0 else { throw Problem.system("posix_spawn \(arguments[0])", problem) }
    identifier = process
  }

  /// Waits for the end and returns the exit status; 128 and the signal's number when a signal ended it, as shells count.
  public func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    return ChildProcess.exitStatus(status)
  }

  /// The exit status if the program has ended, which is then no longer remembered by the system.
  public func poll() -> Int32? {
    var status: Int32 = 0
    return waitpid(identifier, &status, WNOHANG) == identifier ? ChildProcess.exitStatus(status) : nil
  }

  private static func exitStatus(_ status: Int32) -> Int32 {
    status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Runs a program to its end: its exit status and what it wrote, errors included.
  public static func run(
    _ arguments: [String], environment: [String: String]
  ) throws -> (status: Int32, output: String) {
    let file = try temporaryFile()
    defer { close(file) }
    let status = try ChildProcess(arguments, environment: environment, .files(output: file, errors: file))
      .wait()
    return (status, try contents(of: file))
  }

  /// A file without a name that children see only when it is handed to them. Not a pipe, which would fill up.
  public static func temporaryFile() throws -> Int32 {
    var template = Array("/tmp/strider-test-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw Problem.system("mkstemp", errno) }
    unlink(template)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return file
  }

  /// All that was written into `file`.
  public static func contents(of file: Int32) throws -> String {
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
    try handle.seek(toOffset: 0)
    return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
  }
}
