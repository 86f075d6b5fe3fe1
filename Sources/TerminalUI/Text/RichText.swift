/// Text with two marks inside lines: `**term**` and `` `code` ``. A mark without its partner is shown as it is.
public struct RichText: Equatable, Sendable {
  /// A piece in one style.
  public struct Run: Equatable, Sendable {
    /// The characters.
    public var text: String
    /// What kind of text it is.
    public let kind: Kind

    /// `text` of that kind.
    public init(text: String, kind: Kind) {
      (self.text, self.kind) = (text, kind)
    }
  }

  /// Kinds of text.
  public enum Kind: Hashable, Sendable {
    /// Ordinary words.
    case plain
    /// A term, for emphasis.
    case term
    /// Code, formulas and keys.
    case code

    /// The style on the background of `base`.
    public func style(on base: Style) -> Style {
      switch self {
      case .plain: base
      case .term: Style(.heading, on: base.background, base.attributes.union(.bold))
      case .code: Style(.key, on: base.background, base.attributes)
      }
    }
  }

  /// The paragraphs; line feeds part them.
  private let paragraphs: [[Run]]

  /// The text written with marks.
  public init(_ marked: String) {
    paragraphs = marked.split(separator: "\n", omittingEmptySubsequences: false)
      .map { RichText.runs(of: Substring($0)) }
  }

  /// One paragraph of `runs`.
  public init(runs: [Run]) {
    paragraphs = [runs]
  }

  /// The text without its marks.
  public var plain: String {
    paragraphs.map { $0.map(\.text).joined() }.joined(separator: "\n")
  }

  private static func runs(of line: Substring) -> [Run] {
    var runs: [Run] = []
    var plain = ""
    var rest = line
    func flush() {
      if !plain.isEmpty { runs.append(Run(text: plain, kind: .plain)) }
      plain = ""
    }
    while let first = rest.first {
      if rest.hasPrefix("**"), let inside = enclosed(rest.dropFirst(2), by: "**") {
        flush()
        runs.append(Run(text: String(inside), kind: .term))
        rest = rest.dropFirst(4 + inside.count)
      } else if first == "`", let inside = enclosed(rest.dropFirst(), by: "`") {
        flush()
        runs.append(Run(text: String(inside), kind: .code))
        rest = rest.dropFirst(2 + inside.count)
      } else {
        plain.append(first)
        rest = rest.dropFirst()
      }
    }
    flush()
    return runs
  }

  /// What stands before the next `mark`; `nil` when there is none or nothing stands there.
  private static func enclosed(_ text: Substring, by mark: String) -> Substring? {
    var rest = text
    while !rest.isEmpty {
      if rest.hasPrefix(mark) {
        let inside = text[..<rest.startIndex]
        return inside.isEmpty ? nil : inside
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// The text in lines of at most `width` columns, broken at spaces; a word longer than a line is cut.
  public func lines(width: Int) -> [[Run]] {
    guard width > 0 else { return [] }
    return paragraphs.flatMap { RichText.wrap($0, width: width) }
  }

  private static func wrap(_ runs: [Run], width: Int) -> [[Run]] {
    // The words are found in the text as a whole, since one word may change its kind inside.
    let text = runs.map(\.text).joined()
    var scalars = runs.flatMap { run in run.text.unicodeScalars.map { (scalar: $0, kind: run.kind) } }[...]
    return TextWrap.lines(text, width: width).map { line in
      var result: [Run] = []
      for scalar in line.unicodeScalars {
        // Spaces that wrapping has taken away are skipped here as well.
        while let next = scalars.first, next.scalar != scalar, next.scalar == " " {
          scalars = scalars.dropFirst()
        }
        let kind = scalars.first?.kind ?? .plain
        if scalar == scalars.first?.scalar { scalars = scalars.dropFirst() }
        if scalar == " " { while scalars.first?.scalar == " " { scalars = scalars.dropFirst() } }
        if result.last?.kind == kind {
          result[result.count - 1].text.unicodeScalars.append(scalar)
        } else {
          result.append(Run(text: String(scalar), kind: kind))
        }
      }
      return result
    }
  }
}

extension Frame {
  /// The runs as ASCII spells them where the line has room for that, else as they are.
  private func spelled(_ line: [RichText.Run], within columns: Int) -> [RichText.Run] {
    guard look.glyphs == .ascii else { return line }
    let spelled = line.map { RichText.Run(text: AsciiText.spelled($0.text), kind: $0.kind) }
    return spelled.reduce(0) { $0 + TextWidth.columns(of: $1.text) } <= columns ? spelled : line
  }

  /// Writes one line of rich text and returns the column after it.
  @discardableResult
  public mutating func write(
    _ line: [RichText.Run], x: Int, y: Int, _ style: Style = .plain, limit: Int
  ) -> Int {
    var column = x
    for run in spelled(line, within: limit) {
      column = write(run.text, x: column, y: y, run.kind.style(on: style), limit: max(0, x + limit - column))
    }
    return column
  }
}
