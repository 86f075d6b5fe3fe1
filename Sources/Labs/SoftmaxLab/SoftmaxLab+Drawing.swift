import Learning
import TerminalUI

extension SoftmaxLab {
  /// Draws the table of stages with what stands under it.
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let layout = chromeLayout
    table.draw(into: &frame, in: layout.body)
    return content
  }

  var table: StageTable {
    let names = settings.logits.indices.map { index in
      settings.view.isBinary ? "\(index + 1)" : index == settings.target ? "\(index) true" : "\(index)"
    }
    return StageTable(names: names, columns: columns, focus: focus, facts: SoftmaxWords.facts(for: self))
  }

  private var columns: [StageTable.Column] {
    let position = timeline.position
    let text = { (values: [Double]) in values.map { Numeral.format($0, digits: 3) } }
    let scores = StageTable.Column(
      heading: "score z", texts: settings.scores.map(SoftmaxWords.text), isShown: true,
      bars: StageTable.Bars(values: settings.scores, range: scoreRange, rank: 1, takesClicks: true))
    switch settings.view {
    case .stable:
      return [
        scores,
        StageTable.Column(
          heading: "z/T", texts: picture.stable.scaled.map(SoftmaxWords.text), isShown: position >= 1),
        StageTable.Column(heading: "z/T-m", texts: text(picture.stable.lowered), isShown: position >= 2),
        StageTable.Column(heading: "e^", texts: text(picture.stable.powers), isShown: position >= 3),
        probabilityColumn("p", after: 4),
        StageTable.Column(
          heading: "gradient", texts: text(picture.stable.gradient), isShown: position >= 6,
          bars: StageTable.Bars(values: picture.stable.gradient, range: gradientRange, rank: 2),
          paint: .backward),
      ]
    case .naive:
      return [
        scores,
        StageTable.Column(
          heading: "z/T", texts: picture.stable.scaled.map(SoftmaxWords.text), isShown: position >= 1),
        StageTable.Column(heading: "e^(z/T)", texts: picture.naive.powers, isShown: position >= 2),
        StageTable.Column(
          heading: "as it stands", texts: picture.naive.probabilities, isShown: position >= 4),
        StageTable.Column(heading: "e^(z/T-m)", texts: text(picture.stable.powers), isShown: position >= 5),
        probabilityColumn("stable", after: 6),
      ]
    case .binary:
      return [
        scores,
        StageTable.Column(
          heading: "a = σ(z)", texts: text(picture.binary.samples), isShown: position >= 1,
          bars: StageTable.Bars(values: picture.binary.samples, range: 0...1, rank: 0)),
        StageTable.Column(
          heading: "label y", texts: settings.labels.map { $0 ? "1" : "0" }, isShown: position >= 2),
        StageTable.Column(
          heading: "its loss", texts: text(picture.binary.terms), isShown: position >= 3,
          bars: StageTable.Bars(
            values: picture.binary.terms, range: 0...max(1, picture.binary.terms.max() ?? 1), rank: 2)),
      ]
    }
  }

  private func probabilityColumn(_ heading: String, after stage: Int) -> StageTable.Column {
    StageTable.Column(
      heading: heading, texts: picture.stable.probabilities.map { Numeral.format($0, digits: 3) },
      isShown: timeline.position >= stage,
      bars: StageTable.Bars(values: picture.stable.probabilities, range: 0...1, rank: 0))
  }

  /// Room for the scores, and some to drag them into.
  private var scoreRange: ClosedRange<Double> {
    let (low, high) = (settings.scores.min() ?? 0, settings.scores.max() ?? 0)
    return min(-1, low - 1)...max(1, high + 1)
  }

  private var gradientRange: ClosedRange<Double> {
    let most = picture.stable.gradient.reduce(1 / settings.temperature) { max($0, abs($1)) }
    return -most...most
  }

  private var content: ChromeContent {
    let subject =
      settings.view.isBinary
      ? Plural.count(settings.logits.count, "sample") + " of two classes"
      : Plural.count(settings.logits.count, "class", plural: "classes")
        + " · class \(settings.target) is true"
    let variant =
      switch settings.view {
      case .stable: "the largest taken away first"
      case .naive: "the formula as it stands"
      case .binary: "binary, with a penalty"
      }
    return ChromeContent(
      of: self, subject: subject, variant: variant, arithmetic: SoftmaxWords.arithmetic(for: self),
      hint: SoftmaxWords.hint(for: self))
  }

  var settingsLine: SettingsLine {
    var items = [
      SettingsLine.Item("v", "view", settings.view.rawValue, isChanged: settings.view != .stable),
      SettingsLine.Item("s", "score", SoftmaxWords.text(settings.scores[focus])),
      SettingsLine.Item("a", "added", Numeral.format(settings.shift), isChanged: settings.shift != 0),
    ]
    if settings.view.isBinary {
      items += [
        SettingsLine.Item("o", "label", settings.labels[focus] ? "1" : "0"),
        SettingsLine.Item("b", "lambda", Numeral.format(settings.lambda), isChanged: settings.lambda != 0.1),
      ]
    } else {
      items += [
        SettingsLine.Item("o", "true", "\(settings.target)", isChanged: settings.target != 0),
        SettingsLine.Item(
          "h", "temperature", short: "T", Numeral.format(settings.temperature),
          isChanged: settings.temperature != 1),
      ]
    }
    return SettingsLine(items)
  }
}
