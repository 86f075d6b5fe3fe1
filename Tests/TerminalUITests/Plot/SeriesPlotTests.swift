import TestSupport
import Testing

@testable import TerminalUI

@Suite struct SeriesPlotTests {
  static func picture(_ plot: SeriesPlot, _ width: Int, _ height: Int, look: Look = Look()) -> Frame {
    drawn(width, height, look: look) { plot.draw(into: &$0, in: $0.bounds) }
  }

  @Test func aRampWithAxesAndLegend() {
    let plot = SeriesPlot(
      [Series("loss", glyph: "A", paint: .series(0), values: (0...10).map { Double($0) })], title: "fit")
    let frame = Self.picture(plot, 34, 9)
    #expect(
      frame.text == """
        fit  A loss
        10┤                           ⣀⠤⠒A
          │                     ⣀⡠⠤⠒⠊⠉
          │                ⣀⠤⠒⠊⠉
          │          ⣀⡠⠤⠒⠒⠉
          │    ⣀⡠⠤⠒⠊⠉
         0┤⡠⠔⠊⠉
          └┴──────────────┴──────────────┴
           0              5             10
        """)
    #expect(frame.faults.isEmpty)
  }

  /// A curve that leaves the picture says so where it does, and how far it gets.
  @Test func curvesBeyondTheEdgesAreMarkedThere() {
    var plot = SeriesPlot([
      Series("", glyph: "a", paint: .series(0), values: [0, 1, 2, 50, 3000]),
      Series("", glyph: "b", paint: .series(1), values: [-7, 0, 1, 1, 1]),
      Series("", glyph: "c", paint: .series(2), values: [-9, 0, 1, 2, 3]),
    ])
    plot.yRange = 0...4
    plot.valueText = { "\(Int($0))" }
    let lines = Self.picture(plot, 40, 9).text.split(separator: "\n")
    #expect(lines[0].contains("a↑3000"))
    #expect(lines[6].contains("b↓-7 c↓-9"))
    plot.yRange = -10...3000
    let text = Self.picture(plot, 40, 9).text
    #expect(!text.contains("↑") && !text.contains("↓"))
  }

  @Test func marksWithoutRoomBesideOneAnotherStandInRows() {
    var plot = SeriesPlot(
      (0..<3).map {
        Series("", glyph: "xyz".unicodeScalars.map { $0 }[$0], paint: .series($0), values: [0, 9])
      })
    plot.yRange = 0...1
    plot.valueText = { _ in "123456789" }
    let lines = Self.picture(plot, 24, 9).text.split(separator: "\n")
    for (row, glyph) in ["x", "y", "z"].enumerated() { #expect(lines[row].contains("\(glyph)↑123456789")) }
  }

  @Test func aLongLegendTakesSeveralRows() {
    let names = ["momentum μ 0.5", "momentum μ 0.9", "adagrad", "adam"]
    let plot = SeriesPlot(
      names.enumerated().map { Series($1, glyph: "A", paint: .series($0), values: [0, 1]) })
    let lines = Self.picture(plot, 33, 14).text.split(separator: "\n")
    #expect(
      lines[0] == "A momentum μ 0.5" && lines[1] == "A momentum μ 0.9  A adagrad" && lines[2] == "A adam")
  }

  @Test func letterAndColourIdentifyEveryCurve() {
    let plot = SeriesPlot([
      Series("one", glyph: "1", paint: .series(0), values: [0, 1, 2, 3]),
      Series("two", glyph: "2", paint: .series(1), values: [0, 1, 2, 3]),
    ])
    let frame = Self.picture(plot, 30, 8)
    let marks = frame.cells.filter { $0.style.attributes == .bold }
    #expect(marks.count { $0.glyph == "1" && $0.style.foreground == .series(0) } == 2, "legend and curve")
    #expect(marks.count { $0.glyph == "2" && $0.style.foreground == .series(1) } == 2, "on a cell of its own")
  }

  @Test func inASCIICurvesAreDrawnByTheirLetters() {
    let plot = SeriesPlot([
      Series("", glyph: "a", paint: .series(0), values: [0, 0, 0]),
      Series("", glyph: "b", paint: .series(1), values: [1, 1, 1]),
    ])
    let text = Self.picture(plot, 12, 4, look: Look(glyphs: .ascii)).text
    #expect(text.hasPrefix("bbbbbbbbbbbb\n"))
    #expect(text.hasSuffix("\naaaaaaaaaaaa"))
  }

  @Test func gapsStayOpen() {
    var plot = SeriesPlot([Series("", glyph: "x", paint: .plain, values: [1, 1, .nan, 1, 1])])
    plot.yRange = 0...2
    let row = Self.picture(plot, 10, 3).text.split(separator: "\n", omittingEmptySubsequences: false)[1]
    #expect(row.contains("  "))
    #expect(row.first != " ")
  }

  @Test func decadesAreEvenlySpacedAndNumbersWithoutALogarithmLeftOut() throws {
    var plot = SeriesPlot([Series("", glyph: "x", paint: .plain, values: [100, 10, 0, -5, 1])])
    plot.yScale = .decimalLogarithm
    let axes = try #require(plot.axes)
    #expect(abs(axes.viewport.maxY - 2.08) < 1e-9 && abs(axes.viewport.minY + 0.08) < 1e-9)
  }

  @Test func nothingToDrawIsSaid() {
    #expect(Self.picture(SeriesPlot([]), 30, 5).text.contains("no values to draw"))
    let missing = SeriesPlot([Series("", glyph: "x", paint: .plain, values: [.nan, .infinity])])
    #expect(Self.picture(missing, 30, 5).text.contains("no values to draw"))
  }

  @Test func aClickFindsTheValueUnderIt() throws {
    let plot = SeriesPlot([Series("s", glyph: "x", paint: .plain, values: (0...100).map { Double($0) })])
    let area = Rect(x: 0, y: 0, width: 60, height: 15)
    let picture = try #require(plot.axes).picture(in: area.splitTop(1).rest)
    let left = try #require(plot.x(at: Point(x: picture.x, y: 5), in: area))
    let right = try #require(plot.x(at: Point(x: picture.right - 1, y: 5), in: area))
    #expect(left >= 0 && left < 2 && right > 98 && right <= 100)
    #expect(plot.x(at: Point(x: 0, y: 5), in: area) == nil)
    #expect(plot.x(at: Point(x: 30, y: 14), in: area) == nil)
  }

  @Test func cursorAndRulesAreDrawn() {
    var plot = SeriesPlot([Series("", glyph: "x", paint: .series(0), values: [0, 4])])
    plot.cursor = 0.5
    plot.rules = [.init(.level(3), paint: .hint), .init(.upright(0.75), paint: .wrong)]
    let frame = Self.picture(plot, 40, 12)
    for paint in [Paint.accent, .hint, .wrong, .series(0)] {
      #expect(frame.cells.contains { $0.style.foreground == paint && $0.glyph != " " })
    }
  }

  @Test func hostileCurvesDrawWithoutATrap() {
    var random = SeededNumbers(seed: 5)
    for round in 0..<300 {
      let series = (0..<random.next(below: 5)).map { number in
        let ys = (0..<random.next(below: 40)).map { _ in random.nastyNumber() }
        let form: Series.Form = random.next(below: 3) == 0 ? .marks : .line
        return random.next(below: 2) == 0
          ? Series(
            "é\(number)", glyph: "漢", paint: .series(number), form: form, values: ys,
            start: random.nastyNumber(), step: random.nastyNumber())
          : Series(
            "s", glyph: "s", paint: .series(number), form: form,
            xs: (0..<random.next(below: 40)).map { _ in random.nastyNumber() }, ys: ys)
      }
      var plot = SeriesPlot(series, title: "hostile")
      plot.xScale = random.next(below: 2) == 0 ? .linear : .decimalLogarithm
      plot.yScale = random.next(below: 2) == 0 ? .linear : .decimalLogarithm
      plot.cursor = random.nastyNumber()
      plot.rules = [.init(.level(random.nastyNumber())), .init(.upright(random.nastyNumber()))]
      let end = random.nastyNumber()
      if round % 3 == 0, !end.isNaN { plot.yRange = min(end, 1)...max(end, 1) }
      let size = round % 7 == 0 ? awkwardSizes[round % awkwardSizes.count] : Size(width: 50, height: 14)
      let frame = Self.picture(plot, size.width, size.height, look: allLooks[round % allLooks.count])
      #expect(frame.faults.isEmpty, "round \(round)")
    }
  }
}
