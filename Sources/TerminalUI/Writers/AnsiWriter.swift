/// Frames as text with ANSI escape sequences (ECMA-48, select graphic rendition), one for each run of cells that
/// look alike, in the colours of their themes.
public struct AnsiWriter: Sendable {
  private let depth: ColourDepth
  // A frame uses few styles, so each is spelt out once.
  private var sequences: [Theme: [Style: String]] = [:]

  /// A writer for a place that shows colours of `depth`.
  public init(depth: ColourDepth = .indexed) {
    self.depth = depth
  }

  /// `frame` in rows joined by line feeds. Every row ends in the reader's own look; blanks at its end are left out where
  /// they have no colour.
  public static func text(of frame: Frame, depth: ColourDepth = .indexed) -> String {
    var writer = AnsiWriter(depth: depth)
    return (0..<frame.size.height).map { writer.row($0, of: frame) }.joined(separator: "\n")
  }

  /// Row `y` of `frame`.
  public mutating func row(_ y: Int, of frame: Frame) -> String {
    var text = ""
    var current = AnsiWriter.own
    for x in 0..<lastColumn(of: y, in: frame) {
      let cell = frame[x, y]
      if cell.isContinuation { continue }
      let wanted = sequence(for: cell.style, frame.look.theme)
      if wanted != current {
        text += wanted
        current = wanted
      }
      text.unicodeScalars.append(cell.glyph)
    }
    if current != AnsiWriter.own { text += AnsiWriter.own }
    return text
  }

  /// What leads back to the reader's own look.
  private static let own = "\u{1B}[0m"

  /// The column after the last one that shows anything; with colours every cell does.
  private mutating func lastColumn(of y: Int, in frame: Frame) -> Int {
    var end = frame.size.width
    guard depth == .never else { return end }
    while end > 0 {
      let cell = frame[end - 1, y]
      if cell.isContinuation || cell.glyph != " " { break }
      let attributes = frame.look.theme.monochromeAttributes(of: cell.style)
      if !attributes.isDisjoint(with: [.reverse, .underline]) { break }
      end -= 1
    }
    return end
  }

  private mutating func sequence(for style: Style, _ theme: Theme) -> String {
    if let known = sequences[theme]?[style] { return known }
    let sequence = makeSequence(for: theme.rendering(of: style, depth: depth))
    sequences[theme, default: [:]][style] = sequence
    return sequence
  }

  private func makeSequence(for rendering: Rendering) -> String {
    var codes = "0"
    for (attribute, code) in AnsiWriter.codes where rendering.attributes.contains(attribute) { codes += code }
    if let shade = rendering.foreground { codes += ";" + code(for: shade, isBackground: false) }
    if let shade = rendering.background { codes += ";" + code(for: shade, isBackground: true) }
    return "\u{1B}[\(codes)m"
  }

  private static let codes: [(Style.Attributes, String)] = [
    (.bold, ";1"), (.dim, ";2"), (.underline, ";4"), (.reverse, ";7"),
  ]

  private func code(for shade: Shade, isBackground: Bool) -> String {
    switch depth {
    case .never: return "0"
    case .basic: return String((shade.number < 8 ? 30 : 82) + shade.number + (isBackground ? 10 : 0))
    case .indexed: return "\(isBackground ? 48 : 38);5;\(shade.number)"
    case .direct:
      let colour = shade.colour
      return "\(isBackground ? 48 : 38);2;\(colour.red);\(colour.green);\(colour.blue)"
    }
  }
}
