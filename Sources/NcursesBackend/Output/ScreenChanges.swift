import Glibc
import TerminalUI

/// The cells that must be written to turn one screenful into another, in the order that sends the fewest bytes.
///
/// Colours are the larger part of what is sent: `ESC [38;5;214m` for one stroke of a window that moved, and as much to
/// go back. So where few cells change they are written style by style, all strokes of one colour in one pass; moves of the
/// cursor in between are short. Where many change, each row is written from its first change to its last.
struct ScreenChanges: Equatable {
  /// Indices of cells to write, each range within one row and with whole glyphs; one pass after the other.
  private(set) var passes: [[Range<Int>]] = []

  /// More styles than this are written row by row.
  static let styleLimit = 12

  /// What turns `shown` into `cells`, both in rows of `width`; all of it if `isStale`.
  init(from shown: [Cell], to cells: [Cell], width: Int, isStale: Bool) {
    let rows = stride(from: 0, to: cells.count, by: max(1, width)).map { $0..<$0 + width }
    if isStale {
      passes = [rows]
      return
    }
    let changed = rows.filter { ScreenChanges.mayDiffer(shown, cells, in: $0) }
    let spans = changed.compactMap { ScreenChanges.span(shown, cells, in: $0) }
    guard !spans.isEmpty else { return }
    passes = ScreenChanges.byStyle(shown, cells, in: spans) ?? [spans]
  }

  /// Whether a row may differ: a comparison of memory, which is fast and at worst takes equal rows for different.
  private static func mayDiffer(_ shown: [Cell], _ cells: [Cell], in row: Range<Int>) -> Bool {
    let stride = MemoryLayout<Cell>.stride
    return cells.withUnsafeBytes { new in
      shown.withUnsafeBytes { old in
        guard let new = new.baseAddress, let old = old.baseAddress else { return true }
        let offset = row.lowerBound * stride
        return memcmp(new + offset, old + offset, row.count * stride) != 0
      }
    }
  }

  /// From the first change in `row` to the last.
  private static func span(_ shown: [Cell], _ cells: [Cell], in row: Range<Int>) -> Range<Int>? {
    guard let first = row.first(where: { cells[$0] != shown[$0] }),
      let last = row.last(where: { cells[$0] != shown[$0] })
    else { return nil }
    let start = first > row.lowerBound && cells[first].isContinuation ? first - 1 : first
    let end = last + 1 < row.upperBound && cells[last + 1].isContinuation ? last + 2 : last + 1
    return start..<end
  }

  /// The changes in `spans` grouped by style; `nil` if they are too many for that to pay.
  private static func byStyle(
    _ shown: [Cell], _ cells: [Cell], in spans: [Range<Int>]
  ) -> [[Range<Int>]]? {
    var groups: [Style: [Range<Int>]] = [:]
    var order: [Style] = []
    var count = 0
    for span in spans {
      var index = span.lowerBound
      while index < span.upperBound {
        let start = index
        let isWide = start + 1 < span.upperBound && cells[start + 1].isContinuation
        index += isWide ? 2 : 1
        let isChanged =
          cells[start] != shown[start] || (isWide && cells[start + 1] != shown[start + 1])
        guard isChanged else { continue }
        count += 1
        let style = cells[start].visibleStyle
        var group = groups[style] ?? []
        if group.isEmpty { order.append(style) }
        guard order.count <= styleLimit, count <= cells.count / 4 else { return nil }
        if let last = group.last, last.upperBound == start, start > span.lowerBound {
          group[group.count - 1] = last.lowerBound..<index
        } else {
          group.append(start..<index)
        }
        groups[style] = group
      }
    }
    return order.compactMap { groups[$0] }
  }
}

extension Cell {
  /// The style without what does not show: the colour of a blank's ink, and telling it would cost bytes.
  var visibleStyle: Style {
    guard glyph == " ", style.attributes.isDisjoint(with: [.underline, .reverse]) else { return style }
    return Style(.plain, on: style.background)
  }
}
