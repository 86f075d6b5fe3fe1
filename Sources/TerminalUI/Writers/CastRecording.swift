/// A recording in the asciicast v2 format: a header line, then one line of JSON for each change of the screen.
/// (https://docs.asciinema.org/manual/asciicast/v2/)
public struct CastRecording: Sendable {
  /// The recording so far, ready for a file.
  public private(set) var text: String
  private var writer: AnsiWriter
  private var last: Frame?
  private var size: Size
  private var seconds = 0.0

  /// An empty recording of a screen of `size`.
  public init(size: Size, depth: ColourDepth = .indexed, title: String = "") {
    self.size = size
    writer = AnsiWriter(depth: depth)
    let name = title.isEmpty ? "" : ",\"title\":\(CastRecording.quoted(title))"
    text = "{\"version\":2,\"width\":\(size.width),\"height\":\(size.height)\(name)}\n"
  }

  /// Adds the screen as it is `seconds` after the start. Only rows that changed are written; a time before the last
  /// one, or none at all, counts as the last one.
  public mutating func append(_ frame: Frame, at seconds: Double) {
    if seconds.isFinite, seconds > self.seconds { self.seconds = seconds }
    var output = last == nil ? "\u{1B}[?25l" : ""
    if frame.size != size {
      size = frame.size
      event("r", "\(size.width)x\(size.height)")
      last = nil
    }
    if last == nil { output += "\u{1B}[0m\u{1B}[2J" }
    for y in 0..<frame.size.height {
      let row = writer.row(y, of: frame)
      if let last, writer.row(y, of: last) == row { continue }
      if last == nil, row.isEmpty { continue }
      output += "\u{1B}[\(y + 1);1H\(row)\u{1B}[K"
    }
    if !output.isEmpty { event("o", output) }
    last = frame
  }

  private mutating func event(_ kind: String, _ data: String) {
    let time = (seconds * 1e6).rounded() / 1e6
    text += "[\(time),\"\(kind)\",\(CastRecording.quoted(data))]\n"
  }

  /// `text` as a JSON string.
  private static func quoted(_ text: String) -> String {
    let digits = Array("0123456789abcdef".unicodeScalars)
    var result = String.UnicodeScalarView()
    result.append("\"")
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" {
        result.append("\\")
        result.append(scalar)
      } else if scalar.value < 0x20 || scalar.value == 0x7F {
        result.append(contentsOf: "\\u00".unicodeScalars)
        result.append(digits[Int(scalar.value >> 4)])
        result.append(digits[Int(scalar.value & 15)])
      } else {
        result.append(scalar)
      }
    }
    result.append("\"")
    return String(result)
  }
}
