import TerminalUI

/// What the lab's keys ask for.
enum PoolAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// Move a number by one step.
  case adjust(PoolAdjustment, Int)
  /// The next or previous kind, example, view.
  case kind(Int), example(Int), view(Int)
  /// One window over everything, or small ones again.
  case global
  /// The next rule for what does not fit.
  case rule
  /// Whether an average counts padding.
  case count
  /// The next choice of axes.
  case axis
  /// Type the padding on each side.
  case padding
  /// Type the focused grid as rows.
  case type
}

/// The lab's keys; those of an open pane are in `CellBindings`.
enum PoolBindings {
  static let lab = Bindings<PoolAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Pooling (capitals lower, or go back)",
      [
        Binding("v", .view(1), label: "view", help: "forward, or backward: where gradients go"),
        Binding("V", .view(-1), help: "previous view"),
        Binding("e", .example(1), label: "example", help: "next example of the lectures"),
        Binding("E", .example(-1), help: "previous example"),
        Binding("k", .kind(1), label: "kind", help: "next kind: max, average, sum, L2"),
        Binding("K", .kind(-1), help: "previous kind"),
        Binding("w", .global, label: "global", help: "one window over the whole grid, or 2x2 again"),
        Binding("z", .adjust(.size, 1), help: "larger window; an equal stride goes along"),
        Binding("Z", .adjust(.size, -1), help: "smaller window"),
        Binding("s", .adjust(.stride, 1), help: "longer stride"),
        Binding("S", .adjust(.stride, -1), help: "shorter stride"),
        Binding("p", .adjust(.padding, 1), help: "more padding"),
        Binding("P", .adjust(.padding, -1), help: "less padding"),
        Binding("d", .adjust(.dilation, 1), help: "more dilation: wider gaps between the window's cells"),
        Binding("D", .adjust(.dilation, -1), help: "less dilation"),
        Binding("a", .count, help: "whether an average counts the cells of the padding"),
        Binding("l", .padding, help: "type the padding: 1, 1x2, top,left,bottom,right or same"),
        Binding("n", .adjust(.inputSize, 1), help: "larger input"),
        Binding("N", .adjust(.inputSize, -1), help: "smaller input"),
        Binding("x", .axis, help: "these keys move both axes, rows or columns"),
        Binding("o", .rule, help: "what does not fit: floor, exact, same, ceil"),
        Binding(
          "t", .type, label: "type", help: "type the grid as rows (1 0 2; 3 4 5) or a name"),
      ]),
    CommonAction.paneSection { .common($0) },
    CommonAction.section { .common($0) },
  ])
}
