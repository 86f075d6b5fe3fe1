import Glibc
import TerminalUI

/// Everything that is decided before the screen is opened, and without a terminal too.
struct TerminalSetup: Equatable, Sendable {
  /// The description to open and the colours to send.
  let plan: ColourPlan
  /// The look that frames are drawn with.
  let look: Look

  /// Decides from what the user and the environment say.
  init(
    _ options: TerminalOptions, environment: TerminalEnvironment, locale: TerminalLocale
  ) throws(TerminalError) {
    guard let name = environment.terminalName else { throw .unnamed }
    guard let type = TerminalType(named: name) ?? TerminalType(standingInFor: name) else {
      throw .unknown(name: name)
    }
    guard type.canPlaceCursor else { throw .tooSimple(name: name) }
    plan = ColourPlan(type: type, wish: options.colour, environment: environment)
    look = Look(
      glyphs: min(GlyphLevel(terminal: name, locale: locale), options.glyphs),
      isColoured: plan.depth != .never, hasShades: plan.depth >= .indexed)
  }

  /// Makes sure that keys come from a terminal and frames go to one.
  static func requireTerminal() throws(TerminalError) {
    if isatty(STDIN_FILENO) == 0 { throw .notATerminal(.input) }
    if isatty(STDOUT_FILENO) == 0 { throw .notATerminal(.output) }
  }
}
