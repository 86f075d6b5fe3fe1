import TerminalUI

/// What the race lab's keys ask for.
enum RaceAction: Hashable, Sendable {
  case timeline(TimelineAction)
  case common(CommonAction)
  /// The next or previous view, preset, surface.
  case view(Int), preset(Int), surface(Int)
  /// Move the selected racer's rate along 1, 2, 5, 10.
  case rate(Int)
  /// Type a setting of the selected racer, a new racer, a surface or function, a starting point.
  case typeSetting, typeRacer, typeSurface, typeStart
  /// Take the selected racer out.
  case removeRacer
  /// The next answer to "which rates are fair".
  case fairness
  /// The next correction of the selected Adam: right, none, multiplied.
  case correction
  /// Turn and stretch a quadratic surface.
  case rotate(Int), stretch(Int)
  /// More or less noise on the gradients; another sequence of it.
  case noise(Int), reseed
  /// The next schedule of all rates.
  case schedule(Int)
  /// A longer or shorter race.
  case length(Int)
  /// How heights become shades.
  case scale
  /// Turn the relief.
  case turn(Int)
}

/// What keys ask for while the start is moved over the map.
enum StartAction: Hashable, Sendable {
  case up, down, left, right, leave
}

/// The lab's keys.
enum RaceBindings {
  static let lab = Bindings<RaceAction>([
    TimelineAction.section { .timeline($0) },
    Bindings.Section(
      "Race (capitals go back)",
      [
        Binding("v", .view(1), label: "view", help: "next view: table, loss, inside, relief"),
        Binding("V", .view(-1), help: "previous view"),
        Binding("e", .preset(1), label: "example", help: "next prepared race"),
        Binding("E", .preset(-1), help: "previous prepared race"),
        Binding("s", .surface(1), label: "surface", help: "next surface"),
        Binding("S", .surface(-1), help: "previous surface"),
        Binding("l", .rate(1), label: "rate", help: "higher rate for the selected racer, from this step on"),
        Binding("L", .rate(-1), help: "lower rate for the selected racer, from this step on"),
        Binding("o", .typeSetting, help: "type a setting of the selected racer: lr=0.1,beta1=0.95"),
        Binding("a", .typeRacer, help: "add a racer: adam:lr=0.05"),
        Binding("x", .removeRacer, help: "take the selected racer out"),
        Binding("t", .typeSurface, label: "type", help: "type a function of x and y, or a surface's name"),
        Binding("p", .typeStart, help: "type the starting point: -1,2"),
        Binding("f", .fairness, help: "fair rates: the same, the library's, the best on this surface"),
        Binding("b", .correction, help: "Adam's correction: right, left out, or multiplied by mistake"),
        Binding("z", .rotate(1), help: "turn the valley by 15° (quadratic surfaces)"),
        Binding("Z", .rotate(-1), help: "turn the valley back"),
        Binding("k", .stretch(1), help: "stretch the valley: a greater condition number"),
        Binding("K", .stretch(-1), help: "a smaller condition number"),
        Binding("n", .noise(1), help: "more noise on the gradients"),
        Binding("N", .noise(-1), help: "less noise"),
        Binding("d", .reseed, help: "other noise: the next seed"),
        Binding("j", .schedule(1), help: "next schedule of the rates"),
        Binding("J", .schedule(-1), help: "previous schedule"),
        Binding(">", .length(1), help: "a longer race"),
        Binding("<", .length(-1), help: "a shorter race"),
        Binding("h", .scale, help: "how heights become shades: by logarithm, rank or size"),
        Binding("w", .turn(1), help: "turn the relief"),
        Binding("W", .turn(-1), help: "turn the relief back"),
      ]),
    Bindings.Section(
      "Racers",
      [
        Binding([.tab], .common(.nextPane), label: "racer", help: "select the next racer"),
        Binding([.backTab], .common(.previousPane), help: "select the previous racer"),
        Binding(
          [.enter], .common(.openPane), label: "start", help: "move the start over the map with arrows"),
        Binding([.escape], .common(.leavePane), help: "leave the map"),
      ]),
    CommonAction.section { .common($0) },
  ])

  static let start = Bindings<StartAction>([
    Bindings.Section(
      "Moving the start",
      [
        Binding([.left], .left, label: "move", help: "to the left"),
        Binding([.right], .right, label: "move", help: "to the right"),
        Binding([.up], .up, label: "move", help: "up"),
        Binding([.down], .down, label: "move", help: "down"),
        Binding([.enter, .escape], .leave, label: "done", help: "race from here"),
      ])
  ])
}
