import Learning
import TerminalUI

extension DepthLab {
  /// Draws the layers side by side with their numbers.
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let view = view
    let columns = view.columns
    let layout = DepthLayout(chromeLayout, layers: columns.names.count)
    columns.draw(into: &frame, in: layout.columns)
    if let panel = layout.panel { TextPanel(view.parts).draw(into: &frame, in: panel) }
    return ChromeContent(
      of: self, subject: view.subject, variant: view.variant, arithmetic: view.arithmetic,
      hint: DepthWords.hint(for: self))
  }

  var settingsLine: SettingsLine {
    SettingsLine(
      [
        SettingsLine.Item("v", "view", settings.view.rawValue, isChanged: settings.view != .chain),
        SettingsLine.Item("l", "layers", "\(picture.layerCount)"),
        SettingsLine.Item("a", "", settings.activation.rawValue, isChanged: settings.activation != .tanh),
      ] + view.settings)
  }
}
