/// How the user wants the program to be on this terminal. It holds for everything on the screen, so ``Screen`` keeps
/// what is in front and what lies behind it alike.
public struct Manner: Hashable, Sendable {
  /// Whether the program has the mouse; otherwise the terminal has it, to select text.
  public var hasMouse = true
  /// Whether pictures are drawn for a projector: fewer and bigger cells, thick strokes.
  public var isProjected = false

  /// With the mouse, for a screen before the user.
  public init() {}
}
