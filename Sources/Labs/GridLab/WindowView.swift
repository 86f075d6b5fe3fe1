import Learning
import TerminalUI

/// A view of windows over a grid, whatever is made of a window: an input with its ring of padding, and grids with a cell for
/// each window.
protocol WindowView<Pane>: GridLabView {
  associatedtype Owner: GridLab where Owner.Pane == Pane
  associatedtype Windows: WindowPicture

  var lab: Owner { get }
  var windows: Windows { get }
  /// What the timeline, the cursor or an open question points to.
  var shown: ShownWindow { get }
}

/// What the timeline, the cursor or an open question points to.
struct ShownWindow: Equatable, Sendable {
  /// The output cell whose window is shown.
  var active: Position?
  /// Outputs that are known at this step, in row order.
  var known = 0
  /// The output cell that a lesson asks for.
  var wanted: Position?
  /// Whether what comes out of that window is a question still open.
  var isHidden = false
  /// The input cell that a question asks about.
  var asked: Position?
  /// The cell of the kernel at the cursor, which meets a cell of the shown window.
  var tap: Position?
  /// The outputs whose windows read the input cell at the cursor.
  var fed: Set<Position> = []

  /// A line around the outputs that are ``fed``: they are all combinations of certain rows and columns, so the extremes are
  /// corners.
  var fedBox: GridBox? {
    guard let first = fed.min(), let last = fed.max() else { return nil }
    return GridBox(rows: first.row..<last.row + 1, columns: first.column..<last.column + 1)
  }
}

extension GridLab {
  /// The output cell that the timeline or an open question points to.
  func pointed(in windows: some WindowPicture) -> Position? {
    guard windows.stepCount > 0 else { return nil }
    if case .guess(let guess)? = prompt?.purpose {
      return windows.geometry.position(ofStep: min(max(0, guess.revealing - 1), windows.stepCount - 1))
    }
    return timeline.position > 0 ? windows.geometry.position(ofStep: timeline.position - 1) : nil
  }

  /// What is to be shown of `windows`.
  ///
  /// - Parameters:
  ///   - inputs: the panes whose cells are those of the input: a cursor there asks which windows read its cell.
  ///   - kernel: the pane of the kernel: a cursor there asks which cell meets its cell.
  ///   - keepsWindow: whether the window of one output stays while it does.
  func shownWindow(
    in windows: some WindowPicture, inputs: [Pane], kernel: Pane? = nil, keepsWindow: Bool = false
  ) -> ShownWindow {
    var shown = ShownWindow(active: pointed(in: windows), known: timeline.position, wanted: asked)
    if case .guess(let guess)? = prompt?.purpose { (shown.isHidden, shown.asked) = (true, guess.asked) }
    guard let cursor = openCursor else { return shown }
    if focus.showsOutputs, windows.stepCount > 0 { shown.active = cursor }
    if focus == kernel { shown.tap = cursor }
    if inputs.contains(focus) {
      shown.fed = Set(windows.geometry.outputs(fedBy: cursor).map(\.output))
      // One thing is shown at a time: the outputs that a cell feeds, or the window of one output.
      if !keepsWindow { shown.active = nil }
    }
    return shown
  }

  /// The cursor, unless a line of text is open.
  var openCursor: Position? { prompt == nil ? cursor : nil }
}

extension WindowView {
  var geometry: ConvolutionGeometry { windows.geometry }

  /// Lines that there are for the first piece of arithmetic, and the columns of one.
  var arithmeticRoom: (rows: Int, columns: Int) {
    let area = lab.chromeLayout.arithmetic
    return (max(1, area.height - 1), area.width - ArithmeticLine.indent)
  }

  /// The size of the output, unless a question asks for it.
  var outputSize: String {
    geometry.output.map { "output \(lab.chrome.isCovered ? "?" : $0.product)" } ?? "output: cannot"
  }

  /// The output size with the numbers put in, and what is left over, in as many words as fit.
  func sizeLine(_ leftOver: String) -> ArithmeticLine {
    if lab.chrome.isCovered { return .coveredSize }
    let (formula, short) = (geometry.formula, geometry.shortFormula)
    let span = geometry.spanFormula.map { "span \($0); " } ?? ""
    // Hatched cells need their explanation more than the span needs its own.
    let texts =
      ["\(span)\(formula); \(leftOver)"] + (windows.hasUnread ? ["\(formula); \(leftOver)"] : [])
      + [span + formula, formula]
    return ArithmeticLine(
      "size", texts.first { TextWidth.columns(of: $0) <= arithmeticRoom.columns } ?? short)
  }

  // MARK: Panes

  /// The grid with its ring of padding, the shown window in a box.
  func inputPane(_ id: Pane, width: Int) -> PaneBoard<Pane>.Pane {
    let reached = geometry.reached
    var pane = PaneBoard.Pane(
      id, label: windows.inputLabel, rows: reached.height, columns: reached.width, columnWidth: width)
    pane.box = shown.active.map { windows.windowBox(of: $0) }
    if lab.focus == id, let cursor = lab.cursor { pane.focus = GridPosition(windows.padded(cursor)) }
    if windows.hasUnread { pane.note = "╱ not read" }
    return pane
  }

  /// A grid of `extent` without padding.
  func plainPane(_ id: Pane, _ label: String, _ extent: Extent, width: Int) -> PaneBoard<Pane>.Pane {
    PaneBoard.Pane(
      id, label: label, rows: extent.height, columns: extent.width, columnWidth: max(2, width),
      focus: lab.focus == id ? lab.cursor.map { GridPosition($0) } : nil)
  }

  /// A grid with a cell for each window, the shown one or those that read the cell at the cursor in a box.
  func outputPane(_ id: Pane, _ label: String, width: Int) -> PaneBoard<Pane>.Pane {
    var pane = plainPane(id, label, geometry.windows, width: width)
    pane.box = shown.fedBox ?? shown.active.map { GridBox(around: GridPosition($0)) }
    return pane
  }

  // MARK: Cells

  /// A place of the padded input, on the window's ground under it.
  func inputCell(_ numbers: GridNumbers, atPadded place: Position, isTap: Bool) -> GridCell {
    let ground: Paint = isTap ? .window : .plain
    guard let cell = windows.inputCell(atPadded: place) else {
      let text = windows.isBeyond(place) ? "" : paddingText
      return GridCell(text, Style(.padding, on: ground)).shaded(nil, on: numbers.shades)
    }
    guard windows.isUnused(cell) else { return numbers.cell(cell, Style(.plain, on: ground)) }
    return GridCell(numbers[cell], Style(.unused), hatch: "╱").shaded(nil, on: numbers.shades)
  }

  /// A cell of the output as far as it is known at this step; unless `isFinished`, which knows all of it.
  func outputCell(_ numbers: GridNumbers, _ place: Position, isFinished: Bool = false) -> GridCell {
    if windows.stepCount == 0 { return GridCell("×", .quiet) }
    if shown.isHidden, !isFinished, place == shown.active { return .question }
    if isFinished || geometry.step(at: place) < shown.known {
      return numbers.cell(place, .signed(numbers.grid[place]))
    }
    return place == shown.wanted ? .question : .pending
  }

  /// The cell of the shown window stands out, and so do those whose windows read the cell at the cursor.
  func marked(_ content: GridCell, _ place: Position) -> GridCell {
    var content = content
    if place == shown.active { content.style = content.style.with(.bold) }
    if shown.fed.contains(place) { content.style = content.style.on(.window).with(.bold) }
    return content
  }
}
