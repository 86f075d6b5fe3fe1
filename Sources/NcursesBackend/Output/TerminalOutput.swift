import Glibc

/// What is sent to the terminal beside curses, whose own buffer is empty between frames.
enum TerminalOutput {
  /// Sends all of `bytes`; gives up when the terminal has gone.
  static func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else { return }
      rest.removeFirst(sent)
    }
  }
}
