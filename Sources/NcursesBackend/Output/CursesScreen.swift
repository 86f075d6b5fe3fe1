import CNcurses
import Glibc
import TerminalUI

/// A screen as curses keeps it: turns frames into the bytes that make a terminal show them. There is one at a time.
///
/// Frames are compared with what is shown and only the rows that changed are handed to curses, which finds the
/// shortest way there; a frame that is on the screen already costs a comparison and gives no bytes.
final class CursesScreen {
  /// Columns and rows at present.
  private(set) var size: Size
  private let output: MemoryFile
  private var tidy: OutputTidy?
  /// Lets all rows scroll again after a change of size, which curses leaves to the terminal. Setting the region moves the
  /// cursor, so its place is kept.
  private var region: [UInt8] = []
  private let isANSI: Bool
  private let erasure: Erasure
  private let handle: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  private var pairs: PairTable
  private var palette: Palette
  private var projectorPalette: Palette
  private var shown: [Cell] = []
  private var shownCursor: Point?
  private var isProjected = false
  /// Whether the screen's content is not known to be what `shown` says.
  private var isStale = true
  private let canHideCursor: Bool
  /// One row for curses.
  private var row: [cchar_t] = []

  /// A screen of `size` on the kind of terminal that `plan` has chosen, in the colours of `theme`.
  init(_ plan: ColourPlan, theme: Theme, size: Size) throws(TerminalError) {
    guard let output = MemoryFile(),
      let handle = CursesScreen.newTerminal(plan.type.name, output, size),
      let window = strider_standard_window()
    else { throw .unavailable(name: plan.type.name) }
    self.output = output
    self.handle = handle
    self.window = window
    // Input is not read by curses: it must not look whether a key has come and then cut a frame in two.
    typeahead(-1)
    // The terminal is told to leave line feeds alone, and curses has no way to see that.
    nonl()
    keypad(window, true)
    if plan.depth != .never {
      start_color()
      use_default_colors()
    }
    pairs = PairTable(limit: strider_pair_count())
    let colourCount = Int(strider_colour_count())
    palette = Palette(theme: theme, depth: plan.depth, colourCount: colourCount, pairs: &pairs)
    projectorPalette = Palette(
      theme: theme.forProjector, depth: plan.depth, colourCount: colourCount, pairs: &pairs)
    canHideCursor = curs_set(0) != ERR
    isANSI = plan.type.isANSI
    erasure = !plan.type.erasesCells ? .none : plan.type.erasesInColour ? .coloured : .plain
    self.size = size
    resize(to: size)
  }

  /// Opens curses for a terminal of `size`. Its output is no terminal, so it could not find out, would take the number of
  /// rows from the database, and would let only so many scroll.
  private static func newTerminal(_ name: String, _ output: MemoryFile, _ size: Size) -> OpaquePointer? {
    let variables = [("LINES", size.height), ("COLUMNS", size.width)]
    let before = variables.map { getenv($0.0).map { String(cString: $0) } }
    for (variable, value) in variables { setenv(variable, "\(max(1, value))", 1) }
    defer {
      for ((variable, _), value) in zip(variables, before) {
        if let value { setenv(variable, value, 1) } else { unsetenv(variable) }
      }
    }
    return newterm(name, output.stream, strider_standard_input())
  }

  deinit {
    leave()
    delscreen(handle)
  }

  /// The bytes to send since the last call.
  func take() -> [UInt8] {
    let bytes = region + output.take()
    region = []
    return tidy?.tidy(bytes, placesCursor: shownCursor != nil || !canHideCursor || isLeft) ?? bytes
  }

  /// Takes on another size, at least 1x1; whatever was on the screen is forgotten and will be cleared.
  func resize(to size: Size) {
    self.size = Size(width: max(1, size.width), height: max(1, size.height))
    if isANSI {
      tidy = OutputTidy(size: self.size, erasure: erasure)
      region = Array("\u{1B}7\u{1B}[1;\(self.size.height)r\u{1B}8".utf8)
    }
    resize_term(Int32(clamping: self.size.height), Int32(clamping: self.size.width))
    werase(window)
    clearok(window, true)
    shown = [Cell](repeating: .blank, count: self.size.width * self.size.height)
    row = [cchar_t](repeating: cchar_t(), count: self.size.width + 1)
    isStale = true
  }

  /// Whether full-screen mode was left.
  var isLeft: Bool { isendwin() }

  /// Leaves full-screen mode.
  func leave() {
    if !isLeft { endwin() }
  }

  /// Enters full-screen mode again, with a blank screen.
  func enter() {
    leave()
    resize(to: size)
    wrefresh(window)
    if canHideCursor { curs_set(shownCursor == nil ? 0 : 1) }
  }

  /// Shows `frame`, cut or filled with blanks to the screen's size.
  func show(_ frame: Frame) {
    if frame.look.isProjected != isProjected {
      isProjected = frame.look.isProjected
      isStale = true
    }
    let cells = cells(of: frame)
    let changes = ScreenChanges(from: shown, to: cells, width: size.width, isStale: isStale)
    let cursor = frame.cursor.flatMap { size.contains(x: $0.x, y: $0.y) ? $0 : nil }
    shown = cells
    isStale = false
    guard !changes.passes.isEmpty || cursor != shownCursor else { return }
    if canHideCursor, (cursor == nil) != (shownCursor == nil) { curs_set(cursor == nil ? 0 : 1) }
    shownCursor = cursor
    leaveok(window, true)
    for pass in changes.passes.dropLast() {
      for range in pass { write(cells, range) }
      wrefresh(window)
    }
    for range in changes.passes.last ?? [] { write(cells, range) }
    // A cursor that cannot be hidden waits in the corner.
    if let place = cursor ?? (canHideCursor ? nil : Point(x: size.width - 1, y: size.height - 1)) {
      leaveok(window, false)
      wmove(window, Int32(clamping: place.y), Int32(clamping: place.x))
    }
    wrefresh(window)
  }

  /// The cells of `frame`, cut or filled with blanks to the screen's size.
  private func cells(of frame: Frame) -> [Cell] {
    if frame.size == size { return frame.cells }
    return (0..<size.height).flatMap { y in (0..<size.width).map { x in frame[x, y] } }
  }

  /// Hands the cells of `range`, which lies within a row, to curses.
  private func write(_ cells: [Cell], _ range: Range<Int>) {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let isWide = index + 1 < range.upperBound && cells[index + 1].isContinuation
      index += append(cells[index], columns: isWide ? 2 : 1, at: &count)
    }
    let (y, x) = range.lowerBound.quotientAndRemainder(dividingBy: size.width)
    mvwadd_wchnstr(window, Int32(clamping: y), Int32(clamping: x), row, Int32(clamping: count))
  }

  /// Adds `cell` to the row for curses and returns the columns it takes. A glyph that the C library counts otherwise
  /// than the frame would shift the line; question marks keep its place.
  private func append(_ cell: Cell, columns: Int, at count: inout Int) -> Int {
    let style = cell.visibleStyle
    let rendition =
      isProjected
      ? projectorPalette.rendition(of: style, pairs: &pairs)
      : palette.rendition(of: style, pairs: &pairs)
    var scalar = cell.glyph.value
    var repeats = 1
    if scalar > 0x7E, strider_columns(scalar) != Int32(columns) {
      scalar = UInt32(UInt8(ascii: "?"))
      repeats = columns
    }
    for _ in 0..<repeats {
      row[count] = strider_cell(scalar, rendition.attributes, rendition.pair)
      count += 1
    }
    return columns
  }
}
