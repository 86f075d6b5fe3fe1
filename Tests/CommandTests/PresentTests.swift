import Foundation
import TestSupport
import Testing

/// A presentation in one terminal and its notes in another.
@Suite struct PresentTests {
  private let runtime: TemporaryFolder
  private let lessons: TemporaryFolder

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

  private func terminal(_ options: String...) throws -> Tmux {
    try Tmux(
      [StriderRun.program, "present", "strides", "--lessons", lessons.path] + options,
      environment: ["XDG_RUNTIME_DIR": runtime.path])
  }

  private var folder: String { runtime.path + "/strider" }
  private var socketPath: String { folder + "/strides.socket" }

  private func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private func hasSocket() -> Bool { access(socketPath, F_OK) == 0 }

  @Test func notesFollowFromTheFirstPageToTheLast() async throws {
    let notes = try terminal("--notes")
    try await notes.screen(showing: "waiting for strider present strides …")
    try await notes.screen(showing: "Notes: not for the projector")
    let slides = try terminal()
    try await slides.screen(showing: "You will be able to")
    try await notes.screen(showing: "the class sees the title")

    try slides.press("PageDown")
    try await slides.screen(showing: "step 1 of 2")
    let first = try await notes.screen(showing: "step 1 of 2")
    #expect(first.contains("Draw three windows on the board."))
    #expect(try !slides.screen().contains("Draw three windows"))

    try slides.press("PageDown", "PageDown")
    try await notes.screen(showing: "the question is shown, not its answer")
    #expect(try notes.screen().contains("2: forgot the + 1"))
    #expect(try !slides.screen().contains("The answer is"))
    try slides.press("r")
    try await slides.screen(showing: "The answer is 3.")
    try await notes.screen(showing: "the answer is shown")
    try slides.press(".")
    try await notes.screen(showing: "the screen is blank")
    try await slides.screen("an empty screen") { $0.allSatisfy(\.isWhitespace) }
    try slides.press("PageDown")
    try await slides.screen(showing: "The answer is 3.")

    try notes.press("Left")
    try await notes.screen(showing: "on your own; the screen shows step 2")
    try notes.press("f")
    try await notes.screen(showing: "the answer is shown")

    try slides.press("Escape")
    #expect(try await slides.exitStatus() == 0)
    try await notes.screen(showing: "The presentation has ended.")
    let again = try terminal()
    try await notes.screen(showing: "the class sees the title")
    try notes.press("q")
    #expect(try await notes.exitStatus() == 0)
    try again.press("PageDown")
    try await again.screen(showing: "step 1 of 2")
  }

  @Test func nobodyElseCanReachTheSocketAndItGoesAway() async throws {
    let slides = try terminal()
    try await slides.screen(showing: "You will be able to")
    #expect(try mode(of: folder) == 0o700)
    #expect(try mode(of: socketPath) == 0o600)
    #expect(try mode(of: folder + "/strides.lock") == 0o600)
    try slides.press("q")
    #expect(try await slides.exitStatus() == 0)
    #expect(!hasSocket())
  }

  @Test(arguments: [SIGTERM, SIGKILL])
  func aPresentationThatIsEndedFromOutsideMakesWay(_ signal: Int32) async throws {
    let notes = try terminal("--notes")
    let slides = try terminal()
    try await notes.screen(showing: "the class sees the title")
    try slides.signal(signal)
    try await notes.screen(showing: "The presentation has ended.")
    #expect(try await slides.exitStatus() == 128 + signal)
    #expect(hasSocket() == (signal == SIGKILL))
    let again = try terminal()
    try await notes.screen(showing: "the class sees the title")
    try again.press("PageDown")
    try await notes.screen(showing: "step 1 of 2")
  }

  @Test func notesStayWithTheFirstOfTwoPresentations() async throws {
    let notes = try terminal("--notes")
    let first = try terminal()
    try await notes.screen(showing: "the class sees the title")
    let second = try terminal()
    try await second.screen(showing: "Another strider presents this lesson; notes stay with that one.")
    try second.press("PageDown")
    try await second.screen(showing: "step 1 of 2")
    try second.press("q")
    #expect(try await second.exitStatus() == 0)
    #expect(hasSocket())
    try first.press("2", "Enter")
    try await notes.screen(showing: "step 2 of 2")
  }

