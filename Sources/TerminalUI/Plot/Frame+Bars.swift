extension Frame {
  /// Draws a level bar in row `y` between two places counted in columns from the left edge of the frame, to an
  /// eighth of a column; half a column with half blocks, whole ones in ASCII.
  public mutating func levelBar(from start: Double, to end: Double, y: Int, _ style: Style) {
    bar(start, end, limit: size.width) { frame, x, low, high in
      frame.putBarCell(x: x, y: y, covered: low..<high, style, Frame.leftBlocks, far: ["▕", "▐"])
    }
  }

  /// Draws an upright bar in column `x` between two places counted in rows from the bottom of row `base` upwards, to
  /// an eighth of a row; negative places lie under it.
  public mutating func uprightBar(x: Int, from start: Double, to end: Double, base: Int, _ style: Style) {
    // Counted from the bottom edge of the frame.
    let offset = Double(size.height - 1 - base)
    let height = size.height
    bar(start + offset, end + offset, limit: height) { frame, row, low, high in
      frame.putBarCell(
        x: x, y: height - 1 - row, covered: low..<high, style, Frame.lowerBlocks, far: ["▔", "▀"])
    }
  }

  /// The left 1/8 … 7/8 of a cell.
  private static let leftBlocks: [Unicode.Scalar] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  /// The lower 1/8 … 7/8 of a cell.
  private static let lowerBlocks: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"]

  /// Calls `body` with every cell between two places along an axis of `limit` cells, and with the part of it that is
  /// covered, in eighths.
  private mutating func bar(
    _ start: Double, _ end: Double, limit: Int, _ body: (inout Frame, Int, Int, Int) -> Void
  ) {
    guard start.isFinite, end.isFinite, limit > 0 else { return }
    let low = min(max(0, min(start, end)), Double(limit))
    let high = min(max(0, max(start, end)), Double(limit))
    let finest = look.glyphs == .braille ? 8.0 : (look.glyphs == .block ? 2 : 1)
    let first = Int((low * finest).rounded() * 8 / finest)
    let last = Int((high * finest).rounded() * 8 / finest)
    guard first < last else { return }
    for cell in first / 8...(last - 1) / 8 {
      body(&self, cell, max(0, first - cell * 8), min(8, last - cell * 8))
    }
  }

  /// Fills part of a cell, in eighths from its left or lower edge. For the far part Unicode has an eighth and a half
  /// only, so it is rounded to these.
  private mutating func putBarCell(
    x: Int, y: Int, covered: Range<Int>, _ style: Style, _ near: [Unicode.Scalar], far: [Unicode.Scalar]
  ) {
    guard size.contains(x: x, y: y) else { return }
    let glyph: Unicode.Scalar =
      if covered.count >= 8 {
        "█"
      } else if covered.lowerBound == 0 {
        near[covered.upperBound - 1]
      } else if covered.upperBound < 8 {
        near[covered.count - 1]
      } else {
        covered.count <= 2 ? far[0] : (covered.count <= 5 ? far[1] : "█")
      }
    put(glyph, x: x, y: y, style)
  }
}
