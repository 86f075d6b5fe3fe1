import Foundation
import Learning
import TestSupport
import Testing

@testable import strider

/// Whatever arguments, environment and files hold, nothing that is printed steers a terminal.
@Suite struct HostileOutputTests {
  /// A mark before the escape hides it from whoever looks at characters.
  private static let hostile = "\u{301}\u{1B}[2J\u{301}\u{9B}31m\u{202E}\u{200B}\u{2028}\r\u{7}"

  private func expectHarmless(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let steering = text.unicodeScalars.filter { $0 != "\n" && $0 != "\t" && !$0.isPrintable }
    #expect(steering.isEmpty, "\(text.debugDescription)", sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    ["size", "--input", "7", "--kernel", "3", hostile], ["size", "--input", hostile, "--kernel", "3"],
    [hostile],
    ["--\(hostile)"], ["size", "-\(hostile)"], ["grad", hostile], ["grad", "x", "--at", "\(hostile)=1"],
    ["open", hostile], ["snapshot", "conv:\(hostile)"], ["conv", "--grid", hostile],
    ["ema", "--data", hostile],
    ["race", "--expression", hostile], ["learn", hostile], ["quiz", "--topic", hostile],
    ["report", "--merge", hostile], ["progress", "--reset", hostile], ["check", hostile],
    ["report", "--name", hostile], ["size", "--input=\(hostile)", "--kernel", "3", "--rule=\(hostile)"],
  ])
  func ofErrors(_ arguments: [String]) throws {
    let run = try StriderRun(arguments)
    #expect(run.status != 0)
    #expect(run.errors.hasSuffix("\n") && run.errors.count { $0.isNewline } == 1, "\(run.errors)")
    expectHarmless(run.errors)
    expectHarmless(run.output)
  }

  @Test func ofTheEnvironment() throws {
    let run = try StriderRun(
      ["doctor"],
      environment: [
        "TERM": Self.hostile, "LC_ALL": Self.hostile, "LANG": Self.hostile,
        "XDG_DATA_HOME": "/\(Self.hostile)",
      ])
    #expect(run.output.contains("\\u{1b}[2J"))
    expectHarmless(run.output + run.errors)
  }

  @Test(arguments: [["progress"], ["progress", "--json"], ["progress", "--export", "csv"], ["doctor"]])
  func ofTheLog(_ arguments: [String]) throws {
    let home = try LearnersHome()
    let name = String(decoding: try JSONEncoder().encode(Self.hostile), as: UTF8.self)
    try home.write(
      log: """
        {"v":1,"at":1,"event":"answered","item":\(name),"skill":\(name),"reply":\(name),"result":"wrong"}
        {"v":1,"at":1,"event":"reached","lesson":\(name),"step":\(name)}

        """.utf8)
    let run = try StriderRun(arguments, environment: home.environment)
    #expect(run.status == 0 && run.output != "")
    expectHarmless(run.output.replacing("\r\n", with: "\n") + run.errors)
  }

  @Test func jsonSpellsEverythingThatIsNotPrintable() throws {
    var text = ""
    JSON.object([Self.hostile: .string(Self.hostile)]).write { text += $0 }
    expectHarmless(text)
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String]
    #expect(read?.first?.value.unicodeScalars.elementsEqual(Self.hostile.unicodeScalars) == true)
  }

  @Test(arguments: ["--input", "--\(hostile)", "file"])
  func tooManyWordsAreRefusedAtOnce(_ word: String) throws {
    let run = try StriderRun(["size"] + (0..<20_000).flatMap { [word, "\($0)"] })
    #expect(run.errors == "strider: the command line has 40,001 words, beyond the limit of 500\n")
    #expect(run.status == 64)
  }

  @Test func asManyWordsAsAreReadAreRefusedInOneLine() throws {
    let run = try StriderRun(
      ["present"] + [String](repeating: String(repeating: "hop", count: 60), count: 499))
    #expect(run.status == 64 && run.errors.count { $0.isNewline } == 1, "\(run.errors)")
  }

  @Test func aLongListOfArgumentsIsCut() throws {
    let run = try StriderRun(["quiz"] + (0..<400).map { "word-\($0)" })
    #expect(run.errors.hasPrefix("strider: ") && run.errors.hasSuffix("... (see strider quiz --help)\n"))
    #expect(run.errors.utf8.count < 500 && run.status == 64)
  }

  @Test func aRaceOfTooManyPlacesIsRefused() throws {
    let racers = repeatElement(["--optimizer", "sgd"], count: 5).flatMap { $0 }
    let run = try StriderRun(["race", "--steps", "1000000", "--json"] + racers)
    #expect(
      run.errors
        == "strider: --steps: 5 racers and 1,000,000 steps make more places than the limit of 4,000,000\n")
    #expect(run.status == 64 && run.output == "")
  }

  @Test func aDamagedLogIsMentionedOnce() throws {
    let home = try LearnersHome()
    try home.write(log: "what?\n{\"v\":1,\"at\":1,\"event\":\"finished\",\"lesson\":\"stride\"}\n".utf8)
    for words in ["progress --reset nothing --yes", "progress --reset stride --yes", "progress"] {
      #expect(try home.run(words).errors.count { $0.isNewline } == 1, "\(words)")
    }
  }

  @Test(arguments: ["attempt", "hints"])
  func noNumberInTheLogTrapsTheProgram(_ key: String) throws {
    let home = try LearnersHome()
    let numbers = [
      "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e308", "1000001", "-1",
    ]
    let lines = numbers.flatMap { number in
      (0..<2).map { _ in
        #"{"at":1,"event":"answered","item":"stride/hops","result":"wrong","skill":"stride","v":1,"#
          + "\"\(key)\":\(number)}\n"
      }
    }
    try home.write(log: lines.joined().utf8)
    for words in [
      "progress", "progress --json", "lessons", "learn stride --text", "report --output a.strider", "doctor",
    ] {
      let run = try home.run(words)
      #expect(run.status == 0, "\(words): \(run.errors)")
    }
    #expect(try home.run("progress").errors.contains("12 lines of your log cannot be read"))
  }
}
