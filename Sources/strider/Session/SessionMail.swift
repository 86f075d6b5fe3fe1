import Glibc
import NcursesBackend

/// What wakes the screen of a session: lessons that are still to be read, once the first frame is there, and a log that cannot be
/// saved any more.
final class SessionMail: Mailbox {
  /// Rung from whatever thread has news.
  let bell = Bell()
  /// Whether there is something to do as soon as the screen is there.
  private var isDue: Bool

  init(isDue: Bool) { self.isDue = isDue }

  var descriptors: [Int32] { [bell.descriptor] }
  var patience: Int? { isDue ? 0 : nil }

  /// A line, which only says that there is news; what it is the session knows.
  func collect() -> [String] {
    guard bell.hasRung() || isDue else { return [] }
    isDue = false
    return [""]
  }
}

/// A descriptor that becomes readable when another thread has news.
final class Bell: Sendable {
  /// The end that is waited for, and the one that is written to; -1 where the system has none left, and then nothing is heard.
  let descriptor, striker: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) != 0 { ends = [-1, -1] }
    (descriptor, striker) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(descriptor)
    close(striker)
  }

  func ring() {
    var stroke: UInt8 = 1
    _ = write(striker, &stroke, 1)
  }

  /// Whether it was rung since it was last asked.
  func hasRung() -> Bool {
    var strokes: (UInt64, UInt64) = (0, 0)
    return read(descriptor, &strokes, MemoryLayout.size(ofValue: strokes)) > 0
  }
}
