import TestSupport
import Testing

@testable import TerminalUI

@Suite("Shades behind numbers")
struct GridShadeTests {
  private static let shades: [Paint] = (0...15).map { Paint.shade(Double($0) / 15) }
  private static let paints =
    shades + shades.map(\.marked) + (-15...15).map { Paint.signedShade(Double($0) / 15) }

  /// The relative luminance of a colour as WCAG defines it, in 0 ... 1.
  private static func luminance(_ colour: Colour) -> Double {
    func linear(_ value: UInt8) -> Double {
      let part = Double(value) / 255
      return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    // x^2.4 by Newton's method on the fifth root of x^12.
    func power(_ x: Double) -> Double {
      let target = x * x * x * x * x * x * x * x * x * x * x * x
      var root = x * x
      for _ in 0..<40 where root > 0 {
        let fourth = root * root * root * root
        root -= (root * fourth - target) / (5 * fourth)
      }
      return root
    }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }

  @Test(arguments: Theme.all.map(\.name))
  func theInkIsReadOnEveryShade(_ name: String) throws {
    let theme = try #require(Theme.named(name))
    let ink = Self.luminance(theme.ink)
    for paint in Self.paints {
      let shade = Self.luminance(theme[background: paint])
      let contrast = (max(ink, shade) + 0.05) / (min(ink, shade) + 0.05)
      #expect(contrast >= 4.5, "\(contrast)")
    }
  }

  @Test(arguments: Theme.all.map(\.name))
  func aLargerNumberIsABrighterCell(_ name: String) throws {
    let theme = try #require(Theme.named(name))
    for paints in [Self.shades, Self.shades.map(\.marked)] {
      let levels = paints.map { Self.luminance(theme[background: $0]) }
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  /// A shade like the paper would look like a hole in the grid.
  @Test(arguments: Theme.all) func noShadeIsThePaper(_ theme: Theme) {
    for paint in Self.shades {
      let contrast = theme[background: paint].contrast(with: theme.paper)
      #expect(contrast >= 1.08, "\(theme): \(paint.index)")
    }
  }

  @Test(arguments: GridSpacing.allCases) func allColumnsAreAsWide(_ spacing: GridSpacing) {
    let view = GridView(rows: 2, columns: 3, columnWidth: 2, spacing: spacing)
    var frame = Frame(size: view.size)
    view.draw(into: &frame, in: frame.bounds) { _, column in
      var cell = GridCell("1")
      cell.shade = .shade(Double(column) / 2)
      return cell
    }
    let counts = [0, 0.5, 1].map { fraction in
      frame.cells.count { $0.style.background == .shade(fraction) }
    }
    #expect(Set(counts).count == 1 && counts[0] > 0, "\(spacing): \(counts)")
  }

  private func drawn(_ look: Look, spacing: GridSpacing = .regular) -> Frame {
    var frame = Frame(size: Size(width: 24, height: 12), look: look)
    GridView(rows: 2, columns: 2, columnWidth: 2, spacing: spacing).draw(into: &frame, in: frame.bounds) {
      row, column in
      var cell = GridCell("\(row + column)", Style(.positive, on: row == 0 ? .window : .plain))
      (cell.shade, cell.isAmongShades) = (.shade(Double(row + column) / 2), true)
      return cell
    }
    return frame
  }

  @Test(arguments: GridSpacing.allCases)
  func aMarkedCellIsWholeInItsShadeOfTheMark(_ spacing: GridSpacing) {
    let frame = drawn(Look(), spacing: spacing)
    for number in 0...1 {
      let shade = Paint.shade(Double(number) / 2).marked
      let cells = frame.cells.filter { $0.style.background == shade }
      #expect(cells.contains { $0.glyph.description == "\(number)" && $0.style.attributes.contains(.bold) })
      #expect(cells.count >= 3)
    }
    // Nothing but the shades of the first row's two numbers and of the second's.
    let backgrounds = Set(frame.cells.map(\.style.background))
    let shades = [0, 0.5].map { Paint.shade($0).marked } + [0.5, 1].map { Paint.shade($0) }
    #expect(backgrounds == Set(shades + [.plain]))
  }

  @Test func whereHuesAreSignsTheMarkHasOnePaint() {
    #expect(Set([-1, 0, 0.5].map { Paint.signedShade($0).marked }).count == 1)
    #expect(Set([0, 0.5, 1].map { Paint.shade($0).marked }).count == 3)
  }

  @Test(arguments: [Look(isColoured: false), Look(hasShades: false)])
  func withoutColoursThereAreNone(_ look: Look) {
    let cells = drawn(look).cells
    #expect(cells.contains { $0.style.background == .window })
    #expect(cells.contains { $0.glyph == "1" && $0.style.foreground == .positive })
    #expect(!cells.contains { $0.style.background.index >= 193 })
  }

  @Test(arguments: GridSpacing.allCases)
  func everySpacingDrawsWithinItsSize(_ spacing: GridSpacing) {
    let view = GridView(
      rows: 2, columns: 2, columnWidth: 2, spacing: spacing,
      box: GridBox(around: GridPosition(row: 1, column: 1)))
    var frame = Frame(size: view.size)
    view.draw(into: &frame, in: frame.bounds) { _, _ in
      var cell = GridCell("1")
      cell.shade = .shade(1)
      return cell
    }
    #expect(frame.faults.isEmpty)
    let layout = view.layout(in: frame.bounds)
    #expect(layout.bounds.size == view.size)
    #expect(layout.visibleRows == 0..<2 && layout.visibleColumns == 0..<2)
    // Every row that belongs to a cell is a place to click on it.
    let place = layout.rect(of: GridPosition(row: 1, column: 0))
    #expect(
      place.map { layout.cell(at: Point(x: $0.x, y: $0.y - spacing.padRows)) }
        == GridPosition(row: 1, column: 0))
  }
}
