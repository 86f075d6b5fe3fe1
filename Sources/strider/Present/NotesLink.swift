import Curriculum
import Glibc
import NcursesBackend

/// The notes' end of the link to a presentation: finds it, passes its lines on, and looks for it again when it has
/// gone.
final class NotesLink: Mailbox {
  private let path: String
  private var presentation: LocalSocket?
  /// What has come of a line that has not ended yet.
  private var begun: [UInt8] = []
  /// When to look for the presentation again, in milliseconds of the monotonic clock.
  private var nextLook = 0

  private static let pause = 500

  /// A link to whoever presents `lesson`, through `folder`.
  init(_ lesson: String, in folder: String) throws(PresentProblem) {
    path = PresenterLink.path(of: lesson, in: folder)
    guard LocalSocket.canHaveAddress(path) else { throw .longPath(path) }
  }

  var descriptors: [Int32] { presentation.map { [$0.descriptor] } ?? [] }
  var patience: Int? { presentation == nil ? max(0, nextLook - MonotonicClock.milliseconds) : nil }

  func collect() -> [String] {
    if presentation == nil, MonotonicClock.milliseconds >= nextLook { look() }
    guard let presentation else { return [] }
    guard let bytes = presentation.receive() else {
      leave()
      return [PresentMessage.ended.line]
    }
    begun += bytes
    var lines: [String] = []
    while let end = begun.firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(String(decoding: begun[..<end], as: UTF8.self))
      begun.removeSubrange(...end)
    }
    // Nobody who speaks our language goes on for so long.
    if begun.count > PresentMessage.longestLine {
      leave()
      lines.append(PresentMessage.ended.line)
    }
    return lines
  }

  private func look() {
    nextLook = MonotonicClock.milliseconds + Self.pause
    do throws(PresentProblem) {
      let socket = try LocalSocket.make()
      guard try socket.connect(to: path), socket.isOurs else { return }
      (presentation, begun) = (socket, [])
    } catch {
      // As good as nobody there: the next look may go better.
    }
  }

  private func leave() {
    (presentation, begun) = (nil, [])
    nextLook = MonotonicClock.milliseconds + Self.pause
  }
}
