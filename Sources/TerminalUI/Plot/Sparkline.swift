/// A curve in one row of text, for a table.
public enum Sparkline {
  private static let fine: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let coarse: [Unicode.Scalar] = ["_", "▄", "█"]
  private static let plain: [Unicode.Scalar] = ["_", ".", ":", "-", "=", "+", "*", "#"]

  /// Draws the last of `values` that fit from (`x`, `y`) over `columns` columns, lowest to highest; gaps for NaN
  /// and ±∞.
  ///
  /// - Parameter isThinned: show all values, each column the highest of its share, in place of the last ones.
  public static func draw(
    _ values: [Double], into frame: inout Frame, x: Int, y: Int, columns: Int, _ style: Style,
    isThinned: Bool = false
  ) {
    guard columns > 0 else { return }
    let shown = isThinned ? thinned(values, columns) : Array(values.suffix(columns))
    let finite = shown.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return }
    let glyphs =
      switch frame.look.glyphs {
      case .braille: fine
      case .block: coarse
      case .ascii: plain
      }
    for (offset, value) in shown.enumerated() where value.isFinite {
      let share = low < high ? FieldScale.share(value, of: low...high) : 0
      let level = min(max(0, Int(share * Double(glyphs.count))), glyphs.count - 1)
      if frame.size.contains(x: x + offset, y: y) { frame.put(glyphs[level], x: x + offset, y: y, style) }
    }
  }

  private static func thinned(_ values: [Double], _ columns: Int) -> [Double] {
    guard values.count > columns else { return values }
    return (0..<columns).map { column in
      values[column * values.count / columns..<(column + 1) * values.count / columns]
        .filter(\.isFinite).max() ?? .nan
    }
  }
}
