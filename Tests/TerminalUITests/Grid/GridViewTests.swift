import TestSupport
import Testing

@testable import TerminalUI

@Suite struct GridViewTests {
  /// The lecture's 7x7 grid with a ring of padding.
  static let padded: [[Int]] = [
    [0, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 2, 1, 3, 4, 3, 2, 0, 0],
    [0, 1, 1, 2, 4, 5, 4, 1, 0],
    [0, 3, 0, 0, 1, 2, 3, 4, 0],
    [0, 4, 5, 2, 1, 1, 2, 3, 0],
  ]

  static func padded(_ row: Int, _ column: Int) -> GridCell { GridCell("\(padded[row][column])") }

  @Test func theWindowPushesRowsApart() {
    let view = GridView(
      rows: 5, columns: 9, columnWidth: 1, box: GridBox(rows: 2..<5, columns: 2..<5))
    let frame = drawn(view.size.width, view.size.height) {
      view.draw(into: &$0, in: $0.bounds, cell: Self.padded)
    }
    #expect(
      frame.text == """
          0  0  0  0  0  0  0  0  0
          0  2  1  3  4  3  2  0  0
              ┌─────────┐
          0  1│ 1  2  4 │5  4  1  0
          0  3│ 0  0  1 │2  3  4  0
          0  4│ 5  2  1 │1  2  3  0
              └─────────┘
        """)
    #expect(frame.faults.isEmpty)
  }

  @Test func roomyRowsLetTheBoxUseTheirGaps() {
    let values = ["-2", "0", "·", "6"]
    let view = GridView(
      rows: 2, columns: 2, columnWidth: 2, spacing: .roomy,
      box: GridBox(around: GridPosition(row: 0, column: 1)))
    let frame = drawn(view.size.width, view.size.height) { frame in
      view.draw(into: &frame, in: frame.bounds) { row, column in GridCell(values[row * 2 + column]) }
    }
    #expect(
      frame.text == """
             ┌────┐
          -2 │  0 │
             └────┘
           ·    6

        """)
  }

  @Test func tightGridsDrawTheBoxInTheirOnlyGap() {
    let view = GridView(
      rows: 3, columns: 4, columnWidth: 1, spacing: .tight, box: GridBox(rows: 1..<3, columns: 0..<2))
    let frame = drawn(9, 5) { frame in
      view.draw(into: &frame, in: frame.bounds) { row, column in GridCell("\(row + column)") }
    }
    #expect(
      frame.text == """
         0 1 2 3
        ┌───┐
        │1 2│3 4
        │2 3│4 5
        └───┘
        """)
  }

  @Test func withoutRulesOnlyTheSidesAreDrawn() {
    let view = GridView(
      rows: 3, columns: 3, columnWidth: 1, box: GridBox(rows: 0..<2, columns: 1..<3), hasRules: false)
    let frame = drawn(11, 3) { frame in
      view.draw(into: &frame, in: frame.bounds) { row, column in GridCell("\(row * 3 + column)") }
    }
    #expect(
      frame.text == """
          0│ 1  2 │
          3│ 4  5 │
          6  7  8
        """)
  }

  @Test func nothingMovesOutsideWhenTheBoxDoes() {
    var view = GridView(rows: 7, columns: 7, columnWidth: 2)
    let area = Rect(x: 3, y: 2, width: 60, height: 20)
    let size = view.size
    for row in 0..<5 {
      for column in 0..<5 {
        view.box = GridBox(rows: row..<row + 3, columns: column..<column + 3)
        #expect(view.size == size)
        #expect(view.layout(in: area).bounds.size == size)
      }
    }
  }

  @Test func aLargeGridShowsThePartAroundItsFocus() {
    var view = GridView(
      rows: 30, columns: 30, columnWidth: 3, box: GridBox(rows: 14..<16, columns: 14..<16))
    func picture() -> String {
      drawn(27, 8) { frame in
        view.draw(into: &frame, in: frame.bounds) { row, column in GridCell("\(row * 10 + column)") }
      }.text
    }
    #expect(
      picture() == """
          … 13 above
        …   143  144  145  146   …
               ┌──────────┐
        …   153│ 154  155 │156   …
        …   163│ 164  165 │166   …
               └──────────┘
        …   173  174  175  176   …
          … 13 below
        """)
    view.box = nil
    view.focus = GridPosition(row: 0, column: 0)
    #expect(
      picture() == """

            0    1    2    3   …
           10   11   12   13   …
           20   21   22   23   …
           30   31   32   33   …
           40   41   42   43   …

          … 25 below
        """)
  }

  @Test func everyVisibleCellIsHitWhereItIsDrawn() throws {
    for spacing in GridSpacing.allCases {
      for focus in [0, 11, 23] {
        let view = GridView(
          rows: 24, columns: 24, columnWidth: 2, spacing: spacing,
          box: GridBox(rows: focus..<focus + 1, columns: focus..<focus + 1))
        let layout = view.layout(in: Rect(x: 5, y: 3, width: 41, height: 13))
        #expect(layout.visibleRows.contains(focus) && layout.visibleColumns.contains(focus))
        for row in layout.visibleRows {
          for column in layout.visibleColumns {
            let cell = GridPosition(row: row, column: column)
            let rect = try #require(layout.rect(of: cell))
            for x in rect.x..<rect.right { #expect(layout.cell(at: Point(x: x, y: rect.y)) == cell) }
          }
        }
        #expect(layout.rect(of: GridPosition(row: -1, column: 0)) == nil)
        #expect(layout.cell(at: Point(x: 0, y: 0)) == nil)
      }
    }
  }

  @Test func aSharedBackgroundIsOneBlock() {
    let view = GridView(rows: 2, columns: 2, columnWidth: 1, spacing: .roomy)
    let frame = drawn(view.size.width, view.size.height) { frame in
      view.draw(into: &frame, in: frame.bounds) { _, _ in GridCell("1", Style(.plain, on: .window)) }
    }
    let block = Rect(x: 1, y: 1, width: 7, height: 3)
    for y in 0..<frame.size.height {
      for x in 0..<frame.size.width {
        let isInside = block.contains(Point(x: x, y: y))
        #expect((frame[x, y].style.background == .window) == isInside, "\(x), \(y)")
      }
    }
  }

  @Test func hatchedCellsAreFilled() {
    let view = GridView(rows: 1, columns: 3, columnWidth: 1, hasRules: false)
    let frame = drawn(11, 1) { frame in
      view.draw(into: &frame, in: frame.bounds) { _, column in
        GridCell("\(column)", column == 2 ? Style(.unused) : .plain, hatch: column == 2 ? "╱" : nil)
      }
    }
    #expect(frame.text == "  0  1 ╱2╱")
  }

  @Test func projectedBoxesAreThick() {
    let view = GridView(rows: 1, columns: 1, columnWidth: 1, box: GridBox(rows: 0..<1, columns: 0..<1))
    let frame = drawn(5, 3, look: Look(isProjected: true)) { frame in
      view.draw(into: &frame, in: frame.bounds) { _, _ in GridCell("7") }
    }
    #expect(
      frame.text == """
        ┏━━━┓
        ┃ 7 ┃
        ┗━━━┛
        """)
  }

  @Test func awkwardPlacesAndBoxesAreHarmless() {
    let boxes: [GridBox?] = [
      nil, GridBox(rows: 0..<0, columns: 0..<0), GridBox(rows: -5..<2, columns: 20..<30),
      GridBox(rows: 0..<100, columns: 0..<100), GridBox(rows: 9..<12, columns: 3..<4),
    ]
    for size in awkwardSizes + [Size(width: 31, height: 9)] {
      for spacing in GridSpacing.allCases {
        for (rows, columns) in [(0, 0), (1, 1), (3, 40), (40, 3), (12, 12)] {
          for box in boxes {
            for hasRules in [true, false] {
              let view = GridView(
                rows: rows, columns: columns, columnWidth: 4, spacing: spacing, box: box,
                hasRules: hasRules, focus: box == nil ? GridPosition(row: 99, column: -3) : nil)
              let frame = drawn(size.width, size.height) { frame in
                view.draw(into: &frame, in: frame.bounds) { row, column in
                  #expect(row >= 0 && row < rows && column >= 0 && column < columns)
                  return GridCell("\(row)·\(column)", Style(.plain, on: .window), hatch: "╱")
                }
              }
              #expect(
                frame.faults.isEmpty, "\(size) \(spacing) \(rows)x\(columns) \(String(describing: box))")
            }
          }
        }
      }
    }
  }
}
