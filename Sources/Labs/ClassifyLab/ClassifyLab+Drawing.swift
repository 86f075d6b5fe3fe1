import Learning
import TerminalUI

extension ClassifyLab {
  /// Draws the plane, what stands beside it, and the weight in focus.
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let layout = ClassifyLayout(self)
    drawMap(into: &frame, in: layout.map)
    UnitPictures(self).draw(into: &frame, in: layout.units)
    WeightTable(self).draw(into: &frame, in: layout.weights)
    LossCurves(self).draw(into: &frame, in: layout.curves)
    return content
  }

  private func drawMap(into frame: inout Frame, in area: Rect) {
    let room = PlotAxes(run.viewport).draw(into: &frame, in: area)
    guard !room.isEmpty else { return }
    moment.region.draw(into: &frame, in: room, ceiling: frame.look.isColoured ? 0.7 : 0.5, isFine: true)
    draw(run.data.test, isLearned: false, into: &frame, in: room)
    draw(run.data.training, isLearned: true, into: &frame, in: room)
  }

  /// A point is the shape of its class, filled if it is learned from, on the shade of its cell.
  private func draw(_ examples: Examples, isLearned: Bool, into frame: inout Frame, in room: Rect) {
    for index in 0..<examples.count {
      let point = examples[index]
      guard let cell = run.viewport.dot(x: point[0], y: point[1], in: room.size) else { continue }
      let (x, y) = (room.x + cell.x, room.y + cell.y)
      let behind = frame[x, y].style.background
      frame.put(
        PointMark.glyph(ofClass: examples.classes[index], isLearned: isLearned), x: x, y: y,
        Style(.plain, on: behind, isLearned ? .bold : []))
    }
  }

  private var content: ChromeContent {
    ChromeContent(
      of: self, subject: ClassifyWords.subject(self), variant: ClassifyWords.variant(self),
      arithmetic: ClassifyWords.arithmetic(self), hint: ClassifyWords.hint(for: self),
      footer: isAmongWeights ? ClassifyBindings.weights.footer : Self.bindings.footer)
  }

  var settingsLine: SettingsLine {
    let now = run.trainer.settings
    var items = [
      SettingsLine.Item("v", "", viewState.view.rawValue, isChanged: viewState.view != .units),
      SettingsLine.Item(
        "l", "rate", short: "lr", Numeral.format(now.optimizer.learningRate, digits: 3),
        isChanged: !setup.changes.isEmpty),
    ]
    if let form = setup.form {
      let hidden = form.hidden.map(String.init).joined(separator: "-")
      items.append(SettingsLine.Item("k", "hidden", short: "", hidden.isEmpty ? "none" : hidden))
      if let activation = form.activation {
        items.append(SettingsLine.Item("a", "", activation.description.lowercased()))
      }
    }
    items += [
      SettingsLine.Item("b", "batch", "\(setup.batch)", isChanged: setup.batch != 10),
      SettingsLine.Item(
        "z", "decay", Numeral.format(now.optimizer.rule.weightDecay, digits: 2),
        isChanged: now.optimizer.rule.weightDecay > 0),
    ]
    if let dropout = setup.form?.dropout {
      items.append(
        SettingsLine.Item(
          "f", "dropout", short: "drop", Numeral.format(dropout, digits: 2), isChanged: dropout > 0))
    }
    if setup.points.source.isDrawn {
      items.append(SettingsLine.Item("h", "noise", Numeral.format(setup.points.noise, digits: 2)))
    }
    if setup.schedule != .constant {
      items.append(SettingsLine.Item("j", "", setup.schedule.name, isChanged: true))
    }
    if pace > 1 {
      items.append(SettingsLine.Item("]", "a tick", Numeral.grouped(pace), isChanged: true))
    }
    return SettingsLine(items)
  }

  var paragraph: String { ClassifyWords.paragraph(for: self) }

  var helpSections: [HelpSection] { ClassifyBindings.lab.help + ClassifyBindings.weights.help }
}

/// How points of a class are told apart: by shape, and filled if they are learned from.
enum PointMark {
  private static let learned: [Unicode.Scalar] = ["●", "▲", "■", "◆"]
  private static let others: [Unicode.Scalar] = ["○", "△", "□", "◇"]

  static func glyph(ofClass number: Int, isLearned: Bool) -> Unicode.Scalar {
    let shapes = isLearned ? learned : others
    return shapes[number % shapes.count]
  }
}
