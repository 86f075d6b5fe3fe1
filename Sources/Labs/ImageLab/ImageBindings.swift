import TerminalUI

/// What the picture lab's keys ask for.
enum ImageAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// The next or previous view, example, picture, kernel, second kernel, channel.
  case view(Int), example(Int), picture(Int), kernel(Int), second(Int), channel(Int)
  /// More or less of a setting.
  case size(Int), sigma(Int), padding(Int), stride(Int)
  /// Move the picture.
  case shift(rows: Int, columns: Int)
  /// The next way to shade; from far or close.
  case shades, close
  /// Type one or two kernels.
  case type
}

/// What keys ask for while the cursor moves.
enum ImageCursorAction: Hashable, Sendable {
  case move(rows: Int, columns: Int)
  /// Open the window in the convolution lab.
  case open
}

/// The lab's keys.
enum ImageBindings {
  static let lab = Bindings<ImageAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Filters on pictures (capitals go back)",
      [
        Binding("v", .view(1), label: "view", help: "next view: response, shift, turn, chain"),
        Binding("V", .view(-1), help: "previous view"),
        Binding("n", .picture(1), label: "picture", help: "next picture that the program draws"),
        Binding("N", .picture(-1), help: "previous picture"),
        Binding("k", .kernel(1), label: "kernel", help: "next kernel: edges, sharpening, means, …"),
        Binding("K", .kernel(-1), help: "previous kernel"),
        Binding("e", .example(1), label: "example", help: "next example"),
        Binding("E", .example(-1), help: "previous example"),
        Binding("f", .second(1), help: "next second kernel, which filters what the first one makes"),
        Binding("F", .second(-1), help: "previous second kernel, or none"),
        Binding("z", .size(1), help: "larger kernel, where it has sizes: up to 15"),
        Binding("Z", .size(-1), help: "smaller kernel"),
        Binding("h", .sigma(1), help: "larger sigma of a Gaussian: more blur"),
        Binding("H", .sigma(-1), help: "smaller sigma"),
        Binding("p", .padding(1), help: "more zeros around, or as many as keep the size (same)"),
        Binding("P", .padding(-1), help: "fewer zeros"),
        Binding("s", .stride(1), help: "longer stride"),
        Binding("S", .stride(-1), help: "shorter stride"),
        Binding("w", .channel(1), help: "one channel of a coloured picture, or all"),
        Binding("W", .channel(-1), help: "the channel before"),
        Binding("o", .shades, help: "numbers as a picture, with signs, or by size"),
        Binding("l", .close, label: "closer", help: "the pixels around the cursor, or the whole picture"),
        Binding("d", .shift(rows: 1, columns: 0), help: "shift the picture down, in the view shift"),
        Binding("D", .shift(rows: -1, columns: 0), help: "shift it up"),
        Binding("x", .shift(rows: 0, columns: 1), help: "shift it to the right"),
        Binding("X", .shift(rows: 0, columns: -1), help: "shift it to the left"),
        Binding(
          "t", .type, label: "type", help: "type a kernel, rows or a name, or two: gaussian then sobel-x"),
      ]),
    Bindings.Section(
      "Cursor",
      [
        Binding([.enter], .common(.openPane), label: "cursor", help: "let arrows move the cursor"),
        Binding([.tab], .common(.nextPane), help: "the same, or back"),
        Binding([.backTab], .common(.previousPane), help: "the same, or back"),
        Binding([.escape], .common(.leavePane), help: "let arrows go through the timeline again"),
      ]),
    CommonAction.section { .common($0) },
  ])

  static let cursor = Bindings<ImageCursorAction>([
    Bindings.Section(
      "While the cursor moves",
      [
        Binding([.left], .move(rows: 0, columns: -1), label: "move", help: "one number to the left"),
        Binding([.down], .move(rows: 1, columns: 0), label: "move", help: "one number down"),
        Binding([.up], .move(rows: -1, columns: 0), label: "move", help: "one number up"),
        Binding([.right], .move(rows: 0, columns: 1), label: "move", help: "one number to the right"),
        Binding([.pageUp], .move(rows: -8, columns: 0), help: "eight up"),
        Binding([.pageDown], .move(rows: 8, columns: 0), help: "eight down"),
        Binding("<", .move(rows: 0, columns: -8), label: "by 8", help: "eight to the left"),
        Binding(">", .move(rows: 0, columns: 8), label: "by 8", help: "eight to the right"),
        Binding([.enter], .open, label: "open", help: "open this window in the convolution lab"),
      ])
  ])

  /// The footer while the cursor moves.
  static let cursorFooter =
    cursor.footer + [FooterEntry(keys: "esc", label: "leave"), FooterEntry(keys: "g", label: "guess")]
}
