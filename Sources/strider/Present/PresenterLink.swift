import Curriculum
import Glibc
import NcursesBackend

/// The presentation's end of the link to its notes: tells everyone who follows where it stands,
/// and passes on what they wish.
final class PresenterLink: Mailbox {
  private let path: String
  private let listener: LocalSocket
  /// Locked as long as this process presents the lesson; the system unlocks it however the process ends.
  private let lock: LockFile
  private var followers: [Follower] = []
  private var message: PresentMessage
  /// Until when nobody is let in, in milliseconds of the monotonic clock: the last caller could not be.
  private var closedUntil: Int?
  private var hasEnded = false
  private let clock: () -> Int

  /// Notes, and what has come of their wishes.
  private struct Follower {
    let socket: LocalSocket
    var buffer = LineBuffer()

    /// The whole lines that have come; `nil` once the notes have gone, or are none.
    mutating func lines() -> [String]? { socket.receive().flatMap { buffer.take($0) } }
  }

  private static let mostFollowers = 32
  /// Milliseconds to wait when there are too many open files: a caller who cannot be let in keeps the listener readable,
  /// and waiting for it would return at once, again and again.
  private static let pause = 500

  private init(
    path: String, listener: LocalSocket, lock: LockFile, message: PresentMessage, clock: @escaping () -> Int
  ) {
    (self.path, self.listener, self.lock, self.message) = (path, listener, lock, message)
    self.clock = clock
  }

  /// Opens the link of the lesson that `moment` belongs to, in `folder`.
  ///
  /// - Parameter clock: milliseconds since some moment in the past.
  /// - Throws: ``PresentProblem/taken`` when another process presents it.
  static func open(
    _ moment: PresentMoment, in folder: String, clock: @escaping () -> Int = { MonotonicClock.milliseconds }
  ) throws(PresentProblem) -> PresenterLink {
    let lock = try LockFile("\(folder)/\(moment.lesson).lock")
    let path = Self.path(of: moment.lesson, in: folder)
    // Only a presentation that was killed can have left one: this one has the lock.
    if unlink(path) != 0, errno != ENOENT { throw .refused("removing \(path)") }
    let listener = try LocalSocket.make()
    try listener.listen(at: path)
    return PresenterLink(path: path, listener: listener, lock: lock, message: .moment(moment), clock: clock)
  }

  /// Where notes of a lesson find its presentation.
  static func path(of lesson: String, in folder: String) -> String { "\(folder)/\(lesson).socket" }

  var descriptors: [Int32] {
    (closedUntil == nil ? [listener.descriptor] : []) + followers.map(\.socket.descriptor)
  }
  var patience: Int? { closedUntil.map { max(0, $0 - clock()) } }

  /// Takes in who has come and forgets who has gone; returns what the notes wish.
  func collect() -> [String] {
    var wishes: [String] = []
    followers = followers.compactMap { follower in
      var follower = follower
      guard let lines = follower.lines() else { return nil }
      wishes += lines
      return follower
    }
    letIn()
    return wishes
  }

  private func letIn() {
    if let closedUntil, clock() < closedUntil { return }
    closedUntil = nil
    while true {
      switch listener.accept() {
      case .from(let caller):
        let follower = Follower(socket: caller)
        if followers.count < Self.mostFollowers, tell(follower) { followers.append(follower) }
      case .none: return
      case .refused: return closedUntil = clock() + Self.pause
      }
    }
  }

  /// Tells everyone that the presentation stands at `moment` now. Who does not read any more is let go, and finds the
  /// way back.
  func publish(_ moment: PresentMoment) {
    message = .moment(moment)
    followers.removeAll { !tell($0) }
  }

  /// Tells everyone that the presentation is over, and takes the address away.
  func end() {
    guard !hasEnded else { return }
    hasEnded = true
    message = .ended
    followers.removeAll { !tell($0) }
    followers = []
    unlink(path)
  }

  private func tell(_ follower: Follower) -> Bool { follower.socket.send(Array((message.line + "\n").utf8)) }
}
