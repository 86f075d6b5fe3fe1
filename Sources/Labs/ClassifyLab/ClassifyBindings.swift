import TerminalUI

/// What the playground's keys ask for.
enum ClassifyAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// The next or previous view, prepared training, pattern of points.
  case view(Int), preset(Int), data(Int)
  /// Type points or a function, the layers, the optimizer.
  case typeData, typeNetwork, typeOptimizer
  /// More or fewer points, more or less noise, other points.
  case count(Int), noise(Int), reseed
  /// More or fewer hidden layers, units in each of them; the next activation.
  case layers(Int), units(Int), activation(Int)
  /// The rate and the decay along 1, 2, 5, from here on; the next schedule.
  case rate(Int), decay(Int), schedule(Int)
  /// Batch size, dropout, epochs.
  case batch(Int), dropout(Int), epochs(Int)
  /// Other first weights.
  case restartWeights
  /// The next condition under which training ends by itself.
  case stop
  /// More or fewer updates in a tick.
  case pace(Int)
}

/// What keys ask for while arrows move among weights.
enum WeightAction: Hashable, Sendable {
  case up, down, left, right, leave
}

/// The lab's keys.
enum ClassifyBindings {
  static let lab = Bindings<ClassifyAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Training (capitals go back)",
      [
        Binding("v", .view(1), label: "view", help: "next view: units, weights, curves"),
        Binding("V", .view(-1), help: "previous view"),
        Binding("e", .preset(1), label: "example", help: "next prepared training"),
        Binding("E", .preset(-1), help: "previous prepared training"),
        Binding("d", .data(1), label: "data", help: "next pattern of points"),
        Binding("D", .data(-1), help: "previous pattern of points"),
        Binding("t", .typeData, label: "type", help: "type a function of x, or points: 0,0,red;1,1,blue"),
        Binding("l", .rate(1), label: "rate", help: "higher rate, from this update on"),
        Binding("L", .rate(-1), help: "lower rate, from this update on"),
        Binding("o", .typeOptimizer, help: "type the optimizer: sgd:lr=0.1"),
        Binding("j", .schedule(1), help: "next schedule of the rate"),
        Binding("J", .schedule(-1), help: "previous schedule"),
        Binding("k", .layers(1), label: "layers", help: "one hidden layer more"),
        Binding("K", .layers(-1), help: "one hidden layer less"),
        Binding("w", .units(1), help: "one unit more in every hidden layer"),
        Binding("W", .units(-1), help: "one unit less in every hidden layer"),
        Binding("a", .activation(1), help: "next activation of the hidden layers"),
        Binding("A", .activation(-1), help: "previous activation"),
        Binding("n", .typeNetwork, help: "type the layers: FC 8, TANH, FC 2"),
        Binding("b", .batch(1), help: "more points in an update"),
        Binding("B", .batch(-1), help: "fewer points in an update"),
        Binding("z", .decay(1), help: "more weight decay (L2), from this update on"),
        Binding("Z", .decay(-1), help: "less weight decay"),
        Binding("f", .dropout(1), help: "more dropout in the hidden layers"),
        Binding("F", .dropout(-1), help: "less dropout"),
        Binding("p", .count(1), help: "more points"),
        Binding("P", .count(-1), help: "fewer points"),
        Binding("h", .noise(1), help: "more noise on the points"),
        Binding("H", .noise(-1), help: "less noise"),
        Binding("s", .reseed, help: "other points: the next seed"),
        Binding("x", .restartWeights, help: "other first weights: the next seed"),
        Binding("O", .stop, help: "end by itself: never, at a low loss, without progress"),
        Binding(">", .epochs(1), help: "more epochs"),
        Binding("<", .epochs(-1), help: "fewer epochs"),
        Binding("]", .pace(1), help: "more updates in a tick while it plays"),
        Binding("[", .pace(-1), help: "fewer updates in a tick"),
      ]),
    Bindings.Section(
      "Weights",
      [
        Binding([.tab], .common(.nextPane), label: "layer", help: "the focus to the next layer"),
        Binding([.backTab], .common(.previousPane), help: "the focus to the layer before"),
        Binding(
          [.enter], .common(.openPane), label: "weight", help: "move the focus among weights with arrows"),
        Binding([.escape], .common(.leavePane), help: "leave the weights"),
      ]),
    CommonAction.section { .common($0) },
  ])

  static let weights = Bindings<WeightAction>([
    Bindings.Section(
      "Among the weights",
      [
        Binding([.left], .left, label: "input", help: "to the input before"),
        Binding([.right], .right, label: "input", help: "to the next input; the bias is behind the last"),
        Binding([.up], .up, label: "unit", help: "to the unit above"),
        Binding([.down], .down, label: "unit", help: "to the unit below"),
        Binding([.enter, .escape], .leave, label: "done", help: "arrows step through the training again"),
      ])
  ])
}
