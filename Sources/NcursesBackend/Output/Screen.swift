import CNcurses
import Glibc
import TerminalUI

/// The terminal's screen as curses keeps it. There is one at a time.
///
/// Frames are compared with what is shown and only the rows that changed are handed to curses, which sends what
/// differs in one go; a frame that is on the screen already costs a comparison and sends nothing.
final class Screen {
  /// Columns and rows at present.
  private(set) var size: Size
  private let handle: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  private var pairs: PairTable
  private var palette: Palette
  private var projectorPalette: Palette
  private var shown: [Cell]
  private var shownCursor: Point?
  private var isProjected = false
  /// Whether the screen's content is not known to be what `shown` says.
  private var isStale = true
  private let canHideCursor: Bool
  private let hasAlternateScreen: Bool
  /// One row for curses.
  private var row: [cchar_t] = []

  /// Opens the screen of the terminal on standard input and output.
  init(_ setup: TerminalSetup, theme: Theme) throws(TerminalError) {
    guard
      let handle = newterm(setup.plan.type.name, strider_standard_output(), strider_standard_input()),
      let window = strider_standard_window()
    else { throw .unavailable(name: setup.plan.type.name) }
    self.handle = handle
    self.window = window
    Screen.configureInput()
    // A key that arrives meanwhile must not cut a frame in two.
    typeahead(-1)
    if setup.plan.depth != .never {
      start_color()
      use_default_colors()
    }
    pairs = PairTable(limit: strider_pair_count())
    let colourCount = Int(strider_colour_count())
    palette = Palette(
      theme: theme, depth: setup.plan.depth, colourCount: colourCount, pairs: &pairs)
    projectorPalette = Palette(
      theme: theme.forProjector, depth: setup.plan.depth, colourCount: colourCount, pairs: &pairs)
    canHideCursor = curs_set(0) != ERR
    hasAlternateScreen = setup.plan.type.hasAlternateScreen
    size = Size(width: 0, height: 0)
    shown = []
    fit()
  }

  deinit {
    leave()
    delscreen(handle)
  }

  /// Keys come one by one and unseen. Those of job control keep their effect; the others, flow control among them, are
  /// keys like any other.
  private static func configureInput() {
    cbreak()
    noecho()
    nonl()
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return }
    settings.c_iflag &= ~tcflag_t(IXON | IXOFF)
    settings.c_lflag &= ~tcflag_t(IEXTEN)
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    // What curses goes back to after a pause.
    def_prog_mode()
    keypad(strider_standard_window(), true)
  }

  /// Takes on the terminal's present size; whatever was on the screen is forgotten.
  func fit() {
    var extent = winsize()
    var (rows, columns) = (24, 80)
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &extent) == 0, extent.ws_row > 0, extent.ws_col > 0 {
      (rows, columns) = (Int(extent.ws_row), Int(extent.ws_col))
    }
    resize_term(Int32(clamping: rows), Int32(clamping: columns))
    size = Size(width: columns, height: rows)
    forget()
  }

  private func forget() {
    werase(window)
    clearok(window, true)
    shown = [Cell](repeating: .blank, count: size.width * size.height)
    row = [cchar_t](repeating: cchar_t(), count: size.width + 1)
    isStale = true
  }

  /// What moves the cursor below the picture, for terminals where it stays.
  var parting: [UInt8] {
    hasAlternateScreen ? [] : TerminalType.movingCursor(toRow: size.height - 1) + Array("\r\n".utf8)
  }

  /// Leaves the screen to others; the terminal is as it was before.
  func leave() {
    guard !isendwin() else { return }
    endwin()
    // Curses leaves the cursor on the last line of a picture that stays.
    if !hasAlternateScreen { TerminalOutput.send(Array("\r\n".utf8)) }
  }

  /// Takes the screen back after `leave`, or after others have been at it. The next frame is sent in full.
  func enter() {
    leave()
    reset_prog_mode()
    fit()
    // Not left to the next frame, so that the modes set after this one are not reset by it.
    wrefresh(window)
    if canHideCursor { curs_set(shownCursor == nil ? 0 : 1) }
  }

  /// Shows `frame`, cut or filled with blanks to the screen's size.
  func show(_ frame: Frame) {
    if frame.look.isProjected != isProjected {
      isProjected = frame.look.isProjected
      isStale = true
    }
    var isChanged = isStale
    for y in 0..<size.height where update(row: y, from: frame) { isChanged = true }
    isStale = false
    let cursor = frame.cursor.flatMap { size.contains(x: $0.x, y: $0.y) ? $0 : nil }
    guard isChanged || cursor != shownCursor else { return }
    if canHideCursor, (cursor == nil) != (shownCursor == nil) { curs_set(cursor == nil ? 0 : 1) }
    shownCursor = cursor
    // A cursor that cannot be hidden waits in the corner.
    let place = cursor ?? (canHideCursor ? nil : Point(x: size.width - 1, y: size.height - 1))
    leaveok(window, place == nil)
    if let place { wmove(window, Int32(clamping: place.y), Int32(clamping: place.x)) }
    wrefresh(window)
  }

  /// Hands the changed part of row `y` to curses; whether there was one.
  private func update(row y: Int, from frame: Frame) -> Bool {
    let start = y * size.width
    var first = 0
    var last = size.width - 1
    if !isStale {
      while first <= last, frame[first, y] == shown[start + first] { first += 1 }
      while last > first, frame[last, y] == shown[start + last] { last -= 1 }
    }
    guard first <= last else { return false }
    if first > 0, frame[first, y].isContinuation { first -= 1 }
    if last + 1 < size.width, frame[last + 1, y].isContinuation { last += 1 }
    var count = 0
    var x = first
    while x <= last {
      let cell = frame[x, y]
      let isWide = x + 1 < size.width && frame[x + 1, y].isContinuation
      x += append(cell, columns: isWide ? 2 : 1, at: &count)
    }
    for x in first...last { shown[start + x] = frame[x, y] }
    return mvwadd_wchnstr(window, Int32(clamping: y), Int32(clamping: first), row, Int32(clamping: count))
      == OK
  }

  /// Adds `cell` to the row for curses and returns the columns it takes. A glyph that the C library counts otherwise
  /// than the frame would shift the line; question marks keep its place.
  private func append(_ cell: Cell, columns: Int, at count: inout Int) -> Int {
    var style = cell.style
    if cell.glyph == " ", style.attributes.isDisjoint(with: [.underline, .reverse]) {
      // The colour of nothing does not matter, and telling it would cost bytes.
      style = Style(.plain, on: style.background)
    }
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
