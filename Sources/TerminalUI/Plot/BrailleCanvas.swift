/// A picture in dots finer than cells: eight to a cell in braille, two with half blocks or in ASCII.
///
/// Every cell has one paint, that of the last stroke that touched it. Drawn into a frame the canvas keeps the
/// backgrounds that are there, so curves lie over a heat map. Lines are clipped before they are drawn: the work is
/// bounded by the size of the canvas, however far away their ends are. In a projected look strokes are two dots wide.
public struct BrailleCanvas: Equatable, Sendable {
  /// Columns and rows of cells.
  public let size: Size
  /// The glyphs it will be shown with.
  public let look: Look
  /// The part of the world that is shown.
  public let viewport: Viewport
  /// Columns and rows of dots.
  public let dots: Size
  @usableFromInline let columnShift: Int
  @usableFromInline let rowShift: Int
  @usableFromInline var cells: [DotCell]
  private(set) var marks: [Mark] = []

  /// The dots of one cell, one bit each, and what the last stroke in it looked like.
  @usableFromInline
  struct DotCell: Equatable, Sendable {
    @usableFromInline var mask: UInt8
    @usableFromInline var paint: Paint
    /// The ASCII character that stands for the stroke, or 0.
    @usableFromInline var letter: UInt8

    @inlinable
    init(mask: UInt8, paint: Paint, letter: UInt8) {
      (self.mask, self.paint, self.letter) = (mask, paint, letter)
    }
  }

  /// A glyph that stands on the dots.
  struct Mark: Equatable, Sendable {
    let cell: Point
    let glyph: Unicode.Scalar
    let style: Style
  }

  /// An empty canvas of `size` cells that shows `viewport`.
  public init(size: Size, viewport: Viewport, look: Look) {
    self.size = size
    self.viewport = viewport
    self.look = look
    (columnShift, rowShift) = look.glyphs == .braille ? (1, 2) : (0, 1)
    dots = Size(width: size.width << columnShift, height: size.height << rowShift)
    cells = [DotCell](
      repeating: DotCell(mask: 0, paint: .plain, letter: 0), count: size.width * size.height)
  }

  /// The bit of a dot inside its cell, by (row << columnShift | column): a table in row order for braille, whose
  /// bits are numbered down the columns.
  @inlinable
  static func bit(_ x: Int, _ y: Int, columnShift: Int) -> UInt8 {
    if columnShift == 0 { return y & 1 == 0 ? 1 : 2 }
    // Bits of the eight dots, four at a time in rows: 01 08 | 02 10 | 04 20 | 40 80.
    let table: UInt64 = 0x8040_2004_1002_0801
    return UInt8(truncatingIfNeeded: table >> UInt64(((y & 3) << 1 | (x & 1)) << 3))
  }

  @inlinable
  func bit(_ x: Int, _ y: Int) -> UInt8 { BrailleCanvas.bit(x, y, columnShift: columnShift) }

  /// Sets the dot in column `x` of row `y`, counted from the top left; nothing happens outside.
  @inlinable
  public mutating func set(dotX x: Int, dotY y: Int, _ paint: Paint, letter: UInt8 = 0) {
    guard dots.contains(x: x, y: y) else { return }
    let index = (y >> rowShift) * size.width + (x >> columnShift)
    cells[index] = DotCell(mask: cells[index].mask | bit(x, y), paint: paint, letter: letter)
  }

  /// Clears the dot in column `x` of row `y`.
  @inlinable
  public mutating func clear(dotX x: Int, dotY y: Int) {
    guard dots.contains(x: x, y: y) else { return }
    cells[(y >> rowShift) * size.width + (x >> columnShift)].mask &= ~bit(x, y)
  }

  /// Sets the dot at a point of the world; nothing happens outside and for NaN and ±∞.
  public mutating func point(x: Double, y: Double, _ pen: Pen) {
    guard let dot = viewport.dot(x: x, y: y, in: dots) else { return }
    stamp(dot.x, dot.y, pen.width(for: look), pen)
  }

  /// Puts a glyph over the cell that shows a point of the world; nothing happens outside and for NaN and ±∞.
  public mutating func mark(_ glyph: Unicode.Scalar, x: Double, y: Double, _ style: Style) {
    guard let cell = viewport.dot(x: x, y: y, in: size) else { return }
    marks.append(Mark(cell: cell, glyph: glyph, style: style))
  }

  /// The dots of a stroke `width` dots wide around one dot.
  @inlinable
  mutating func stamp(_ x: Int, _ y: Int, _ width: Int, _ pen: Pen) {
    if width <= 1 {
      set(dotX: x, dotY: y, pen.paint, letter: pen.letterCode)
      return
    }
    let first = -((width - 1) / 2)
    for dy in first..<first + width {
      for dx in first..<first + width { set(dotX: x + dx, dotY: y + dy, pen.paint, letter: pen.letterCode) }
    }
  }

  /// The glyph of a cell; `nil` without a dot.
  private func glyph(at index: Int) -> Unicode.Scalar? {
    let mask = cells[index].mask
    if mask == 0 { return nil }
    if look.glyphs == .ascii, cells[index].letter != 0 { return Unicode.Scalar(cells[index].letter) }
    switch look.glyphs {
    case .braille: return Unicode.Scalar(0x2800 + UInt32(mask))
    case .block: return mask == 3 ? "█" : (mask == 1 ? "▀" : "▄")
    case .ascii: return mask == 3 ? ":" : (mask == 1 ? "'" : ".")
    }
  }

  /// Draws dots and marks into `frame` with the top left cell at `origin`. The backgrounds that are there stay, or become
  /// what `ground` makes of them in the cells that are touched.
  public func draw(
    into frame: inout Frame, at origin: Point, _ attributes: Style.Attributes = [],
    on ground: (Paint) -> Paint = { $0 }
  ) {
    let seen = Rect(x: origin.x, y: origin.y, width: size.width, height: size.height)
      .intersection(frame.bounds)
    for y in seen.y..<seen.bottom {
      for x in seen.x..<seen.right {
        let index = (y - origin.y) * size.width + x - origin.x
        guard let glyph = glyph(at: index) else { continue }
        let background = ground(frame[x, y].style.background)
        frame.put(glyph, x: x, y: y, Style(cells[index].paint, on: background, attributes))
      }
    }
    for mark in marks {
      let place = Point(x: origin.x + mark.cell.x, y: origin.y + mark.cell.y)
      guard seen.contains(place) else { continue }
      let behind = ground(frame[place.x, place.y].style.background)
      let style = mark.style.background == .plain ? mark.style.on(behind) : mark.style
      frame.put(mark.glyph, x: place.x, y: place.y, style)
    }
  }
}
