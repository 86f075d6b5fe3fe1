import Learning
import TerminalUI

extension TrainLab {
  /// Draws what the view shows and the numbers at work.
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let layout = chromeLayout
    switch viewState.view {
    case .curves: TrainCurves(self).draw(into: &frame, in: layout.body)
    case .filters: FilterTiles(self).draw(into: &frame)
    case .inside: InsideView(self).draw(into: &frame)
    case .confusion where viewState.isListing: DigitTiles(self).draw(into: &frame)
    case .confusion:
      let table = ConfusionTable(self, in: layout.body)
      table.draw(into: &frame)
      let rest = table.rest(of: layout.body)
      if rest.width >= 10 { DigitTiles(self, in: rest).draw(into: &frame) }
    case .mistakes: DigitTiles(self).draw(into: &frame)
    case .gradients: GradientBars(self).draw(into: &frame, in: layout.body)
    }
    return content
  }

  private var content: ChromeContent {
    ChromeContent(
      of: self, subject: TrainWords.subject(self), variant: TrainWords.variant(self),
      arithmetic: TrainWords.arithmetic(self), hint: TrainWords.hint(for: self),
      footer: isInPicture ? TrainBindings.picture.footer : Self.bindings.footer)
  }

  var settingsLine: SettingsLine {
    let now = run.trainer.settings
    var items = [SettingsLine.Item("v", "", viewState.view.rawValue, isChanged: viewState.view != .curves)]
    switch viewState.view {
    case .inside:
      items.append(SettingsLine.Item("d", run.noun, "\(viewState.digit + 1) of \(run.shown.count)"))
    case .filters: items.append(SettingsLine.Item("k", "filter", "\(map + 1) of \(mapCount)"))
    case .curves, .confusion, .mistakes, .gradients: break
    }
    items += [
      SettingsLine.Item(
        "l", "rate", Numeral.format(now.optimizer.learningRate, digits: 3),
        isChanged: !setup.changes.isEmpty),
      SettingsLine.Item("o", "", now.optimizer.name, isChanged: now.optimizer.name != "adam"),
      SettingsLine.Item("b", "batch", "\(setup.batch)", isChanged: setup.batch != 32),
      SettingsLine.Item(
        "z", "decay", Numeral.format(now.optimizer.rule.weightDecay, digits: 2),
        isChanged: now.optimizer.rule.weightDecay > 0),
      SettingsLine.Item(
        "a", "pictures", short: "",
        setup.augmentation.isNone ? "unchanged" : setup.augmentation.description,
        isChanged: !setup.augmentation.isNone),
    ]
    if setup.schedule != .constant {
      items.append(SettingsLine.Item("j", "", setup.schedule.name, isChanged: true))
    }
    items.append(
      setup.weights.map { SettingsLine.Item("W", "from", $0.path, isChanged: true) }
        ?? SettingsLine.Item(
          "x", "start", short: "", setup.start.rawValue, isChanged: setup.start != .he))
    if pace > 1 {
      items.append(SettingsLine.Item("p", "a tick", "\(pace)", isChanged: true))
    }
    return SettingsLine(items)
  }

  var paragraph: String { TrainWords.paragraph(for: self) }

  var helpSections: [HelpSection] { TrainBindings.lab.help + TrainBindings.picture.help }
}
