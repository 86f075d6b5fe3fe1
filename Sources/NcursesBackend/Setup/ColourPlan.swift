import TerminalUI

/// The terminal description to open and the colours to send, chosen together: curses sends only the colours that the
/// description knows.
struct ColourPlan: Equatable, Sendable {
  /// The description to open the screen with.
  let type: TerminalType
  /// The colours sent.
  let depth: ColourDepth
  /// What was aimed for, if it could not be had.
  let missed: ColourDepth?

  /// The plan for a terminal described by `type`.
  ///
  /// - Parameter find: looks up another description.
  init(
    type: TerminalType, wish: ColourDepth?, environment: TerminalEnvironment,
    find: (String) -> TerminalType? = TerminalType.init(named:)
  ) {
    let aim = ColourDepth.aim(wish: wish, environment: environment, colours: type.colours)
    let family = type.name.hasSuffix("-256color") ? String(type.name.dropLast(9)) : type.name
    func described(_ suffix: String, atLeast colours: Int) -> TerminalType? {
      if type.colours >= colours { return type }
      guard let other = find(family + suffix), other.colours >= colours else { return nil }
      return other
    }
    var depth = aim
    var chosen = type
    if depth == .direct {
      if let direct = described("-direct", atLeast: 1 << 24) { chosen = direct } else { depth = .indexed }
    }
    if depth == .indexed {
      if let indexed = described("-256color", atLeast: 256) { chosen = indexed } else { depth = .basic }
    }
    if depth == .basic, type.colours < 8 { depth = .never }
    self.type = chosen
    self.depth = depth
    missed = depth == aim ? nil : aim
  }
}