  @Test(arguments: ["open", "link"])
  func aFolderThatOthersCanReachIsNotUsed(_ kind: String) async throws {
    if kind == "open" {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
      chmod(folder, 0o755)
    } else {
      try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: lessons.path)
    }
    let slides = try terminal()
    try await slides.screen(showing: "Notes do not work")
    try slides.press("PageDown")
    try await slides.screen(showing: "step 1 of 2")
    #expect(!hasSocket())
    let notes = try terminal("--notes")
    #expect(try await notes.exitStatus() == 1)
    #expect(try notes.screen().hasPrefix("strider: notes do not work"))
  }

  @Test func aCallerThatTalksNonsenseDisturbsNobody() async throws {
    let slides = try terminal()
    try await slides.screen(showing: "You will be able to")
    for _ in 0..<12 {
      let line = try greeting(sending: "quit\u{0}\n\n{]")
      #expect(
        line.hasPrefix(#"{"asking":false,"blanked":false,"event":"moment","index":0,"lesson":"strides""#))
    }
    let notes = try terminal("--notes")
    try await notes.screen(showing: "the class sees the title")
    try slides.press("PageDown")
    try await notes.screen(showing: "step 1 of 2")
  }

  /// What the presentation says to a caller, who sends `text` and hangs up.
  private func greeting(sending text: String) throws -> String {
    let caller = try call()
    defer { close(caller) }
    var room = [UInt8](repeating: 0, count: 1_000)
    let count = read(caller, &room, room.count)
    _ = send(caller, text, text.utf8.count, Int32(MSG_NOSIGNAL))
    return String(decoding: room[..<max(0, count)], as: UTF8.self)
  }

  /// A socket connected to the presentation.
  private func call() throws -> Int32 {
    let caller = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: socketPath.utf8) }
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(caller, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    try #require(isConnected)
    return caller
  }

  @Test func aTerminalThatCannotBeUsedLeavesNoSocketBehind() async throws {
    let slides = try Tmux(
      [StriderRun.program, "present", "strides", "--lessons", lessons.path],
      environment: ["XDG_RUNTIME_DIR": runtime.path, "TERM": "no-such-terminal"])
    #expect(try await slides.exitStatus() == 69)
    #expect(!hasSocket())
  }

  /// With all its descriptors in use the presentation cannot let callers in, who keep waiting: it must neither stop nor
  /// run hot, and let them in once there is room.
  @Test func tooManyOpenFilesDisturbNobody() async throws {
    // The descriptors suffice for the screen and some callers; the others fit into the queue before the listener.
    let (limit, count) = (24, 20)
    let slides = try Tmux(
      [
        "/bin/sh", "-c", "echo $$ > \(runtime.path)/process; ulimit -n \(limit); exec \"$@\"", "sh",
        StriderRun.program, "present", "strides", "--lessons", lessons.path,
      ], environment: ["XDG_RUNTIME_DIR": runtime.path])
    try await slides.screen(showing: "You will be able to")
    let process = try #require(
      Int(
        try String(contentsOfFile: runtime.path + "/process", encoding: .utf8)
          .trimmingCharacters(in: .whitespacesAndNewlines)))
    var callers = try (0..<count).map { _ in try call() }
    try await Task.sleep(for: .milliseconds(300))
    #expect(isSilent(callers[count - 1]), "the last caller should not have been let in")
    let before = try processorTime(of: process)
    try await Task.sleep(for: .seconds(2))
    // In hundredths of a second; all of it when the listener is asked over and over.
    #expect(try processorTime(of: process) - before < 40)
    try slides.press("PageDown")
    try await slides.screen(showing: "step 1 of 2")

    for caller in callers.dropLast() { close(caller) }
    callers = [callers[count - 1]]
    defer { close(callers[0]) }
    var waited = 0
    while isSilent(callers[0]), waited < 100 {
      waited += 1
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(!isSilent(callers[0]))
    try slides.press("q")
    #expect(try await slides.exitStatus() == 0)
  }

  /// Whether nothing has been said to `caller`.
  private func isSilent(_ caller: Int32) -> Bool {
    var byte: UInt8 = 0
    return recv(caller, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) <= 0
  }

  /// Processor time that `process` has used, in the system's ticks of 1/100 s.
  private func processorTime(of process: Int) throws -> Int {
    let line = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    let fields = line[(line.lastIndex(of: ")") ?? line.startIndex)...].split(separator: " ")
    return try #require(Int(fields[12])) + #require(Int(fields[13]))
  }

  @Test func needsATerminalAndALesson() throws {
    let noTerminal = try StriderRun(["present", "strides", "--lessons", lessons.path])
    #expect(noTerminal.errors == "strider: presenting needs a terminal for its keys and its screen\n")
    #expect(noTerminal.status == 69)
    let noLesson = try StriderRun(["present", "stridez", "--notes", "--lessons", lessons.path])
    #expect(noLesson.errors == "strider: there is no lesson \"stridez\"; did you mean strides?\n")
    #expect(noLesson.status == 64)
    let nothing = try StriderRun(["present"])
    #expect(nothing.errors == "strider: a lesson is missing; write for example: strider present stride\n")
    #expect(nothing.status == 64)
  }
}
