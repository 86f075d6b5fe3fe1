/// How a terminal erases cells without moving its cursor.
enum Erasure {
  /// Not at all.
  case none
  /// To the terminal's own look, whatever pen is set.
  case plain
  /// With the colour that is set behind.
  case coloured

  /// Has the terminal erase four blanks or more: it leaves the cursor where the stroke below begins.
  func shorten(_ stroke: inout OutputStroke) {
    guard self != .none, stroke.isOpen, 4...99 ~= stroke.bytes.count, stroke.pen.leavesBlanksBare,
      self == .coloured || !stroke.pen.hasBackground, stroke.bytes.allSatisfy({ $0 == 0x20 })
    else { return }
    stroke.bytes = Array("\u{1B}[\(stroke.bytes.count)X".utf8)
    stroke.end = stroke.place
  }
}
