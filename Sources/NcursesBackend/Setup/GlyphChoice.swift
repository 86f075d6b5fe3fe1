import TerminalUI

extension GlyphLevel {
  /// The richest glyphs that a terminal called `terminal` shows in `locale`.
  ///
  /// Outside UTF-8 curses would write blanks for anything but ASCII. The Linux console's fonts have lines and blocks
  /// but no braille. Terminals of before Unicode, and what calls itself like them, get ASCII.
  public init(terminal: String?, locale: TerminalLocale) {
    let name = terminal ?? "dumb"
    if !locale.isUTF8 {
      self = .ascii
    } else if ["vt", "ansi", "sun", "cons25", "pcansi", "dumb", "mach", "wsvt"].contains(
      where: name.hasPrefix)
    {
      self = .ascii
    } else {
      self = name.hasPrefix("linux") ? .block : .braille
    }
  }
}
