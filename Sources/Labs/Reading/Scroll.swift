/// How far something has been scrolled that has more lines than room.
///
/// Most panes open at their beginning; one that opens at its end, where the newest is, is scrolled up from there.
struct Scroll: Equatable, Sendable {
  /// Lines between the present view and the one that the pane opens with.
  private(set) var offset = 0

  /// Scrolls down by `lines`, or up, never beyond the ends of what has `hidden` lines more than are seen.
  mutating func move(by lines: Int, hidden: Int, fromEnd isFromEnd: Bool = false) {
    let hidden = max(0, hidden)
    offset = min(max(0, min(offset, hidden) + (isFromEnd ? -lines : lines)), hidden)
  }

  /// The first line that is seen now: the room may have grown since.
  func first(hidden: Int, fromEnd isFromEnd: Bool = false) -> Int {
    let hidden = max(0, hidden)
    let offset = min(offset, hidden)
    return isFromEnd ? hidden - offset : offset
  }
}
