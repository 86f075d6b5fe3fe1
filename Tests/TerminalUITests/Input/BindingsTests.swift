import Testing

@testable import TerminalUI

@Suite struct BindingsTests {
  enum Action: Equatable, Sendable {
    case timeline(TimelineAction)
    case quit
  }

  static let table = Bindings<Action>([
    TimelineAction.section { .timeline($0) },
    .init("Program", [Binding("qQ", .quit, label: "back", help: "leave")]),
  ])

  @Test func keysLeadToCommands() {
    #expect(Self.table[.space] == .timeline(.playOrPause))
    #expect(Self.table[.left] == .timeline(.stepBack))
    #expect(Self.table[.character("=")] == .timeline(.faster))
    #expect(Self.table[.character("Q")] == .quit)
    #expect(Self.table[.character("x")] == nil)
  }

  @Test func footerAndHelpComeFromTheSameTable() {
    #expect(
      Self.table.footer == [
        FooterEntry(keys: "space", label: "play"), FooterEntry(keys: "←→", label: "step"),
        FooterEntry(keys: "q", label: "back"),
      ])
    #expect(Self.table.help.map(\.title) == ["Timeline", "Program"])
    #expect(Self.table.help[1].rows == [.init(keys: "q Q", text: "leave")])
    #expect(Self.table.help.flatMap(\.rows).count == 8)
  }

  @Test func theFooterIsChosenByCommand() {
    let footer = Self.table.footer { action, entry in
      switch action {
      case .timeline(.playOrPause): nil
      case .timeline: FooterEntry(keys: entry.keys, label: "move")
      case .quit: entry
      }
    }
    #expect(footer == [FooterEntry(keys: "←→", label: "move"), FooterEntry(keys: "q", label: "back")])
  }

  @Test func everyTimelineCommandHasAKey() {
    let bound = Self.table.sections[0].bindings.map(\.action)
    for action in TimelineAction.allCases { #expect(bound.contains(.timeline(action))) }
  }

  @Test func bindingAKeyTwiceIsAMistakeOfTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = Bindings<Int>([.init("a", [Binding("x", 1, help: ""), Binding("x", 2, help: "")])])
    }
  }

  @Test func keysOfScriptsAreRead() {
    let named: [(String, Key)] = [
      ("up", .up), ("Right", .right), ("space", .space), ("pageup", .pageUp), ("backtab", .backTab),
      ("delete", .delete), ("x", .character("x")), ("Q", .character("Q")), ("é", .character("é")),
      ("f5", .function(5)), ("ctrl-p", .control("p")), ("Ctrl-T", .control("t")),
      ("f", .character("f")), ("5", .character("5")),
    ]
    for (name, key) in named { #expect(Key(named: name) == key, "\(name)") }
    for name in ["", "f0", "f13", "f1x", "upp", "\u{1B}", "fx", "ctrl-", "ctrl-1", "ctrl-pp"] {
      #expect(Key(named: name) == nil, "\(name)")
    }
  }
}
