import Foundation
import Learning
import Synchronization
import Testing

@testable import Curriculum

/// A folder of its own for each test.
final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("strider-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: url.path)
    try? FileManager.default.removeItem(at: url)
  }

  var log: ProgressLog { ProgressLog(url: url.appendingPathComponent("data/strider/progress.jsonl")) }

  func write(_ text: String) throws {
    let file = log.url
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text() throws -> String { String(decoding: try Data(contentsOf: log.url), as: UTF8.self) }
}

@Suite struct ProgressLogTests {
  static let date = Date(timeIntervalSince1970: 1_800_000_000)

  static func answer(_ item: String, right: Bool = true) -> ProgressRecord {
    ProgressRecord(
      .answered(
        AnswerRecord(
          item: item, skill: "output-size", reply: "a \"quoted\"\nreply", result: right ? .right : .wrong,
          slip: right ? nil : .forgotPlusOne, attempt: 1, hints: 0)),
      at: date)
  }

  static let records = [
    ProgressRecord(.reached(lesson: "stride", step: "hops"), at: date), answer("stride/hops", right: false),
    ProgressRecord(.finished(lesson: "stride"), at: date), ProgressRecord(.reset(item: "stride"), at: date),
  ]

  @Test func `what is appended is read back`() throws {
    let folder = try TemporaryFolder()
    #expect(folder.log.read() == ProgressLog.Contents())
    #expect(folder.log.append(Array(Self.records.prefix(2))) == nil)
    #expect(folder.log.append(Array(Self.records.dropFirst(2))) == nil)
    #expect(folder.log.read().records == Self.records)
    #expect(try folder.text().split(separator: "\n").count == 4)
  }

