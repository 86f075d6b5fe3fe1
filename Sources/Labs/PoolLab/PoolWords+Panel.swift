import Learning
import TerminalUI

extension PoolWords {
  /// The text beside the picture, the most important part first.
  static func parts(for lab: PoolLab, _ moment: PoolMoment) -> [TextPanel.Part] {
    if lab.settings.view == .backward { return backwardParts(for: lab) }
    return [
      TextPanel.Part("This step", thisStep(lab, moment)),
      TextPanel.Part(capitalisedKind(lab.settings.kind), meaning(lab.settings)),
      TextPanel.Part("Output size", sizeRule(lab.settings)),
      TextPanel.Part(
        "Nothing to learn",
        "Pooling has no weights. Of a volume each channel is pooled on its own, so the depth stays."),
    ]
  }

  private static func thisStep(_ lab: PoolLab, _ moment: PoolMoment) -> String {
    let picture = lab.picture
    guard picture.stepCount > 0 else {
      return "Nothing is computed: under the exact rule a stride that does not fit means \"cannot\"."
    }
    if let cursor = lab.cursor, lab.prompt == nil, lab.focus.showsInputs {
      let uses = picture.geometry.outputs(fedBy: cursor).count
      return "Input \(name(cursor)) lies in \(ConvWords.count(uses, "window"))."
    }
    guard let active = moment.active, let step = moment.step else {
      return "The output is still empty. Each step lays the window on the input and leaves one number of it."
    }
    guard let window = picture.windowInInput(of: active) else {
      return "For output \(name(active)) the window lies on padding alone."
    }
    var text =
      "For output \(name(active)) the window lies on \(ConvWords.range("row", window.rows)) and "
      + "\(ConvWords.range("column", window.columns)) of the input"
    let beyond = step.taps.count(where: \.isBeyond)
    let onPadding = step.values.count { $0 == nil } - beyond
    if onPadding > 0 { text += ", \(onPadding) of its \(step.values.count) cells on padding" }
    if beyond > 0 { text += ", \(beyond) of its \(step.values.count) cells beyond, where nothing counts" }
    text += ". "
    if moment.isHidden { return text + "What comes out?" }
    let value = Numeral.format(step.value)
    switch step.kind {
    case .max: return text + "The largest number there is \(value)."
    case .average: return text + "The mean is \(value)."
    case .sum: return text + "The sum is \(value)."
    case .l2: return text + "The root of the squares is \(value)."
    }
  }

  private static func meaning(_ scene: PoolingScene) -> String {
    switch scene.kind {
    case .max:
      "Was the feature found anywhere in the window? Where exactly is forgotten. Padding counts as -∞, so it never wins."
    case .average where scene.rule == .ceil:
      "The sum divided by the cells of the window on input and padding, which counts as 0. Cells beyond do not count, as "
        + "in PyTorch."
    case .average:
      "The sum divided by all \(scene.size.height * scene.size.width) cells of the window, padding included as 0. "
        + "PyTorch counts like that; Keras leaves padding out of the count."
    case .sum: "An average without the division. Padding counts as 0."
    case .l2:
      "The length of the window as a vector. It is not divided by the number of cells; padding counts as 0."
    }
  }

  private static func sizeRule(_ scene: PoolingScene) -> String {
    scene.rule.lines(scene.padding, span: "f", ["n input, p padding, f window, s stride"])
  }
}
