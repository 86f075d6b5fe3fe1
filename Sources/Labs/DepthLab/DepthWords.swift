import Learning

/// What the depth lab says; only of what is worked out already. What belongs to a view it says itself.
enum DepthWords {
  static func text(_ value: Double, _ digits: Int = 3) -> String { Numeral.format(value, digits: digits) }
  static func factor(_ value: Double) -> String { Numeral.factor(value, digits: 3) }

  /// The first eight of `values`.
  static func list(_ values: [Double]) -> String {
    values.prefix(8).map { text($0) }.joined(separator: ", ") + (values.count > 8 ? " and so on" : "")
  }

  /// What to look at: true of what is on the screen at this step.
  static func hint(for lab: DepthLab) -> String {
    let (position, count) = (lab.timeline.position, lab.picture.layerCount)
    guard position > 0 else { return "Watch for what comes next: → works out the first layer." }
    guard position >= count else {
      return "Watch for the outputs: each layer works with what the one before gives it."
    }
    guard lab.timeline.isAtEnd else { return position == count ? lab.view.turn : lab.view.wayBack }
    if let preset = DepthPreset.allCases.first(where: { $0.scene.at(step: 0) == lab.settings }) {
      return preset.watchFor
    }
    return verdict(lab.picture.gradientSizes)
  }

  /// What became of the gradients from the last layer to the first.
  private static func verdict(_ sizes: [Double]) -> String {
    guard let first = sizes.first, let last = sizes.last, sizes.count > 1 else {
      return "Watch for the gradient: a single layer has no way to lose it on."
    }
    guard last > 0 else { return "Watch for the gradients: the last output is t, so all of them are 0." }
    guard first > 0 else { return "Watch for layer 1: nothing of the gradient arrives there." }
    return text(first / last) == "1"
      ? "Watch for layer 1: its gradient is as large as that of layer \(sizes.count)."
      : "Watch for layer 1: it gets \(text(first / last)) times the gradient of layer \(sizes.count)."
  }
}
