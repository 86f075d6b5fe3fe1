import TerminalUI

/// What the averages lab's keys ask for.
enum AverageAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// Move β along its ladder, or to the next of several.
  case beta(Int)
  /// Compare several β, or no longer.
  case compare
  /// The next or previous data, average in focus.
  case data(Int), start(Int)
  /// Show or hide one of the four averages, counted from 0.
  case curve(Int)
  /// Other noise.
  case reseed
  /// Type data, or β.
  case typeData, typeBeta
}

/// The lab's keys.
enum AverageBindings {
  static let lab = Bindings<AverageAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Averages (capitals go back)",
      [
        Binding("b", .beta(1), label: "beta", help: "a longer memory: beta 0.9, 0.95, 0.98, …"),
        Binding("B", .beta(-1), help: "a shorter memory"),
        Binding("o", .typeBeta, help: "type beta, or several: 0.5,0.9,0.98"),
        Binding(
          [.character("d"), .character("e")], .data(1), label: "data",
          help: "next data: euro-dollar rates, noise, step, ramp"),
        Binding([.character("D"), .character("E")], .data(-1), help: "previous data"),
        Binding("t", .typeData, label: "type", help: "type numbers: 10 12 9, or the name of data"),
        Binding("n", .reseed, help: "other noise: the next seed"),
        Binding("s", .start(1), label: "average", help: "next average in focus: its line and its weights"),
        Binding("S", .start(-1), help: "previous average in focus"),
        Binding(
          "v", .compare, label: "several",
          help: "several beta at once, 0.5, 0.9, 0.98, or one with all four averages"),
        Binding("1", .curve(0), help: "show or hide the average started at the first value"),
        Binding("2", .curve(1), help: "show or hide the one that starts at zero, uncorrected"),
        Binding("3", .curve(2), help: "show or hide the bias-corrected one"),
        Binding("4", .curve(3), help: "show or hide the multiplied one, corrected the wrong way"),
      ]),
    Bindings.Section(
      "Focus",
      [
        Binding([.tab], .common(.nextPane), help: "next average in focus"),
        Binding([.backTab], .common(.previousPane), help: "previous average in focus"),
      ]),
    CommonAction.section { .common($0) },
  ])
}
