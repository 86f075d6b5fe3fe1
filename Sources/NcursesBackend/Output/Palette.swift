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
  /// Basic colours of the open screen.
  private let basics: Int
  private var renditions: [Style: Rendition] = [:]
  private var last: (style: Style, rendition: Rendition)?

  /// The styles of `theme` in colours of `depth`, on a screen that has `colourCount` of them.
  init(theme: Theme, depth: ColourDepth, colourCount: Int) {
    self.theme = theme
    self.depth = depth
    basics = colourCount < 16 ? 8 : 16
  }

  /// How cells of `style` are written.
  mutating func rendition(of style: Style, pairs: inout PairTable) -> Rendition {
    if let last, style == last.style { return last.rendition }
    let rendition = renditions[style] ?? resolved(style, &pairs)
    renditions[style] = rendition
    last = (style, rendition)
    return rendition
  }

  private func resolved(_ style: Style, _ pairs: inout PairTable) -> Rendition {
    let rendering = theme.rendering(of: style, depth: depth, basics: basics)
    var attributes = rendering.attributes
    guard let foreground = rendering.foreground, let background = rendering.background else {
      return Rendition(attributes: Palette.curses(attributes), pair: 0)
    }
    var ink = number(foreground)
    // Where there are eight colours, bold makes eight more.
    if depth == .basic, ink >= basics {
      ink -= 8
      attributes.insert(.bold)
    }
    let pair = pairs.pair(of: PairTable.Colours(foreground: ink, background: number(background)))
    return Rendition(attributes: Palette.curses(attributes), pair: pair)
  }

  /// The number that curses knows a colour by. The descriptions with 24-bit colours keep 1 to 7 for the basic ones; 8 is
  /// as dark.
  private func number(_ shade: Shade) -> Int32 {
    Int32(clamping: depth == .direct && 1...7 ~= shade.number ? 8 : shade.number)
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
