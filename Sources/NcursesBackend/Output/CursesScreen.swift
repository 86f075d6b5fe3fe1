import CNcurses
import Glibc
import TerminalUI

/// The screen as curses keeps it, and the terminal that curses makes show it. There is one at a time.
///
/// Frames are compared with what is shown, and only cells that changed are handed to curses. A frame that is on the screen
/// already costs a comparison and sends nothing.
final class CursesScreen {
  /// Columns and rows at present.
  private(set) var size: Size
  private let handle: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  private var pairs: PairTable
  private let depth: ColourDepth
  private var theme = Theme.dark
  private var palettes: [Theme: Palette] = [:]
  private var shown: [Cell] = []
  private var shownCursor: Point?
  /// Whether the screen's content is not known to be what `shown` says.
  private var isStale = true
  private let canHideCursor: Bool
  /// One row for curses.
  private var row: [cchar_t] = []

  /// A screen of `size` on the kind of terminal that `plan` has chosen.
  ///
  /// - Parameter output: what curses writes to.
  init(
    _ plan: ColourPlan, size: Size, output: UnsafeMutablePointer<FILE> = strider_standard_output()
  ) throws(TerminalError) {
    // Before all, because curses trusts these more than the device, which may be wider than curses can count.
    setenv("LINES", "\(max(1, size.height))", 1)
    setenv("COLUMNS", "\(max(1, size.width))", 1)
    guard let handle = newterm(plan.type.name, output, strider_standard_input()),
      let window = strider_standard_window()
    else { throw .unavailable(name: plan.type.name) }
    self.handle = handle
    self.window = window
    // Input is not read by curses: it must not look whether a key has come and then cut a frame in two.
    typeahead(-1)
    // The terminal is told to leave line feeds alone.
    nonl()
    keypad(window, true)
    if plan.depth != .never {
      start_color()
      use_default_colors()
    }
    depth = plan.depth
    pairs = PairTable(limit: strider_pair_count())
    canHideCursor = curs_set(0) != ERR
    self.size = size
    resize(to: size)
  }

  deinit {
    leave()
    delscreen(handle)
  }

  /// Takes on another size, at least 1x1; whatever was on the screen is forgotten and will be cleared.
  func resize(to size: Size) {
    self.size = Size(width: max(1, size.width), height: max(1, size.height))
    paint()
    resize_term(Int32(clamping: self.size.height), Int32(clamping: self.size.width))
    werase(window)
    clearok(window, true)
    shown = [Cell](repeating: .blank, count: self.size.width * self.size.height)
    row = [cchar_t](repeating: cchar_t(), count: self.size.width)
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
    if frame.look.theme != theme {
      theme = frame.look.theme
      paint()
      isStale = true
    }
    let cells = cells(of: frame)
    let cursor = frame.cursor.flatMap { size.contains(x: $0.x, y: $0.y) ? $0 : nil }
    let groups = isStale ? [rows] : ScreenChanges.groups(from: shown, to: cells, width: size.width)
    guard !groups.isEmpty || cursor != shownCursor else { return }
    if canHideCursor, (cursor == nil) != (shownCursor == nil) { curs_set(cursor == nil ? 0 : 1) }
    (shown, shownCursor, isStale) = (cells, cursor, false)
    leaveok(window, true)
    for group in groups {
      for range in group { write(cells, range) }
      wrefresh(window)
    }
    // A cursor that cannot be hidden waits in the corner.
    if let place = cursor ?? (canHideCursor ? nil : Point(x: size.width - 1, y: size.height - 1)) {
      leaveok(window, false)
      wmove(window, Int32(clamping: place.y), Int32(clamping: place.x))
      wrefresh(window)
    }
  }

  /// The ranges of all rows.
  private var rows: [Range<Int>] { (0..<size.height).map { $0 * size.width..<($0 + 1) * size.width } }

  /// Gives the screen the theme's background, which is also what curses clears it to.
  private func paint() {
    let blank = rendition(of: .plain)
    var cell = strider_cell(UInt32(UInt8(ascii: " ")), blank.attributes, blank.pair)
    wbkgrnd(window, &cell)
  }

  private func rendition(of style: Style) -> Palette.Rendition {
    palettes[
      theme, default: Palette(theme: theme, depth: depth, colourCount: Int(strider_colour_count()))
    ]
    .rendition(of: style, pairs: &pairs)
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
    let rendition = rendition(of: cell.visibleStyle)
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
