import TerminalUI

/// What the network lab's keys ask for.
enum NetworkAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// The focus so many layers on.
  case move(Int)
  /// The next or previous preset; the next or previous view.
  case preset(Int), view(Int)
  /// Type the layers, the input, another network to compare with.
  case typeNetwork, typeInput, typeOther
  /// Put a layer in front of the one in focus, or behind the last; take it out.
  case insert, delete
}

/// The lab's keys.
enum NetworkBindings {
  static let lab = Bindings<NetworkAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Network",
      [
        Binding([.up], .move(-1), label: "layer", help: "to the layer before"),
        Binding([.down], .move(1), label: "layer", help: "to the next layer, also to one that does not fit"),
        Binding([.pageUp], .move(-10), help: "ten layers back"),
        Binding([.pageDown], .move(10), help: "ten layers on"),
        Binding(
          "v", .view(1), label: "view",
          help: "next view: shapes, costs, and compare once b has named a network"),
        Binding("V", .view(-1), help: "previous view"),
        Binding("e", .preset(1), label: "example", help: "next network: LeNet-5, CIFAR-10, AlexNet, VGG, …"),
        Binding("E", .preset(-1), help: "previous network"),
        Binding(
          "t", .typeNetwork, label: "type", help: "type the layers: CONV 6 5x5, RELU, MAXPOOL 2, FC 10"),
        Binding("n", .typeInput, label: "input", help: "type the input: 32x32x3, or 20 for a vector"),
        Binding("a", .insert, label: "add", help: "add a layer behind the one in focus"),
        Binding([.delete, .character("x")], .delete, label: "delete", help: "take out the layer in focus"),
        Binding("b", .typeOther, label: "against", help: "another network to compare with; nothing ends it"),
      ]),
    CommonAction.paneSection { .common($0) },
    CommonAction.section { .common($0) },
  ])
}
