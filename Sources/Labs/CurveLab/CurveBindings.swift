import TerminalUI

/// What the curve lab's keys ask for.
enum CurveAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// The next or previous prepared example, view, activation, loss.
  case example(Int), view(Int), activation(Int), loss(Int)
  /// The parameter a up or down its ladder, the next choice at the kink, a wider or narrower range.
  case parameter(Int), kink(Int), range(Int)
  /// Type a curve, lay another over it, type the ends of x.
  case type, overlay, typeRange
  /// Take the curve in focus away.
  case drop
}

/// The lab's keys.
enum CurveBindings {
  static let lab = Bindings<CurveAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Curves (capitals go back)",
      [
        Binding("v", .view(1), label: "view", help: "the curves, or their slopes"),
        Binding("V", .view(-1), help: "the other view"),
        Binding("e", .example(1), label: "example", help: "next example"),
        Binding("E", .example(-1), help: "previous example"),
        Binding(
          "a", .activation(1), label: "activation", help: "next activation: threshold to parametric ReLU"),
        Binding("A", .activation(-1), help: "previous activation"),
        Binding("l", .loss(1), label: "loss", help: "next loss of one number: zero-one to cross-entropy"),
        Binding("L", .loss(-1), help: "previous loss"),
        Binding("t", .type, label: "type", help: "type a curve: x^3 - x, or a name such as tanh"),
        Binding("o", .overlay, label: "overlay", help: "type another curve to lay over, up to three in all"),
        Binding("d", .drop, help: "take the curve in focus away again"),
        Binding("p", .parameter(1), help: "a larger slope a left of 0, of leaky and parametric ReLU"),
        Binding("P", .parameter(-1), help: "a smaller slope a"),
        Binding("k", .kink(1), help: "the slope taken at a kink: PyTorch's, left, middle, right"),
        Binding("K", .kink(-1), help: "the choice before"),
        Binding("x", .range(1), help: "see twice as much of the x axis"),
        Binding("X", .range(-1), help: "see half as much"),
        Binding("w", .typeRange, help: "type the ends of the x axis: -2,2"),
      ]),
    Bindings.Section(
      "Focus",
      [
        Binding([.tab], .common(.nextPane), help: "next curve in focus: its tangent and its arithmetic"),
        Binding([.backTab], .common(.previousPane), help: "previous curve in focus"),
      ]),
    CommonAction.section { .common($0) },
  ])
}
