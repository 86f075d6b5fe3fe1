import Learning

/// What can be wrong with a command line beyond what the argument parser finds.
enum UsageError: InputError {
  /// Another option stands where a value was expected.
  case missingValue(option: String, follower: String)
  /// A value that cannot be read; `form` says what would be right.
  case malformed(option: String, text: String, form: String)
  /// A whole number that is too small or too large.
  case outOfRange(option: String, text: String, allowed: ClosedRange<Int>)
  /// A name that is not among the known ones.
  case unknownName(option: String, text: String, known: [String])
  /// A grid that is no preset, and no file either.
  case neitherPresetNorFile(option: String, text: String, presets: [String])
  /// There is no such command.
  case unknownCommand(String, known: [String])
  /// Something that looks like an option but is none.
  case unknownOption(String, known: [String])
  /// Something after a `--` that can be no argument: the command takes none, or it is an option that came too late.
  case afterEnd(String, takes: String?)
  /// More or fewer arguments than the one that is wanted.
  case wrongCount(wanted: String, given: Int, example: String)
  /// More words than are read.
  case tooManyWords(Int, limit: Int)
  /// Two options that exclude each other.
  case conflict(String, String)
  /// A value that was read but refused by what it is for.
  case refused(option: String, sentence: String, fault: InputFault)

  var fault: InputFault {
    switch self {
    case .missingValue, .malformed, .outOfRange, .unknownName, .unknownCommand, .unknownOption, .afterEnd,
      .wrongCount, .tooManyWords, .conflict:
      .request
    case .neitherPresetNorFile: .access
    case .refused(_, _, let fault): fault
    }
  }

  var description: String {
    switch self {
    case .missingValue(let option, let follower):
      "\(option) needs a value, but the option \(follower) follows it"
    case .malformed(let option, let text, let form):
      "\(option): \(Echo.quote(text)) is not \(form)"
    case .outOfRange(let option, let text, let allowed):
      "\(option): \(Echo.quote(text)) is outside \(Numeral.grouped(allowed.lowerBound)) to "
        + Numeral.grouped(allowed.upperBound)
    case .unknownName(let option, let text, let known):
      "\(option): \(Echo.quote(text)) is not known\(Self.suggestion(for: text, among: known))"
    case .neitherPresetNorFile(let option, let text, let presets):
      "\(option): \(Echo.quote(text)) is neither a preset nor a file"
        + Self.suggestion(for: text, among: presets)
    case .unknownCommand(let text, let known):
      "there is no command \(Echo.quote(text))\(Self.suggestion(for: text, among: known))"
    case .unknownOption(let text, let known) where known.contains(text):
      "this command has no option \(Echo.escape(text))"
    case .unknownOption(let text, let known):
      "there is no option \(Echo.escape(text))\(Self.suggestion(for: text, among: known))"
    case .afterEnd(let text, nil):
      "\(Echo.quote(text)) stands after --, where options end; this command takes nothing but options"
    case .afterEnd(let text, _):
      "the option \(Echo.escape(text)) stands after --, where options end; write it before"
    case .wrongCount(let wanted, 0, let example):
      "\(wanted) is missing; write for example: \(example)"
    case .wrongCount(let wanted, let given, let example):
      "\(wanted) is wanted, but \(given) arguments were given; quote it, as in: \(example)"
    case .tooManyWords(let count, let limit):
      "the command line has \(Numeral.grouped(count)) words, beyond the limit of \(Numeral.grouped(limit))"
    case .conflict(let one, let other):
      "\(one) and \(other) exclude each other"
    case .refused(let option, let sentence, _):
      "\(option): \(sentence)"
    }
  }

  private static func suggestion(for text: String, among known: [String]) -> String {
    if let nearest = Spelling.nearest(to: text, among: known) {
      return "; did you mean \(nearest)?"
    }
    return known.isEmpty ? "" : "; there are \(known.joined(separator: ", "))"
  }
}
