import Learning

/// What YAML takes for itself without a word, so that a part of a text would be missing: a comment within a sentence, a tag.
extension LessonSource {
  static let commentWithinText =
    "a # after a space begins a comment, so the text ends before it; put quotes round the text, or two spaces before a "
    + "comment"

  /// The lines of the text.
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// Where in a line a # stands behind a single space.
  func comment(inLine number: Int) -> SourcePlace? {
    let lines = lines
    guard lines.indices.contains(number - 1), let mark = lines[number - 1].firstRange(of: " #") else {
      return nil
    }
    let before = lines[number - 1][..<mark.lowerBound]
    return before.last == " " ? nil : SourcePlace(line: number, column: before.unicodeScalars.count + 2)
  }
}

/// Looks up in the source what stands round a node.
struct SourceLines {
  private let lines: [Substring]
  /// Whether there is anything that could be a comment or a tag; hardly any lesson has it.
  private let hasSigns: Bool

  init(_ source: LessonSource) {
    hasSigns = source.bytes.contains { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "!") }
    lines = hasSigns ? source.lines : []
  }

  /// The line of `place` from there on.
  private func rest(at place: SourcePlace) -> Substring? {
    guard lines.indices.contains(place.line - 1) else { return nil }
    let line = lines[place.line - 1]
    let scalars = line.unicodeScalars
    return scalars.index(scalars.startIndex, offsetBy: place.column - 1, limitedBy: scalars.endIndex).map {
      line[$0...]
    }
  }

  /// What is wrong with a node that begins at `place` with a tag, other than those which say what it is anyway.
  func tag(at place: SourcePlace) -> LessonProblem.Kind? {
    guard hasSigns, let word = rest(at: place)?.prefix(while: { $0 != " " }), word.hasPrefix("!"),
      !["!", "!!str", "!!seq", "!!map", "!!int", "!!float", "!!bool", "!!null"].contains(word)
    else { return nil }
    return .misread("YAML takes a word that begins with ! for itself; put quotes round the text")
  }

  /// What is wrong with a text without quotes that begins at `place`, and where: a comment has taken its end, or all of it.
  /// Behind two spaces a comment is meant, and behind a single word if a space follows the #, too.
  func comment(in text: String, at place: SourcePlace) -> (kind: LessonProblem.Kind, place: SourcePlace)? {
    guard hasSigns, var line = rest(at: place) else { return nil }
    if text.isEmpty {
      guard line.drop(while: { $0 == " " }).first == "#" else { return nil }
      return (.misread("a # begins a comment, so nothing is left of the text; put quotes round it"), place)
    }
    var (rest, number) = (text[...], place.line)
    while !line.utf8.starts(with: rest.utf8) {
      let piece = line.prefix(
        line.lastIndex { $0 != " " }.map { line.distance(from: line.startIndex, to: $0) + 1 } ?? 0)
      guard rest.utf8.starts(with: piece.utf8), number < lines.count else { return nil }
      rest = rest.dropFirst(piece.count).drop { $0 == " " || $0 == "\n" }
      line = lines[number].drop { $0 == " " }
      number += 1
    }
    let tail = line.dropFirst(rest.count)
    guard tail.hasPrefix(" #"), text.contains(" ") || tail.dropFirst(2).first != " " else { return nil }
    let column = lines[number - 1][..<tail.startIndex].unicodeScalars.count + 2
    return (.misread(LessonSource.commentWithinText), SourcePlace(line: number, column: column))
  }
}