  @Test func `a line is as documented`() {
    let line = String(decoding: Self.answer("stride/hops", right: false).line, as: UTF8.self)
    #expect(
      line == """
        {"at":1800000000,"attempt":1,"event":"answered","hints":0,"item":"stride/hops",\
        "reply":"a \\"quoted\\"\\nreply","result":"wrong","skill":"output-size","slip":"forgot-plus-one","v":1}\n
        """)
  }

  @Test func `a torn last line costs nothing but itself`() throws {
    let folder = try TemporaryFolder()
    let whole = String(decoding: Self.records[0].line, as: UTF8.self)
    try folder.write(whole + "{\"at\":18000")
    #expect(folder.log.append([Self.records[1]]) == nil)
    let contents = folder.log.read()
    #expect(contents.records == Array(Self.records.prefix(2)))
    #expect(contents.unreadableLines == 1)
  }

  @Test func `foreign lines stay where they are`() throws {
    let folder = try TemporaryFolder()
    let foreign = """
      {"v":2,"at":1,"event":"reached","lesson":"a","step":"b"}
      {"v":1,"at":1,"event":"danced"}
      hello
      {"v":1,"at":1,"event":"finished","lesson":"stride","mood":"good"}
      {"v":1,"at":1e300,"event":"finished","lesson":"stride"}

      """
    try folder.write(foreign)
    #expect(folder.log.append([Self.records[0]]) == nil)
    let contents = folder.log.read()
    #expect(contents.records.count == 2)
    #expect(contents.unreadableLines == 4)
    #expect(try folder.text().hasPrefix(foreign))
  }

  @Test func `flipped bytes cost the lines they hit`() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<50).map { Self.answer("stride/step-\($0)").line }
    var generator = SplitMix64(seed: 5)
    for _ in 0..<200 {
      var bytes = Array(lines.joined())
      let hit = generator.integer(in: 0...bytes.count - 1)
      bytes[hit] ^= UInt8(1 << generator.integer(in: 0...7))
      try folder.write("")
      try Data(bytes).write(to: folder.log.url)
      #expect(folder.log.read().records.count >= 48)
    }
  }

  @Test func `two writers at once lose nothing`() async throws {
    let folder = try TemporaryFolder()
    // However slow the machine is, nobody gives up.
    let log = ProgressLog(url: folder.log.url, patience: .seconds(600))
    await withTaskGroup(of: Int.self) { group in
      for writer in 0..<4 {
        group.addTask {
          (0..<50).count { log.append([Self.answer("w\(writer)/s\($0)")]) != nil }
        }
      }
      for await failures in group { #expect(failures == 0) }
    }
    let contents = log.read()
    #expect(contents.records.count == 200)
    #expect(contents.unreadableLines == 0)
  }

  @Test func `a full disk is reported, and the answers wait`() throws {
    let full = URL(fileURLWithPath: "/dev/full")
    #expect(ProgressFile.append(Data("x\n".utf8), to: full, patience: .zero)?.cause == .notAFile)
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(at: folder.log.url, withIntermediateDirectories: true)
    var journal = Journal(folder.log)
    journal.add(Self.records[0].event, at: Self.date)
    journal.settle()
    #expect(journal.problem != nil)
    #expect(journal.unsaved.count == 1)
    #expect(journal.progress.current == "stride")
    try FileManager.default.removeItem(at: folder.log.url)
    journal.add(Self.records[1].event, at: Self.date)
    journal.settle()
    #expect(journal.problem == nil)
    #expect(journal.unsaved == [])
    #expect(folder.log.read().records == Array(Self.records.prefix(2)))
  }

  @Test func `nothing waits for a log that another program holds`() throws {
    let folder = try TemporaryFolder()
    try folder.write("")
    let lock = open(folder.log.url.path, O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    var journal = Journal(ProgressLog(url: folder.log.url, patience: .milliseconds(50)))
    let troubled = Mutex(0)
    journal.whenTroubled { troubled.withLock { $0 += 1 } }
    let steps = (1...100).map { ProgressRecord.Event.reached(lesson: "stride", step: "s\($0)") }
    for step in steps { journal.add(step, at: Self.date) }
    #expect(journal.progress.lessons["stride"]?.seen.count == 100)
    journal.settle()
    #expect(journal.problem?.cause == .busy)
    #expect(journal.unsaved.map(\.event) == steps)
    #expect(troubled.withLock { $0 } == 1, "trouble is told once")
    // While the lock is held for good, taking down goes on: whoever waited for the lock would wait for ever.
    var patient = Journal(ProgressLog(url: folder.log.url, patience: .seconds(600)))
    for step in steps { patient.add(step, at: Self.date) }
    #expect(patient.unsaved.map(\.event) == steps)
    #expect(flock(lock, LOCK_UN) == 0)
    journal.add(.finished(lesson: "stride"), at: Self.date)
    journal.settle()
    #expect(journal.problem == nil && journal.unsaved == [])
    patient.settle()
    let kept = folder.log.read().records.map(\.event)
    #expect(kept.count == 201 && kept.contains(.finished(lesson: "stride")) && patient.unsaved == [])
  }

  @Test func `a home that cannot be written is reported calmly`() {
    let log = ProgressLog(url: URL(fileURLWithPath: "/proc/strider/progress.jsonl"))
    let problem = log.append([Self.records[0]])
    #expect(problem?.description.hasPrefix("your answers cannot be saved for now (") == true)
    #expect(log.read().records == [])
  }

  @Test func `a pipe in place of the log is refused without waiting`() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.url.appendingPathComponent("pipe")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    let log = ProgressLog(url: pipe)
    #expect(log.append([Self.records[0]])?.cause == .notAFile)
    #expect(log.read().problem?.cause == .notAFile)
  }

  @Test(arguments: [
    (["XDG_DATA_HOME": "/data", "HOME": "/home/ada"], "/data/strider/progress.jsonl"),
    (["HOME": "/home/ada"], "/home/ada/.local/share/strider/progress.jsonl"),
    (["XDG_DATA_HOME": "data", "HOME": "/home/ada"], "/home/ada/.local/share/strider/progress.jsonl"),
  ])
  func `the log lies where XDG says`(_ environment: [String: String], _ path: String) {
    #expect(ProgressLog.standard(environment: environment)?.url.path == path)
    #expect(ProgressLog.standard(environment: [:]) == nil)
  }

  @Test(arguments: ["9223372036854775807", "-1", "1e300", "1000001"])
  func `numbers that nobody can have reached make a line unreadable`(_ number: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"v":1,"at":1,"event":"answered","item":"a/b","skill":"a","result":"wrong","attempt":\(number)}
      {"v":1,"at":1,"event":"hinted","item":"a/b","hints":\(number)}
      {"v":1,"at":1,"event":"answered","item":"a/b","skill":"a","result":"wrong","attempt":1000000,"hints":1000000}

      """)
    let contents = folder.log.read()
    #expect(contents.unreadableLines == 2)
    // However often it is tried again, what is written can be read.
    var journal = Journal(folder.log)
    let attempt = journal.progress.past(of: "a/b").tries + 1
    for _ in 0..<2 {
      journal.add(
        .answered(
          AnswerRecord(
            item: "a/b", skill: "a", reply: "1", result: .wrong, slip: nil, attempt: attempt, hints: .max)))
    }
    journal.settle()
    #expect(folder.log.read().unreadableLines == 2)
  }

  @Test func `of a log beyond the limit the newest lines are read`() throws {
    let folder = try TemporaryFolder()
    let line = String(decoding: Self.records[0].line, as: UTF8.self)
    let old = String(repeating: String(repeating: " ", count: 1 << 20) + "\n", count: 20)
    try folder.write(line + old + line + "\n\n")
    #expect(folder.log.append([Self.records[2]]) == nil)
    let contents = folder.log.read()
    #expect(contents.isCut && contents.unreadableLines == 0 && contents.problem == nil)
    #expect(contents.records == [Self.records[0], Self.records[2]])
    #expect(Journal(folder.log).isCut)
  }

  @Test func `lines too short for a record are counted without being decoded`() throws {
    let folder = try TemporaryFolder()
    let line = String(decoding: Self.records[0].line, as: UTF8.self)
    try folder.write(String(repeating: "{}\n", count: 200_000) + line + "{\"event\":1}\n")
    let contents = folder.log.read()
    #expect(contents.unreadableLines == 200_001 && contents.records == [Self.records[0]])
  }
}
