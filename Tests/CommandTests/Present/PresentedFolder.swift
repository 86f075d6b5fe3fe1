import Foundation
import TestSupport
import Testing

/// A folder with one lesson to present, and the folder in which presentations and their notes meet.
struct PresentedFolder {
  let runtime: TemporaryFolder
  let lessons: TemporaryFolder

  init() throws {
    (runtime, lessons) = (try TemporaryFolder(), try TemporaryFolder())
    _ = try lessons.file("07-strides.yaml", Self.lesson.utf8)
  }

  private static let lesson = """
    title: Strides
    part: core
    decks:
      kcl: [Stride]
    goals:
      - Work out the side of the output.
    practice: [output-size]
    terms:
      stride: How many cells the window moves at a time.
    steps:
      - id: words
        text: The **stride** is how far the window moves.
        notes: Draw three windows on the board.
      - id: side
        text: Hops first, then one more.
        question:
          kind: number
          prompt: What is the side of the output?
          answer: 3
          formula: (7 - 3) / 2 + 1
          wrong:
            - answer: 2
              slip: forgot-plus-one
              why: (7 - 3) / 2 = 2 counts the hops.
          hints:
            - How many hops?
          solution: (7 - 3) / 2 + 1 = 3

    """

  /// What presents the lesson.
  var command: [String] { [StriderRun.program, "present", "strides", "--lessons", lessons.path] }

  /// A presentation of the lesson, or its notes, in a terminal.
  func terminal(_ options: String...) throws -> Tmux {
    try Tmux(command + options, environment: environment)
  }

  /// Where presentation and notes meet, and where presentations are kept.
  var environment: [String: String] { ["XDG_RUNTIME_DIR": runtime.path, "XDG_STATE_HOME": runtime.path] }

  /// The file in which the presentation is kept.
  var statePath: String { runtime.path + "/strider/present/strides.json" }
  /// What is in it; empty when there is none.
  var kept: String { (try? String(contentsOfFile: statePath, encoding: .utf8)) ?? "" }

  /// Waits until the file holds `text`; the empty text stands for no file.
  func waitUntilKept(_ text: String) async throws {
    let deadline = ContinuousClock.now + .seconds(10)
    while text.isEmpty ? !kept.isEmpty : !kept.contains(text) {
      try #require(ContinuousClock.now < deadline, "\(text) is not kept: \(kept)")
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// Where presentations and notes meet.
  var path: String { runtime.path + "/strider" }
  var socketPath: String { path + "/strides.socket" }

  /// Whether there is an address where notes can find a presentation.
  var hasSocket: Bool { access(socketPath, F_OK) == 0 }
}

/// A socket that is connected to a presentation.
final class PresentCaller {
  private let descriptor: Int32

  /// Calls the presentation that listens at `path`.
  init(_ path: String) throws {
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    try #require(isConnected)
  }

  deinit { close(descriptor) }

  /// What the presentation says first; nothing when it says nothing for `seconds`.
  func greeting(within seconds: Int32 = 10) -> String {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, seconds * 1_000) > 0 else { return "" }
    var room = [UInt8](repeating: 0, count: 1_000)
    let count = read(descriptor, &room, room.count)
    return String(decoding: room[..<max(0, count)], as: UTF8.self)
  }

  /// Sends `text`.
  func say(_ text: String) { _ = send(descriptor, text, text.utf8.count, Int32(MSG_NOSIGNAL)) }
}
