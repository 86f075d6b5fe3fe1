import Foundation
import Learning
import Yams

/// The text of a lesson file and the YAML tree in it.
///
/// Nothing that could harm a terminal or keep the parser busy gets past here: the file is small, without tabs, control
/// or invisible characters, and what its aliases unfold to is counted (the "billion laughs" need more).
struct LessonSource {
  /// The most bytes a lesson file may have.
  static let fileLimit = 256 * 1024

  let file: String
  let text: String
  /// The text's bytes: searching them is many times faster than searching characters.
  let bytes: [UInt8]

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
    try self.init([UInt8](data), file: file)
  }

  init(_ bytes: [UInt8], file: String) throws(LessonProblem) {
    guard bytes.count <= Self.fileLimit else {
      throw LessonProblem(.tooLarge(bytes: bytes.count), file: file)
    }
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw LessonProblem(.notText, file: file, at: Self.firstBadByte(of: bytes))
    }
    let isPlain = !text.hasPrefix("\u{FEFF}") && !bytes.contains(UInt8(ascii: "\r"))
    if !isPlain {
      if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
      text = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
    }
    (self.file, self.text) = (file, text)
    self.bytes = isPlain ? bytes : Array(text.utf8)
    try refuseControls()
  }

  /// Where the first byte stands that belongs to no character.
  private static func firstBadByte(of bytes: [UInt8]) -> SourcePlace {
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

  private func refuseControls() throws(LessonProblem) {
    guard let culprit = firstControl else { return }
    let before = text.unicodeScalars[..<culprit]
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    let scalar = text.unicodeScalars[culprit]
    throw LessonProblem(
      scalar == "\t" ? .tab : .control(Self.escaped(scalar)), file: file,
      at: SourcePlace(line: line, column: column))
  }

  /// The first character that must not stand in a lesson. ASCII, which is nearly all of it, is looked at as bytes.
  private var firstControl: String.Index? {
    bytes.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices {
        let byte = bytes[offset]
        // What continues a character was looked at with its first byte.
        if (0x20..<0x7F).contains(byte) || byte == 0x0A || byte & 0xC0 == 0x80 { continue }
        let index = text.utf8.index(text.startIndex, offsetBy: offset)
        if !text.unicodeScalars[index].isPrintable { return index }
      }
      return nil
    }
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
