import ArgumentParser
import Learning

extension Failure {
  /// What the argument parser found wrong with `arguments`, in its own words but on one line, with what it repeats
  /// of them made harmless and short.
  init(parserError error: any Error, arguments: [String]) {
    let verbs = Strider.configuration.subcommands.map { $0._commandName }
    let verb = OptionNames.firstWord(of: arguments)
    if let verb, !verbs.contains(verb) {
      self.init(UsageError.unknownCommand(verb, known: verbs), arguments: arguments)
      return
    }
    var message = Strider.message(for: error)
    for fragment in Self.fragments(of: arguments) {
      let echo = Echo.escape(fragment)
      if echo != fragment { message = message.replacing(fragment, with: echo) }
    }
    message = message.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined(separator: " ")
    if message.hasSuffix(".") { message.removeLast() }
    if let first = message.first { message = first.lowercased() + message.dropFirst() }
    let command = verb.map { "strider \($0)" } ?? "strider"
    // The parser's guesses at what was meant are often far off.
    if let option = message.firstMatch(of: /unknown option '(-[^']*)'/)?.1 {
      message = "\(command) has no option \(option)"
    }
    self.init(sentence: "\(message) (see \(command) --help)", status: .usage)
  }

  /// The parts of the command line that a message may repeat, long ones first.
  private static func fragments(of arguments: [String]) -> [String] {
    let parts = arguments.flatMap { argument in
      [argument] + argument.split(separator: "=", maxSplits: 1).map(String.init)
    }
    return parts.sorted { $0.utf8.count > $1.utf8.count }
  }
}
