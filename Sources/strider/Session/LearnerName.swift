import Glibc
import Learning

/// Whose report it is.
struct LearnerName: Equatable {
  /// As it was typed, without space around it.
  let text: String

  private static let longest = 100

  /// The name given, or the one the learner is logged in with.
  ///
  /// - Throws: ``UsageError`` for a name that is empty, longer than 100 characters, or not printable.
  init(_ given: String?) throws(UsageError) {
    guard let given else {
      text = ["LOGNAME", "USER"].lazy.compactMap(Self.variable).first ?? "unnamed"
      return
    }
    let words = given.split { $0 == " " }.joined(separator: " ")
    guard !words.isEmpty, words.count <= Self.longest, Self.isPrintable(words) else {
      throw .malformed(
        option: "--name", text: given, form: "a name: write 1 to \(Self.longest) printable characters")
    }
    text = words
  }

  /// `ada-lovelace.strider`
  var fileName: String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return (words.isEmpty ? "report" : words.joined(separator: "-")) + ".strider"
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    let text = String(cString: value)
    return text.count <= longest && isPrintable(text) ? text : nil
  }

  private static func isPrintable(_ text: String) -> Bool {
    Echo.escape(text.prefix(Echo.longest)) == text.prefix(Echo.longest)
      && (text.count <= Echo.longest || isPrintable(String(text.dropFirst(Echo.longest))))
  }
}
