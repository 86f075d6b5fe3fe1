import ArgumentParser
import NcursesBackend
import TerminalUI

/// How the screen looks; shared by everything that draws one.
struct ScreenOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Colours: \(Theme.all.map(\.name).joined(separator: ", ")).")
  var theme = Theme.dark.name

  @Option(
    parsing: .unconditional,
    help:
      "How many colours: never, 16, 256 or true. (default: what the terminal can show; none with NO_COLOR)")
  var color: String?

  @Flag(help: "Draw and write with ASCII characters only; goes for every command.")
  var ascii = false

  /// Refuses wrong names also where nothing is drawn.
  func validate() throws { _ = try terminalOptions() }

  /// The theme called for.
  func chosenTheme() throws -> Theme {
    guard let theme = Theme.named(theme) else {
      throw UsageError.unknownName(option: "--theme", text: theme, known: Theme.all.map(\.name))
    }
    return theme
  }

  /// The depth of colour called for, if any.
  func chosenDepth() throws -> ColourDepth? {
    try color.map { name in
      guard let depth = ColourDepth(named: name) else {
        throw UsageError.unknownName(option: "--color", text: name, known: ["never", "16", "256", "true"])
      }
      return depth
    }
  }

  /// The depth of colour of a drawing that nobody looks at on a terminal yet.
  ///
  /// - Parameter isForTerminal: whether it is written in a terminal's own codes, which `NO_COLOR` is about.
  func drawingDepth(isForTerminal: Bool) throws -> ColourDepth {
    if let depth = try chosenDepth() { return depth }
    return isForTerminal && TerminalEnvironment.current.refusesColour ? .never : .indexed
  }

  /// The choices as the terminal takes them.
  func terminalOptions() throws -> TerminalOptions {
    try TerminalOptions(
      theme: chosenTheme(), colour: chosenDepth(), glyphs: ascii ? .ascii : .braille)
  }
}
