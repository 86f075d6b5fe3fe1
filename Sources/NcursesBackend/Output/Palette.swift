import CNcurses
import TerminalUI

/// What curses is told for the styles of a theme, worked out once for each.
struct Palette {
  /// How a cell is written.
  struct Rendition {
    /// Bold, reverse and the like.
    var attributes: attr_t
    /// The colour pair.
    var pair: Int32
  }

  private let theme: Theme
  private let depth: ColourDepth
  /// Colours of the open screen.
  private let colourCount: Int
  private var renditions: [Style: Rendition] = [:]
  private var last = (style: Style.plain, rendition: Rendition(attributes: 0, pair: 0))

  /// The styles of `theme` in colours of `depth`, of which the screen has `colourCount`.
  init(theme: Theme, depth: ColourDepth, colourCount: Int, pairs: inout PairTable) {
    self.theme = theme
    self.depth = depth
    self.colourCount = colourCount
    last.rendition = resolved(.plain, &pairs)
  }

  /// How cells of `style` are written.
  mutating func rendition(of style: Style, pairs: inout PairTable) -> Rendition {
    if style == last.style { return last.rendition }
    let rendition = renditions[style] ?? resolved(style, &pairs)
    renditions[style] = rendition
    last = (style, rendition)
    return rendition
  }

  private func resolved(_ style: Style, _ pairs: inout PairTable) -> Rendition {
    var attributes = style.attributes
    var colours = PairTable.Colours()
    switch depth {
    case .never:
      attributes = theme.monochromeAttributes(of: style)
    case .basic:
      resolveBasic(style, &colours, &attributes)
    case .indexed:
      colours = numbers(of: style) { Int32($0.xterm256) }
    case .direct:
      // These descriptions keep the numbers 1 to 7 for the basic colours; 8 is as dark.
      colours = numbers(of: style) { 1...7 ~= $0.hex ? 8 : Int32($0.hex) }
    }
    return Rendition(
      attributes: Palette.curses(attributes), pair: depth == .never ? 0 : pairs.pair(of: colours))
  }

  private func numbers(of style: Style, _ number: (Colour) -> Int32) -> PairTable.Colours {
    PairTable.Colours(
      foreground: theme[style.foreground].map(number) ?? -1,
      background: theme[background: style.background].map(number) ?? -1)
  }

  /// With few colours, a grey may come out as the background itself; the attributes of a terminal without colours
  /// stand in for it.
  private func resolveBasic(
    _ style: Style, _ colours: inout PairTable.Colours, _ attributes: inout Style.Attributes
  ) {
    if let colour = theme[style.foreground], !colour.isGreyish {
      let number = Int32(colour.basic16(on: theme.paper))
      colours.foreground = colourCount < 16 ? number & 7 : number
      if colourCount < 16, number > 7 { attributes.insert(.bold) }
    } else {
      attributes.formUnion(theme.monochromeAttributes(of: Style(style.foreground)))
    }
    if let colour = theme[background: style.background], !colour.isGreyish {
      colours.background = Int32(colour.basic16) & (colourCount < 16 ? 7 : 15)
    } else {
      attributes.formUnion(theme.monochromeAttributes(of: Style(.plain, on: style.background)))
    }
  }

  private static func curses(_ attributes: Style.Attributes) -> attr_t {
    var result: attr_t = 0
    if attributes.contains(.bold) { result |= strider_attribute_bold }
    if attributes.contains(.dim) { result |= strider_attribute_dim }
    if attributes.contains(.underline) { result |= strider_attribute_underline }
    if attributes.contains(.reverse) { result |= strider_attribute_reverse }
    return result
  }
}
