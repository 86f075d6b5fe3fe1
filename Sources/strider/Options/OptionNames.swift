/// The names of all options, to tell values from options before anything is parsed.
///
/// Options take the next word as their value whatever it looks like, so that `--start -1,2` works; and arguments may
/// begin with a minus, as in `grad "-x^2"`. So `--input --kernel 3` would quietly take `--kernel` for a size, and
/// `--kernal 3` for an expression. These lists prevent it; a test compares them with what the commands declare.
enum OptionNames {
  /// Options followed by a value.
  static let valued: Set<String> = [
    "--after", "--at", "--beta", "--bias", "--color", "--column", "--condition", "--count", "--data",
    "--dilation", "--export", "--expression", "--format", "--grid", "--input", "--kernel", "--keys", "--kind",
    "--lessons", "--mode", "--name", "--noise", "--optimizer", "--output", "--padding", "--reset", "--rotate",
    "--rule", "--schedule", "--seed", "--signal", "--size", "--start", "--steps", "--stride", "--surface",
    "--theme", "--topic", "--upstream",
  ]
  /// Options that stand alone.
  static let flags: Set<String> = [
    "--ascii", "--flip", "--help", "--json", "--merge", "--notes", "--relu", "--restart", "--text",
    "--version",
    "--yes",
  ]

  /// - Throws: ``UsageError`` for an option that is followed by another option instead of its value, and for a word
  ///   that is close to an option without being one.
  static func check(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    while let argument = rest.popFirst(), argument != "--" {
      guard argument.hasPrefix("--") else { continue }
      let name = String(argument.prefix { $0 != "=" })
      if valued.contains(name) {
        guard name == argument, let value = rest.popFirst() else { continue }
        let follower = String(value.prefix { $0 != "=" })
        guard !isOption(follower) else { throw .missingValue(option: argument, follower: follower) }
      } else if !isOption(name), let meant = Spelling.nearest(to: name, among: (valued.union(flags)).sorted())
      {
        throw .unknownOption(name, known: [meant])
      }
    }
  }

  /// The first word that is neither an option nor the value of one: the command's name if there is any.
  static func firstWord(of arguments: [String]) -> String? {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if valued.contains(argument) {
        _ = rest.popFirst()
      } else if !argument.hasPrefix("-") {
        return argument
      }
    }
    return nil
  }

  private static func isOption(_ name: String) -> Bool {
    valued.contains(name) || flags.contains(name)
  }
}
