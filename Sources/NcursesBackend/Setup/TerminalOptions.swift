import TerminalUI

/// What a user can choose about the screen.
public struct TerminalOptions: Equatable, Sendable {
  /// The colours of the paints.
  public var theme: Theme
  /// The colours to send; `nil` leaves it to the environment.
  public var colour: ColourDepth?
  /// The richest glyphs to draw with; poorer ones where the terminal has no better.
  public var glyphs: GlyphLevel
  /// Whether the mouse is taken from the start.
  public var usesMouse: Bool
  /// Ticks per second while something moves, 1 ... 240.
  public var tickRate: Int
  /// Whether Ctrl-C, Ctrl-Z and Ctrl-\\ end and stop the program as everywhere; otherwise they are keys like others, for
  /// what no single key may end.
  public var hasJobControl = true

  /// The usual choices unless told otherwise.
  public init(
    theme: Theme = .dark, colour: ColourDepth? = nil, glyphs: GlyphLevel = .braille, usesMouse: Bool = true,
    tickRate: Int = 60
  ) {
    self.theme = theme
    self.colour = colour
    self.glyphs = glyphs
    self.usesMouse = usesMouse
    self.tickRate = min(max(tickRate, 1), 240)
  }
}
