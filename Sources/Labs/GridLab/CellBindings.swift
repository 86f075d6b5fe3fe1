import TerminalUI

/// What keys ask for while a pane is open.
enum CellAction: Hashable, Sendable {
  case up, down, left, right
  /// Add the key's character to the number of this cell.
  case digit
  /// Take the number.
  case accept
  case erase
  case leave
  case nextPane, previousPane
}

/// The keys of an open pane.
enum CellBindings {
  static let table = Bindings<CellAction>([
    Bindings.Section(
      "In an open pane",
      [
        Binding([.left], .left, label: "move", help: "one cell to the left"),
        Binding([.down], .down, label: "move", help: "one cell down"),
        Binding([.up], .up, label: "move", help: "one cell up"),
        Binding([.right], .right, label: "move", help: "one cell to the right"),
        Binding("0123456789.-", .digit, help: "type a number into the cell"),
        Binding([.enter], .accept, label: "set", help: "take the number; on the output, go to that step"),
        Binding([.backspace, .delete], .erase, help: "take back a digit; without one, set the cell to 0"),
        Binding([.tab], .nextPane, label: "pane", help: "take the number and go to the next pane"),
        Binding([.backTab], .previousPane, help: "take the number and go to the previous pane"),
        Binding([.escape], .leave, label: "leave", help: "drop what was typed, or leave the pane"),
      ])
  ])
}
