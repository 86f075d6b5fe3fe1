import Glibc
import TerminalUI

/// The terminal device on standard input and output: its settings, its size, and what is written to it.
struct TerminalDevice {
  private let settings: termios?

  /// Whether Ctrl-C, Ctrl-Z and Ctrl-\\ are for the system.
  private let hasJobControl: Bool

  /// The device as it is now; this is how it will be given back.
  init(hasJobControl: Bool) {
    self.hasJobControl = hasJobControl
    var settings = termios()
    self.settings = tcgetattr(STDIN_FILENO, &settings) == 0 ? settings : nil
  }

  /// Bytes pass both ways as they are, keys come one by one and unseen. Only the keys of job control (Ctrl-C, Ctrl-Z,
  /// Ctrl-\\) keep their effect, where they are for the system.
  func enter() {
    guard var raw = settings else { return }
    raw.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | ISTRIP | IXON | IXOFF)
    raw.c_oflag &= ~tcflag_t(OPOST)
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | IEXTEN)
    if !hasJobControl { raw.c_lflag &= ~tcflag_t(ISIG) }
    raw.c_cc.6 = 1  // VMIN: a read waits for one byte,
    raw.c_cc.5 = 0  // VTIME: however long it takes.
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
  }

  /// The settings of before.
  func leave() {
    guard var settings else { return }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
  }

  /// Columns and rows that are drawn on; a larger window keeps the rest blank. Curses counts in 16 bits, and no one reads
  /// that far.
  static let largestSize = Size(width: 1_000, height: 1_000)

  /// Columns and rows, if the device knows, up to ``largestSize``.
  static var size: Size? {
    var extent = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &extent) == 0, extent.ws_col > 0, extent.ws_row > 0 else {
      return nil
    }
    return Size(
      width: min(Int(extent.ws_col), largestSize.width), height: min(Int(extent.ws_row), largestSize.height))
  }

  /// The size of a terminal that does not tell.
  static let usualSize = Size(width: 80, height: 24)

  /// Sends all of `bytes`; gives up when the terminal has gone.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else { return }
      rest.removeFirst(sent)
    }
  }
}
