import TerminalUI

/// What the keys of a lesson ask for.
enum LessonCommand: Hashable, Sendable {
  /// To the question if there is an open one, otherwise to the next step.
  case proceed
  /// To the next step, the one before, the first, the last.
  case next, previous, first, last
  /// Lines of text up or down.
  case scroll(Int)
  /// Move the scene.
  case timeline(TimelineCommand)
  /// Work in the scene with all its keys.
  case touch
  /// The scene as the lesson opened it.
  case reopen
  case hint, reveal
  /// Goals, words and sources of the lesson; search; the command that opens the scene.
  case sheet, search, scene
  case help, mouse, projector, back, quit
}

/// The keys of a lesson. Digits go to a step by its number.
enum LessonBindings {
  /// While a step has a scene, the timeline's keys move it.
  static let withScene = Bindings<LessonCommand>([
    Bindings.Section(
      "Lesson",
      [
        Binding([.enter], .proceed, label: "go on", help: "to the question, then to the next step"),
        Binding([.pageDown, .character("n")], .next, help: "to the next step"),
        Binding(
          [.character("p"), .pageUp, .backspace], .previous, label: "back", help: "to the step before"),
        Binding(
          [.tab], .touch, label: "into the scene", help: "work in the scene with all its keys; q comes back"),
      ] + question + reading),
    Bindings.Section(
      "Scene",
      [
        Binding([.space], .timeline(.playOrPause), label: "play", help: "play or pause the scene"),
        Binding([.left], .timeline(.stepBack), label: "step", help: "the scene one step back"),
        Binding([.right], .timeline(.stepForward), label: "step", help: "the scene one step forward"),
        Binding([.home], .timeline(.first), help: "the scene's start"),
        Binding([.end], .timeline(.last), help: "the scene's end"),
        Binding("+=", .timeline(.faster), help: "play faster"),
        Binding("-_", .timeline(.slower), help: "play slower"),
        Binding("r", .reopen, help: "the scene as the lesson shows it"),
        Binding("y", .scene, help: "the command that opens exactly this scene"),
      ]),
    everywhere,
  ])

  /// Without a scene the arrows turn the pages.
  static let withoutScene = Bindings<LessonCommand>([
    Bindings.Section(
      "Lesson",
      [
        Binding([.enter, .space], .proceed, label: "go on", help: "to the question, then to the next step"),
        Binding(
          [.right, .pageDown, .character("n"), .character("l")], .next, help: "to the next step"),
        Binding(
          [.left, .character("p"), .pageUp, .backspace], .previous, label: "back", help: "to the step before"),
        Binding([.home], .first, help: "to the first step"),
        Binding([.end], .last, help: "to the last step"),
      ] + question + reading),
    everywhere,
  ])

  private static let question: [Binding<LessonCommand>] = [
    Binding("h", .hint, label: "hint", help: "a hint; each says more than the one before"),
    Binding("s", .reveal, label: "show the answer", help: "give up and show the worked answer"),
  ]

  private static let reading: [Binding<LessonCommand>] = [
    Binding([.up, .character("k")], .scroll(-1), help: "the text up"),
    Binding([.down, .character("j")], .scroll(1), help: "the text down"),
    Binding("g", .first, help: "to the first step; digits and enter: to that step"),
    Binding("G", .last, help: "to the last step"),
    Binding("i", .sheet, help: "goals, words and sources of this lesson"),
    Binding("/", .search, help: "search words and lessons"),
  ]

  private static let everywhere = Bindings<LessonCommand>.Section(
    "Everywhere",
    [
      Binding("m", .mouse, help: "let the terminal have the mouse, to select text, or take it back"),
      Binding([.control("p")], .projector, help: "fewer and bigger cells for a projector, on or off"),
      Binding("?", .help, help: "this list"),
      Binding("q", .back, help: "leave the lesson; it goes on here next time"),
      Binding([.control("c")], .quit, help: "end the program, at any time"),
    ])
}
