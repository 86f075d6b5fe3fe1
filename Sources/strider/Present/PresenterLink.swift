import Curriculum
import Glibc
import NcursesBackend

/// The presentation's end of the link to its notes: tells everyone who follows where it stands.
final class PresenterLink: Mailbox {
  private let path: String
  private let listener: LocalSocket
  /// Locked as long as this process presents the lesson; the system unlocks it however the process ends.
  private let lock: LocalSocket
  private var followers: [LocalSocket] = []
  private var message: PresentMessage

  private static let mostFollowers = 32

  private init(path: String, listener: LocalSocket, lock: LocalSocket, message: PresentMessage) {
    (self.path, self.listener, self.lock, self.message) = (path, listener, lock, message)
  }

  /// Opens the link of the lesson that `moment` belongs to, in `folder`.
  ///
  /// - Throws: ``PresentProblem/taken`` when another process presents it.
  static func open(_ moment: PresentMoment, in folder: String) throws(PresentProblem) -> PresenterLink {
    let lock = try Self.lock("\(folder)/\(moment.lesson).lock")
    let path = Self.path(of: moment.lesson, in: folder)
    // Only a presentation that was killed can have left one: this one has the lock.
    if unlink(path) != 0, errno != ENOENT { throw .refused("removing \(path)") }
    let listener = try LocalSocket.make()
    try listener.listen(at: path)
    return PresenterLink(path: path, listener: listener, lock: lock, message: .moment(moment))
  }

  /// Where notes of a lesson find its presentation.
  static func path(of lesson: String, in folder: String) -> String { "\(folder)/\(lesson).socket" }

  private static func lock(_ path: String) throws(PresentProblem) -> LocalSocket {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .refused("opening \(path)") }
    let file = LocalSocket(descriptor)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      if errno == EWOULDBLOCK { throw .taken }
      throw .refused("locking \(path)")
    }
    return file
  }

  var descriptors: [Int32] { [listener.descriptor] + followers.map(\.descriptor) }
  var patience: Int? { nil }

  /// Takes in who has come and forgets who has gone; notes have nothing to say themselves.
  func collect() -> [String] {
    followers.removeAll { $0.receive() == nil }
    while let caller = listener.accept() {
      if followers.count < Self.mostFollowers, tell(caller) { followers.append(caller) }
    }
    return []
  }

  /// Tells everyone that the presentation stands at `moment` now. Who does not read any more is let go, and finds the
  /// way back.
  func publish(_ moment: PresentMoment) {
    message = .moment(moment)
    followers.removeAll { !tell($0) }
  }

  /// Tells everyone that the presentation is over, and takes the address away.
  func end() {
    message = .ended
    followers.removeAll { !tell($0) }
    followers = []
    unlink(path)
  }

  private func tell(_ follower: LocalSocket) -> Bool { follower.send(Array((message.line + "\n").utf8)) }
}
