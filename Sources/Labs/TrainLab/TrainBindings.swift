import TerminalUI

/// What the lab's keys ask for.
enum TrainAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// The next or previous view, prepared training.
  case view(Int), preset(Int)
  /// Type layers, the optimizer, the change of pictures; a file to write or read.
  case typeNetwork, typeOptimizer, typeAugmentation, save, load
  /// The rate and the decay along 1, 2, 5, from here on; the next schedule.
  case rate(Int), decay(Int), schedule(Int)
  /// Batch size, epochs, updates a tick.
  case batch(Int), epochs(Int), pace(Int)
  /// Other first weights and another order; the next way to begin.
  case reseed, start(Int)
  /// The next change of pictures.
  case augmentation(Int)
  /// The next digit, and map or filter.
  case digit(Int), map(Int)
}

/// What keys ask for while arrows move in the picture.
enum PictureAction: Hashable, Sendable {
  case move(rows: Int, columns: Int)
  case open, leave
}

/// The lab's keys.
enum TrainBindings {
  static let lab = Bindings<TrainAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Training (capitals go back)",
      [
        Binding(
          "v", .view(1), label: "view",
          help: "next view: curves, filters, inside, confusion, mistakes, gradients"),
        Binding("V", .view(-1), help: "previous view"),
        Binding("e", .preset(1), label: "example", help: "next prepared training"),
        Binding("E", .preset(-1), help: "previous prepared training"),
        Binding(
          "t", .typeNetwork, label: "type", help: "type the layers: CONV 8 3x3, RELU, FC 10, or digits-mlp"),
        Binding("l", .rate(1), label: "rate", help: "higher rate, from this update on"),
        Binding("L", .rate(-1), help: "lower rate, from this update on"),
        Binding("o", .typeOptimizer, help: "type the optimizer: sgd:lr=0.1"),
        Binding("j", .schedule(1), help: "next schedule of the rate"),
        Binding("J", .schedule(-1), help: "previous schedule"),
        Binding("b", .batch(1), help: "more pictures in an update"),
        Binding("B", .batch(-1), help: "fewer pictures in an update"),
        Binding("z", .decay(1), help: "more weight decay (L2), from this update on"),
        Binding("Z", .decay(-1), help: "less weight decay"),
        Binding(
          "a", .augmentation(1), help: "next change of pictures: shifted, turned, with noise, mirrored"),
        Binding("A", .typeAugmentation, help: "type the change: shift=1,rotate=10,noise=0.1,flip=true"),
        Binding("x", .start(1), help: "next way to draw the first weights: he, xavier, torch"),
        Binding("X", .start(-1), help: "previous way to draw them"),
        Binding("s", .reseed, help: "other first weights and another order: the next seed"),
        Binding(">", .epochs(1), help: "more epochs"),
        Binding("<", .epochs(-1), help: "fewer epochs"),
        Binding("p", .pace(1), help: "more updates a tick"),
        Binding("P", .pace(-1), help: "fewer updates a tick"),
        Binding("w", .save, help: "write the weights to a new safetensors file"),
        Binding("W", .load, help: "begin with the weights of a safetensors file"),
      ]),
    Bindings.Section(
      "Pictures",
      [
        Binding("d", .digit(1), label: "digit", help: "next digit"),
        Binding("D", .digit(-1), help: "previous digit"),
        Binding([.tab], .common(.nextPane), label: "layer", help: "next layer"),
        Binding([.backTab], .common(.previousPane), help: "previous layer"),
        Binding("k", .map(1), label: "map", help: "next map or filter"),
        Binding("K", .map(-1), help: "previous map or filter"),
        Binding(
          [.enter], .common(.openPane), label: "look in",
          help: "arrows move among cells or pictures; enter once more opens what they are on"),
        Binding([.escape], .common(.leavePane), help: "arrows step again; stop on the way of a far jump"),
      ]),
    CommonAction.section { .common($0) },
  ])

  static let picture = Bindings<PictureAction>([
    Bindings.Section(
      "In the picture",
      [
        Binding([.left], .move(rows: 0, columns: -1), label: "move", help: "one to the left"),
        Binding([.right], .move(rows: 0, columns: 1), label: "move", help: "one to the right"),
        Binding([.up], .move(rows: -1, columns: 0), label: "move", help: "one up"),
        Binding([.down], .move(rows: 1, columns: 0), label: "move", help: "one down"),
        Binding(
          [.enter], .open, label: "open",
          help: "open the cell in its lab, the cell's digits, or the digit inside"),
        Binding([.escape], .leave, label: "done", help: "arrows step through the training again"),
      ])
  ])
}
