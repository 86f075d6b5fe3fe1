import Glibc
import Learning

/// Reads the files that users name.
enum InputFile {
  /// The text in the file at `path`, which may also be a pipe.
  ///
  /// - Throws: ``FileError``
  static func text(at path: String) throws(FileError) -> String {
    let bytes = try bytes(at: path, upTo: Limits.fileBytes)
    if isUTF16(bytes) { throw .encoding(path, .utf16) }
    guard !bytes.contains(0) else { throw .notText(path) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if let line = damagedLine(of: bytes) { throw .damaged(path, line: line) }
    let isText = bytes.allSatisfy { $0 >= 0x20 && !(0x7F...0x9F).contains($0) || (9...13).contains($0) }
    throw isText ? .encoding(path, .latin1) : .notText(path)
  }

  /// Whether `bytes` are text of two bytes a letter: with a mark of their order in front, or with nothing but zeros at
  /// every other place of the beginning.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 3, bytes.count.isMultiple(of: 2) else { return false }
    let head = bytes.prefix(64)
    let zeros = [0, 1].map { place in head.indices.allSatisfy { $0 % 2 != place || head[$0] == 0 } }
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || zeros[0] != zeros[1] else {
      return false
    }
    let high = bytes[0] == 0xFE || zeros[0] ? 0 : 1
    let units = stride(from: 0, to: bytes.count, by: 2).lazy.map { place in
      UInt16(bytes[place + high]) << 8 | UInt16(bytes[place + 1 - high])
    }
    return String(validating: units, as: UTF16.self) != nil
  }

  /// The first line of what is UTF-8 but for a few bytes; `nil` where most letters beyond ASCII are none.
  private static func damagedLine(of bytes: [UInt8]) -> Int? {
    var (letters, faults, line, first) = (0, 0, 1, 0)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n": line += 1
      case "\u{FFFD}":
        faults += 1
        if first == 0 { first = line }
      default: if !scalar.isASCII { letters += 1 }
      }
    }
    return letters > faults ? first : nil
  }

  /// The bytes of the file at `path`, which may also be a pipe that a command is writing to.
  ///
  /// - Parameter isOrdinary: whether only what lies in a folder will do, since nobody can wait for more.
  /// - Throws: ``FileError``, also for more bytes than `most`.
  static func bytes(at path: String, upTo most: Int, isOrdinary: Bool = false) throws(FileError) -> [UInt8] {
    // A NUL would end the name early for the system.
    guard !path.utf8.contains(0) else { throw .missing(path) }
    // Otherwise the opening of a pipe that lies in a folder would wait for somebody who writes.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw [ENOENT, ENOTDIR, ENAMETOOLONG].contains(errno)
        ? .missing(path) : .unreadable(path, reason: reason())
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var status = stat()
    var most = most
    // What a file has is set aside at once, or refused unread; a pipe says nothing, and a device may never end.
    if fstat(file, &status) == 0 {
      let kind = status.st_mode & S_IFMT
      if kind == S_IFIFO, !isOfCommand(path) {
        throw .unreadable(
          path, reason: "it is a pipe that may have no writer; name a file, or write <(command)")
      }
      if isOrdinary, kind == S_IFIFO || kind == S_IFCHR {
        throw .unreadable(path, reason: "it is no ordinary file")
      }
      if kind == S_IFCHR { most = min(most, mostOfDevice) }
      guard status.st_size <= most else { throw .tooLarge(path, limit: most) }
      bytes.reserveCapacity(max(0, Int(status.st_size)))
    }
    _ = fcntl(file, F_SETFL, O_RDONLY)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path, reason: reason()) }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= most else { throw .tooLarge(path, limit: most) }
    }
  }

  /// Whether the pipe at `path` lies in no folder: a command that runs already has its other end, as with `<(command)`.
  private static func isOfCommand(_ path: String) -> Bool {
    guard let place = realpath(path, nil) else { return true }
    free(place)
    return false
  }

  /// The bytes that a device is read for, such as a terminal in which somebody types.
  private static let mostOfDevice = 1 << 20

  /// Whether there is a file, or a folder, at `path`.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether there is a folder at `path`.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What the system says of an error, to stand within a sentence.
  static func reason(_ number: Int32 = errno) -> String {
    let text = String(cString: strerror(number))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// Why a file gives no text.
enum FileError: InputError {
  /// There is no such file.
  case missing(String)
  /// The system does not let us read it.
  case unreadable(String, reason: String)
  /// It has more than so many bytes.
  case tooLarge(String, limit: Int)
  /// It holds text in another encoding than UTF-8.
  case encoding(String, Encoding)
  /// It is UTF-8 up to a line where it was cut or damaged.
  case damaged(String, line: Int)
  /// It holds bytes that are no text.
  case notText(String)

  /// Encodings that spreadsheets write.
  enum Encoding: String {
    case utf16 = "UTF-16"
    case latin1 = "Latin-1"
    /// What iconv calls it.
    fileprivate var name: String { self == .utf16 ? "UTF-16" : "LATIN1" }
  }

  var fault: InputFault {
    switch self {
    case .missing, .unreadable: .access
    case .tooLarge: .request
    case .notText, .encoding, .damaged: .data
    }
  }

  var description: String {
    switch self {
    case .missing(let path): "there is no file \(Echo.quote(path))"
    case .unreadable(let path, let reason): "the file \(Echo.quote(path)) cannot be read: \(reason)"
    case .tooLarge(let path, let limit):
      "the file \(Echo.quote(path)) is beyond the limit of \(limit / (1024 * 1024)) MB"
    case .encoding(let path, let encoding):
      "the file \(Echo.quote(path)) is \(encoding.rawValue), not UTF-8; convert it: "
        + "iconv -f \(encoding.name) -t UTF-8 \(Echo.quote(path)) > utf8.csv"
    case .damaged(let path, let line):
      "the file \(Echo.quote(path)) is cut or damaged: line \(line) holds bytes that are no UTF-8"
    case .notText(let path): "the file \(Echo.quote(path)) is not text"
    }
  }
}
