/// The text of a step: paragraphs of plain words, `**terms**` and `` `code` ``.
public struct LessonText: Hashable, Sendable {
  /// The paragraphs, in order.
  public let paragraphs: [Paragraph]

  /// Words that are wrapped together.
  public struct Paragraph: Hashable, Sendable {
    /// Stretches of one style each.
    public let runs: [Run]
    /// Whether an empty row stands before it.
    public let isSpaced: Bool
    /// Spaces before its first row, 0 but for formulas and the like.
    public let indent: Int

    /// The text without markup and indent.
    public var plain: String { runs.map(\.text).joined() }
  }

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
  /// Reads markup. Lines are joined to paragraphs; a blank line separates them, and so does a line that is indented or
  /// begins with `- `, which is a paragraph of its own. A mark without its partner is an ordinary character.
  public init(_ markup: String) {
    var paragraphs: [Paragraph] = []
    var (open, isSpaced) = ("", false)
    func close(indent: Int = 0) {
      guard !open.isEmpty else { return }
      paragraphs.append(
        Paragraph(runs: Self.runs(in: open), isSpaced: isSpaced && !paragraphs.isEmpty, indent: indent))
      (open, isSpaced) = ("", false)
    }
    for line in markup.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }.count
      if line.allSatisfy(\.isWhitespace) {
        close()
        isSpaced = true
      } else if indent > 0 || line.hasPrefix("- ") {
        close()
        open = line.trimmed
        close(indent: indent)
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
    while let place = rest.firstIndex(where: { $0 == "*" || $0 == "`" }) {
      plain += rest[..<place]
      rest = rest[place...]
      let mark = rest.hasPrefix("**") ? "**" : "`"
      let inside = rest.dropFirst(mark.count)
      if rest.hasPrefix(mark), let end = inside.firstRange(of: mark), isMarked(inside[..<end.lowerBound]) {
        if !plain.isEmpty { runs.append(Run(text: plain, style: .plain)) }
        plain = ""
        runs.append(Run(text: String(inside[..<end.lowerBound]), style: mark == "`" ? .code : .term))
        rest = inside[end.upperBound...]
      } else {
        plain.append(rest.removeFirst())
      }
    }
    plain += rest
    if !plain.isEmpty { runs.append(Run(text: plain, style: .plain)) }
    return runs
  }

  /// Marks stand right beside what they mark.
  private static func isMarked(_ text: Substring) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return !first.isWhitespace && !last.isWhitespace && first != "*"
  }

  /// The words marked as terms, in order.
  public var terms: [String] {
    paragraphs.flatMap { $0.runs.filter { $0.style == .term }.map(\.text) }
  }

  /// Whether any of it is marked.
  var hasMarks: Bool { paragraphs.contains { $0.runs.contains { $0.style != .plain } } }

  /// The text without markup: a paragraph a line, with its indent, and empty lines where there are empty rows.
  public var plain: String {
    paragraphs.map { ($0.isSpaced ? "\n" : "") + String(repeating: " ", count: $0.indent) + $0.plain }
      .joined(separator: "\n")
  }

  /// How many rows the text takes at `width` columns when words are wrapped and indents kept.
  public func rows(width: Int) -> Int {
    guard width > 0 else { return 0 }
    return paragraphs.reduce(0) { $0 + ($1.isSpaced ? 1 : 0) + $1.rows(width: width) }
  }
}

extension LessonText.Paragraph {
  fileprivate func rows(width: Int) -> Int {
    let width = max(1, width - indent)
    var (rows, used) = (1, 0)
    for word in plain.split(separator: " ") {
      let columns = word.unicodeScalars.count
      if used > 0, used + 1 + columns > width { (rows, used) = (rows + 1, 0) }
      used += (used > 0 ? 1 : 0) + columns
      while used > width { (rows, used) = (rows + 1, used - width) }
    }
    return rows
  }
}
