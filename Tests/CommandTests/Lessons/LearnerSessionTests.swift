import Curriculum
import Foundation
import Labs
import TerminalUI
import TestSupport
import Testing

@testable import strider

/// What the screens' errands leave behind.
@Suite struct LearnerSessionTests {
  @Test(arguments: [(1, "1 entry"), (2, "2 entries")])
  func `what could not be saved is counted when all is over`(_ count: Int, _ words: String) throws {
    let home = try LearnersHome()
    try home.write(log: [])
    let url = URL(fileURLWithPath: home.logPath)
    let lock = open(home.logPath, O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    var journal = Journal(ProgressLog(url: url, patience: .milliseconds(50)))
    var session = LearnerSession(nil, journal)
    #expect(session.close() == nil)
    for _ in 0..<count { journal.add(.reached(lesson: "stride", step: "hops")) }
    session = LearnerSession(nil, journal)
    #expect(
      session.close()?.description == "\(words) of your log could not be saved: another Strider is writing")
    #expect(flock(lock, LOCK_UN) == 0)
    #expect(session.close() == nil, "tried once more on leaving")
    #expect(try home.entries.count == count)
  }

  @Test func `the first frame shows the lessons to come, and the first news brings them`() throws {
    var session = LearnerSession(lessons: CourseJourneyTests.lessons.path)
    #expect(session.library.headers.isEmpty)
    let count = session.library.coming
    #expect(count > 30)
    var screen = Screen(home: session.library)
    func text() -> String {
      _ = screen.update(.resized(Size(width: 80, height: 24)))
      return screen.frame(size: Size(width: 80, height: 24), look: Look()).text
    }
    #expect(text().contains("\(count) lessons"))
    #expect(session.mail.patience == 0)
    let lines = session.mail.collect()
    #expect(lines == [""] && session.mail.patience == nil && session.mail.collect() == [])
    #expect(screen.update(.message("")) == Effect.request(.news))
    session.perform(Request.news, on: &screen)
    #expect(screen.library.headers.count == count && screen.library.coming == 0)
    #expect(text().contains("finished"))
  }

  /// A page that waited for the log would wait as long as the test holds it, which is longer than a test may take.
  @Test(.timeLimit(.minutes(10))) func `pages turn while another program holds the log`() throws {
    let home = try LearnersHome()
    try home.write(log: [])
    let lock = open(home.logPath, O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    let log = ProgressLog(url: URL(fileURLWithPath: home.logPath), patience: .seconds(3600))
    var session = LearnerSession(nil, Journal(log))
    var screen = Screen(home: session.library)
    for page in 1...20 { session.perform(.record(.reached(lesson: "stride", step: "s\(page)")), on: &screen) }
    #expect(try home.entries.isEmpty)
    #expect(flock(lock, LOCK_UN) == 0)
    #expect(session.close() == nil)
    #expect(try home.entries.count == 20)
  }

  @Test func `that another program holds the log is told, and an answer waits for it`() throws {
    let home = try LearnersHome()
    try home.write(log: [])
    let lock = open(home.logPath, O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    let log = ProgressLog(url: URL(fileURLWithPath: home.logPath), patience: .seconds(1))
    var session = LearnerSession(nil, Journal(log))
    var screen = Screen(home: session.library)
    _ = screen.update(.resized(Size(width: 120, height: 40)))
    session.perform(.record(.reached(lesson: "stride", step: "hops")), on: &screen)
    // The trouble is told once somebody else has waited in vain.
    var bell = pollfd(fd: session.mail.descriptors[0], events: Int16(POLLIN), revents: 0)
    #expect(poll(&bell, 1, 60_000) == 1)
    #expect(session.mail.collect() == [""])
    session.perform(Request.news, on: &screen)
    let frame = screen.frame(size: Size(width: 120, height: 40), look: Look()).text
    #expect(frame.contains("your answers cannot be saved for now"), "\(frame)")
    // An answer is waited for: its reply is seen when it is on disk.
    #expect(flock(lock, LOCK_UN) == 0)
    session.perform(
      .record(.answered(AnswerRecord(skipped: "stride/hops", skill: "stride", attempt: 1, hints: 0))),
      on: &screen)
    #expect(try home.entries.count == 2)
  }
}
