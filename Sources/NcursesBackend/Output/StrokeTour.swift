import TerminalUI

/// Strokes in the order in which they are sent, as bytes, and what holds afterwards.
struct StrokeTour {
  /// More strokes than this are sent in the order they come in: the search for a route would take too long.
  static let routeLimit = 80

  /// What holds before.
  struct Start {
    /// Where the terminal's cursor is and what it writes with; `nil` if not known.
    let cursor: Point?
    let pen: TerminalPen?
    /// Whether line feeds may move the cursor.
    let mayFeed: Bool
  }

  private(set) var bytes: [UInt8] = []
  /// Where the cursor is afterwards; `nil` if not known.
  private(set) var cursor: Point?
  /// What the terminal writes with afterwards; `nil` if not known.
  private(set) var pen: TerminalPen?

  /// Sends `strokes` one after the other.
  private init(_ strokes: [OutputStroke], from start: Start) {
    (cursor, pen) = (start.cursor, start.pen)
    for stroke in strokes {
      if stroke.place != cursor {
        bytes += CursorMove.sequence(from: cursor, to: stroke.place, mayFeed: start.mayFeed)
      }
      bytes += stroke.pen.sequence(from: pen)
      bytes += stroke.bytes
      (cursor, pen) = (stroke.end, stroke.pen)
    }
  }

  /// Sends `strokes` in their own order or along a route over the screen, whichever takes fewer bytes together with the
  /// change to the pen `last` afterwards: the next best stroke each time is not always the best way in the end.
  static func short(_ strokes: [OutputStroke], from start: Start, to last: TerminalPen?) -> StrokeTour {
    let plain = StrokeTour(strokes, from: start)
    guard strokes.count <= routeLimit else { return plain }
    let route = OutputStroke.route(strokes, from: start.cursor, pen: start.pen, mayFeed: start.mayFeed)
    let routed = StrokeTour(route.map { strokes[$0] }, from: start)
    return routed.length(to: last) < plain.length(to: last) ? routed : plain
  }

  private func length(to last: TerminalPen?) -> Int {
    bytes.count + (last?.sequence(from: pen).count ?? 0)
  }
}
