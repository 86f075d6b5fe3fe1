/// A paragraph in which terms and code stand out.
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

  /// The pieces in their order.
  private let runs: [Run]

  /// The paragraph made of `runs`.
  public init(runs: [Run]) { self.runs = runs }

  /// The text in lines of at most `width` columns, broken at spaces; a word longer than a line is cut.
  public func lines(width: Int) -> [[Run]] {
    guard width > 0 else { return [] }
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
