import Foundation
import TerminalUI
import Testing

/// Expects `frame` to look like `Screens/<name>.txt` beside the calling test, in its text and in its paints.
///
/// A screen without a file is recorded, and a run with `STRIDER_RECORD=1` records all of them anew; either fails, so
/// that what was recorded gets looked at.
public func expectScreen(
  _ frame: Frame, named name: String, beside file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Screens")
  let url = folder.appendingPathComponent("\(name).txt")
  let drawn = RecordedScreen(frame)
  let text = drawn.text
  let isRecording = ProcessInfo.processInfo.environment["STRIDER_RECORD"] == "1"
  guard !isRecording, let recorded = try? String(contentsOf: url, encoding: .utf8) else {
    try text.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("recorded Screens/\(name).txt: look at it, then run again", sourceLocation: sourceLocation)
    return
  }
  if text != recorded {
    Issue.record(
      "Screens/\(name).txt, \(drawn.firstDifference(from: recorded))", sourceLocation: sourceLocation)
  }
}
