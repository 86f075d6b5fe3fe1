import Foundation

/// What an input does to the process that reads it: how long it takes, and how much memory.
struct Damage {
  /// Processor time of this thread, so that other work on the machine does not count.
  let seconds: Double
  /// The most bytes that were needed beyond those before; `nil` where other tests run beside.
  let bytes: Int?

  /// What an input may cost. Within the ordinary tests it is about hangs alone.
  static let (mostSeconds, mostBytes) = (2.0, 250_000_000)

  /// Measures `work`; its memory only in a process that does nothing else.
  init(isAlone: Bool, of work: () throws -> Void) rethrows {
    if isAlone { Self.resetPeak() }
    let memory = isAlone ? Self.status("VmRSS:") : nil
    let start = Self.processorTime
    try work()
    seconds = Self.processorTime - start
    bytes = memory.flatMap { before in Self.status("VmHWM:").map { $0 - before } }
  }

  /// Whether it is too much.
  var isHarm: Bool { seconds > Self.mostSeconds || (bytes ?? 0) > Self.mostBytes }

  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Lets the peak of the memory count from now on.
  private static func resetPeak() {
    let file = open("/proc/self/clear_refs", O_WRONLY)
    guard file >= 0 else { return }
    _ = write(file, "5", 1)
    close(file)
  }

  /// The bytes that the system states for this process as `name`.
  private static func status(_ name: String) -> Int? {
    let file = open("/proc/self/status", O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &buffer, buffer.count)
    guard count > 0 else { return nil }
    let lines = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix(name) }) else { return nil }
    return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
  }
}
