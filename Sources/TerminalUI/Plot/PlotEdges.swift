/// Says of every curve that leaves a plot at its upper or lower edge that it does, where, and how far it gets: `B↑ 1e9`.
struct PlotEdges {
  /// An edge that a curve goes beyond.
  private struct Exit {
    let series: Series
    let isUpper: Bool
    /// The place in x where it is out first, and the place in y farthest out.
    let x: Double
    var farthest: Double
  }

  private let exits: [Exit]
  private let view: Viewport
  private let text: (Double) -> String

  /// The edges of a plot whose `curves` are given in places along its axes.
  init(_ plot: SeriesPlot, _ curves: [[(x: Double, y: Double)]], _ view: Viewport) {
    self.view = view
    text = { plot.valueText(plot.yScale.value(at: $0)) }
    exits = zip(plot.series, curves).flatMap { series, places in
      series.form == .line ? PlotEdges.exits(of: series, places, view) : []
    }
  }

  private static func exits(of series: Series, _ places: [(x: Double, y: Double)], _ view: Viewport) -> [Exit]
  {
    var (upper, lower): (Exit?, Exit?)
    for place in places where place.x >= view.minX && place.x <= view.maxX && place.y.isFinite {
      if place.y > view.maxY {
        var exit = upper ?? Exit(series: series, isUpper: true, x: place.x, farthest: place.y)
        exit.farthest = max(exit.farthest, place.y)
        upper = exit
      } else if place.y < view.minY {
        var exit = lower ?? Exit(series: series, isUpper: false, x: place.x, farthest: place.y)
        exit.farthest = min(exit.farthest, place.y)
        lower = exit
      }
    }
    return [upper, lower].compactMap { $0 }
  }

  /// Writes the marks into the rows at the edges of `picture`, beside one another, and where there is no more room into
  /// the rows next to them.
  func draw(into frame: inout Frame, in picture: Rect) {
    for isUpper in [true, false] {
      var (free, row) = (picture.x, 0)
      for exit in exits.filter({ $0.isUpper == isUpper }).sorted(by: { $0.x < $1.x }) {
        let value = text(exit.farthest)
        let columns = 2 + TextWidth.columns(of: value)
        guard let cell = view.dot(x: exit.x, y: view.minY, in: picture.size), columns <= picture.width else {
          continue
        }
        var x = max(free, min(picture.x + cell.x, picture.right - columns))
        if x + columns > picture.right {
          (x, row) = (min(picture.x + cell.x, picture.right - columns), row + 1)
        }
        guard row < picture.height else { return }
        let y = isUpper ? picture.y + row : picture.bottom - 1 - row
        let glyph = exit.series.glyph
        frame.put(
          TextWidth.columns(of: glyph) == 1 ? glyph : " ", x: x, y: y, Style(exit.series.paint, .bold))
        frame.put(isUpper ? "↑" : "↓", x: x + 1, y: y, Style(exit.series.paint, .bold))
        frame.write(value, x: x + 2, y: y, Style(exit.series.paint))
        if x + columns < picture.right { frame.put(" ", x: x + columns, y: y) }
        free = x + columns + 1
      }
    }
  }
}
