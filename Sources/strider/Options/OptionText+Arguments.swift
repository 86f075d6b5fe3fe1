extension OptionText {
  /// The one argument among `arguments`; a `--` that ends the options does not count.
  static func only(_ arguments: [String], name: String, example: String) throws -> String {
    var arguments = arguments
    if let end = arguments.firstIndex(of: "--") { arguments.remove(at: end) }
    if arguments.count > 1, let option = arguments.first(where: { $0.hasPrefix("--") }) {
      throw UsageError.unknownOption(option, known: OptionNames.suggestions(for: option))
    }
    guard arguments.count == 1 else {
      throw UsageError.wrongCount(wanted: name, given: arguments.count, example: example)
    }
    return arguments[0]
  }

  /// Names of lessons or files. One that begins with `--` is taken for a mistyped option unless a `--` stands before.
  static func names(_ arguments: [String]) throws(UsageError) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    if let option = arguments[..<end].first(where: { $0.hasPrefix("--") }) {
      throw .unknownOption(option, known: [])
    }
    return Array(arguments[..<end] + arguments[end...].dropFirst())
  }

  /// The name among `arguments`, if there is one.
  static func atMostOneName(
    _ arguments: [String], name: String, example: String
  ) throws(UsageError) -> String? {
    let names = try names(arguments)
    guard names.count <= 1 else {
      throw .wrongCount(wanted: name, given: names.count, example: example)
    }
    return names.first
  }
}
