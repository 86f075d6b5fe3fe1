import TerminalUI

/// How the user wants the program to be on this terminal. It holds for everything on the screen, so ``Screen`` keeps
/// what is in front and what lies behind it alike.
public struct DisplayOptions: Hashable, Sendable {
  /// Whether the program has the mouse; otherwise the terminal has it, to select text.
  public var hasMouse = true
  /// Whether pictures are drawn for a projector: fewer and bigger cells, thick strokes.
  public var isProjected = false
  /// Whether the background is light.
  public var isLight = false

  /// Whether there are colours on this terminal; without them light and dark look the same.
  public var isColoured = true
  /// Whether there is nothing but ASCII, where `-inf` needs more room than `-∞`.
  public var isASCII = false

  /// The colours that follow.
  public var theme: Theme {
    get { .of(isLight: isLight, isForProjector: isProjected) }
    set { (isLight, isProjected) = (newValue.isLight, newValue.isForProjector) }
  }

  /// Whether cells are shaded by their numbers, where there are colours.
  public var isShaded = true

  /// With the mouse, for a screen before the user.
  public init() {}
}
