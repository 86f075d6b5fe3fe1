/// The title of a plot and the legend of its curves, in as many rows as it takes, but at most a quarter of the plot.
struct PlotHeader {
  private let title: String
  private let entries: [Series]

  init(_ plot: SeriesPlot) {
    title = plot.title
    entries = plot.series.filter { !$0.name.isEmpty }
  }

  /// Where the entries begin, row by row, when rows have `width` columns; those wider than a row are left out.
  private func places(width: Int) -> [(entry: Series, x: Int, row: Int)] {
    var (x, row) = (title.isEmpty ? 0 : TextWidth.columns(of: title) + 2, 0)
    var places: [(entry: Series, x: Int, row: Int)] = []
    for entry in entries {
      let columns = 2 + TextWidth.columns(of: entry.name)
      if x + columns > width { (x, row) = (0, row + (x > 0 ? 1 : 0)) }
      guard columns <= width else { continue }
      places.append((entry, x, row))
      x += columns + 2
    }
    return places
  }

  /// The rows that the header takes of a plot drawn in `area`.
  func rows(in area: Rect) -> Int {
    guard area.height >= 4, !title.isEmpty || !entries.isEmpty else { return 0 }
    return min((places(width: area.width).last?.row ?? 0) + 1, max(1, area.height / 4))
  }

  func draw(into frame: inout Frame, in area: Rect) {
    guard !area.isEmpty else { return }
    frame.write(title, x: area.x, y: area.y, .heading, limit: area.width)
    for place in places(width: area.width) where place.row < area.height {
      let (x, y) = (area.x + place.x, area.y + place.row)
      frame.put(place.entry.glyph, x: x, y: y, Style(place.entry.paint, .bold))
      frame.write(place.entry.name, x: x + 2, y: y, Style(place.entry.paint))
    }
  }
}
