import TerminalUI

/// What the keys that are the same in every lab ask for, apart from the timeline's.
public enum CommonAction: Hashable, Sendable {
  /// Move the focus to the next or the previous pane.
  case nextPane, previousPane
  /// Open the focused pane, so that arrows move a cursor in it; leave it.
  case openPane, leavePane
  /// Take back the last edit, or bring it back.
  case undo, redo
  /// Back to the scene as it was opened.
  case restart
  /// Predict what comes next.
  case guess
  /// The scene string of what is on screen.
  case scene
  /// The library lines for what is on screen.
  case code
  /// What is on screen, in words.
  case info
  /// What the keys of every screen ask for.
  case chrome(ChromeAction)

  /// Tab, Enter and Escape as a section of a lab's bindings.
  public static func paneSection<Action>(_ wrap: (CommonAction) -> Action) -> Bindings<Action>.Section {
    Bindings.Section(
      "Panes",
      [
        Binding([.tab], wrap(.nextPane), label: "pane", help: "to the next pane"),
        Binding([.backTab], wrap(.previousPane), help: "to the previous pane"),
        Binding(
          [.enter], wrap(.openPane), label: "open", help: "open the pane: arrows move in it, digits type"),
        Binding([.escape], wrap(.leavePane), help: "leave the pane"),
      ])
  }

  /// Undo, guess, scene string and so on as a section of a lab's bindings.
  public static func section<Action>(_ wrap: (CommonAction) -> Action) -> Bindings<Action>.Section {
    Bindings.Section(
      "Everywhere",
      [
        Binding("g", wrap(.guess), label: "guess", help: "predict what comes next, then see it"),
        Binding("u", wrap(.undo), label: "undo", help: "take back the last edit"),
        Binding([.control("r")], wrap(.redo), help: "bring back what was undone"),
        Binding("r", wrap(.restart), label: "restart", help: "back to the scene as it was opened"),
        Binding("i", wrap(.info), label: "info", help: "what is on screen, in words"),
        Binding("c", wrap(.code), label: "code", help: "the PyTorch and Keras lines for what is on screen"),
        Binding("y", wrap(.scene), label: "scene", help: "the command that opens exactly this"),
      ] + ChromeAction.bindings("leave the pane, then the lab") { wrap(.chrome($0)) })
  }

  /// The footer's fixed end.
  public static let trailing = [FooterEntry(keys: "?", label: "help"), FooterEntry(keys: "q", label: "back")]
}
