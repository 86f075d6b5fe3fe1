import TerminalUI

/// The cells that must be written to turn one screenful into another.
///
/// A change of colour takes more bytes than most of what is written in it. So the changes of each style come together:
/// all strokes of a window that moved, then all digits. Where there are many styles, as in a heat map, rows are written
/// as they are.
enum ScreenChanges {
  /// More styles than this are written row by row.
  static let styleLimit = 40

  /// What turns `shown` into `cells`, both in rows of `width`: ranges within rows, of whole glyphs, one group after the
  /// other.
  static func groups(from shown: [Cell], to cells: [Cell], width: Int) -> [[Range<Int>]] {
    let rows = stride(from: 0, to: cells.count, by: max(1, width)).map { $0..<$0 + width }
    let changed = rows.filter { cells[$0] != shown[$0] }
    var groups: [[Range<Int>]] = []
    var numbers: [Style: Int] = [:]
    for row in changed {
      var end = row.lowerBound
      while end < row.upperBound {
        let start = end
        repeat { end += 1 } while end < row.upperBound && cells[end].isContinuation
        guard cells[start..<end] != shown[start..<end] else { continue }
        let style = cells[start].visibleStyle
        let number = numbers[style] ?? groups.count
        if number == groups.count {
          guard number < styleLimit else { return [changed] }
          numbers[style] = number
          groups.append([])
        }
        if let last = groups[number].last, last.upperBound == start, start > row.lowerBound {
          groups[number][groups[number].count - 1] = last.lowerBound..<end
        } else {
          groups[number].append(start..<end)
        }
      }
    }
    return groups
  }
}

extension Cell {
  /// The style without what does not show: the colour of a blank's ink, and telling it would cost bytes.
  var visibleStyle: Style {
    guard glyph == " ", style.attributes.isDisjoint(with: [.underline, .reverse]) else { return style }
    return Style(.plain, on: style.background)
  }
}
