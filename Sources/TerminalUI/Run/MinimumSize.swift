/// The smallest screen that labs are drawn on, and what is shown on a smaller one.
public enum MinimumSize {
  /// 60 columns by 18 rows.
  public static let size = Size(width: 60, height: 18)

  /// Whether `size` has room for a lab.
  public static func isMet(by size: Size) -> Bool {
    size.width >= self.size.width && size.height >= self.size.height
  }

  /// Says what size is needed, in as many words as fit.
  public static func draw(into frame: inout Frame) {
    let texts = [
      "Strider needs a terminal of \(size.width)x\(size.height) or more; this one has \(frame.size.width)x\(frame.size.height).",
      "needs \(size.width)x\(size.height)", "\(size.width)x\(size.height)",
    ]
    for text in texts {
      let lines = TextWrap.lines(text, width: frame.size.width)
      guard lines.count <= frame.size.height, lines.count <= 3, frame.size.width >= 5 else { continue }
      for (row, line) in lines.enumerated() {
        frame.write(line, centredIn: frame.bounds, row: (frame.size.height - lines.count) / 2 + row)
      }
      return
    }
  }
}
