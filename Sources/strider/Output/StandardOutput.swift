import Glibc

/// The process's standard output, unbuffered: a command prints once, in one piece.
enum StandardOutput {
  /// Whether people are looking at it.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Who reads what is written.
  enum Reader {
    /// People, who get the characters that can be shown here.
    case people
    /// Programs, which get UTF-8 always: JSON, exports, drawings.
    case data
  }

  /// Writes all of `text`.
  ///
  /// - Throws: ``OutputError``, also when whoever read it has gone.
  static func write(_ text: String, as reader: Reader = .people) throws(OutputError) {
    switch writeAll(reader == .data ? text : PlainText.shown(text), to: STDOUT_FILENO) {
    case 0: return
    case EPIPE: throw .readerLeft
    case let problem: throw .notWritten(reason: String(cString: strerror(problem)))
    }
  }
}

/// The process's standard error.
enum StandardError {
  /// Says something that does not keep the command from going on, on one line as errors are.
  static func note(_ remark: some CustomStringConvertible) {
    write("strider: \(remark)\n")
  }

  /// Writes `text`; nobody could be told if that failed.
  static func write(_ text: String) {
    _ = writeAll(PlainText.shown(text), to: STDERR_FILENO)
  }
}

/// Writes all of `text` to `file`; returns 0 or the error number.
func writeAll(_ text: String, to file: Int32) -> Int32 {
  var text = text
  return text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let count = write(file, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return 0
  }
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
