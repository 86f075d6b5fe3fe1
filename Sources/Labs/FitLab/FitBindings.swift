import TerminalUI

/// What the fit lab's keys ask for.
enum FitAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// The next or previous example, view, quantity that the timeline goes through.
  case example(Int), view(Int), sweep(Int)
  /// The degree, λ, the number of points, the noise: up or down.
  case degree(Int), penalty(Int), points(Int), noise(Int)
  /// A network's dropout up or down; whether it stops early.
  case dropout(Int), stopping
  /// Other noise, or that before.
  case seed(Int)
  /// Type λ.
  case type
}

/// The lab's keys.
enum FitBindings {
  static let lab = Bindings<FitAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Fitting (capitals go back)",
      [
        Binding("v", .view(1), label: "view", help: "the curve, errors, five polynomials that vote"),
        Binding("V", .view(-1), help: "the view before"),
        Binding("e", .example(1), label: "example", help: "next example"),
        Binding("E", .example(-1), help: "previous example"),
        Binding(
          "w", .sweep(1), label: "sweep",
          help: "the timeline goes through degrees, lambdas, numbers of points, updates"),
        Binding("W", .sweep(-1), help: "the quantity before"),
        Binding("d", .degree(1), label: "degree", help: "a higher degree"),
        Binding("D", .degree(-1), help: "a lower one"),
        Binding(
          "l", .penalty(1), label: "lambda", help: "a larger lambda: 0, 1e-9, ten times that, up to 100"),
        Binding("L", .penalty(-1), help: "a smaller one"),
        Binding("p", .points(1), label: "points", help: "more points: 5, 6, 8, 10, 12, 15, 20, up to 100"),
        Binding("P", .points(-1), help: "fewer points"),
        Binding("n", .noise(1), help: "more noise: 0, 0.05, 0.1, 0.2, 0.4, 0.8"),
        Binding("N", .noise(-1), help: "less noise"),
        Binding("s", .seed(1), label: "seed", help: "other noise"),
        Binding("S", .seed(-1), help: "the noise before"),
        Binding("o", .dropout(1), help: "leave more units of the network out: 0, 0.1, 0.2, 0.3, 0.5"),
        Binding("O", .dropout(-1), help: "leave fewer out"),
        Binding("x", .stopping, help: "early stopping of the network, on or off"),
        Binding("t", .type, help: "type lambda"),
      ]),
    Bindings.Section(
      "Focus",
      [
        Binding([.tab], .common(.nextPane), help: "to the fit with the least test error so far"),
        Binding([.backTab], .common(.previousPane), help: "to the fit with the least train error so far"),
      ]),
    CommonAction.section { .common($0) },
  ])
}
