/// Frames as text with ANSI escape sequences (ECMA-48, select graphic rendition), one for each run of cells that
/// look alike.
public struct AnsiWriter: Sendable {
  private let theme: Theme
  private let depth: ColourDepth
  // A frame uses few styles, so each is spelt out once.
  private var sequences: [Style: String] = [:]

  /// A writer for a place that shows `theme` in `depth`.
  public init(theme: Theme, depth: ColourDepth = .indexed) {
    self.theme = theme
    self.depth = depth
  }

  /// `frame` in rows joined by line feeds. Every row ends in the terminal's own look and without trailing blanks.
  public static func text(of frame: Frame, theme: Theme, depth: ColourDepth = .indexed) -> String {
    var writer = AnsiWriter(theme: theme, depth: depth)
    return (0..<frame.size.height).map { writer.row($0, of: frame) }.joined(separator: "\n")
  }

  /// Row `y` of `frame`.
  public mutating func row(_ y: Int, of frame: Frame) -> String {
    var text = ""
    var current = sequence(for: .plain)
    let plain = current
    for x in 0..<lastColumn(of: y, in: frame) {
      let cell = frame[x, y]
      if cell.isContinuation { continue }
      let wanted = sequence(for: cell.style)
      if wanted != current {
        text += wanted
        current = wanted
      }
      text.unicodeScalars.append(cell.glyph)
    }
    if current != plain { text += plain }
    return text
  }

  /// The column after the last one that shows anything.
  private mutating func lastColumn(of y: Int, in frame: Frame) -> Int {
    let plain = sequence(for: .plain)
    var end = frame.size.width
    while end > 0 {
      let cell = frame[end - 1, y]
      if cell.isContinuation || cell.glyph != " " { break }
      var style = cell.style
      // The colour of a space's ink does not show.
      if style.attributes.isDisjoint(with: [.reverse, .underline]) { style.foreground = .plain }
      style.attributes.subtract([.bold, .dim])
      if sequence(for: style) != plain { break }
      end -= 1
    }
    return end
  }

  private mutating func sequence(for style: Style) -> String {
    if let known = sequences[style] { return known }
    let sequence = makeSequence(for: style)
    sequences[style] = sequence
    return sequence
  }

  private func makeSequence(for style: Style) -> String {
    var attributes = style.attributes
    var foreground = theme[style.foreground]
    var background = theme[background: style.background]
    switch depth {
    case .never:
      attributes = theme.monochromeAttributes(of: style)
      (foreground, background) = (nil, nil)
    case .basic:
      // A grey may come out as the background itself, so the attributes of a terminal without colours stand in.
      if foreground?.isGreyish != false {
        foreground = nil
        attributes.formUnion(theme.monochromeAttributes(of: Style(style.foreground)))
      }
      if background?.isGreyish != false {
        background = nil
        attributes.formUnion(theme.monochromeAttributes(of: Style(.plain, on: style.background)))
      }
    case .indexed, .direct: break
    }
    var codes = "0"
    for (attribute, code) in AnsiWriter.codes where attributes.contains(attribute) { codes += code }
    if let foreground { codes += ";" + code(for: foreground, isBackground: false) }
    if let background { codes += ";" + code(for: background, isBackground: true) }
    return "\u{1B}[\(codes)m"
  }

  private static let codes: [(Style.Attributes, String)] = [
    (.bold, ";1"), (.dim, ";2"), (.underline, ";4"), (.reverse, ";7"),
  ]

  private func code(for colour: Colour, isBackground: Bool) -> String {
    switch depth {
    case .never: return "0"
    case .basic:
      let index = Int(isBackground ? colour.basic16 : colour.basic16(on: theme.paper))
      return String((index < 8 ? 30 : 82) + index + (isBackground ? 10 : 0))
    case .indexed: return "\(isBackground ? 48 : 38);5;\(colour.xterm256)"
    case .direct:
      return "\(isBackground ? 48 : 38);2;\(colour.red);\(colour.green);\(colour.blue)"
    }
  }
}
