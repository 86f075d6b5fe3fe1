import Foundation
import Glibc

/// A bare terminal device with a program on it: what the program sends is kept as bytes, and sizes can change as fast as
/// one likes (tmux makes one of many).
public final class PseudoTerminal {
  /// All bytes that the program has sent.
  public private(set) var output: [UInt8] = []
  private let process: ChildProcess
  private var status: Int32?
  private var controller: Int32

  /// Starts `program` on a new device of `width` columns and `height` rows.
  public init(
    _ program: [String], width: Int, height: Int, environment: [String: String] = [:]
  ) throws {
    var name = [CChar](repeating: 0, count: 128)
    var device: Int32 = -1
    controller = -1
    guard openpty(&controller, &device, &name, nil, nil) == 0 else {
      throw ChildProcess.Problem.system("openpty", errno)
    }
    defer { close(device) }
    _ = fcntl(controller, F_SETFD, FD_CLOEXEC)
    PseudoTerminal.setSize(controller, width: width, height: height)
    var variables = ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
    variables.merge(environment) { _, new in new }
    let path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    process = try ChildProcess(program, environment: variables, .terminal(path: path))
  }

  deinit {
    hangUp()
    if ending == nil {
      kill(process.identifier, SIGKILL)
      _ = process.wait()
    }
  }

  /// Gives the device another size.
  public func resize(width: Int, height: Int) {
    PseudoTerminal.setSize(controller, width: width, height: height)
  }

  private static func setSize(_ descriptor: Int32, width: Int, height: Int) {
    var size = winsize(
      ws_row: UInt16(clamping: height), ws_col: UInt16(clamping: width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  /// Sends `text` as if it were typed.
  public func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
  }

  /// Takes in what the program sends until it has been silent for `milliseconds`; the number of bytes.
  @discardableResult
  public func drain(untilSilentFor milliseconds: Int32) -> Int {
    let start = output.count
    while receive(within: milliseconds) {}
    return output.count - start
  }

  /// Takes in what the program sends until it has sent `text` since byte `start`; whether it did within ten seconds.
  public func receive(_ text: String, since start: Int = 0) -> Bool {
    let deadline = ContinuousClock.now + .seconds(10)
    while !String(decoding: output[start...], as: UTF8.self).contains(text) {
      guard ContinuousClock.now < deadline else { return false }
      _ = receive(within: 100)
    }
    return true
  }

  /// Takes in what there is, waiting no longer than `milliseconds` for it; whether there was anything.
  private func receive(within milliseconds: Int32) -> Bool {
    var source = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard Glibc.poll(&source, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(controller, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer[..<count]
    return true
  }

  /// Sends `signal` to the program.
  public func signal(_ signal: Int32) { kill(process.identifier, signal) }

  /// Takes the terminal away, as a lost connection does.
  public func hangUp() {
    guard controller >= 0 else { return }
    close(controller)
    controller = -1
  }

  /// The exit status if the program has ended.
  private var ending: Int32? {
    if status == nil { status = process.poll() }
    return status
  }

  /// Processor time that the program has used, in the system's ticks of usually 10 ms.
  public func processorTicks() throws -> Int {
    let text = try String(contentsOfFile: "/proc/\(process.identifier)/stat", encoding: .utf8)
    // Counted after the name, which may hold spaces: user and system time are the fields 14 and 15.
    let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
    return fields.count > 13 ? (Int(fields[12]) ?? 0) + (Int(fields[13]) ?? 0) : 0
  }

  /// The exit status, if the program ends within ten seconds; its output is read meanwhile unless told otherwise.
  public func exitStatus(reading: Bool = true) async throws -> Int32? {
    for _ in 0..<1_000 {
      if let status = ending { return status }
      if reading, controller >= 0 { drain(untilSilentFor: 1) }
      try await Task.sleep(for: .milliseconds(10))
    }
    return nil
  }
}
