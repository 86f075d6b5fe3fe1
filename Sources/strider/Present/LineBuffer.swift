import Curriculum

/// Whole lines from what comes in pieces.
struct LineBuffer {
  /// What has come of a line that has not ended yet.
  private var begun: [UInt8] = []

  /// The lines that `bytes` end; `nil` when a line has become longer than anybody writes who speaks our language.
  mutating func take(_ bytes: [UInt8]) -> [String]? {
    begun += bytes
    var lines: [String] = []
    while let end = begun.firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(String(decoding: begun[..<end], as: UTF8.self))
      begun.removeSubrange(...end)
    }
    return begun.count > PresentMessage.longestLine ? nil : lines
  }
}
