extension Frame {
  /// Draws a box with a title in its upper edge and returns the room inside, one column narrower on either side.
  ///
  /// The focused panel is drawn in the accent and, so that it is not colour alone, with a mark before its title.
  @discardableResult
  public mutating func panel(_ rect: Rect, title: String, isFocused: Bool = false) -> Rect {
    let rect = rect.intersection(bounds)
    guard rect.width >= 4, rect.height >= 2 else { return Rect(x: rect.x, y: rect.y, width: 0, height: 0) }
    let stroke: Stroke = look.isProjected ? .thick : .round
    box(rect, isFocused ? Style(.accent) : Style(.border), stroke: stroke)
    if !title.isEmpty, rect.width >= 8 {
      let text = isFocused ? " ▸ \(title) " : " \(title) "
      write(text, x: rect.x + 2, y: rect.y, isFocused ? .accent : .heading, limit: rect.width - 4)
    }
    return rect.inset(dx: 2, dy: 1)
  }
}
