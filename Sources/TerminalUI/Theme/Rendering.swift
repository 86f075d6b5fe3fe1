/// What a terminal or a file is told so that a cell looks as its style says.
public struct Rendering: Equatable, Sendable {
  /// Bold, reverse and the like.
  public var attributes: Style.Attributes
  /// The glyph's colour; `nil` where there are no colours.
  public var foreground: Shade?
  /// The colour behind it; every cell has one where there are colours, so nothing depends on the terminal's own.
  public var background: Shade?
}

extension Theme {
  /// How `style` looks where colours have `depth`.
  ///
  /// Text has a contrast of 4.5 and lines have 3 with what is behind them: where rounding to few colours or the window,
  /// the selection or an overlay takes that away, the ink is mixed with black or white until it is reached. Marks on the
  /// ramps, and values on them, keep their colours.
  ///
  /// - Parameter basics: how many of the basic colours there are for backgrounds, 8 or 16.
  public func rendering(of style: Style, depth: ColourDepth, basics: Int = 16) -> Rendering {
    guard let paper = Shade(paper, depth, basics: basics),
      let behind = Shade(self[background: style.background], depth, basics: basics)
    else { return Rendering(attributes: monochromeAttributes(of: style)) }
    var attributes = style.attributes
    // With few colours, a window may come out as the paper itself; what stands for it without colours does here too.
    if behind == paper { attributes.formUnion(Theme.backgroundSubstitute(style.background)) }
    return Rendering(
      attributes: attributes, foreground: ink(of: style, on: behind.colour, depth), background: behind)
  }

  private func ink(of style: Style, on behind: Colour, _ depth: ColourDepth) -> Shade? {
    let colour = self[style.foreground]
    let isMark = 48..<193 ~= style.background.index && style.foreground != .plain
    guard !isMark, !style.foreground.isRamp else { return Shade(colour, depth) }
    let extreme: Colour = behind.contrast(with: .white) > behind.contrast(with: .black) ? .white : .black
    let needed = style.foreground == .border ? 3 : 4.5
    for step in 0...16 {
      let shade = Shade(colour.mixed(with: extreme, Double(step) / 16), depth)
      if let shade, shade.colour.contrast(with: behind) >= needed { return shade }
    }
    return Shade(extreme, depth)
  }
}

extension Paint {
  /// Whether this stands for a value on one of the ramps, a pencil's among them.
  fileprivate var isRamp: Bool { index >= 48 }
}
