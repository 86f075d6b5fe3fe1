import Learning

/// The names of all options, to tell values from options before anything is parsed.
///
/// Options take the next word as their value whatever it looks like, so that `--start -1,2` works; and arguments may
/// begin with a minus, as in `grad "-x^2"`. So `--input --kernel 3` would quietly take `--kernel` for a size, and the
/// argument parser takes `--bias ---1` for an option. Here every word gets its meaning: an option is what is called
/// exactly so, and no value is. A test compares the two lists of options with what the commands declare.
enum OptionNames {
  /// Options followed by a value.
  static let valued: Set<String> = [
    "--activation", "--after", "--at", "--augment", "--batch", "--beta", "--bias", "--channels", "--color",
    "--column", "--columns", "--condition", "--count", "--data", "--degree", "--dilation", "--dropout",
    "--epochs", "--epsilon", "--export", "--expression", "--filter", "--format", "--gamma", "--grid",
    "--groups", "--init", "--input", "--kernel", "--keys", "--kind", "--kink", "--lambda", "--layers",
    "--lesson", "--lessons", "--load", "--missing", "--mode", "--name", "--network", "--noise", "--nudge",
    "--optimizer", "--output", "--padding", "--parameter", "--points", "--precision", "--reset", "--rotate",
    "--rule", "--running-mean", "--running-variance", "--save", "--scale", "--schedule", "--script", "--seed",
    "--shuffle", "--signal", "--size", "--start", "--step", "--steps", "--stride", "--surface", "--target",
    "--temperature", "--test", "--theme", "--to", "--topic", "--upstream", "--weight-decay", "--weights",
    "--width",
  ]
  /// Options that stand alone.
  static let flags: Set<String> = [
    "--across", "--ascii", "--exclude-padding", "--flip", "--help", "--invert", "--json", "--merge",
    "--missed", "--notes", "--relu", "--restart", "--reverse", "--skip", "--text", "--use", "--version",
    "--yes",
  ]

  /// Commands whose argument may itself begin with minus signs, however many.
  private static let ofExpressions: Set<String> = ["curve", "grad", "softmax"]
  /// What the argument parser has by itself.
  private static let builtIn: Set<String> = ["--experimental-dump-help", "--generate-completion-script"]

  /// The most words of a command line, some thousand reports to be merged, and of one that names no files: the argument
  /// parser takes four times as long for twice as many.
  static let (mostWords, mostWordsWithoutFiles) = (5_000, 500)

  /// `arguments` as the argument parser understands them without fail: values that begin with a minus are joined to
  /// their options, and an expression that begins with one comes last, after a `--`.
  ///
  /// - Throws: ``UsageError`` for too many words, for an option that is followed by another option instead of its value, for a word that
  ///   begins like an option and cannot be anything else, and for what stands after a `--` where nothing may.
  static func checked(_ arguments: [String]) throws(UsageError) -> [String] {
    let limit = firstWord(of: arguments) == "report" ? mostWords : mostWordsWithoutFiles
    guard arguments.count <= limit else { throw .tooManyWords(arguments.count, limit: limit) }
    let isPrinting = firstWord(of: arguments).map(CommandTraits.neverDraws) ?? false
    var rest = arguments[...]
    var verb: String?
    var (kept, words, hasEnd) = ([String](), [String](), false)
    while let argument = rest.popFirst() {
      guard argument != "--" else {
        hasEnd = true
        try checkEnd(rest, of: verb)
        break
      }
      let name = String(argument.prefix { $0 != "=" })
      if !argument.hasPrefix("-") {
        if verb == nil { verb = argument }
        kept.append(argument)
      } else if valued.contains(name) {
        guard name == argument, let value = rest.popFirst() else {
          kept.append(argument)
          continue
        }
        let follower = String(value.prefix { $0 != "=" })
        guard !isOption(follower) else { throw .missingValue(option: argument, follower: follower) }
        kept += value.hasPrefix("-") ? ["\(argument)=\(value)"] : [argument, value]
      } else if argument == "--ascii", isPrinting {
        continue
      } else if flags.contains(name) || builtIn.contains(name) || argument == "-h" {
        kept.append(argument)
      } else if verb.map(ofExpressions.contains) ?? false {
        words.append(argument)
      } else if argument.hasPrefix("--") {
        throw .unknownOption(name, known: suggestions(for: name))
      } else {
        kept.append(argument)
      }
    }
    return words.isEmpty && !hasEnd ? kept : kept + ["--"] + words + rest
  }

  /// Whether `flag` stands among the options of `arguments`.
  static func contains(_ flag: String, in arguments: [String]) -> Bool {
    var rest = arguments[...]
    while let argument = rest.popFirst(), argument != "--" {
      if argument.prefix(while: { $0 != "=" }) == flag { return true }
      if valued.contains(argument) { _ = rest.popFirst() }
    }
    return false
  }

  /// The option that `text` may have been meant for, as a list.
  static func suggestions(for text: String) -> [String] {
    Spelling.nearest(to: text, among: valued.union(flags).sorted()).map { [$0] } ?? []
  }

  /// Words after a `--` are arguments, whatever they look like.
  private static func checkEnd(_ words: ArraySlice<String>, of verb: String?) throws(UsageError) {
    guard let first = words.first else { return }
    if let verb, !CommandTraits.takesArguments(verb) { throw .afterEnd(first, takes: nil) }
    // One word may well be an expression or a file; among several, an option has come too late.
    guard words.count > 1, let late = words.first(where: { isOption(String($0.prefix { $0 != "=" })) }) else {
      return
    }
    throw .afterEnd(late, takes: verb ?? "")
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
