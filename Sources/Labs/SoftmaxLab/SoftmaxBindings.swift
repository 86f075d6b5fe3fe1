import TerminalUI

/// What the softmax lab's keys ask for.
enum SoftmaxAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// The next or previous example, view, true class.
  case example(Int), view(Int), target(Int)
  /// The score in focus, the temperature, the constant added to all, λ: up or down.
  case score(Int), temperature(Int), shift(Int), lambda(Int)
  /// Type all scores, or the weights.
  case type, typeWeights
}

/// The lab's keys.
enum SoftmaxBindings {
  static let lab = Bindings<SoftmaxAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Softmax (capitals go back)",
      [
        Binding("v", .view(1), label: "view", help: "the stable way, the formula as it stands, two classes"),
        Binding("V", .view(-1), help: "the view before"),
        Binding("e", .example(1), label: "example", help: "next example"),
        Binding("E", .example(-1), help: "previous example"),
        Binding("s", .score(1), label: "score", help: "raise the score in focus by a half"),
        Binding("S", .score(-1), help: "lower it by a half"),
        Binding(
          "o", .target(1), label: "true class", help: "next true class; with two classes, turn the label"),
        Binding("O", .target(-1), help: "previous true class"),
        Binding("h", .temperature(1), help: "a hotter softmax: probabilities even out"),
        Binding("H", .temperature(-1), help: "a cooler one: the largest takes all"),
        Binding("a", .shift(1), help: "add a constant to all scores: 1, 10, 100, 1000"),
        Binding("A", .shift(-1), help: "add a smaller one, or a negative one"),
        Binding("t", .type, label: "type", help: "type two to eight scores: 3 1 0.2"),
        Binding("b", .lambda(1), help: "a larger lambda of the penalty, with two classes"),
        Binding("B", .lambda(-1), help: "a smaller lambda"),
        Binding("w", .typeWeights, help: "type the weights that are penalised: 1 -2 0.5"),
      ]),
    Bindings.Section(
      "Focus",
      [
        Binding([.tab, .down], .common(.nextPane), label: "class", help: "next class in focus"),
        Binding([.backTab, .up], .common(.previousPane), help: "previous class in focus"),
      ]),
    CommonAction.section { .common($0) },
  ])
}
