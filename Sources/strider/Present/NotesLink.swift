import Curriculum
import Glibc
import NcursesBackend

/// The notes' end of the link to a presentation: finds it, passes its lines on, tells it what the speaker wishes, and looks
/// for it again when it has gone.
final class NotesLink: Mailbox {
  private let path: String
  private var presentation: LocalSocket?
  private var buffer = LineBuffer()
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
    if let lines = buffer.take(bytes) { return lines }
    leave()
    return [PresentMessage.ended.line]
  }

  /// Asks the presentation for `wish`. Should it have gone, that is found out as soon as messages are collected.
  func send(_ wish: PresentWish) { _ = presentation?.send(Array((wish.line + "\n").utf8)) }

  private func look() {
    nextLook = MonotonicClock.milliseconds + Self.pause
    do throws(PresentProblem) {
      let socket = try LocalSocket.make()
      guard try socket.connect(to: path), socket.isOurs else { return }
      (presentation, buffer) = (socket, LineBuffer())
    } catch {
      // As good as nobody there: the next look may go better.
    }
  }

  private func leave() {
    (presentation, buffer) = (nil, LineBuffer())
    nextLook = MonotonicClock.milliseconds + Self.pause
  }
}
