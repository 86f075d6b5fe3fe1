import TerminalUI

extension ColourDepth {
  /// The depth to aim for: `wish` if there is one, else none for `NO_COLOR`, a dumb terminal or one without colours,
  /// else up to 256.
  ///
  /// 24-bit colour is only for those who ask: curses reaches it through descriptions that few systems have.
  ///
  /// - Parameter colours: what the terminal's description promises.
  public static func aim(
    wish: ColourDepth?, environment: TerminalEnvironment, colours: Int
  ) -> ColourDepth {
    if environment.terminalName == "dumb" { return .never }
    if let wish { return wish }
    if environment.refusesColour { return .never }
    if colours >= 256 || environment.promisesManyColours { return .indexed }
    return colours >= 8 ? .basic : .never
  }
}

extension TerminalEnvironment {
  /// Whether `COLORTERM` promises 24-bit colour, and so 256 as well.
  var promisesManyColours: Bool { colourHint == "truecolor" || colourHint == "24bit" }
}
