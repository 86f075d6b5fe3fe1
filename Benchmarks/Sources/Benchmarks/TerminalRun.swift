import Glibc

/// A program on a bare terminal device of 120x40 cells; it is killed when this is released.
final class TerminalRun {
  private var controller: Int32 = -1
  private var process: pid_t = 0

  /// Starts `arguments[0]`; `nil` if there is no device for it or it cannot be started.
  init?(_ arguments: [String]) {
    var device: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&controller, &device, &name, nil, &size) == 0 else { return nil }
    defer { close(device) }
    _ = fcntl(controller, F_SETFD, FD_CLOEXEC)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID, which feature macros hide from Swift: the device becomes the program's own terminal.
    posix_spawnattr_setflags(&attributes, 0x80)
    let environment = ["PATH=/usr/bin:/bin", "TERM=xterm-256color", "LC_ALL=C.UTF-8"]
    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { (argv + variables).forEach { free($0) } }
    guard posix_spawn(&process, arguments[0], &actions, &attributes, &argv, &variables) == 0 else {
      return nil
    }
  }

  deinit {
    if process > 0 {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(controller)
  }

  /// Sends `text` as if it were typed.
  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
  }

  /// Takes in what is sent until nothing has come for a tenth of a second; the number of bytes.
  @discardableResult
  func drain() -> Int {
    var sum = 0
    while let count = receive(within: 100) { sum += count }
    return sum
  }

  /// Waits until at least `count` bytes have come, which is more than the modes that precede the first frame; whether
  /// they did within five seconds.
  func waitForOutput(of count: Int) -> Bool {
    var sum = 0
    while sum < count {
      guard let received = receive(within: 5_000) else { return false }
      sum += received
    }
    return true
  }

  private func receive(within milliseconds: Int32) -> Int? {
    var source = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(controller, &buffer, buffer.count)
    return count > 0 ? count : nil
  }

  /// Nanoseconds of processor time that the program has used.
  var processorTime: Double {
    guard let file = fopen("/proc/\(process)/schedstat", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    return strtod(line, nil)
  }
}
