import TerminalUI

/// What the graph lab's keys ask for.
enum GraphAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// The next or previous prepared computation, or view.
  case preset(Int), view(Int)
  /// Type an expression, or the values of its variables.
  case typeExpression, typeValues
  /// To the place where the adjoints begin.
  case backward
  /// Another right class or wanted value, and other weights: of a network.
  case target(Int), seed(Int)
}

/// The lab's keys.
enum GraphBindings {
  static let lab = Bindings<GraphAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Graph",
      [
        Binding("v", .view(1), label: "view", help: "the tape line by line, or drawn as nodes and edges"),
        Binding("V", .view(-1), help: "the view before"),
        Binding("e", .preset(1), label: "example", help: "next computation: neuron, softmax, network, …"),
        Binding("E", .preset(-1), help: "previous computation"),
        Binding(
          "t", .typeExpression, label: "type",
          help: "type an expression: x*y + sin(x), or a network: FC 3, TANH, FC 2"),
        Binding(
          "o", .typeValues, label: "values",
          help: "type the values of its variables: x=1, y=2; of a network the input"),
        Binding("k", .target(1), help: "another right class, or value, of a network"),
        Binding("K", .target(-1), help: "the one before"),
        Binding("s", .seed(1), help: "other weights of a network"),
        Binding("S", .seed(-1), help: "the weights before"),
        Binding("b", .backward, label: "backward", help: "to the end of the forward pass"),
      ]),
    Bindings.Section(
      "Focus",
      [
        Binding([.tab], .common(.nextPane), help: "of a tensor, to the next number: its arithmetic is below"),
        Binding([.backTab], .common(.previousPane), help: "to the number before"),
      ]),
    CommonAction.section { .common($0) },
  ])
}
