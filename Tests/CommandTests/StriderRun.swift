import Foundation

/// One run of the built program, from a pipe and into files: what it printed and how it ended.
struct StriderRun {
  /// Standard output.
  let output: String
  /// Standard error.
  let errors: String
  /// The exit status; 128 and the signal's number when a signal ended it, as shells count.
  let status: Int32

  /// Runs `strider` with `arguments` in an environment without a terminal, `input` on its standard input, in `folder`.
  init(
    _ arguments: [String], environment: [String: String] = [:], input: String = "", in folder: String = "/"
  ) throws {
    let typed = try StriderRun.temporaryFile(holding: input)
    let output = try StriderRun.temporaryFile()
    let errors = try StriderRun.temporaryFile()
    defer { [typed, output, errors].forEach { close($0) } }
    let process = try StriderRun.spawn(
      arguments, environment: environment, in: folder, files: [typed, output, errors])
    status = StriderRun.wait(for: process)
    self.output = try StriderRun.contents(of: output)
    self.errors = try StriderRun.contents(of: errors)
  }

  /// `strider` and `words`, split at spaces.
  init(_ words: String) throws {
    try self.init(words.split(separator: " ").map(String.init))
  }

  /// The object that was printed.
  var json: [String: Any] {
    get throws {
      let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
      guard let object = value as? [String: Any] else { throw Problem.noObject(output) }
      return object
    }
  }

  /// Why there is no result.
  enum Problem: Error {
    case noObject(String)
    case system(String, Int32)
  }

  /// The program lies where the test bundle lies.
  static let program: String = {
    let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let tests = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? bundle
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("strider").path
  }()

  /// A file without a name that children see only when it is handed to them.
  static func temporaryFile(holding text: String = "") throws -> Int32 {
    var template = Array("/tmp/strider-test-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw Problem.system("mkstemp", errno) }
    unlink(template)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
    try handle.write(contentsOf: Data(text.utf8))
    try handle.seek(toOffset: 0)
    return file
  }

  static func contents(of file: Int32) throws -> String {
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
    try handle.seek(toOffset: 0)
    return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
  }

  /// Starts `strider` with `files` as its standard input, output and error.
  static func spawn(
    _ arguments: [String], environment: [String: String] = [:], in folder: String = "/", files: [Int32]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
    }
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
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var variables = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/proc/nobody"]
    variables.merge(environment) { _, new in new }
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder]
    var argv = (shell + [program] + arguments).map { strdup($0) } + [nil]
    let assignments = variables.map { "\($0.key)=\($0.value)" }.sorted()
    var envp = assignments.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    let problem = posix_spawn(&process, shell[0], &actions, &attributes, &argv, &envp)
    guard problem == 0 else { throw Problem.system("posix_spawn \(program)", problem) }
    return process
  }

  /// Whether `process` holds back `signal` for now.
  static func holdsBack(_ signal: Int32, _ process: pid_t) throws -> Bool {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("SigBlk:") } ?? ""
    let signals = line.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) } ?? 0
    return signals & 1 << (signal - 1) != 0
  }

  /// Waits for the end of `process`.
  ///
  /// - Returns: its exit status; 128 and the signal's number when a signal ended it.
  static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
