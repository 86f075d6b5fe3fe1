import Glibc

/// A socket for processes on this machine, closed when nobody needs it any more.
struct LocalSocket {
  private let owned: OwnedDescriptor

  /// Takes over `descriptor`.
  private init(_ descriptor: Int32) { owned = OwnedDescriptor(descriptor) }

  var descriptor: Int32 { owned.descriptor }

  /// A socket that has no address yet, does not wait, and is not inherited by other programs.
  static func make() throws(PresentProblem) -> LocalSocket {
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
    let descriptor = socket(AF_UNIX, kind, 0)
    guard descriptor >= 0 else { throw .refused("making a socket") }
    return LocalSocket(descriptor)
  }

  /// Gives the socket an address that only the owner can reach, and waits for callers there.
  func listen(at path: String) throws(PresentProblem) {
    // The mode counts from the moment the file is there.
    let before = umask(0o177)
    defer { umask(before) }
    let isBound = try Self.withAddress(path) { bind(descriptor, $0, $1) } == 0
    guard isBound else { throw .refused("making the socket \(path)") }
    guard Glibc.listen(descriptor, 8) == 0 else { throw .refused("listening at \(path)") }
  }

  /// Whether somebody listens at `path` and the socket is connected to them now.
  func connect(to path: String) throws(PresentProblem) -> Bool {
    try Self.withAddress(path) { Glibc.connect(descriptor, $0, $1) } == 0
  }

  /// What came of looking for a caller.
  enum Call {
    case from(LocalSocket)
    /// Nobody waits.
    case none
    /// There is no descriptor or no memory left for one; whoever waits goes on waiting, and the socket stays readable.
    case refused
  }

  /// The next caller, if one is waiting; callers of other users are turned away.
  func accept() -> Call {
    while true {
      let caller = Glibc.accept(descriptor, nil, nil)
      guard caller >= 0 else {
        switch errno {
        case EINTR, ECONNABORTED: continue
        case EAGAIN: return .none
        default: return .refused
        }
      }
      let socket = LocalSocket(caller)
      _ = fcntl(caller, F_SETFD, FD_CLOEXEC)
      _ = fcntl(caller, F_SETFL, O_NONBLOCK)
      if socket.isOurs { return .from(socket) }
    }
  }

  /// Whether the process at the other end belongs to the same user.
  var isOurs: Bool {
    // The fields of the C structure `ucred`, which the system's headers hide from Swift.
    var peer: (process: pid_t, user: uid_t, group: gid_t) = (0, 0, 0)
    let size = MemoryLayout.size(ofValue: peer)
    var length = socklen_t(size)
    guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0, length == size else {
      return false
    }
    return peer.user == geteuid()
  }

  /// Sends all of `bytes` at once; `false` when the other end has gone or does not read.
  func send(_ bytes: [UInt8]) -> Bool {
    Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  /// What has come: nothing when nothing has; `nil` once the other end has gone.
  func receive() -> [UInt8]? {
    var room = [UInt8](repeating: 0, count: 4_096)
    let count = recv(descriptor, &room, room.count, 0)
    if count > 0 { return Array(room[..<count]) }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
  }

  /// Whether `path` is short enough for the address of a socket.
  static func canHaveAddress(_ path: String) -> Bool {
    path.utf8.count < MemoryLayout.size(ofValue: sockaddr_un().sun_path)
  }

  private static func withAddress<Outcome>(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Outcome
  ) throws(PresentProblem) -> Outcome {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    guard canHaveAddress(path) else { throw .longPath(path) }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
