/// One axis of a grid that may be longer than its place: which of its rows or columns are seen.
enum VisibleItems {
  /// The length of `count` items of length `each` with `gap` between neighbours.
  static func extent(count: Int, each: Int, gap: Int) -> Int {
    count > 0 ? count * each + (count - 1) * gap : 0
  }

  /// How many items fit into `room`.
  private static func fitting(_ room: Int, each: Int, gap: Int) -> Int {
    max(0, (room + gap) / (each + gap))
  }

  /// The items to show of `count` in `room`, so that `focus` is seen. Depends on nothing else, so that the view
  /// after a step back is the view before it.
  ///
  /// The view rests at either end as long as the focus is inside it there, and is centred on the focus in between.
  /// - Parameter marker: the room that a mark takes at an end that is cut.
  static func visible(
    count: Int, each: Int, gap: Int, room: Int, marker: Int, focus: Range<Int>
  ) -> Range<Int> {
    if extent(count: count, each: each, gap: gap) <= room { return 0..<count }
    let atEnd = fitting(room - marker, each: each, gap: gap)
    if focus.upperBound <= atEnd { return 0..<atEnd }
    if focus.lowerBound >= count - atEnd { return count - atEnd..<count }
    let between = fitting(room - 2 * marker, each: each, gap: gap)
    guard between > 0 else { return 0..<atEnd }
    let middle = focus.lowerBound + (focus.upperBound - focus.lowerBound) / 2
    let first = min(max(1, middle - between / 2), max(1, count - between - 1))
    return first..<first + between
  }
}
