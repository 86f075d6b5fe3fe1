import TerminalUI

/// What the keys that are the same on every screen ask for; ``LabChrome`` carries it out.
public enum ChromeAction: Hashable, Sendable {
  /// Every key.
  case help
  /// Let the terminal have the mouse, or take it.
  case mouse
  /// Draw for a projector, or stop doing so.
  case projector
  /// Change between light and dark.
  case theme
  /// Shade cells by their numbers, or leave them plain.
  case shades
  /// Leave the screen.
  case back
  /// End the program.
  case quit

  /// The bindings of all of them, for a table whose actions contain these by `wrap`.
  ///
  /// - Parameters:
  ///   - leaving: the keys that leave the screen, the first of them for the footer.
  ///   - back: what leaving means here.
  ///   - help: what the help is called.
  ///   - quit: what ending the program means here.
  static func bindings<Action>(
    leaving: [Key] = [.character("q")], _ back: String, help: String = "this list",
    quit: String = "end the program, at any time",
    _ wrap: (ChromeAction) -> Action
  ) -> [Binding<Action>] {
    [
      Binding("m", wrap(.mouse), help: "let the terminal have the mouse, to select text, or take it back"),
      Binding([.control("p")], wrap(.projector), help: "fewer and bigger cells for a projector, on or off"),
      Binding([.control("t")], wrap(.theme), help: "light on dark, or dark on light"),
      Binding("#", wrap(.shades), help: "shade the cells of grids by their numbers, or leave them plain"),
      Binding("?", wrap(.help), help: help),
      Binding(leaving, wrap(.back), help: back),
      Binding([.control("c")], wrap(.quit), help: quit),
    ]
  }
}

extension LabChrome {
  /// Carries out `action`; help, called `title`, is made of `sections`.
  mutating func perform(
    _ action: ChromeAction, title: String, help sections: [HelpSection]
  ) -> Effect? {
    switch action {
    case .help: showHelp(title: title, sections)
    case .mouse: return toggleMouse()
    case .projector: toggleProjector()
    case .theme: switchTheme()
    case .shades: toggleShades()
    case .back: return .back
    case .quit: return .quit
    }
    return nil
  }
}
