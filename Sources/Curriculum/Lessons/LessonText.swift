/// The text of a step: paragraphs of plain words, `**terms**` and `` `code` ``.
public struct LessonText: Hashable, Sendable {
  /// Paragraphs, each a row of runs. A line of its own that begins with two spaces or `- ` is a paragraph that stays as
  /// it is.
  public let paragraphs: [[Run]]

  /// A stretch of text in one style.
  public struct Run: Hashable, Sendable {
    /// The characters, without markup.
    public let text: String
    /// How they are meant.
    public let style: Style
  }

  /// What a stretch of text is.
  public enum Style: Hashable, Sendable {
    case plain
    /// A word that the glossary explains.
    case term
    /// What is typed or computed.
    case code
  }
}

extension LessonText {
  /// Reads markup. Lines are joined to paragraphs, which blank lines separate; a line that is indented or begins with
  /// `- ` is kept as a line. A mark without its partner is an ordinary character.
  public init(_ markup: String) {
    var paragraphs: [[Run]] = []
    var open = ""
    func close() {
      if !open.isEmpty { paragraphs.append(Self.runs(in: open)) }
      open = ""
    }
    for line in markup.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        close()
      } else if line.hasPrefix("  ") || line.hasPrefix("- ") {
        close()
        paragraphs.append(Self.runs(in: String(line)))
      } else {
        open += (open.isEmpty ? "" : " ") + line.trimmed
      }
    }
    close()
    self.paragraphs = paragraphs
  }

  private static func runs(in line: String) -> [Run] {
    var runs: [Run] = []
    var plain = ""
    var rest = line[...]
    while let first = rest.first {
      let mark = rest.hasPrefix("**") ? "**" : "`"
      let inside = rest.dropFirst(mark.count)
      if rest.hasPrefix(mark), let end = inside.firstRange(of: mark), end.lowerBound > inside.startIndex {
        if !plain.isEmpty { runs.append(Run(text: plain, style: .plain)) }
        plain = ""
        runs.append(Run(text: String(inside[..<end.lowerBound]), style: mark == "`" ? .code : .term))
        rest = inside[end.upperBound...]
      } else {
        plain.append(first)
        rest = rest.dropFirst()
      }
    }
    if !plain.isEmpty { runs.append(Run(text: plain, style: .plain)) }
    return runs
  }

  /// The words marked as terms, in order.
  public var terms: [String] {
    paragraphs.flatMap { $0.filter { $0.style == .term }.map(\.text) }
  }

  /// The text without markup, paragraphs separated by line feeds.
  public var plain: String {
    paragraphs.map { $0.map(\.text).joined() }.joined(separator: "\n")
  }
}
