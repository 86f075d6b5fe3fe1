import Foundation
import TerminalUI
import Testing

/// Expects `frame` to look like `Screens/<name>.txt` beside the calling test.
///
/// A screen without a file is recorded, and a run with `STRIDER_RECORD=1` records all of them anew; either fails, so
/// that what was recorded gets looked at.
public func expectScreen(
  _ frame: Frame, named name: String, beside file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Screens")
  let url = folder.appendingPathComponent("\(name).txt")
  let text = frame.text + "\n"
  let isRecording = ProcessInfo.processInfo.environment["STRIDER_RECORD"] == "1"
  guard !isRecording, let expected = try? String(contentsOf: url, encoding: .utf8) else {
    try text.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("recorded Screens/\(name).txt: look at it, then run again", sourceLocation: sourceLocation)
    return
  }
  #expect(text == expected, "\(firstDifference(text, expected))", sourceLocation: sourceLocation)
}

private func firstDifference(_ text: String, _ expected: String) -> String {
  let (lines, wanted) = (
    text.split(separator: "\n", omittingEmptySubsequences: false),
    expected.split(separator: "\n", omittingEmptySubsequences: false)
  )
  for (row, pair) in zip(lines, wanted).enumerated() where pair.0 != pair.1 {
    return "row \(row):\n  drawn    \(pair.0)\n  expected \(pair.1)"
  }
  return "\(lines.count) rows drawn, \(wanted.count) expected"
}
