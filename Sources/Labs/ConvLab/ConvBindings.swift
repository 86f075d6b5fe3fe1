import TerminalUI

/// What the lab's keys ask for.
enum ConvAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// Move a number by one step.
  case adjust(ConvAdjustment, Int)
  /// The next or previous kernel, example, view.
  case kernel(Int), example(Int), view(Int)
  /// Toggle flip and ReLU.
  case flip, relu
  /// The next rule for what does not fit; in the signal view, the next mode.
  case rule
  /// The next choice of axes.
  case axis
  /// Rows or columns first in the unrolled view.
  case order
  /// Type the padding on each side.
  case padding
  /// Type the focused grid as rows.
  case type
}

/// The lab's keys.
enum ConvBindings {
  static let lab = Bindings<ConvAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Convolution (capitals lower)",
      [
        Binding(
          "v", .view(1), label: "view", help: "next view: grid, comparison, backward, unrolled, signal"),
        Binding("V", .view(-1), help: "previous view"),
        Binding("e", .example(1), label: "example", help: "next example of the lectures"),
        Binding("E", .example(-1), help: "previous example"),
        Binding("k", .kernel(1), label: "kernel", help: "next kernel: edges, Sobel, Scharr, Laplacian, …"),
        Binding("K", .kernel(-1), help: "previous kernel"),
        Binding("f", .flip, label: "flip", help: "turn the kernel by 180°: convolution or cross-correlation"),
        Binding("p", .adjust(.padding, 1), help: "more padding"),
        Binding("P", .adjust(.padding, -1), help: "less padding"),
        Binding("l", .padding, help: "type the padding: 1, 1x2, top,left,bottom,right or same"),
        Binding("s", .adjust(.stride, 1), help: "longer stride"),
        Binding("S", .adjust(.stride, -1), help: "shorter stride"),
        Binding("d", .adjust(.dilation, 1), help: "more dilation: wider gaps between the kernel's cells"),
        Binding("D", .adjust(.dilation, -1), help: "less dilation"),
        Binding(
          "z", .adjust(.kernelSize, 1),
          help: "larger kernel: zeros on all sides, or the next size of its preset"),
        Binding("Z", .adjust(.kernelSize, -1), help: "smaller kernel"),
        Binding("n", .adjust(.inputSize, 1), help: "larger input"),
        Binding("N", .adjust(.inputSize, -1), help: "smaller input"),
        Binding("x", .axis, help: "let these keys move both axes, the rows or the columns"),
        Binding(
          "o", .rule, help: "what does not fit: floor, exact (\"cannot\"), same; in 1-D full, same, valid"),
        Binding("b", .adjust(.bias, 1), help: "larger bias"),
        Binding("B", .adjust(.bias, -1), help: "smaller bias"),
        Binding("a", .relu, help: "ReLU on or off: negative results become 0"),
        Binding("w", .order, help: "unrolled view: write out column by column or row by row"),
        Binding(
          "t", .type, label: "type", help: "type the focused grid as rows (1 0 2; 3 4 5) or a preset's name"),
      ]),
    CommonAction.paneSection { .common($0) },
    CommonAction.section { .common($0) },
  ])
}
