import Glibc
import Learning

/// The process's standard output, unbuffered: a command prints once, when all is known.
enum StandardOutput {
  /// Whether people are looking at it.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Who reads what is written.
  enum Reader {
    /// People, who get the characters that can be shown here.
    case people
    /// Programs, which get UTF-8 always: JSON, exports, drawings.
    case data
    /// A terminal that is to draw a picture, whose codes are ours.
    case terminal
  }

  /// Writes all of `text`, the one way out for everything that commands print. Whatever it repeats, from arguments,
  /// environment or files, steers no terminal: what is not printable is spelt out.
  ///
  /// - Throws: ``OutputError``, also when whoever read it has gone.
  static func write(_ text: String, as reader: Reader = .people) throws(OutputError) {
    let shown =
      switch reader {
      case .people: PlainText.shown(Printable.text(text))
      case .data: Printable.text(text)
      case .terminal: text
      }
    try send(shown)
  }

  /// Writes `document` piece by piece; it may be many times larger as text.
  ///
  /// - Throws: ``OutputError``
  static func write(_ document: JSON) throws(OutputError) {
    try document.write { piece throws(OutputError) in try send(piece) }
  }

  private static func send(_ text: String) throws(OutputError) {
    switch writeAll(text, to: STDOUT_FILENO) {
    case 0: return
    case EPIPE: throw .readerLeft
    case let problem: throw .notWritten(reason: String(cString: strerror(problem)))
    }
  }
}

/// The process's standard error.
enum StandardError {
  /// Says why the command ends, or something that does not keep it from going on; on one line, whatever is repeated in it.
  /// Nobody could be told if that failed.
  static func note(_ remark: some CustomStringConvertible) {
    _ = writeAll(PlainText.shown(Printable.line("strider: \(remark)")) + "\n", to: STDERR_FILENO)
  }
}

/// Writes all of `text` to `file`; returns 0 or the error number.
func writeAll(_ text: String, to file: Int32) -> Int32 {
  var text = text
  return text.withUTF8 { writeAll(UnsafeRawBufferPointer($0), to: file) }
}

/// Writes all of `bytes` to `file`; returns 0 or the error number.
func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Int32 {
  var rest = bytes
  while !rest.isEmpty {
    let count = write(file, rest.baseAddress, rest.count)
    if count < 0, errno == EINTR { continue }
    if count < 0 { return errno }
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
  }
  return 0
}

/// Why standard output could not be written.
enum OutputError: Error, Equatable, CustomStringConvertible {
  /// The reader has seen enough, as `head` does; no reason to complain.
  case readerLeft
  /// Anything else, a full disk for instance.
  case notWritten(reason: String)

  var description: String {
    switch self {
    case .readerLeft: "the reader of standard output has gone"
    case .notWritten(let reason): "standard output cannot be written: \(reason)"
    }
  }
}
