/// Shell commands that lead back to where one is.
public enum SceneCommand {
  /// `strider open 'conv:galway/box?step=3'`, quoted for any shell that knows single quotes.
  static func text(for scene: String) -> String {
    "strider open \(quoted(scene))"
  }

  /// `text` as one argument, quoted only where a shell would read it otherwise.
  public static func argument(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || "_./-".contains($0) }
    return isPlain && !text.isEmpty ? text : quoted(text)
  }

  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// `command` in lines of at most `width` columns that a shell joins again: each but the last ends in a backslash, and
  /// what is quoted is closed before it and opened after it. Lines end between parts of the scene, not within a number.
  static func lines(_ command: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var isQuoted = false
    /// Where the present line may end: how much of it, and whether that lies within quotes.
    var end: (count: Int, isQuoted: Bool)?
    for character in command {
      if line.count + 2 >= width, let last = end {
        lines.append(line.prefix(last.count) + (last.isQuoted ? "'\\" : "\\"))
        line = (last.isQuoted ? "'" : "") + line.dropFirst(last.count)
        end = nil
      }
      line.append(character)
      if character == "'" { isQuoted.toggle() }
      if isQuoted ? " ;,:/?&".contains(character) : character == " " { end = (line.count, isQuoted) }
    }
    return lines + [line]
  }
}
