import ArgumentParser

/// What commands say of themselves by what they declare.
enum CommandTraits {
  /// What the commands are called, in the order of the help.
  static var names: [String] { Strider.configuration.subcommands.map { $0._commandName } }

  /// Whether the command takes an argument; the others have only options.
  static func takesArguments(_ name: String) -> Bool {
    name == "help" || declared(by: name).contains { $0 is any AnyArgument }
  }

  /// Whether the command prints and never draws: it does not declare `--ascii`, which goes for all output of every command
  /// and is taken out of its command lines, wherever it stands.
  static func neverDraws(_ name: String) -> Bool {
    let declared = declared(by: name)
    return !declared.isEmpty && !declared.contains { $0 is OptionGroup<ScreenOptions> }
  }

  /// The arguments, options, flags and groups of the command that is called `name`; none where no command is.
  private static func declared(by name: String) -> [Any] {
    let command = Strider.configuration.subcommands.first { $0._commandName == name }
    return command.map { Mirror(reflecting: $0.init()).children.map(\.value) } ?? []
  }
}

/// An argument of whatever type.
private protocol AnyArgument {}

extension Argument: AnyArgument {}
