/// A screenful of cells, drawn anew for every change and compared with `==`.
///
/// Drawing is total: writing outside is clipped and counted (`faults`), never an error, so a lab draws at any
/// size. Text that is meant to be cut says so with `limit`, which is not counted as a fault.
public struct Frame: Equatable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// The glyphs and density to draw for.
  public let look: Look
  /// Where the terminal's cursor belongs while a line is edited; hidden when `nil`.
  public var cursor: Point?
  /// Drawing mistakes noticed so far.
  public private(set) var faults = Faults()
  @usableFromInline var storage: [Cell]

  /// Slips of a drawing that a viewer would see as a crooked frame.
  public struct Faults: Hashable, Sendable {
    /// Glyphs written outside the frame.
    public var clippedWrites = 0
    /// Two-column glyphs of which one half was overwritten.
    public var splitWideGlyphs = 0
  }

  /// A blank frame.
  public init(size: Size, look: Look = Look()) {
    self.size = size
    self.look = look
    storage = [Cell](repeating: .blank, count: size.width * size.height)
  }

  /// The whole of it.
  public var bounds: Rect { Rect(size) }

  /// All cells, row by row from the top left.
  public var cells: [Cell] { storage }

  /// The cell in column `x` of row `y`; blank outside.
  public subscript(x: Int, y: Int) -> Cell {
    size.contains(x: x, y: y) ? storage[y * size.width + x] : .blank
  }

  /// Puts one glyph at (`x`, `y`) and returns the columns it takes. A control character, which may come from a file, shows
  /// as a replacement character and never reaches a terminal.
  @discardableResult
  public mutating func put(_ scalar: Unicode.Scalar, x: Int, y: Int, _ style: Style = .plain) -> Int {
    let glyph = TextWidth.isControl(scalar) ? "\u{FFFD}" : scalar
    let shown = look.glyphs == .ascii && !glyph.isASCII ? AsciiGlyph.standIn(for: glyph) : glyph
    let columns = TextWidth.columns(of: shown)
    guard columns > 0 else { return 0 }
    guard size.contains(x: x, y: y), x + columns <= size.width else {
      faults.clippedWrites += 1
      return columns
    }
    let index = y * size.width + x
    mendWideGlyphs(from: index, columns: columns, inRowEnding: (y + 1) * size.width)
    storage[index] = Cell(shown, style)
    if columns == 2 { storage[index + 1] = .continuation(style) }
    return columns
  }

  /// Writes `text` from (`x`, `y`) to the right and returns the column after it.
  ///
  /// - Parameter limit: columns that may be used; longer text ends in an ellipsis. Without a limit the text must fit.
  @discardableResult
  public mutating func write(
    _ text: String, x: Int, y: Int, _ style: Style = .plain, limit: Int? = nil
  ) -> Int {
    guard let limit else {
      var column = x
      for scalar in text.unicodeScalars { column += put(scalar, x: column, y: y, style) }
      return column
    }
    guard limit > 0 else { return x }
    let isCut = TextWidth.columns(of: text) > limit
    var column = x
    for scalar in text.unicodeScalars {
      let columns = TextWidth.columns(of: scalar)
      if column + columns > x + limit - (isCut ? 1 : 0) { break }
      column += put(scalar, x: column, y: y, style)
    }
    if isCut { column += put("…", x: column, y: y, style) }
    return column
  }

  /// Writes `text` so that it ends just before column `right`.
  public mutating func write(_ text: String, endingAt right: Int, y: Int, _ style: Style = .plain) {
    write(text, x: right - TextWidth.columns(of: text), y: y, style)
  }

  /// Writes `text` in the middle of `rect`'s row `row`, cut to its width.
  public mutating func write(
    _ text: String, centredIn rect: Rect, row: Int = 0, _ style: Style = .plain
  ) {
    let columns = min(TextWidth.columns(of: text), rect.width)
    write(text, x: rect.x + (rect.width - columns) / 2, y: rect.y + row, style, limit: rect.width)
  }

  /// Fills the part of `rect` that lies inside with a one-column glyph.
  public mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", _ style: Style = .plain) {
    let inside = rect.intersection(bounds)
    guard !inside.isEmpty else { return }
    for y in inside.y..<inside.bottom {
      for x in inside.x..<inside.right { put(scalar, x: x, y: y, style) }
    }
  }

  /// Changes the style of the cells in `rect` and leaves their glyphs.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let inside = rect.intersection(bounds)
    guard !inside.isEmpty else { return }
    for y in inside.y..<inside.bottom {
      for x in inside.x..<inside.right { change(&storage[y * size.width + x].style) }
    }
  }

  /// Counts `more` drawing mistakes.
  mutating func add(_ more: Faults) {
    faults.clippedWrites += more.clippedWrites
    faults.splitWideGlyphs += more.splitWideGlyphs
  }

  /// Writes over one half of a wide glyph blank its other half; the loss is counted.
  private mutating func mendWideGlyphs(from index: Int, columns: Int, inRowEnding end: Int) {
    if storage[index].isContinuation, index > 0 {
      storage[index - 1] = Cell(" ", storage[index - 1].style)
      faults.splitWideGlyphs += 1
    }
    let after = index + columns
    if after < end, storage[after].isContinuation {
      storage[after] = Cell(" ", storage[after].style)
      faults.splitWideGlyphs += 1
    }
  }
}
