import Learning
import TerminalUI

/// What both views of a pooling have in common: its input and its output.
protocol PoolView: WindowView where Owner == PoolLab, Windows == PoolPicture {
  /// The window of the shown output cell opened up.
  var step: PoolingStep? { get }
  /// The ways to arrange the grids, the preferred one first; never empty.
  var arrangements: [PaneBoard<PoolPane>] { get }
}

extension PoolView {
  /// What stands in a cell of padding: nothing where it does not count.
  var paddingText: String {
    if lab.settings.excludesPadding { return "" }
    return lab.settings.kind == .max ? lab.chrome.display.isASCII ? "-inf" : "-∞" : "0"
  }

  /// Where the maximum of the shown window stands, unless that is the question.
  var winner: Position? { shown.isHidden ? nil : step?.winner }

  // MARK: Layout

  func wantedWidth(in size: Size) -> Int { board(in: size, isProjected: false).wantedWidth(in: size) }

  func sight(in body: Rect) -> PictureSight { arrangements.map { $0.sight(in: body.size) }.max() ?? .cut }

  /// The grids arranged as lets them be spaced most generously in `size`; where none of the arrangements fits, in the
  /// preferred one.
  func board(in size: Size, isProjected: Bool) -> PaneBoard<PoolPane> {
    let fitting = arrangements.filter { board in
      let wanted = board.size(in: size, isProjected: isProjected)
      return wanted.width <= size.width && wanted.height <= size.height
    }
    let roomiest = fitting.min { one, other in
      one.fit(size, isProjected: isProjected).rawValue < other.fit(size, isProjected: isProjected).rawValue
    }
    return roomiest ?? arrangements[0]
  }

  var inputPane: PaneBoard<PoolPane>.Pane {
    let padding = geometry.padded == geometry.input ? 0 : paddingText.count
    return inputPane(.input, width: max(windows.input.width, padding))
  }

  var outputPane: PaneBoard<PoolPane>.Pane { outputPane(.output, outputSize, width: windows.output.width) }

  // MARK: Cells

  func drawnPlace(of cell: Position, in pane: PoolPane) -> (pane: PoolPane, place: Position) {
    (pane, pane == .input ? windows.padded(cell) : cell)
  }

  func target(of place: Position, in pane: PoolPane) -> (pane: PoolPane, cell: Position?)? {
    (pane, pane == .input ? windows.inputCell(atPadded: place) : place)
  }

  var openingCell: Position {
    let active = lab.pointed(in: windows)
    let corner = active.flatMap { windows.windowInInput(of: $0) }.map {
      Position(row: $0.rows.lowerBound, column: $0.columns.lowerBound)
    }
    return (lab.focus.showsInputs ? corner : active) ?? Position(row: 0, column: 0)
  }

  func inputCell(atPadded place: Position) -> GridCell {
    let isTap = shown.active.flatMap { windows.tap(onPadded: place, of: $0) } != nil
    var content = inputCell(windows.input, atPadded: place, isTap: isTap)
    guard let cell = windows.inputCell(atPadded: place) else { return content }
    // The cell that matters most: a line stands under its number, since accents are not seen on shades.
    if cell == winner { content.style = Style(.accent, on: .window, [.bold, .underline]) }
    if cell == shown.asked { content.style = Style(.accent, on: .window, [.bold, .reverse]) }
    return content
  }

  func outputCell(_ place: Position, isFinished: Bool) -> GridCell {
    marked(outputCell(windows.output, place, isFinished: isFinished), place)
  }

  // MARK: Sentences

  /// What both views say where there is no output.
  var cannot: [ArithmeticLine]? {
    windows.stepCount > 0
      ? nil
      : [
        ArithmeticLine(
          "size",
          "no output: \(TextWidth.columns(of: geometry.formula) + 11 <= arithmeticRoom.columns ? geometry.formula : geometry.shortFormula)"
        ),
        ArithmeticLine("rule", "\"cannot\": the stride leaves something over; o goes on to another rule"),
      ]
  }

  /// What an example says of itself while it is as it was, and where there is no output; `nil` where the view has to say.
  var commonHint: String? {
    guard windows.stepCount > 0 else { return "Watch for \"cannot\": o goes on to a rule that rounds." }
    guard let example = lab.shownExample, example.scene.view == lab.settings.view,
      lab.settings.upstream == nil
    else { return nil }
    return example.watchFor.asSentence
  }
}
