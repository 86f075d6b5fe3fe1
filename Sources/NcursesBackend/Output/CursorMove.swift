import TerminalUI

/// The shortest ways to move a cursor on a terminal that follows ECMA-48.
enum CursorMove {
  /// What leads from `start` to `end`; from an unknown place if that is `nil`.
  ///
  /// A line feed moves straight down, because the terminal's own conversion is off, and is used only where there is a row
  /// below, and only if `mayFeed`: at the end of a region that scrolls it would move the rows instead.
  static func sequence(from start: Point?, to end: Point, mayFeed: Bool = true) -> [UInt8] {
    let absolute = control(end.x == 0 ? "\(end.y + 1)" : "\(end.y + 1);\(end.x + 1)", "H")
    guard let start else { return absolute }
    let relative = vertical(start.y, end.y, mayFeed: mayFeed) + horizontal(start.x, end.x)
    return relative.count < absolute.count ? relative : absolute
  }

  /// The number of bytes in ``sequence(from:to:mayFeed:)``.
  static func length(from start: Point?, to end: Point, mayFeed: Bool = true) -> Int {
    let absolute = 3 + digits(end.y + 1) + (end.x == 0 ? 0 : 1 + digits(end.x + 1))
    guard let start else { return absolute }
    var relative = 0
    if end.y != start.y {
      let steps = 3 + (abs(end.y - start.y) == 1 ? 0 : digits(abs(end.y - start.y)))
      relative = min(3 + digits(end.y + 1), steps)
      if mayFeed, 1..<4 ~= end.y - start.y { relative = min(relative, end.y - start.y) }
    }
    if end.x != start.x {
      let steps = 3 + (abs(end.x - start.x) == 1 ? 0 : digits(abs(end.x - start.x)))
      var across = min(3 + digits(end.x + 1), steps)
      if end.x == 0 { across = 1 }
      if 1..<4 ~= start.x - end.x { across = min(across, start.x - end.x) }
      relative += across
    }
    return min(relative, absolute)
  }

  private static func digits(_ number: Int) -> Int {
    number < 10 ? 1 : number < 100 ? 2 : number < 1_000 ? 3 : String(number).utf8.count
  }

  private static func horizontal(_ start: Int, _ end: Int) -> [UInt8] {
    if start == end { return [] }
    if end == 0 { return [0x0D] }
    let column = control("\(end + 1)", "G")
    let steps = end > start ? control(count(end - start), "C") : control(count(start - end), "D")
    let backspaces = end < start && start - end < 4 ? [UInt8](repeating: 0x08, count: start - end) : steps
    return shortest([column, steps, backspaces])
  }

  private static func vertical(_ start: Int, _ end: Int, mayFeed: Bool) -> [UInt8] {
    if start == end { return [] }
    let row = control("\(end + 1)", "d")
    let steps = end > start ? control(count(end - start), "B") : control(count(start - end), "A")
    let feeds =
      mayFeed && end > start && end - start < 4 ? [UInt8](repeating: 0x0A, count: end - start) : steps
    return shortest([row, steps, feeds])
  }

  private static func count(_ steps: Int) -> String { steps == 1 ? "" : "\(steps)" }

  private static func control(_ parameters: String, _ final: Character) -> [UInt8] {
    Array("\u{1B}[\(parameters)\(final)".utf8)
  }

  private static func shortest(_ sequences: [[UInt8]]) -> [UInt8] {
    sequences.min { $0.count < $1.count } ?? []
  }
}
