extension Expression {
  /// The names of all functions and constants.
  public static let names = ExpressionError.functions + ["pi", "e"]

  /// What may have been meant by the unknown `name`, where variables called `given` are known: `pi` by `PI`, `x*y` by
  /// `xy`, `sin(x)` by `sinx`; `nil` when nothing is likely.
  public static func suggestion(for name: String, given: [String]) -> String? {
    let names = given + ["pi"]
    let known = names + ExpressionError.functions
    if let other = known.first(where: { $0 != name && $0.lowercased() == name.lowercased() }) { return other }
    if let product = product(name[...], of: names), product != name { return product }
    let functions = ExpressionError.functions.filter { name.hasPrefix($0) && name != $0 }
    for function in functions.sorted(by: { $0.count > $1.count }) {
      if let argument = product(name.dropFirst(function.count), of: names) {
        return "\(function)(\(argument))"
      }
    }
    return nil
  }

  /// As ``suggestion(for:given:)``, to end a message with: `; did you mean x*y?`, or nothing.
  public static func advice(on name: String, given: [String]) -> String {
    suggestion(for: name, given: given).map { "; did you mean \(Echo.escape($0))?" } ?? ""
  }

  /// `text` as a product of `names`, the longest first.
  private static func product(_ text: Substring, of names: [String]) -> String? {
    if names.contains(String(text)) { return String(text) }
    // Names of more letters than that are words.
    guard text.count <= 12 else { return nil }
    for name in names.sorted(by: { $0.count > $1.count }) where !name.isEmpty && text.hasPrefix(name) {
      if let rest = product(text.dropFirst(name.count), of: names) { return "\(name)*\(rest)" }
    }
    return nil
  }
}
