import CNcurses
import Glibc

/// A file in memory that curses takes for the terminal.
///
/// Curses flushes its output at every move of the cursor. Collected here, a frame reaches the terminal in one piece.
final class MemoryFile {
  /// The file for curses.
  let stream: UnsafeMutablePointer<FILE>
  private let descriptor: Int32

  /// An empty file; `nil` when the system has no room for one.
  init?() {
    descriptor = strider_memory_file()
    guard descriptor >= 0 else { return nil }
    guard let stream = fdopen(descriptor, "w") else {
      Glibc.close(descriptor)
      return nil
    }
    self.stream = stream
  }

  deinit { fclose(stream) }

  /// The bytes written since the last call.
  func take() -> [UInt8] {
    let count = Int(lseek(descriptor, 0, SEEK_CUR))
    guard count > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, initialized in
      initialized = max(0, pread(descriptor, room.baseAddress, count, 0))
    }
    lseek(descriptor, 0, SEEK_SET)
    return bytes
  }
}
