import Curriculum
import Foundation
import Learning

@testable import strider

extension Reader {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("lessons")

  /// The lessons that come with the program, as texts; those that cannot be read are found missing by other tests.
  private static let lessons: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && $0.first?.isNumber == true }.sorted().compactMap { name in
      try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
  }()

  private static let log = [
    #"{"at":1800000000,"attempt":1,"event":"answered","hints":0,"item":"stride/hops","reply":"2","result":"wrong","#
      + #""skill":"stride","slip":"forgot-plus-one","v":1}"#,
    #"{"at":1800000001,"event":"reached","lesson":"stride","step":"hops","v":1}"#,
    #"{"at":1800000002,"event":"hinted","hints":2,"item":"stride/hops","v":1}"#,
    #"{"at":1800000003,"event":"finished","lesson":"stride","v":1}"#,
    #"{"at":1800000004,"event":"reset","item":"all","v":1}"#,
  ]

  /// What lies on the disk or comes through the socket.
  static let files: [Reader] = [
    Reader(
      "tables", share: 15,
      [
        "day,rate\nMonday,1.5\nTuesday,2.5\n", "a;b\n1,5;2\n3,5;4\n", "\"x \"\"y\"\"\",z\n\"1\",2\n",
        "sep=;\na;b\n1;2\n",
        "# note\nrate\n1\nNA\n2\n", "1\t2\n3\t4\n", "[[1, 2], [3, 4]]", "1\r2\r3\r",
      ]
    ) { bytes, number in
      let folder = try TemporaryFolder()
      let file = try folder.file("table.csv", bytes)
      let options = ColumnOptions(
        column: ["a", "rate", "z", "1", nil][number % 5], missing: [.skip, nil, .carry][number % 3],
        isReversed: number.isMultiple(of: 2))
      return try refusing {
        _ = try? OptionText("--grid", file).grid()
        return try OptionText("--data", file).averageData(options).0.samples.isEmpty ? "no sample" : nil
      }
    },
    Reader(
      ofText: "scenes", share: 15,
      [
        "conv:galway/vertical-edge?padding=1&stride=2&step=5",
        "conv:1,0,2;3,4,5;1,1,0/box?flip=true&view=compare",
        "conv:0,1,2,3,4/1,-1,2?flip=true&view=signal", "pool:galway?size=3&stride=1&view=backward",
        "ema:eur-usd?beta=0.98",
        "race:ravine?racer=sgd:lr=0.4&racer=adam:lr=0.3&start=-5,-2&change=20:2:lr=0.1&step=40",
        "race:x%5E2+y%5E2?noise=1&seed=7&steps=100", "graph:x*y+sin(x)?at=x=1,y=2&step=3",
      ]
    ) { text in
      let scene = try Scene(parsing: text)
      return try Scene(parsing: scene.description) == scene ? nil : "the scene does not read back"
    },
    Reader("lessons", share: 15, lessons) { bytes, _ in
      try refusing {
        let lesson = try Lesson(bytes, file: "24-stride.yaml")
        var session = TextSession(lesson)
        _ = session.start()
        for line in ["hint", "skip", "", "7", "next"] { _ = session.input(line) }
        return nil
      }
    },
    Reader("logs", share: 15, [log.joined(separator: "\n") + "\n"] + log) { bytes, _ in
      let folder = try TemporaryFolder()
      let file = try folder.file("progress.jsonl", bytes)
      let log = ProgressLog(url: URL(fileURLWithPath: file))
      let records = log.read().records
      let report = ClassReport(learner: "Ada", records: records, headers: [])
      guard report.isWhole else { return "the report of the log is not whole" }
      let progress = Curriculum.Progress(records)
      _ = (progress.reviews(), progress.commonSlips, ProgressTable.csv(records))
      JSON.progress(progress, []).write { _ in }
      _ = ProgressReport(progress, []).report.text
      guard log.append(.answered(again(progress))) == nil else { return "the log cannot be added to" }
      return log.read().records.count == records.count + 1 ? nil : "what was added cannot be read"
    },
    Reader("reports", share: 15, [report]) { bytes, _ in
      try refusing {
        let report = try ClassReport(bytes, file: "ada.strider")
        let table = ClassSummary([("a", report), ("b", report)]).csv
        return table.unicodeScalars.contains { !$0.isPrintable && !"\r\n\t".unicodeScalars.contains($0) }
          ? "a table that steers terminals" : nil
      }
    },
    Reader("presentations", share: 5, presented) { bytes, _ in
      let line = String(decoding: bytes, as: UTF8.self)
      if let message = PresentMessage(line: line), PresentMessage(line: message.line) != message {
        return "the message does not read back"
      }
      if let wish = PresentWish(line: line), PresentWish(line: wish.line) != wish {
        return "the wish does not read back"
      }
      guard let (state, written) = PresentState.read(bytes) else { return nil }
      return PresentState.read(state.file(at: written))?.state == state ? nil : "the state does not read back"
    },
  ]

  private static let moment =
    #""asking":true,"blanked":false,"index":2,"lesson":"stride","locked":true,"revealed":false,"seconds":754,"#
    + #""step":"hops","stopped":false"#
  private static let votes = #""votes":[{"answer":"3","hands":14},{"answer":"b, a","hands":5}]"#
  private static let presented = [
    #"{\#(moment),"event":"moment","v":1,\#(votes)}"#, PresentMessage.ended.line, PresentWish.next.line,
    #"{"at":1800000000,"moment":{\#(moment)},"v":1,"votes":[{"asked":"0a1b2c3d","step":"hops",\#(votes)}]}"#,
  ]

  /// One more wrong answer to a question of the log.
  private static func again(_ progress: Curriculum.Progress) -> AnswerRecord {
    let past = progress.past(of: "stride/hops")
    return AnswerRecord(skipped: "stride/hops", skill: "stride", attempt: past.tries + 1, hints: past.hints)
  }

  private static let report =
    #"{"answers":["1800000000 stride/hops stride wrong 0 forgot-plus-one"],"checksum":"00000000","learner":"Ada","#
    + #""lessons":["stride"],"made":1800000000,"mastery":{"stride":0.5},"slips":{"forgot-plus-one":1},"version":1}"#
}
