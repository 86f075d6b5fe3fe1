import Curriculum
import Foundation
import Testing

@testable import strider

/// The file in which a presentation is kept.
@Suite struct PresentKeeperTests {
  private let folder: TemporaryFolder
  private let keeper: PresentKeeper

  init() throws {
    folder = try TemporaryFolder()
    keeper = PresentKeeper(path: folder.path + "/strider/present/stride.json")
  }

  private static func state(_ index: Int, seconds: Int? = nil, isLocked: Bool = false) -> PresentState {
    var moment = PresentMoment(lesson: "stride", step: "step-\(index)", index: index, seconds: seconds)
    moment.isLocked = isLocked
    return PresentState(moment, votes: [])
  }

  @Test func standsBelowTheFolderForStates() {
    let path = { PresentKeeper.standard("stride", state: $0, home: $1)?.path }
    #expect(path("/state", "/home/ada") == "/state/strider/present/stride.json")
    #expect(path("state", "/home/ada") == "/home/ada/.local/state/strider/present/stride.json")
    #expect(path(nil, nil) == nil)
  }

  @Test func keepsTheLastState() throws {
    #expect(keeper.past() == .nothing)
    try keeper.keep(Self.state(1))
    try keeper.keep(Self.state(2))
    #expect(keeper.past() == .state(Self.state(2)))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/strider/present")
    #expect(names == ["stride.json"])
    let mode = try FileManager.default.attributesOfItem(atPath: keeper.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    keeper.forget()
    #expect(keeper.past() == .nothing)
  }

  /// Another day there is another class.
  @Test(arguments: [(11.9, true), (12.1, false), (-11.9, true), (-12.1, false)])
  func lastsForTwelveHours(_ hours: Double, _ isFresh: Bool) throws {
    let time = 1_800_000_000.0
    try keeper.keep(Self.state(2), at: time)
    let past = keeper.past(at: time + hours * 3_600)
    #expect(past == (isFresh ? .state(Self.state(2)) : .old(Self.state(2), written: time)))
  }

  @Test(arguments: ["", "{", "x", String(repeating: "9", count: 200_000)])
  func aDamagedFileIsNoState(_ text: String) throws {
    try keeper.keep(Self.state(1))
    try text.write(toFile: keeper.path, atomically: true, encoding: .utf8)
    #expect(keeper.past() == .damaged)
    try keeper.keep(Self.state(1))
    #expect(keeper.past() == .state(Self.state(1)))
  }

  @Test(arguments: ["pipe", "folder", "link"]) func whatIsNoFileIsNotRead(_ kind: String) throws {
    try keeper.keep(Self.state(1))
    try FileManager.default.moveItem(atPath: keeper.path, toPath: folder.path + "/there")
    switch kind {
    case "pipe": #expect(mkfifo(keeper.path, 0o600) == 0)
    case "folder":
      try FileManager.default.createDirectory(atPath: keeper.path, withIntermediateDirectories: false)
    default: #expect(symlink(folder.path + "/there", keeper.path) == 0)
    }
    #expect(keeper.past() == .damaged)
  }

  @Test func saysWhyNothingCanBeKept() throws {
    let nowhere = PresentKeeper(path: "/proc/strider/present/stride.json")
    #expect(throws: PresentProblem.notKept(ENOENT)) { try nowhere.keep(Self.state(1)) }
    try keeper.keep(Self.state(1))
    #expect(mkdir(keeper.path + ".new", 0o700) == 0)
    #expect(throws: PresentProblem.notKept(EISDIR)) { try keeper.keep(Self.state(2)) }
    #expect(keeper.past() == .state(Self.state(1)), "what was kept stays whole")
  }

  /// Keys do not wait for the disk: it is written a moment later, and once for a burst of them.
  @Test func writesAMomentAfterAChange() throws {
    var now = 1_000
    let room = PresentMailbox(nil, keeper, nil, isResumed: false, clock: { now })
    let show = { (state: PresentState) in room.publish(state.moment, state) }
    #expect(room.patience == nil)
    #expect(show(Self.state(1)) == nil && room.patience == 20)
    now += 19
    #expect(show(Self.state(2)) == nil && room.patience == 1)
    #expect(room.collect() == [] && keeper.past() == .nothing)
    now += 1
    #expect(room.patience == 0 && room.collect() == [])
    #expect(keeper.past() == .state(Self.state(2)) && room.patience == nil)
    // Time alone is written now and then.
    #expect(show(Self.state(2, seconds: 14)) == nil && room.patience == nil)
    #expect(show(Self.state(2, seconds: 15)) == nil && room.patience == 20)
    #expect(show(Self.state(2, seconds: 15, isLocked: true)) == nil)
    room.end(isLeft: false)
    #expect(keeper.past() == .state(Self.state(2, seconds: 15, isLocked: true)))
  }

  @Test func aPresentationThatIsOverIsForgotten() throws {
    let end = PresentState(PresentMoment(lesson: "stride", step: nil, index: 9), votes: [])
    let title = PresentState(PresentMoment(lesson: "stride", step: nil, index: 0), votes: [])
    for (state, isLeft, isKept) in [
      (end, true, false), (end, false, true), (title, true, false), (Self.state(3), true, true),
    ] {
      let room = PresentMailbox(nil, keeper, Self.state(1), isResumed: false)
      _ = room.publish(state.moment, state)
      room.end(isLeft: isLeft)
      #expect(keeper.past() == (isKept ? .state(state) : .nothing))
    }
  }

  @Test func complainsOnce() {
    var now = 0
    let room = PresentMailbox(
      nil, PresentKeeper(path: "/proc/strider/present/stride.json"), nil, isResumed: false, clock: { now })
    var complaints: [PresentProblem] = []
    for index in 1...5 {
      if let problem = room.publish(Self.state(index).moment, Self.state(index)) {
        complaints.append(problem)
      }
      now += 20
      _ = room.collect()
    }
    #expect(complaints == [.notKept(ENOENT)])
  }
}
