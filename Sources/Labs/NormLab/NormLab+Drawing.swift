import Learning
import TerminalUI

extension NormLab {
  /// Draws the batch with its averages.
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let layout = NormLayout(chromeLayout)
    table.draw(into: &frame, in: layout.table)
    if let chart = layout.chart { plot.draw(into: &frame, in: chart) }
    return content
  }

  /// The means of the batches and the running mean behind them, as far as batches are through.
  var plot: SeriesPlot {
    let position = timeline.position
    let column = column
    var plot = SeriesPlot([
      Series(
        "mean of the batch", glyph: "b", paint: .series(0),
        values: picture.moments.prefix(position).map { $0.mean[column] }, start: 1),
      Series(
        "running mean", glyph: "r", paint: .series(1),
        values: picture.running.prefix(position + 1).map { $0.mean[column] }, start: 0),
    ])
    let all = picture.moments.map { $0.mean[column] } + picture.running.map { $0.mean[column] }
    let (low, high) = (all.min() ?? 0, all.max() ?? 1)
    let margin = high > low ? (high - low) * 0.08 : 1
    plot.xRange = 0...Double(NormScene.batches)
    plot.yRange = low - margin...high + margin
    plot.valueText = { Numeral.format($0, digits: 3) }
    plot.cursor = position > 0 ? Double(position) : nil
    return plot
  }

  var table: StageTable {
    let text = { (values: [Double]) in values.map { $0.isFinite ? Numeral.format($0, digits: 4) : "nan" } }
    let batch = moment?.batch ?? settings.batch
    let isThrough = moment != nil
    let x = batch.column(focus)
    let shown = moment ?? picture.moments[0]
    func column(_ heading: String, _ values: [Double], bars rank: Int? = nil, _ paint: Paint = .plain)
      -> StageTable.Column
    {
      let most = values.filter(\.isFinite).reduce(1e-9) { max($0, abs($1)) }
      return StageTable.Column(
        heading: heading, texts: text(values), isShown: isThrough,
        bars: rank.map { StageTable.Bars(values: values, range: -most...most, rank: $0) }, paint: paint)
    }
    let first = StageTable.Column(heading: "x", texts: text(x), isShown: true)
    let columns: [StageTable.Column] =
      switch settings.view {
      case .train:
        [
          first, column("x - mean", x.map { $0 - shown.mean[self.column] }),
          column("normalised", shown.normalised.column(focus), bars: 0),
          column("output y", shown.output.column(focus), bars: 1),
        ]
      case .use:
        [
          first, column("by batch", shown.normalised.column(focus), bars: 1),
          column("by running", shown.usedNormalised.column(focus), bars: 0),
          column("output y", shown.usedOutput.column(focus)),
        ]
      case .backward:
        [
          first, column("output y", shown.output.column(focus)),
          column("gradient y", settings.upstream, .backward),
          column("gradient x", shown.gradients[focus], bars: 0, .backward),
          column("if both still", NormWords.direct(for: self, shown), .backward),
        ]
      case .scaling:
        [
          first, column("min-max", Scaling.minMax(x), bars: 1),
          column("standardised", Scaling.standardised(x), bars: 2),
          column("batch norm", shown.normalised.column(focus), bars: 0),
        ]
      }
    return StageTable(
      names: (1...batch.height).map { "sample \($0)" }, columns: columns, focus: 0,
      facts: NormWords.facts(for: self))
  }

  private var content: ChromeContent {
    let subject =
      NormWords.batch(settings) + " · \(settings.grouping == .feature ? "feature" : "place") \(focus + 1)"
    let variant =
      switch settings.view {
      case .train: "training: by the batch"
      case .use: "use: by running averages"
      case .backward: "the gradient through the batch"
      case .scaling: "three ways to scale"
      }
    return ChromeContent(
      of: self, subject: subject, variant: variant, arithmetic: NormWords.arithmetic(for: self),
      hint: NormWords.hint(for: self))
  }

  var settingsLine: SettingsLine {
    SettingsLine([
      SettingsLine.Item("v", "view", settings.view.rawValue, isChanged: settings.view != .train),
      SettingsLine.Item(
        "s", "gamma", Numeral.format(settings.scale[column]), isChanged: settings.scale[column] != 1),
      SettingsLine.Item(
        "b", "beta", Numeral.format(settings.shift[column]), isChanged: settings.shift[column] != 0),
      SettingsLine.Item(
        "x", "epsilon", short: "eps", Numeral.format(settings.epsilon), isChanged: settings.epsilon != 1e-5),
      SettingsLine.Item("d", "drift", Numeral.format(settings.drift), isChanged: settings.drift != 0),
      SettingsLine.Item("k", "by", settings.grouping.rawValue, isChanged: settings.grouping != .feature),
    ])
  }
}
