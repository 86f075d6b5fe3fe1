import TerminalUI

/// Glyphs that are sent together: written with one pen from one place on, or erased there.
struct OutputStroke {
  /// Where the first glyph goes.
  let place: Point
  let pen: TerminalPen
  var bytes: [UInt8]
  /// The columns that it changes.
  var columns: Range<Int>
  /// Where the cursor is afterwards; `nil` if that is not known.
  var end: Point?
  /// Whether more glyphs may follow.
  let isOpen: Bool
  /// The columns of the glyph written last.
  var lastGlyphColumns: Int?

  /// Whether this must come after `earlier`, which was to be sent before it: they meet in some cell.
  func isBound(to earlier: OutputStroke) -> Bool {
    place.y == earlier.place.y && columns.overlaps(earlier.columns)
  }

  /// A short order in which to send `strokes`, starting with the cursor at `start` and with `pen`.
  ///
  /// Always the nearest stroke of the present pen comes next, and when there is none left the nearest of all. So the sides
  /// of a window are drawn down one side and up the other, not to and fro in every row.
  ///
  /// - Parameter mayFeed: whether line feeds may move the cursor.
  static func route(_ strokes: [OutputStroke], from start: Point?, pen: TerminalPen?, mayFeed: Bool = true)
    -> [Int]
  {
    // Pens are told apart by numbers, since each is compared with each.
    var pens: [TerminalPen] = []
    let penNumbers = strokes.map { stroke in
      if let known = pens.firstIndex(of: stroke.pen) { return known }
      pens.append(stroke.pen)
      return pens.count - 1
    }
    var waitsFor = [Int](repeating: 0, count: strokes.count)
    for later in strokes.indices {
      for earlier in 0..<later where strokes[later].isBound(to: strokes[earlier]) { waitsFor[later] += 1 }
    }
    var order: [Int] = []
    order.reserveCapacity(strokes.count)
    var left = Array(strokes.indices)
    var (cursor, penNumber) = (start, pen.flatMap(pens.firstIndex(of:)))
    while !left.isEmpty {
      var best = 0
      var least = Int.max
      for (index, stroke) in left.enumerated() where waitsFor[stroke] == 0 {
        let change = penNumbers[stroke] == penNumber ? 0 : 100
        let cost = change + CursorMove.length(from: cursor, to: strokes[stroke].place, mayFeed: mayFeed)
        if cost < least { (best, least) = (index, cost) }
      }
      let next = left.remove(at: best)
      for later in left where later > next && strokes[later].isBound(to: strokes[next]) {
        waitsFor[later] -= 1
      }
      order.append(next)
      (cursor, penNumber) = (strokes[next].end, penNumbers[next])
    }
    return order
  }
}
