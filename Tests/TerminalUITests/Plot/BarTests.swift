import TestSupport
import Testing

@testable import TerminalUI

@Suite struct BarTests {
  /// Bars stand under the points of a plot with the same axis, however many there are.
  @Test(arguments: [1, 4, 50, 120, 1000])
  func barsStandUnderTheirPoints(_ count: Int) throws {
    let size = Size(width: 47, height: 5)
    let ends = 0...Double(count)
    let view = try #require(Viewport(minX: 0, maxX: ends.upperBound, minY: 0, maxY: 1))
    let span = Comb.Span(from: 1, within: ends)
    for number in 1...count {
      let cell = try #require(view.dot(x: Double(number), y: 0, in: size))
      #expect(span.columns(of: number - 1, width: size.width).contains(cell.x))
    }
    let comb = Comb([Double](repeating: 1, count: count), highlighted: count - 1, span: span)
    let frame = drawn(size.width, size.height) { comb.draw(into: &$0, in: $0.bounds) }
    let last = try #require(view.dot(x: Double(count), y: 0, in: size))
    #expect(frame[last.x, 4].style.foreground == .accent)
  }

  @Test func barsEndAtAnEighthOfAColumn() {
    for (length, expected) in [(0.0, ""), (0.125, "▏"), (1.5, "█▌"), (2.875, "██▉"), (3, "███")] {
      #expect(drawn(4, 1) { $0.levelBar(from: 0, to: length, y: 0, .plain) }.text == expected)
    }
    #expect(drawn(4, 1) { $0.levelBar(from: 2, to: 0.5, y: 0, .plain) }.text == "▐█")
  }

  @Test func poorerGlyphsRound() {
    #expect(
      drawn(4, 1, look: Look(glyphs: .block)) { $0.levelBar(from: 0, to: 1.6, y: 0, .plain) }.text == "█▌")
    #expect(
      drawn(4, 1, look: Look(glyphs: .ascii)) { $0.levelBar(from: 0, to: 1.6, y: 0, .plain) }.text == "##")
  }

  @Test func chartsShareOneZero() {
    let chart = BarChart([
      Bar("cat", value: 0.5, text: "0.50"), Bar("dog", value: -0.25, text: "-0.25"),
      Bar("none", value: .nan, text: "NaN"), Bar("owl", value: 0, text: "0"),
    ])
    let frame = drawn(23, 4) { chart.draw(into: &$0, in: $0.bounds) }
    #expect(
      frame.text == """
        cat      ████████  0.50
        dog  ████│        -0.25
        none     │          NaN
        owl      │            0
        """)
    #expect(frame[10, 0].style.foreground == .positive && frame[5, 1].style.foreground == .negative)
  }

  @Test func combsHangNegativeTeethFromZero() {
    let frame = drawn(8, 3) { Comb([2, 1, -1, 0.5]).draw(into: &$0, in: $0.bounds) }
    #expect(
      frame.text == """
        █
        █ █   ▄
            █
        """)
  }

  @Test func crowdedCombsKeepTheirSpikes() {
    var values = [Double](repeating: 0.1, count: 1000)
    values[503] = 1
    let frame = drawn(10, 2) { Comb(values).draw(into: &$0, in: $0.bounds) }
    #expect(frame.text == "     █\n▂▂▂▂▂█▂▂▂▂")
  }

  @Test func combsWithMissingValuesCompareWithThemselves() {
    let comb = Comb([.nan, 1])
    #expect(comb == comb)
  }

  @Test func hostileNumbersDrawWithoutATrap() {
    var random = SeededNumbers(seed: 8)
    for round in 0..<400 {
      let size = awkwardSizes[round % awkwardSizes.count]
      let values = (0..<random.next(below: 30)).map { _ in random.nastyNumber() }
      let end = random.nastyNumber()
      let range = end.isNaN ? nil : min(end, 0)...max(end, 0)
      let frame = drawn(size.width, size.height, look: allLooks[round % allLooks.count]) { frame in
        let bars = values.map { Bar("n漢", value: $0, text: "\($0)") }
        BarChart(bars, range: range).draw(into: &frame, in: frame.bounds)
        Comb(values, range: range, highlighted: random.next(below: 9)).draw(into: &frame, in: frame.bounds)
        frame.levelBar(
          from: random.nastyNumber(), to: random.nastyNumber(), y: random.next(below: 9) - 2, .plain)
        frame.uprightBar(
          x: random.next(below: 9) - 2, from: random.nastyNumber(), to: random.nastyNumber(),
          base: random.next(below: 9) - 2, .plain)
      }
      #expect(frame.faults.clippedWrites == 0, "round \(round)")
    }
  }
}
