import Foundation
import Learning
import Yams

/// The text of a lesson file and the YAML tree in it.
///
/// Nothing that could harm a terminal or keep the parser busy gets past here: the file is small, without tabs, control
/// or invisible characters, and without aliases (the "billion laughs" need them).
struct LessonSource {
  /// The most bytes a lesson file may have.
  static let fileLimit = 256 * 1024

  let file: String
  let text: String

  init(reading url: URL) throws(LessonProblem) {
    let file = url.lastPathComponent
    let data: Data
    do {
      // Without O_NONBLOCK the opening of a pipe would wait for a writer.
      let descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else {
        throw LessonProblem(.unreadable(String(cString: strerror(errno))), file: file)
      }
      let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      var status = stat()
      if fstat(descriptor, &status) == 0, status.st_size > Self.fileLimit {
        throw LessonProblem(.tooLarge(bytes: Int(status.st_size)), file: file)
      }
      data = try handle.read(upToCount: Self.fileLimit + 1) ?? Data()
    } catch let problem as LessonProblem {
      throw problem
    } catch {
      throw LessonProblem(.unreadable(Self.reason(error)), file: file)
    }
    // What is no regular file, a pipe for instance, does not tell its size.
    guard data.count <= Self.fileLimit else { throw LessonProblem(.tooLarge(bytes: nil), file: file) }
    try self.init(data, file: file)
  }

  init(_ bytes: some Collection<UInt8>, file: String) throws(LessonProblem) {
    guard bytes.count <= Self.fileLimit else {
      throw LessonProblem(.tooLarge(bytes: bytes.count), file: file)
    }
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw LessonProblem(.notText, file: file, at: Self.firstBadByte(of: bytes))
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    if text.utf8.contains(UInt8(ascii: "\r")) { text = text.replacingOccurrences(of: "\r\n", with: "\n") }
    try Self.refuseControls(in: text, file: file)
    (self.file, self.text) = (file, text)
  }

  /// The text before the line `marker`, and the lines after it, if there is such a line.
  func split(before marker: String) -> (head: Substring, tail: Substring)? {
    for line in Self.lines(of: text[...]) where line.utf8.elementsEqual(marker.utf8) {
      return (text[..<line.startIndex], text[line.endIndex...].dropFirst())
    }
    return nil
  }

  /// The lines of `text` that are not empty. Bytes are searched, which is many times faster than characters.
  static func lines(of text: Substring) -> [Substring] {
    // The bytes of a whole string are copied at once, those of a part of one by one.
    let bytes = Array(String(text).utf8)
    func index(_ offset: Int) -> String.Index { text.utf8.index(text.startIndex, offsetBy: offset) }
    var lines: [Substring] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if start < end { lines.append(text[index(start)..<index(end)]) }
      start = end + 1
    }
    return lines
  }

  /// Where the first byte stands that belongs to no character.
  private static func firstBadByte(of bytes: some Collection<UInt8>) -> SourcePlace {
    var (decoder, iterator) = (UTF8(), bytes.makeIterator())
    var (line, column) = (1, 1)
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      switch scalar {
      case "\n": (line, column) = (line + 1, 1)
      case "\u{FEFF}" where line == 1 && column == 1: break
      default: column += 1
      }
    }
    return SourcePlace(line: line, column: column)
  }

  private static func refuseControls(in text: String, file: String) throws(LessonProblem) {
    guard let culprit = firstControl(in: text) else { return }
    let before = text.unicodeScalars[..<culprit]
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    let scalar = text.unicodeScalars[culprit]
    throw LessonProblem(
      scalar == "\t" ? .tab : .control(escaped(scalar)), file: file,
      at: SourcePlace(line: line, column: column))
  }

  /// The first character that must not stand in a lesson. ASCII, which is nearly all of it, is looked at as bytes.
  private static func firstControl(in text: String) -> String.Index? {
    let bytes = Array(text.utf8)
    for (offset, byte) in bytes.enumerated() {
      // What continues a character was looked at with its first byte.
      if (0x20..<0x7F).contains(byte) || byte == 0x0A || byte & 0xC0 == 0x80 { continue }
      let index = text.utf8.index(text.startIndex, offsetBy: offset)
      if !text.unicodeScalars[index].isPrintable { return index }
    }
    return nil
  }

  static func escaped(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16))}"
  }

  private static func reason(_ error: any Error) -> String {
    let system = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let system, system.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(system.code)))
    }
    return error.localizedDescription
  }
}
