/// How far something has been scrolled that has more lines than room.
struct Scroll: Equatable, Sendable {
  /// Lines that have gone out of view at the top.
  private(set) var offset = 0

  /// Scrolls on by `lines`, or back, never beyond the ends of what has `hidden` lines more than are seen.
  mutating func move(by lines: Int, hidden: Int) {
    offset = min(max(0, first(hidden: hidden) + lines), max(0, hidden))
  }

  /// The first line that is seen now: the room may have grown since.
  func first(hidden: Int) -> Int { min(offset, max(0, hidden)) }
}
