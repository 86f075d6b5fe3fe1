import Learning

/// What `strider image` says in words.
struct ImageReport {
  /// The finished text.
  let report: Report

  /// A report on `filtered`, made of the picture called `title`, and written to the file `path` if there is one.
  init(_ title: String, _ filtered: FilteredPicture, savedTo path: String?) {
    let picture = filtered.picture
    let names = filtered.kernels.map { Echo.escape($0.title) }
    var report = Report(
      "The picture \(Echo.escape(title)) filtered with \(names.joined(separator: ", then with "))")
    report.pairs([
      (
        "picture",
        "\(picture.extent.product) (height x width), \(picture.channelNames.joined(separator: ", ")), "
          + "0 is black, \(picture.maximum) white"
      )
    ])
    for (kernel, geometry) in zip(filtered.kernels, filtered.geometries) {
      report.section("Kernel \(Echo.escape(kernel.title)), \(kernel.grid.extent.product)")
      report.rows(kernel.grid, digits: 4)
      report.pairs([
        ("sum", "\(Self.text(kernel.grid.cells.reduce(0, +))), \(Self.meaning(of: kernel.grid))"),
        ("size", geometry.formula),
      ])
    }
    report.section("Response, \(filtered.extent.product)")
    report.table(
      ["channel", "minimum", "maximum", "mean"],
      picture.channelNames.indices.map { channel in
        [picture.channelNames[channel]]
          + [filtered.minima[channel], filtered.maxima[channel], filtered.means[channel]].map(Self.text)
      })
    let (below, above) = filtered.outside
    if below + above > 0 {
      report.line(
        "  \(Numeral.grouped(below)) below 0 and \(Numeral.grouped(above)) above \(picture.maximum): "
          + "a picture cannot show these, and \(path == nil ? "--to clamps" : "they were clamped") them")
    }
    if let path { report.line("  written to \(Echo.escape(path))") }
    self.report = report
  }

  private static func text(_ value: Double) -> String { Numeral.format(value, digits: 6) }

  private static func meaning(of kernel: Grid) -> String {
    let sum = kernel.cells.reduce(0, +)
    let size = kernel.cells.reduce(0) { $0 + abs($1) }
    if abs(sum) <= 1e-12 * size { return "so an even area gives 0: it answers where brightness changes" }
    if abs(sum - 1) <= 1e-12 * size { return "so an even area keeps its brightness" }
    return "so an even area gets \(text(sum)) times its brightness"
  }
}
