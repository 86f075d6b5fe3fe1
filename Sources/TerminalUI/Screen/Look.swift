/// The glyphs a terminal can be trusted with, from rich to poor.
public enum GlyphLevel: Int, Comparable, CaseIterable, Sendable {
  /// 7-bit ASCII only: a locale that is not UTF-8, or a terminal without line drawing.
  case ascii
  /// Line drawing and half blocks, but no braille: the Linux console.
  case block
  /// Everything of column width one, braille included.
  case braille

  /// Poorer glyph sets come first.
  public static func < (a: GlyphLevel, b: GlyphLevel) -> Bool { a.rawValue < b.rawValue }
}

/// What a drawing has to know about where it will be seen, and the theme that it will be seen in. Labs draw the same
/// paints for every theme.
public struct Look: Hashable, Sendable {
  /// The richest glyphs that may be used.
  public var glyphs: GlyphLevel
  /// Whether paints will be told apart by colour; if not, pictures use shades of glyphs instead.
  public var isColoured: Bool
  /// Whether there are colours enough for shades behind numbers.
  public var hasShades: Bool
  /// Fewer and bigger cells, thick strokes: a picture to be read from the last row.
  public var isProjected: Bool

  /// The colours of the paints.
  public var theme: Theme

  /// The look of a modern terminal unless told otherwise.
  public init(
    glyphs: GlyphLevel = .braille, isColoured: Bool = true, hasShades: Bool = true, isProjected: Bool = false,
    theme: Theme = .dark
  ) {
    self.hasShades = isColoured && hasShades
    self.glyphs = glyphs
    self.isColoured = isColoured
    self.isProjected = isProjected
    self.theme = theme
  }
}
