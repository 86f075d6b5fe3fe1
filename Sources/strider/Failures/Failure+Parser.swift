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
    for (fragment, echo) in Self.echoes(of: arguments) {
      message = message.replacingBytes(of: fragment, with: echo)
    }
    message = message.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined(separator: " ")
    if message.unicodeScalars.count > Self.longestMessage {
      message = String(String.UnicodeScalarView(message.unicodeScalars.prefix(Self.longestMessage))) + "..."
    }
    if message.hasSuffix("."), !message.hasSuffix("...") { message.removeLast() }
    if let first = message.first { message = first.lowercased() + message.dropFirst() }
    let command = verb.map { "strider \($0)" } ?? "strider"
    // The parser's guesses at what was meant are often far off.
    if let option = message.firstMatch(of: /unknown option '(-[^']*)'/)?.1 {
      message = "\(command) has no option \(option)"
    }
    self.init(sentence: "\(message) (see \(command) --help)", status: .usage)
  }

  /// The most Unicode scalars of the parser's own words, which may list thousands of arguments.
  private static let longestMessage = 400

  /// The parts of the command line that a message may repeat and that are shown otherwise there, long ones first.
  private static func echoes(of arguments: [String]) -> [(fragment: String, echo: String)] {
    let parts = arguments.flatMap { argument in
      [argument] + argument.split(separator: "=", maxSplits: 1).map(String.init)
    }
    return Set(parts).map { ($0, Echo.escape($0)) }.filter { $0.0 != $0.1 }
      .sorted { ($1.0.utf8.count, $0.0) < ($0.0.utf8.count, $1.0) }
  }
}

extension String {
  /// With `replacement` wherever the bytes of `fragment` stand. Characters would not do: a mark at its beginning joins the
  /// character before it, so that the fragment is not found.
  fileprivate func replacingBytes(of fragment: String, with replacement: String) -> String {
    String(
      decoding: Array(utf8).replacing(Array(fragment.utf8), with: Array(replacement.utf8)), as: UTF8.self)
  }
}
