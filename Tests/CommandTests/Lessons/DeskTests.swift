import Curriculum
import Foundation
import Testing

@testable import strider

/// What the screens' errands leave behind.
@Suite struct DeskTests {
  @Test(arguments: [(1, "1 entry"), (2, "2 entries")])
  func `what could not be saved is counted when all is over`(_ count: Int, _ words: String) throws {
    let home = try LearnersHome()
    try home.write(log: [])
    let url = URL(fileURLWithPath: home.logPath)
    let lock = open(home.logPath, O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    var journal = Journal(ProgressLog(url: url))
    var desk = Desk(nil, journal)
    #expect(desk.close() == nil)
    for _ in 0..<count { journal.add(.reached(lesson: "stride", step: "hops")) }
    desk = Desk(nil, journal)
    #expect(
      desk.close()?.description == "\(words) of your log could not be saved: another Strider is writing")
    #expect(flock(lock, LOCK_UN) == 0)
    #expect(desk.close() == nil, "tried once more on leaving")
    #expect(try home.entries.count == count)
  }
}
