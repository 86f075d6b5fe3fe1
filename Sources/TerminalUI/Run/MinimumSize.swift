/// The smallest screen that labs are drawn on, and what is shown on a smaller one.
public enum MinimumSize {
  /// 60 columns by 18 rows.
  public static let size = Size(width: 60, height: 18)

  /// Whether `size` has room for a lab.
  public static func isMet(by size: Size) -> Bool {
    size.width >= self.size.width && size.height >= self.size.height
  }

  /// Says on one line what size is needed, in as many words as fit.
  public static func draw(into frame: inout Frame) {
    let (needed, given) = ("\(size.width)x\(size.height)", "\(frame.size.width)x\(frame.size.height)")
    let texts = [
      "Strider needs a terminal of \(needed) or more; this one has \(given).",
      "Strider needs \(needed); this terminal has \(given).", "needs \(needed), has \(given)",
      "needs \(needed)", needed,
    ]
    guard frame.size.height > 0,
      let text = texts.first(where: { TextWidth.columns(of: $0) <= frame.size.width })
    else { return }
    frame.write(text, centredIn: frame.bounds, row: (frame.size.height - 1) / 2)
  }
}
