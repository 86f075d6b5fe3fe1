import TerminalUI

/// What the normalisation lab's keys ask for.
enum NormAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// The next or previous example or view.
  case example(Int), view(Int)
  /// γ, β, the drift and ε: up or down.
  case scale(Int), shift(Int), drift(Int), epsilon(Int)
  /// By feature, or by channel.
  case grouping
  /// Type the batch, or the gradient at its outputs.
  case type, typeUpstream
}

/// The lab's keys.
enum NormBindings {
  static let lab = Bindings<NormAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Normalisation (capitals go back)",
      [
        Binding("v", .view(1), label: "view", help: "training, use, the gradient, other ways to scale"),
        Binding("V", .view(-1), help: "the view before"),
        Binding("e", .example(1), label: "example", help: "next example"),
        Binding("E", .example(-1), help: "previous example"),
        Binding("s", .scale(1), label: "gamma", help: "a larger gamma for the feature in focus"),
        Binding("S", .scale(-1), help: "a smaller gamma"),
        Binding("b", .shift(1), label: "beta", help: "a larger beta for the feature in focus"),
        Binding("B", .shift(-1), help: "a smaller beta"),
        Binding("d", .drift(1), label: "drift", help: "more is added from batch to batch"),
        Binding("D", .drift(-1), help: "less is added"),
        Binding("x", .epsilon(1), help: "a larger epsilon: 0, 1e-5, 1e-3, 0.1, 1"),
        Binding("X", .epsilon(-1), help: "a smaller epsilon"),
        Binding("k", .grouping, help: "mean and variance for each feature, or for a channel of all places"),
        Binding("t", .type, label: "type", help: "type the batch, a row for each sample: 1 10; 2 20"),
        Binding("w", .typeUpstream, help: "type the gradient at the outputs: 1 0 0 0"),
      ]),
    Bindings.Section(
      "Focus",
      [
        Binding([.tab], .common(.nextPane), label: "feature", help: "next feature in focus"),
        Binding([.backTab], .common(.previousPane), help: "previous feature in focus"),
      ]),
    CommonAction.section { .common($0) },
  ])
}
