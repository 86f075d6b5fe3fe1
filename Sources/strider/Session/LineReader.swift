import Glibc

/// Standard input, line by line.
struct LineReader: IteratorProtocol {
  /// The most bytes of a line that are kept; no answer is as long.
  private static let longest = 10_000

  private var buffer: [UInt8] = []
  private var isAtEnd = false

  /// The next line without its end, or `nil` when there is none. Bytes that are no UTF-8 are replaced.
  mutating func next() -> String? {
    var searched = 0
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { buffer.removeSubrange(...end) }
        return text(upTo: end)
      }
      if isAtEnd {
        guard !buffer.isEmpty else { return nil }
        defer { buffer = [] }
        return text(upTo: buffer.count)
      }
      buffer.removeSubrange(min(buffer.count, Self.longest)...)
      searched = buffer.count
      fill()
    }
  }

  private func text(upTo end: Int) -> String {
    String(decoding: buffer[..<min(end, Self.longest)], as: UTF8.self)
  }

  private mutating func fill() {
    let chunk = [UInt8](unsafeUninitializedCapacity: 4096) { bytes, count in
      var got: Int
      repeat { got = read(STDIN_FILENO, bytes.baseAddress, bytes.count) } while got < 0 && errno == EINTR
      count = max(0, got)
    }
    isAtEnd = chunk.isEmpty
    buffer += chunk
  }
}
