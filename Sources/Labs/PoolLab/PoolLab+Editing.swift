import Learning
import TerminalUI

extension PoolLab {
  var version: PoolVersion { PoolVersion(settings: settings, position: timeline.position) }

  /// Puts back an earlier or later version.
  mutating func restore(_ version: PoolVersion) {
    do {
      try install(version.settings)
      timeline.jump(to: version.position)
    } catch {
      chrome.refuse(error.description)
    }
  }

  /// Puts `scene` in the place of the settings, as an edit that can be undone.
  mutating func change(to scene: PoolingScene) throws(LabRefusal) {
    guard scene != settings else { return }
    let before = version
    try install(scene)
    history.record(before)
  }

  /// As ``change(to:)``, but answers a refusal on the message line.
  mutating func tryChange(to scene: PoolingScene) {
    do { try change(to: scene) } catch { chrome.refuse(error.description) }
  }

  /// Puts `scene` in the place of the settings, or leaves everything as it is.
  private mutating func install(_ scene: PoolingScene) throws(LabRefusal) {
    var scene = scene
    scene.step = 0
    let new = try PoolPicture(scene)
    if let upstream = scene.upstream, upstream.extent != new.geometry.windows {
      guard scene.upstream == settings.upstream else {
        throw LabRefusal(
          GeometryError.upstreamShape(upstream.extent, expected: new.geometry.windows).description)
      }
      // The shape of the output has changed under a typed gradient: it starts again from ones.
      scene.upstream = nil
    }
    settings = scene
    picture = new
    timeline.resize(to: new.stepCount)
    leaveMissingPane()
    if cursor != nil { moveCursor(rows: 0, columns: 0) }
  }

  /// Leaves a pane that the view no longer shows.
  mutating func leaveMissingPane() {
    guard !PoolPane.focusable(in: settings.view).contains(focus) else { return }
    (focus, cursor, typed) = (.input, nil, "")
  }

  /// Rows and columns of the focused pane.
  private var focusedExtent: Extent {
    focus.showsInputs ? picture.geometry.input : picture.geometry.windows
  }

  /// Opens the focused pane with the cursor where the eye already is.
  mutating func openPane() {
    typed = ""
    let active = shownPosition
    let corner = active.flatMap { picture.windowInInput(of: $0) }.map {
      Position(row: $0.rows.lowerBound, column: $0.columns.lowerBound)
    }
    cursor = (focus.showsInputs ? corner : active) ?? Position(row: 0, column: 0)
  }

  private mutating func moveCursor(rows: Int, columns: Int) {
    guard let old = cursor else { return }
    let extent = focusedExtent
    cursor = Position(
      row: min(max(0, old.row + rows), extent.height - 1),
      column: min(max(0, old.column + columns), extent.width - 1))
  }

  /// Moves the focus `step` panes on; an open pane stays open.
  mutating func moveFocus(by step: Int) {
    focus = PoolPane.focusable(in: settings.view).neighbour(of: focus, by: step)
    if cursor != nil { openPane() }
  }

  mutating func perform(_ command: CellCommand, key: Key) {
    switch command {
    case .up: finishCell { $0.moveCursor(rows: -1, columns: 0) }
    case .down: finishCell { $0.moveCursor(rows: 1, columns: 0) }
    case .left: finishCell { $0.moveCursor(rows: 0, columns: -1) }
    case .right: finishCell { $0.moveCursor(rows: 0, columns: 1) }
    case .digit:
      guard focus.isEditable else {
        chrome.refuse("This grid is computed: tab to \(editableNames) to change a number.")
        return
      }
      if case .character(let character) = key, typed.count < 8 { typed.append(character) }
    case .accept:
      if !typed.isEmpty {
        finishCell { $0.advanceCursor() }
      } else if focus.showsOutputs, let cursor, picture.stepCount > 0 {
        timeline.jump(to: picture.geometry.step(at: cursor) + 1)
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

  /// The panes whose numbers can be changed.
  var editableNames: String {
    settings.view == .backward ? "the input or the upstream gradient" : "the input"
  }

  private mutating func advanceCursor() {
    guard let cursor else { return }
    if cursor.column + 1 < focusedExtent.width {
      moveCursor(rows: 0, columns: 1)
    } else {
      moveCursor(rows: 1, columns: -cursor.column)
    }
  }

  /// Takes the typed number, then does `next`; a text that is no number stays to be mended.
  mutating func finishCell(then next: (inout PoolLab) -> Void) {
    if !typed.isEmpty {
      guard let number = Numeral.parse(typed), number.isFinite else {
        chrome.refuse("\(Echo.quote(typed)) is not a number.")
        return
      }
      typed = ""
      setCell(to: number)
    }
    next(&self)
  }

  /// Changes the cell at the cursor, as an edit.
  private mutating func setCell(to number: Double) {
    guard let cursor else { return }
    var scene = settings
    switch focus {
    case .input:
      var grid = scene.grid.grid
      guard grid[cursor] != number else { return }
      grid[cursor] = number
      scene.grid = .rows(grid)
    case .upstream:
      var upstream = upstreamGrid
      guard upstream[cursor] != number else { return }
      upstream[cursor] = number
      scene.upstream = upstream
    case .output, .inputGradient, .window, .squares, .sum, .result: return
    }
    tryChange(to: scene)
  }
}
