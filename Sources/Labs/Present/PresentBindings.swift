import TerminalUI

/// What the keys of a presentation ask for.
enum PresentAction: Hashable, Sendable {
  /// To the next page, the one before, the first step, the last page.
  case next, previous, first, last
  /// An empty screen until the next key.
  case blank
  /// Show the answer, or hide it again.
  case reveal
  /// Count hands.
  case vote
  /// Only turning pages and blanking work, or everything again.
  case lock
  /// Stop the clock or let it go on; start it from 0.
  case clock, resetClock
  /// Lines of text up or down.
  case scroll(Int)
  /// Move the scene.
  case timeline(TimelineAction)
  /// Work in the scene with all its keys.
  case touch
  /// The scene as the lesson opens it.
  case reopen
  case chrome(ChromeAction)
}

/// The keys of a presentation; those of clickers among them. Digits go to a step by its number.
enum PresentBindings {
  /// While a page has a scene, the timeline's keys move it.
  static let withScene = Bindings<PresentAction>([
    Bindings.Section(
      "Pages",
      [
        Binding([.pageDown, .enter, .character("n")], .next, label: "next", help: "to the next page"),
        Binding(
          [.pageUp, .backspace, .character("p")], .previous, label: "back", help: "to the page before"),
      ] + pages),
    question,
    Bindings.Section(
      "Scene",
      TimelineAction.ofScene { .timeline($0) } + [
        touch,
        Binding("o", .reopen, help: "the scene as the lesson opens it"),
      ]),
    room,
  ])

  /// Without a scene the arrows turn the pages.
  static let withoutScene = Bindings<PresentAction>([pagesByArrows, question, room])

  /// With a scene that is not in sight they do as well.
  static let withHiddenScene = Bindings<PresentAction>([
    pagesByArrows, question, Bindings.Section("Scene", [touch]), room,
  ])

  private static let touch = Binding<PresentAction>(
    [.tab], .touch, label: "scene",
    help: "the scene alone, with all its keys; q comes back, page keys still turn pages")

  private static let pagesByArrows = Bindings<PresentAction>.Section(
    "Pages",
    [
      Binding(
        [.pageDown, .right, .space, .enter, .character("n"), .character("l")], .next, label: "next",
        help: "to the next page"),
      Binding(
        [.pageUp, .left, .backspace, .character("p"), .character("h")], .previous, label: "back",
        help: "to the page before"),
      Binding([.home], .first, help: "to the first step"),
      Binding([.end], .last, help: "to the last page"),
    ] + pages)

  private static let pages: [Binding<PresentAction>] = [
    Binding(
      [.function(5), .character("g")], .first, help: "to the first step; digits and enter: to that step"),
    Binding("G", .last, help: "to the last page; digits and G: to that step"),
    Binding([.up, .character("k")], .scroll(-1), help: "the text up, where there is more of it"),
    Binding([.down, .character("j")], .scroll(1), help: "the text down"),
  ]

  private static let question = Bindings<PresentAction>.Section(
    "Question",
    [
      Binding("r", .reveal, label: "reveal", help: "the answer with its working, or hide it again"),
      Binding(
        "v", .vote, label: "vote",
        help: "count hands for each answer; q closes the vote, u and ^R undo and redo"
      ),
    ])

  private static let room = Bindings<PresentAction>.Section(
    "In the room",
    [
      Binding(".b", .blank, label: "blank", help: "an empty screen; any key returns"),
      Binding("L", .lock, label: "lock", help: "lock all keys but pages, blank and L; or unlock"),
      Binding("e", .clock, help: "stop the time that the notes show, or let it go on"),
      Binding("E", .resetClock, help: "the time from 0 again; soon after, as before"),
    ]
      + ChromeAction.bindings(
        leaving: [.escape, .character("q")], "leave the presentation, after a question; it can be resumed",
        quit: "end the program, when it is pressed twice",
        PresentAction.chrome))

  /// The footer's fixed end.
  static let trailing = [FooterEntry(keys: "?", label: "help"), FooterEntry(keys: "esc", label: "leave")]

  /// What works while the keys are locked.
  static let locked = [
    FooterEntry(keys: "L", label: "unlock"), FooterEntry(keys: "pgdn", label: "next"),
    FooterEntry(keys: "pgup", label: "back"), FooterEntry(keys: ".", label: "blank"),
  ]
}
