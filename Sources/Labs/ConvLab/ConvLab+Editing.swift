import Learning
import TerminalUI

extension ConvLab {
  var version: ConvVersion {
    ConvVersion(settings: settings, position: timeline.position, setAside: setAside)
  }

  /// Puts `scene` in the place of the settings, as an edit that can be undone.
  mutating func change(to scene: ConvolutionScene) throws(LabRefusal) {
    guard scene != settings else { return }
    let before = version
    try install(scene)
    history.record(before)
  }

  /// As ``change(to:)``, but answers a refusal on the message line.
  mutating func tryChange(to scene: ConvolutionScene) {
    do { try change(to: scene) } catch { chrome.refuse(error.description) }
  }

  /// Puts `scene` in the place of the settings, or leaves everything as it is.
  mutating func install(_ scene: ConvolutionScene) throws(LabRefusal) {
    var scene = scene
    scene.step = 0
    var new = try ConvPicture(scene)
    if let upstream = scene.upstream, let plane = new.plane, upstream.extent != plane.geometry.windows {
      guard scene.upstream == settings.upstream else {
        throw LabRefusal(
          GeometryError.upstreamShape(upstream.extent, expected: plane.geometry.windows).description)
      }
      // The shape of the output has changed under a typed gradient: it starts again from ones.
      scene.upstream = nil
      new = try ConvPicture(scene)
    }
    if case .signal = scene.view { scene.upstream = nil }
    settings = scene
    picture = new
    timeline.resize(to: new.stepCount)
    if !ConvPane.focusable(in: scene.view).contains(focus) {
      focus = .input
      cursor = nil
    }
    if cursor != nil { moveCursor(rows: 0, columns: 0) }
  }

  /// Puts back an earlier or later version.
  mutating func restore(_ version: ConvVersion) {
    do {
      try install(version.settings)
      setAside = version.setAside
      timeline.jump(to: version.position)
    } catch {
      chrome.refuse(error.description)
    }
  }

  /// Rows and columns of a pane that a cursor can visit.
  func extent(of pane: ConvPane) -> Extent {
    switch pane {
    case .input, .inputGradient: settings.grid.grid.extent
    case .kernel, .turnedKernel, .kernelGradient, .window, .weights, .products: settings.kernel.grid.extent
    case .output, .counterpart, .upstream:
      switch picture {
      case .plane(let plane): plane.geometry.windows
      case .signal(let signal): Extent(height: 1, width: signal.convolution.count)
      }
    case .biasGradient, .strip, .sum: Extent(1)
    }
  }

  /// Opens the focused pane with the cursor where the eye already is.
  mutating func openPane() {
    typed = ""
    guard let plane = picture.plane, let active = shownPosition else {
      let column = focus == .output ? max(0, timeline.position - 1) : 0
      cursor = Position(row: 0, column: picture.plane == nil ? column : 0)
      return
    }
    switch focus {
    case .output, .counterpart, .upstream: cursor = active
    case .input, .inputGradient:
      cursor = plane.geometry.window(of: active).compactMap(\.input).first ?? Position(row: 0, column: 0)
    case .kernel, .turnedKernel, .kernelGradient, .biasGradient, .strip, .window, .weights, .products, .sum:
      cursor = Position(row: 0, column: 0)
    }
  }

  mutating func moveCursor(rows: Int, columns: Int) {
    guard let old = cursor else { return }
    let extent = extent(of: focus)
    cursor = Position(
      row: min(max(0, old.row + rows), extent.height - 1),
      column: min(max(0, old.column + columns), extent.width - 1))
  }

  /// Moves the focus `step` panes on; an open pane stays open.
  mutating func moveFocus(by step: Int) {
    let panes = ConvPane.focusable(in: settings.view)
    let index = panes.firstIndex(of: focus) ?? 0
    focus = panes[(index + step + panes.count) % panes.count]
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
        chrome.refuse("This grid is computed: tab to the input or the kernel to change a number.")
        return
      }
      if case .character(let character) = key, typed.count < 8 { typed.append(character) }
    case .accept:
      if !typed.isEmpty {
        finishCell { $0.advanceCursor() }
      } else if focus.showsOutputs, let cursor, picture.stepCount > 0 {
        timeline.jump(to: (picture.plane?.geometry.step(at: cursor) ?? cursor.column) + 1)
      } else {
        advanceCursor()
      }
    case .erase:
      if !typed.isEmpty {
        typed.removeLast()
      } else if focus.isEditable {
        setCell(to: 0)
      }
    case .nextPane: finishCell { $0.moveFocus(by: 1) }
    case .previousPane: finishCell { $0.moveFocus(by: -1) }
    case .leave:
      if typed.isEmpty { cursor = nil } else { typed = "" }
    }
  }

  private mutating func advanceCursor() {
    guard let cursor else { return }
    if cursor.column + 1 < extent(of: focus).width {
      moveCursor(rows: 0, columns: 1)
    } else {
      moveCursor(rows: 1, columns: -cursor.column)
    }
  }

  /// Takes the typed number, then does `next`; a text that is no number stays to be mended.
  mutating func finishCell(then next: (inout ConvLab) -> Void) {
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
      guard grid.contains(cursor), grid[cursor] != number else { return }
      grid[cursor] = number
      scene.grid = .rows(grid)
    case .kernel:
      var kernel = scene.kernel.grid
      let cell = typedCell(cursor)
      guard kernel.contains(cell), kernel[cell] != number else { return }
      kernel[cell] = number
      scene.kernel = .rows(kernel)
    case .upstream:
      guard var upstream = upstreamGrid, upstream.contains(cursor), upstream[cursor] != number else { return }
      upstream[cursor] = number
      scene.upstream = upstream
    case .turnedKernel, .output, .counterpart, .inputGradient, .kernelGradient, .biasGradient, .strip,
      .window,
      .weights, .products, .sum:
      return
    }
    tryChange(to: scene)
  }

  /// Whether the kernel pane shows the kernel turned, as the convolution applies it.
  var showsTurnedKernel: Bool {
    switch settings.view {
    case .grid, .backward, .unrolled: settings.isFlipped
    case .compare, .signal: false
    }
  }

  /// The cell of the kernel as typed that the kernel pane shows at `cell`.
  func typedCell(_ cell: Position) -> Position {
    guard showsTurnedKernel else { return cell }
    let extent = settings.kernel.grid.extent
    return Position(row: extent.height - 1 - cell.row, column: extent.width - 1 - cell.column)
  }

  /// The gradient that comes back to the output: typed, or ones.
  var upstreamGrid: Grid? {
    settings.upstream ?? picture.plane.map { Grid($0.geometry.windows, repeating: 1) }
  }
}
