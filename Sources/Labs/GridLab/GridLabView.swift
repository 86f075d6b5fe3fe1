import Learning
import TerminalUI

/// One way to look at a lab of grids: which grids there are and where they stand, what a cell shows and what a click on
/// it means, and the sentences around the picture.
///
/// It is made from the lab's state whenever the lab is drawn or clicked, and never kept: so nothing in it can be out of
/// date.
protocol GridLabView<Pane> {
  associatedtype Pane: GridPane

  /// The columns that the grids want in a room of `size`.
  func wantedWidth(in size: Size) -> Int
  /// The grids in their part of the screen, from the top; the last board is left out where there is no room for it.
  func boards(in area: Rect, isProjected: Bool) -> [PaneBoardLayout<Pane>]
  /// How much of the grids is seen in a picture whose body is `body`.
  func sight(in body: Rect) -> PictureSight

  /// What a pane shows at a place of it, with the shade of its number; the lab draws the cursor, and leaves out shades that
  /// are not wanted. It is asked for every cell of every frame, so what is the same for all of them is worked out before.
  func cell(_ pane: Pane, _ place: Position) -> GridCell
  /// Where a cell of a pane's grid is drawn.
  func drawnPlace(of cell: Position, in pane: Pane) -> (pane: Pane, place: Position)
  /// The pane and cell that a click on a drawn cell means; no cell for padding, nothing for what has no cells.
  func target(of place: Position, in pane: Pane) -> (pane: Pane, cell: Position?)?
  /// Where the cursor stands when the focused pane is opened: where the eye already is.
  var openingCell: Position { get }
  /// What padding counts as.
  var paddingText: String { get }

  /// The lines of arithmetic below the picture.
  var lines: [ArithmeticLine] { get }
  /// The text beside the picture, the most important part first.
  var parts: [TextPanel.Part] { get }
  /// What to look at when nothing else has to be said; empty where nothing is known to be worth it, and while a question
  /// asks for sizes, which such lines mention.
  var hint: String { get }

  /// The question about what the next step makes.
  ///
  /// - Throws: ``LabRefusal`` where there is nothing to ask.
  func nextGuess() throws(LabRefusal) -> GridGuess
}

extension GridLabView {
  var paddingText: String { "0" }
}

extension GridLab {
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let view = currentView
    let layout = BoardLayout(chromeLayout, view, isProjected: chrome.display.isProjected)
    let cursorPlace = cursor.map { view.drawnPlace(of: $0, in: focus) }
    let isShaded = chrome.display.isShaded
    for board in layout.boards {
      board.draw(into: &frame, focus: focus, isOpen: cursor != nil) { pane, place in
        let cell = view.cell(pane, Position(place))
        if let cursorPlace, cursorPlace == (pane, Position(place)) { return underCursor(cell) }
        return isShaded ? cell : cell.withoutShade
      }
    }
    showCursor(in: &frame, view, layout)
    if let panel = layout.panel { TextPanel(view.parts).draw(into: &frame, in: panel) }
    return ChromeContent(
      of: self, subject: subject, variant: variant, arithmetic: view.lines,
      hint: typing(or: chrome.isCovered ? "" : view.hint),
      footer: cursor == nil ? Self.bindings.footer : CellBindings.table.footer)
  }

  /// Where everything but the grids stands.
  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: chrome.size.height >= 30 ? 3 : 2) }

  /// How much of the grids is seen in a picture of `size`.
  func sight(in size: Size) -> PictureSight {
    currentView.sight(in: LabLayout(embeddedIn: size, arithmeticRows: 2).body)
  }

  /// What is being typed, in full: a cell may be too narrow for it. Otherwise `hint`.
  private func typing(or hint: String) -> String {
    guard let cursor, !typed.isEmpty else { return hint }
    return "cell \(cursor.row),\(cursor.column) = \(typed)_"
  }

  /// The terminal's cursor stands where digits go.
  private func showCursor(
    in frame: inout Frame, _ view: any GridLabView<Pane>, _ layout: BoardLayout<Pane>
  ) {
    guard let cursor, prompt == nil, focus.isEditable else { return }
    let (pane, place) = view.drawnPlace(of: cursor, in: focus)
    if let rect = layout.boards.lazy.compactMap({ $0.rect(of: GridPosition(place), in: pane) }).first {
      frame.cursor = Point(x: rect.right - 1, y: rect.y)
    }
  }

  /// The cell at the cursor shows what has been typed so far.
  private func underCursor(_ cell: GridCell) -> GridCell {
    GridCell(typed.isEmpty ? cell.text : typed, Style(.plain, on: .selection, [.bold, .underline]))
  }
}

extension GridNumbers {
  /// A number in its style and shade.
  func cell(_ place: Position, _ style: Style = .plain) -> GridCell {
    GridCell(self[place], style).shaded(grid[place], on: shades)
  }
}

extension GridCell {
  /// The cell with the shade of `number` on `scale`; without a number it only stands among shades.
  func shaded(_ number: Double?, on scale: ShadeScale) -> GridCell {
    var cell = self
    cell.shade = number.flatMap { scale.shade($0) }
    cell.isAmongShades = true
    return cell
  }

  /// The cell where shades are not wanted.
  var withoutShade: GridCell {
    var cell = self
    (cell.shade, cell.isAmongShades) = (nil, false)
    return cell
  }

  /// What is not known yet.
  static var pending: GridCell { GridCell(GridCell.unknown, .quiet) }
  /// What is asked for.
  static var question: GridCell { GridCell("?", .accent) }
}

extension Style {
  /// The paint of a number's sign, which only repeats what the number says.
  static func signed(_ value: Double) -> Style {
    value > 0 ? Style(.positive) : value < 0 ? Style(.negative) : .plain
  }

  /// The paint of a gradient: nothing to see where it is 0.
  static func gradient(_ value: Double) -> Style { value == 0 ? .quiet : Style(.backward) }
}

extension GridPosition {
  init(_ position: Position) { self.init(row: position.row, column: position.column) }
}

extension Position {
  init(_ cell: GridPosition) { self.init(row: cell.row, column: cell.column) }
}
