import Curriculum
import Foundation
import TestSupport
import Testing

@testable import strider

/// The place where presentations and notes meet, and what may go wrong there.
@Suite struct PresenterLinkTests {
  private let folder: PresentedFolder

  init() throws { folder = try PresentedFolder() }

  private func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func nobodyElseCanReachTheSocketAndItGoesAway() async throws {
    let slides = try folder.terminal()
    try await slides.screen(showing: "You will be able to")
    #expect(try mode(of: folder.path) == 0o700)
    #expect(try mode(of: folder.socketPath) == 0o600)
    #expect(try mode(of: folder.path + "/strides.lock") == 0o600)
    try slides.press("q", "y")
    #expect(try await slides.exitStatus() == 0)
    #expect(!folder.hasSocket)
  }

  @Test(arguments: ["open", "link"])
  func aFolderThatOthersCanReachIsNotUsed(_ kind: String) async throws {
    if kind == "open" {
      try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: false)
      chmod(folder.path, 0o755)
    } else {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path, withDestinationPath: folder.lessons.path)
    }
    let slides = try folder.terminal()
    try await slides.screen(showing: "Notes do not work")
    try slides.press("PageDown")
    try await slides.screen(showing: "step 1 of 2")
    #expect(!folder.hasSocket)
    let notes = try folder.terminal("--notes")
    #expect(try await notes.exitStatus() == 1)
    #expect(try notes.screen().hasPrefix("strider: notes do not work"))
  }

  @Test func aCallerThatTalksNonsenseDisturbsNobody() async throws {
    let slides = try folder.terminal()
    try await slides.screen(showing: "You will be able to")
    for _ in 0..<12 {
      let caller = try PresentCaller(folder.socketPath)
      #expect(
        caller.greeting().hasPrefix(
          #"{"asking":false,"blanked":false,"event":"moment","index":0,"lesson":"strides""#))
      caller.say("quit\u{0}\n\n{]")
    }
    let notes = try folder.terminal("--notes")
    try await notes.screen(showing: "the class sees the title")
    try slides.press("PageDown")
    try await notes.screen(showing: "step 1 of 2")
  }

  @Test func aTerminalThatCannotBeUsedLeavesNoSocketBehind() async throws {
    let slides = try Tmux(
      folder.command, environment: folder.environment.merging(["TERM": "no-such-terminal"]) { $1 })
    #expect(try await slides.exitStatus() == 69)
    #expect(!folder.hasSocket)
  }

  /// A caller who cannot be let in keeps the listener readable: waiting for it would return at once, again and again.
  @Test func whoCannotLetAnyoneInLooksAwayForAWhile() throws {
    var now = 1_000
    let link = try PresenterLink.open(
      PresentMoment(lesson: "strides", step: nil, index: 0), in: folder.runtime.path, clock: { now })
    let listener = try #require(link.descriptors.first)
    #expect(link.descriptors == [listener] && link.patience == nil)

    // With another file in its place, the listener gives an error as it does when there are too many open files.
    let kept = fcntl(listener, F_DUPFD_CLOEXEC, 0)
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { [kept, nothing].forEach { close($0) } }
    let caller = try PresentCaller(PresenterLink.path(of: "strides", in: folder.runtime.path))
    #expect(dup2(nothing, listener) == listener)
    #expect(link.collect() == [])
    #expect(link.descriptors == [] && link.patience == 500)
    now += 499
    #expect(link.collect() == [])
    #expect(link.descriptors == [] && link.patience == 1)
    now += 1
    #expect(link.patience == 0)
    #expect(link.collect() == [])
    #expect(link.descriptors == [] && link.patience == 500, "still no room")

    #expect(dup2(kept, listener) == listener)
    now += 500
    #expect(link.collect() == [])
    #expect(link.descriptors.count == 2 && link.descriptors.first == listener && link.patience == nil)
    #expect(caller.greeting().hasSuffix("\n"))
    link.end()
  }

  /// With all its descriptors in use the presentation goes on, and lets callers in once there is room.
  @Test func tooManyOpenFilesDisturbNobody() async throws {
    // The descriptors suffice for the screen and some callers; the others fit into the queue before the listener.
    let (limit, count) = (24, 20)
    let slides = try Tmux(
      ["/bin/sh", "-c", "ulimit -n \(limit); exec \"$@\"", "sh"] + folder.command,
      environment: folder.environment)
    try await slides.screen(showing: "You will be able to")
    var callers = try (0..<count).map { _ in try PresentCaller(folder.socketPath) }
    try slides.press("PageDown")
    try await slides.screen(showing: "step 1 of 2")
    #expect(callers[count - 1].greeting(within: 0) == "", "the last caller should not have been let in")

    callers.removeFirst(count - 1)
    #expect(callers[0].greeting().contains(#""lesson":"strides""#))
    try slides.press("q", "y")
    #expect(try await slides.exitStatus() == 0)
  }
}
