import TerminalUI

/// What the depth lab's keys ask for.
enum DepthAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// The next or previous example, view, activation, way to draw weights.
  case example(Int), view(Int), activation(Int), initialisation(Int)
  /// The weight of all neurons, the number of layers, the neurons of a wide layer: up or down.
  case weight(Int), layers(Int), width(Int)
  /// Skip connections, batch norm: on or off.
  case skip, norm
  /// Other random numbers, or those before.
  case seed(Int)
  /// Type weights or sizes, what goes in, what should come out.
  case type, typeInput, typeTarget
}

/// The lab's keys.
enum DepthBindings {
  static let lab = Bindings<DepthAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Depth (capitals go back)",
      [
        Binding(
          "v", .view(1), label: "view", help: "single neurons, wide layers, a recurrent unit step by step"),
        Binding("V", .view(-1), help: "the view before"),
        Binding("e", .example(1), label: "example", help: "next example"),
        Binding("E", .example(-1), help: "previous example"),
        Binding(
          "a", .activation(1), label: "activation", help: "next activation: threshold to parametric ReLU"),
        Binding("A", .activation(-1), help: "previous activation"),
        Binding("w", .weight(1), label: "weight", help: "a larger weight for every neuron of the chain"),
        Binding("W", .weight(-1), help: "a smaller one"),
        Binding("l", .layers(1), label: "layers", help: "one layer more"),
        Binding("L", .layers(-1), help: "one layer fewer"),
        Binding("k", .skip, label: "skip", help: "skip connections: each layer adds what it was given"),
        Binding("d", .initialisation(1), label: "draw", help: "next way to draw the weights of wide layers"),
        Binding("D", .initialisation(-1), help: "the way before"),
        Binding("n", .norm, help: "batch norm in every wide layer, on or off"),
        Binding("b", .width(1), help: "broader layers: 4, 8, 16, 32, 64, 128 neurons"),
        Binding("B", .width(-1), help: "narrower layers"),
        Binding("s", .seed(1), help: "other random numbers"),
        Binding("S", .seed(-1), help: "those before"),
        Binding("t", .type, help: "type weights: 0.5,2 or 0.8x20; of wide layers inputs and neurons: 100,64"),
        Binding("x", .typeInput, help: "type what goes into the chain, or the first state"),
        Binding("o", .typeTarget, help: "type what should come out at its end"),
      ]),
    Bindings.Section(
      "Focus",
      [
        Binding([.tab, .down], .common(.nextPane), label: "layer", help: "look at the next layer"),
        Binding([.backTab, .up], .common(.previousPane), help: "look at the layer before"),
        Binding([.escape], .common(.leavePane), help: "follow the timeline again"),
      ]),
    CommonAction.section { .common($0) },
  ])
}
