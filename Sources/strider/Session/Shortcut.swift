import ArgumentParser
import Labs
import Learning
import NcursesBackend

/// What is typed most: the name of the program, alone or with a lab or a scene. It goes without the argument parser, which
/// takes longer to look at all options than everything else up to the first picture does.
enum Shortcut {
  /// Opens what `arguments` name; `false` when they say more than that, or there is no terminal to open it on.
  static func open(_ arguments: [String]) throws -> Bool {
    guard LabSession.hasTerminal else { return false }
    if arguments.isEmpty {
      try LabSession.home(LearnerSession(lessons: nil), TerminalOptions())
    } else if let scene = try scene(arguments) {
      try LabSession.run(Screen(scene: scene), TerminalOptions(), for: nil)
    } else {
      return false
    }
    return true
  }

  /// The scene that `arguments` name without any option.
  static func scene(_ arguments: [String]) throws -> Scene? {
    switch arguments.first {
    case let name? where arguments.count == 1 && commands.contains { $0._commandName == name }:
      try Scene(parsing: name)
    case "open" where arguments.count == 2 && !arguments[1].hasPrefix("-"): try Scene(opening: arguments[1])
    default: nil
    }
  }

  /// The commands that need no option to open their lab.
  static var commands: [any BareLabCommand.Type] {
    Strider.configuration.subcommands.compactMap { $0 as? any BareLabCommand.Type }
  }
}

/// A command that without any option opens the lab of its name as the lab opens by itself: what its usual options describe
/// is the scene of that name, which `ShortcutTests` holds it to.
protocol BareLabCommand: ParsableCommand {
  associatedtype Opened: LabScene

  /// What the options describe.
  func scene() throws -> Opened
}

extension ConvCommand: BareLabCommand {}
extension EmaCommand: BareLabCommand {}
extension RaceCommand: BareLabCommand {}
extension ClassifyCommand: BareLabCommand {}
extension LayerCommand: BareLabCommand {}
extension NetCommand: BareLabCommand {}
