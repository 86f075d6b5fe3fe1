import TerminalUI

/// Where the rows of the home screen stand: each group under its heading, with as much air between them as there is room.
/// Where not all of them have room, the part around the selected row is seen.
struct HomeLayout: Equatable, Sendable {
  /// A line of the list.
  enum Line: Equatable, Sendable {
    case blank
    case heading(String)
    /// The row with that number.
    case row(Int)
  }

  /// The whole of it.
  let card: Rect
  /// Whether rules part the list from title and message.
  let hasRules: Bool
  /// Where the lines stand.
  let list: Rect
  /// All lines, whether or not they are seen.
  let lines: [Line]
  /// The numbers of those that are seen.
  let seen: Range<Int>

  private static let width = 74

  /// Rows under the headings `groups`, one for each row, on a screen of `size`.
  init(_ groups: [String], selected: Int, on size: Size) {
    hasRules = size.height >= 22
    let frame = (top: hasRules ? 2 : 1, bottom: hasRules ? 3 : 2)
    let room = size.height - frame.top - frame.bottom
    let airy = Self.lines(groups, isAiry: true)
    lines = airy.count <= room ? airy : Self.lines(groups, isAiry: false)
    let height = max(0, min(lines.count, room))
    card = Rect(size).inset(dx: 1, dy: 0)
      .centred(Size(width: Self.width, height: height + frame.top + frame.bottom))
    list = Rect(x: card.x, y: card.y + frame.top, width: card.width, height: height)
    let focus = lines.firstIndex(of: .row(selected)) ?? 0
    let first = max(0, min(focus - height / 2, lines.count - height))
    seen = first..<first + height
  }

  private static func lines(_ groups: [String], isAiry: Bool) -> [Line] {
    var lines: [Line] = []
    var group = ""
    for (index, next) in groups.enumerated() {
      if next != group {
        group = next
        if isAiry { lines.append(.blank) }
        lines.append(.heading(group))
      }
      lines.append(.row(index))
    }
    return lines
  }

  /// The number of the row at `point`; `nil` beside the rows.
  func row(at point: Point) -> Int? {
    guard list.contains(point), case .row(let index) = lines[seen.lowerBound + point.y - list.y] else {
      return nil
    }
    return index
  }
}
