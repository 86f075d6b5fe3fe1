import TerminalUI

/// What the layer lab's keys ask for.
enum LayerAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// The next or previous prepared layer, view, filter.
  case preset(Int), view(Int), filter(Int)
  /// One more or less of a setting.
  case padding(Int), stride(Int), dilation(Int), groups(Int)
  case rule, relu
  /// Type channels, the filter's kernels, its bias, upstream gradients.
  case typeChannels, typeFilter, typeBias, typeUpstream
}

/// What keys ask for while a grid is open.
enum LayerGridAction: Hashable, Sendable {
  case move(rows: Int, columns: Int)
  /// Type the number in the cell, beginning with what was pressed.
  case type
}

/// The lab's keys.
enum LayerBindings {
  static let lab = Bindings<LayerAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Layer",
      [
        Binding(
          "v", .view(1), label: "view", help: "next view: sums, stack, 1x1, depthwise, backward, counts"),
        Binding("V", .view(-1), help: "previous view"),
        Binding("w", .filter(1), label: "filter", help: "next filter, at the same cell"),
        Binding("W", .filter(-1), help: "previous filter"),
        Binding("e", .preset(1), label: "example", help: "next prepared layer: colours, edges, groups, …"),
        Binding("E", .preset(-1), help: "previous prepared layer"),
        Binding("p", .padding(1), help: "more zeros around the channels"),
        Binding("P", .padding(-1), help: "fewer zeros"),
        Binding("s", .stride(1), help: "longer steps from window to window"),
        Binding("S", .stride(-1), help: "shorter steps"),
        Binding("d", .dilation(1), help: "larger gaps between the cells of a kernel"),
        Binding("D", .dilation(-1), help: "smaller gaps"),
        Binding("o", .groups(1), help: "more groups; the kernels that then belong to no channel go"),
        Binding("O", .groups(-1), help: "fewer groups; new kernels begin with zeros"),
        Binding("x", .rule, help: "round down, or pad for ceil(n / s) windows (same)"),
        Binding("a", .relu, help: "ReLU on or off"),
        Binding("t", .typeChannels, label: "type", help: "type the channels: 1 2; 3 4 / 5 6; 7 8"),
        Binding("k", .typeFilter, help: "type the kernels of the filter, likewise"),
        Binding("b", .typeBias, help: "type the bias of the filter"),
        Binding("z", .typeUpstream, help: "type the gradients that come back to the maps"),
      ]),
    CommonAction.paneSection { .common($0) },
    CommonAction.section { .common($0) },
  ])

  static let grid = Bindings<LayerGridAction>([
    Bindings.Section(
      "In a grid",
      [
        Binding([.up], .move(rows: -1, columns: 0), label: "move", help: "up a cell"),
        Binding([.down], .move(rows: 1, columns: 0), label: "move", help: "down a cell"),
        Binding([.left], .move(rows: 0, columns: -1), label: "move", help: "left a cell"),
        Binding([.right], .move(rows: 0, columns: 1), label: "move", help: "right a cell"),
        Binding("0123456789-.", .type, help: "type the number in the cell"),
      ])
  ])
}
