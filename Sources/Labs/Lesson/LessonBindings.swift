import TerminalUI

/// What the keys of a lesson ask for.
enum LessonAction: Hashable, Sendable {
  /// To the question if there is an open one, otherwise to the next step.
  case proceed
  /// To the next step, the one before, the first, the last.
  case next, previous, first, last
  /// Lines of text up or down.
  case scroll(Int)
  /// Move the scene.
  case timeline(TimelineAction)
  /// Work in the scene with all its keys.
  case touch
  /// The scene as the lesson opened it.
  case reopen
  case hint, reveal
  /// Goals, words and sources of the lesson; search; the command that opens the scene.
  case sheet, search, scene
  /// On the last page: the lesson that comes next, new questions, the first question left open.
  case nextLesson, practise, openQuestion
  case chrome(ChromeAction)
}

/// The keys of a lesson. Digits go to a step by its number.
enum LessonBindings {
  /// While a step has a scene, the timeline's keys move it.
  static let withScene = Bindings<LessonAction>([
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
      TimelineAction.ofScene { .timeline($0) } + [
        Binding("r", .reopen, help: "the scene as the lesson shows it"),
        Binding("y", .scene, help: "the command that opens exactly this scene"),
      ]),
    everywhere,
  ])

  /// Without a scene the arrows turn the pages.
  static let withoutScene = Bindings<LessonAction>([
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

  /// On the last page.
  static let atEnd = Bindings<LessonAction>([
    Bindings.Section(
      "The end",
      [
        Binding([.enter, .space], .nextLesson, label: "next lesson", help: "the next lesson of the path"),
        Binding("z", .practise, label: "practise", help: "new questions about what was learnt"),
        Binding("o", .openQuestion, label: "open question", help: "to the first question left open"),
        Binding(
          [.character("p"), .pageUp, .left, .backspace], .previous, label: "back",
          help: "to the last step"),
        Binding([.home], .first, help: "to the first step"),
      ] + reading),
    everywhere,
  ])

  private static let question: [Binding<LessonAction>] = [
    Binding("h", .hint, label: "hint", help: "a hint; each says more than the one before"),
    Binding("s", .reveal, label: "show the answer", help: "give up and show the worked answer"),
  ]

  private static let reading: [Binding<LessonAction>] = [
    Binding([.up, .character("k")], .scroll(-1), help: "the text up"),
    Binding([.down, .character("j")], .scroll(1), help: "the text down"),
    Binding(
      "g", .first, help: "to the first step; digits and enter: to that step, where no question waits"),
    Binding("G", .last, help: "to the last step"),
    Binding("i", .sheet, help: "goals, words and sources of this lesson"),
    Binding("/", .search, help: "search words and lessons"),
  ]

  private static let everywhere = Bindings<LessonAction>.Section(
    "Everywhere",
    ChromeAction.bindings("leave the lesson; it goes on here next time", LessonAction.chrome))
}
