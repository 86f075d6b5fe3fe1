import TerminalUI

extension TimelineAction {
  /// The keys that move a scene beside a text, wrapped as the actions of that screen.
  static func ofScene<Action>(_ wrap: (TimelineAction) -> Action) -> [Binding<Action>] {
    [
      Binding([.space], wrap(.playOrPause), label: "play", help: "play or pause the scene"),
      Binding([.left], wrap(.stepBack), label: "step", help: "the scene one step back"),
      Binding([.right], wrap(.stepForward), label: "step", help: "the scene one step forward"),
      Binding([.home], wrap(.first), help: "the scene's start"),
      Binding([.end], wrap(.last), help: "the scene's end"),
      Binding("+=", wrap(.faster), help: "play faster"),
      Binding("-_", wrap(.slower), help: "play slower"),
    ]
  }

  /// The key that means this in every lab.
  var key: Key {
    switch self {
    case .playOrPause: .space
    case .stepForward: .right
    case .stepBack: .left
    case .first: .home
    case .last: .end
    case .faster: .character("+")
    case .slower: .character("-")
    }
  }
}
