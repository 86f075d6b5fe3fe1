import Foundation
import Learning
import Testing

/// Whatever was replied to is on disk: when the process is killed, and when two of them write at once.
@Suite struct LosslessAnswerTests {
  /// A quiz that is given wrong answers, each a different one.
  private struct Answering {
    let process: pid_t
    let output: Int32
    private let pipe: Pipe

    init(_ answers: [String], at home: LearnersHome) throws {
      pipe = Pipe()
      output = try StriderRun.temporaryFile()
      let errors = try StriderRun.temporaryFile()
      defer { close(errors) }
      _ = fcntl(pipe.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
      process = try StriderRun.spawn(
        ["quiz", "--text", "--topic", "same-padding", "--seed", "7"], environment: home.environment,
        files: [pipe.fileHandleForReading.fileDescriptor, output, errors])
      try pipe.fileHandleForReading.close()
      try pipe.fileHandleForWriting.write(contentsOf: Data(answers.map { $0 + "\n" }.joined().utf8))
    }

    /// Ends the input and waits for the process.
    func finish() throws -> Int32 {
      try pipe.fileHandleForWriting.close()
      defer { close(output) }
      return StriderRun.wait(for: process)
    }

    /// Waits until so much is printed, ten seconds at most.
    func waitForOutput(bytes: Int) {
      var status = stat()
      for _ in 0..<20_000 {
        guard fstat(output, &status) == 0, status.st_size < bytes else { return }
        usleep(500)
      }
    }

    /// Kills the process.
    ///
    /// - Returns: how many answers it had replied to.
    func kill() throws -> Int {
      Glibc.kill(process, SIGKILL)
      _ = StriderRun.wait(for: process)
      defer { close(output) }
      return try StriderRun.contents(of: output).components(separatedBy: "Try again, or type hint or skip.\n")
        .count - 1
    }
  }

  @Test func `killing the process 200 times loses no answer that was replied to`() throws {
    var home = try LearnersHome()
    var generator = SplitMix64(seed: 200)
    var (kept, hits) = (0, 0)
    for round in 0..<200 {
      if round.isMultiple(of: 10) { (home, kept) = (try LearnersHome(), 0) }
      let answers = (0..<300).map { "\(1_000_000 + 1000 * round + $0)" }
      let quiz = try Answering(answers, at: home)
      // Some are killed while they start, most while they answer.
      quiz.waitForOutput(bytes: generator.integer(in: 0...1000))
      usleep(UInt32(generator.integer(in: 0...2000)))
      let acknowledged = try quiz.kill()
      let replies = try home.replies
      let fresh = Array(replies.dropFirst(kept))
      #expect(fresh == Array(answers.prefix(fresh.count)))
      // The last one may have been saved without the reply being printed.
      #expect((acknowledged...acknowledged + 1).contains(fresh.count))
      kept = replies.count
      if acknowledged > 0 { hits += 1 }
    }
    #expect(hits >= 100, "processes that were killed while answering")
  }

  @Test func `two processes at once keep all answers of both`() throws {
    let home = try LearnersHome()
    let sets = [0, 1].map { writer in (0..<60).map { "\(1_000_000 * (writer + 1) + $0)" } }
    let processes = try sets.map { try Answering($0, at: home) }
    for process in processes { #expect(try process.finish() == 0) }
    let replies = try home.replies
    #expect(replies.count == 120)
    for answers in sets { #expect(replies.filter(Set(answers).contains) == answers) }
  }

  @Test func `a torn last line costs nothing but itself`() throws {
    let home = try LearnersHome()
    let whole = #"{"at":1700000000,"event":"finished","lesson":"a","v":1}"#
    try home.write(log: "\(whole)\n{\"at\":17".utf8)
    let run = try home.run("learn stride", input: "3\n")
    #expect(
      run.errors == "strider: 1 line of your log cannot be read and is left as it is; the others count\n")
    let lessons = try home.run("progress --json").json["lessons"] as? [[String: Any]]
    #expect(lessons?.map { $0["id"] as? String } == ["a", "stride"])
  }
}
