import Learning
import TerminalUI

extension Grid {
  /// The grid with `number` in `cell`; `nil` where there is no such cell, or it holds the number already.
  func replacing(_ cell: Position, by number: Double) -> Grid? {
    guard contains(cell), self[cell] != number else { return nil }
    var grid = self
    grid[cell] = number
    return grid
  }
}

extension GridLab {
  // MARK: Panes

  mutating func openPane() {
    typed = ""
    cursor = currentView.openingCell
  }

  mutating func leavePane() -> Bool {
    guard cursor != nil else { return false }
    (cursor, typed) = (nil, "")
    return true
  }

  /// Moves the focus `step` panes on; an open pane stays open.
  mutating func moveFocus(by step: Int) {
    focus = focusablePanes.neighbour(of: focus, by: step)
    if cursor != nil { openPane() }
  }

  mutating func settle(after before: Self) { keepCursor() }

  /// Leaves a pane that is no longer shown, and keeps the cursor within the others.
  mutating func keepCursor() {
    if !focusablePanes.contains(focus) { (focus, cursor, typed) = (.input, nil, "") }
    moveCursor(rows: 0, columns: 0)
  }

  private mutating func moveCursor(rows: Int, columns: Int) {
    guard let old = cursor else { return }
    let extent = extent(of: focus)
    cursor = Position(
      row: min(max(0, old.row + rows), extent.height - 1),
      column: min(max(0, old.column + columns), extent.width - 1))
  }

  private mutating func advanceCursor() {
    guard let cursor else { return }
    if cursor.column + 1 < extent(of: focus).width {
      moveCursor(rows: 0, columns: 1)
    } else {
      moveCursor(rows: 1, columns: -cursor.column)
    }
  }

  mutating func perform(_ action: CellAction, key: Key) {
    switch action {
    case .up: finishCell { $0.moveCursor(rows: -1, columns: 0) }
    case .down: finishCell { $0.moveCursor(rows: 1, columns: 0) }
    case .left: finishCell { $0.moveCursor(rows: 0, columns: -1) }
    case .right: finishCell { $0.moveCursor(rows: 0, columns: 1) }
    case .digit:
      guard focus.isEditable else {
        return chrome.refuse("This grid is computed: tab to \(editableNames) to change a number.")
      }
      guard case .character(let character) = key else { return }
      guard typed.count < Self.longestCell else {
        return chrome.refuse(
          "A cell takes \(Self.longestCell) characters: Enter sets them, t types the whole grid.")
      }
      typed.append(character)
    case .accept:
      if !typed.isEmpty {
        finishCell { $0.advanceCursor() }
      } else if focus.showsOutputs, let cursor, timeline.count > 0 {
        timeline.jump(to: step(at: cursor) + 1)
      } else {
        advanceCursor()
      }
    case .erase:
      if !typed.isEmpty { typed.removeLast() } else if focus.isEditable { setCell(to: 0) }
    case .nextPane: finishCell { $0.moveFocus(by: 1) }
    case .previousPane: finishCell { $0.moveFocus(by: -1) }
    case .leave:
      if typed.isEmpty { cursor = nil } else { typed = "" }
    }
  }

  /// Characters that can be typed into a cell.
  private static var longestCell: Int { 8 }

  /// The panes whose numbers can be changed now, in words: "the input or the kernel".
  private var editableNames: String {
    let names = focusablePanes.filter(\.isEditable).compactMap {
      typedGrid(of: $0).map { "the \($0.name)" }
    }
    guard names.count > 1 else { return names.first ?? "" }
    return "\(names.dropLast().joined(separator: ", ")) or \(names[names.count - 1])"
  }

  /// Takes the typed number, then does `next`; what is no number, or is refused, stays to be mended.
  mutating func finishCell(then next: (inout Self) -> Void) {
    if !typed.isEmpty {
      guard let number = Numeral.parse(typed), number.isFinite else {
        return chrome.refuse("\(Echo.quote(typed)) is not a number: type on, or Esc drops it.")
      }
      guard setCell(to: number) else { return }
      typed = ""
    }
    next(&self)
  }

  /// Changes the cell at the cursor, as an edit; says whether that was not refused.
  @discardableResult
  private mutating func setCell(to number: Double) -> Bool {
    guard let cursor, let changed = settings(with: number, at: cursor) else { return true }
    return tryChange { $0 = changed }
  }

  // MARK: Typing

  /// Opens the line editor for a pane's numbers, with `text` or the present ones in it.
  mutating func openGridPrompt(for pane: Pane, text: String? = nil) {
    guard let present = typedGrid(of: pane) else {
      return chrome.refuse("This grid is computed: tab to \(editableNames) to type one.")
    }
    typed = ""
    prompt = Prompt(.grid(pane), LineEditor(prompt: "\(present.name):", text: text ?? present.text))
  }

  /// Opens the line editor for the padding on each side, with the present one in it.
  mutating func openPaddingPrompt() {
    let present = settings.rule == .same ? "same" : settings.padding.description
    prompt = Prompt(.padding, LineEditor(prompt: "padding:", text: present))
  }

  private func settings(withPadding text: String) throws(LabRefusal) -> State {
    let padding: PaddingChoice
    do { padding = try PaddingChoice(parsing: text.trimmed) } catch {
      throw LabRefusal(error.description)
    }
    var scene = settings
    switch padding {
    case .same: scene.rule = .same
    case .sides(let sides):
      scene.padding = sides
      // The same rule would not look at it.
      if scene.rule == .same { scene.rule = .floor }
    }
    return scene
  }

  /// Asks for what the next step makes.
  mutating func openGuess() {
    guard timeline.count > 0 else { return chrome.refuse("There is nothing to predict here.") }
    guard !timeline.isAtEnd else {
      return chrome.refuse("Every cell is known: Home goes back to the start, then guess again.")
    }
    do {
      let guess = try currentView.nextGuess()
      timeline.jump(to: timeline.position)
      (cursor, typed) = (nil, "")
      prompt = Prompt(.guess(guess), LineEditor(prompt: guess.prediction.question))
    } catch {
      chrome.refuse(error.description)
    }
  }

  mutating func accept(_ text: String, for purpose: GridPurpose<Pane>) throws(LabRefusal) {
    switch purpose {
    case .grid(let pane):
      let changed = try settings(with: text, in: pane)
      try change { $0 = changed }
    case .padding:
      let changed = try settings(withPadding: text)
      try change { $0 = changed }
    case .guess(let guess): try judge(text, against: guess.prediction, revealing: guess.revealing)
    }
  }
}
