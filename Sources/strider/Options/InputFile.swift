import Glibc
import Learning

/// Reads the files that users name.
enum InputFile {
  /// The text in the file at `path`, which may also be a pipe.
  ///
  /// - Throws: ``FileError``
  static func text(at path: String) throws(FileError) -> String {
    let bytes = try bytes(at: path)
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw .notText(path)
    }
    return text
  }

  private static func bytes(at path: String) throws(FileError) -> [UInt8] {
    // A NUL would end the name early for the system.
    guard !path.utf8.contains(0) else { throw .missing(path) }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing(path) : .unreadable(path, reason: reason())
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path, reason: reason()) }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= Limits.fileBytes else { throw .tooLarge(path) }
    }
  }

  private static func reason() -> String {
    let text = String(cString: strerror(errno))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// Why a file gives no text.
enum FileError: InputError {
  /// There is no such file.
  case missing(String)
  /// The system does not let us read it.
  case unreadable(String, reason: String)
  /// It has more than ``Limits/fileBytes``.
  case tooLarge(String)
  /// It holds bytes that are no UTF-8 text.
  case notText(String)

  var fault: InputFault {
    switch self {
    case .missing, .unreadable: .access
    case .tooLarge: .request
    case .notText: .data
    }
  }

  var description: String {
    switch self {
    case .missing(let path): "there is no file \(Echo.quote(path))"
    case .unreadable(let path, let reason): "the file \(Echo.quote(path)) cannot be read: \(reason)"
    case .tooLarge(let path): "the file \(Echo.quote(path)) is beyond the limit of 16 MB"
    case .notText(let path): "the file \(Echo.quote(path)) is not text"
    }
  }
}
