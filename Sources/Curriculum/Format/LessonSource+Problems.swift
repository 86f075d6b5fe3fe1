import Learning
import Yams

extension LessonSource {
  /// What the YAML parser found wrong, in words for those who write lessons, where they have to change something.
  func problem(of error: YamlError) -> LessonProblem {
    switch error {
    case .scanner(let context, let text, let mark, _), .parser(let context, let text, let mark, _),
      .composer(let context, let text, let mark, _):
      problem(text, in: context, at: SourcePlace(mark))
    case .duplicatedKeysInMapping(let keys, let context):
      LessonProblem(
        .duplicate("the field \(keys.map(Echo.quote).joined(separator: ", "))"), file: file,
        at: keys.first.flatMap { again($0, inFieldsAt: SourcePlace(context.mark)) }
          ?? SourcePlace(context.mark))
    case .reader(let text, _, _, _), .writer(let text), .emitter(let text), .representer(let text):
      LessonProblem(.syntax(text), file: file)
    case .no, .memory, .dataCouldNotBeDecoded: LessonProblem(.syntax(Echo.escape("\(error)")), file: file)
    }
  }

  /// The parser tells where it gave up; what is to be mended often stands before that.
  private func problem(_ text: String, in context: YamlError.Context?, at place: SourcePlace) -> LessonProblem
  {
    func problem(_ sentence: String, at place: SourcePlace) -> LessonProblem {
      LessonProblem(.syntax(sentence), file: file, at: place)
    }
    if let context, context.text.contains("quoted scalar"), text.contains("unexpected") {
      return problem("this quotation mark is never closed", at: SourcePlace(context.mark))
    }
    switch text {
    case "mapping values are not allowed in this context":
      return beginsField(at: place)
        ? problem(
          "this field is not in line with those above it; fields of one thing begin in the same column",
          at: place)
        : problem("a colon and a space within a text; put quotes round it", at: place)
    case "found character that cannot start any token":
      return problem("a text cannot begin with this character; put quotes round it", at: place)
    case "found unknown escape character":
      return problem(Self.backslash, at: place)
    case "but found another document":
      return problem("a second document begins here; a file holds one lesson", at: place)
    case "could not find expected ':'":
      let above = lineAbove(place.line) ?? place.line
      return problem(
        "a field is written name: value, with a plain space after the colon",
        at: SourcePlace(line: above, column: indent(of: above) + 1))
    case "did not find expected <document start>":
      let isDirective = lines.first?.hasPrefix("%") == true
      return problem(
        isDirective
          ? "leave out the line that begins with %"
          : "the file ended at the line ... above; nothing may follow it",
        at: isDirective ? .beginning : place)
    case _ where text.contains("nesting level"):
      return problem(
        "this is nested more deeply than any lesson; put quotes round a text that begins with a bracket",
        at: place)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return problem(
        "this bracket is not closed; put quotes round a text that begins with a bracket, and round an item that holds a "
          + "comma, a bracket or a #", at: context.map { SourcePlace($0.mark) } ?? place)
    default:
      if let quote = longQuote(closedIn: place.line) {
        let sentence = "this quotation mark is closed only in line \(place.line), where another should open"
        return problem(sentence, at: quote)
      }
      if let (sign, start) = value(inLine: place.line),
        let sentence = Self.sentence(onTextBeginningWith: sign)
      {
        return problem(sentence, at: start)
      }
      if let above = lineAbove(place.line), let comment = comment(inLine: above) {
        return problem(Self.commentWithinText, at: comment)
      }
      if text.hasPrefix("did not find expected") {
        return problem(
          "this does not go on with what stands above it; fields of one thing, and items of one list, begin in the "
            + "same column", at: place)
      }
      return problem(text, at: place)
    }
  }

  /// Where the field called `name` stands for the second time, among fields that begin at `place`, a line for each.
  private func again(_ name: String, inFieldsAt place: SourcePlace) -> SourcePlace? {
    let indent = place.column - 1
    var found = 0
    for (offset, line) in lines.enumerated().dropFirst(place.line - 1) {
      let isFirst = offset == place.line - 1
      if !isFirst, let start = line.firstIndex(where: { $0 != " " }),
        line.distance(from: line.startIndex, to: start) < indent
      {
        return nil
      }
      guard isFirst || line.prefix(indent).allSatisfy({ $0 == " " }) else { continue }
      let rest = line.dropFirst(indent)
      guard rest.hasPrefix(name), rest.dropFirst(name.count).drop(while: { $0 == " " }).first == ":" else {
        continue
      }
      found += 1
      if found == 2 { return SourcePlace(line: offset + 1, column: place.column) }
    }
    return nil
  }

  static let backslash =
    "in double quotation marks a backslash begins a sign of its own; write two of them, or use single quotation marks"

  /// Whether the colon at `place` ends the name of a field with which its line begins.
  private func beginsField(at place: SourcePlace) -> Bool {
    guard lines.indices.contains(place.line - 1),
      let name = lines[place.line - 1].prefixMatch(of: /[ ]*(?:- )*[A-Za-z_-]+(?=:)/)
    else { return false }
    return name.output.unicodeScalars.count == place.column - 1
  }

  /// The sign with which a line's value begins, behind the marks of items and the name of a field.
  private func value(inLine number: Int) -> (sign: Character, place: SourcePlace)? {
    guard lines.indices.contains(number - 1) else { return nil }
    let line = lines[number - 1]
    guard let match = line.prefixMatch(of: /[ ]*(?:- +)*(?:[A-Za-z_-]+:[ ]+)?(\S)/) else { return nil }
    let column = line[..<match.range.upperBound].unicodeScalars.count
    return (match.output.1.first ?? " ", SourcePlace(line: number, column: column))
  }

  /// What to say of a text that cannot be read and begins with `sign`; `nil` where that is not the reason.
  private static func sentence(onTextBeginningWith sign: Character) -> String? {
    switch sign {
    case "\"", "'":
      "the text goes on after its closing quotation mark; put quotes of the other kind round all of it"
    case _ where "{}[]|>?-,&!%@`#".contains(sign):
      "a text that begins with \(sign) needs quotes round it"
    default: nil
    }
  }

  /// The number of the last line above line `number` that is not empty.
  private func lineAbove(_ number: Int) -> Int? {
    (1..<max(1, min(number, lines.count + 1))).last { !lines[$0 - 1].allSatisfy { $0 == " " } }
  }

  private func indent(of number: Int) -> Int {
    lines.indices.contains(number - 1) ? lines[number - 1].prefix { $0 == " " }.count : 0
  }

  /// Where the quotation mark stands that opens a value and has its partner only in a later line, `last`.
  private func longQuote(closedIn last: Int) -> SourcePlace? {
    var open: (mark: Character, place: SourcePlace)?
    for (index, line) in lines.prefix(last).enumerated() {
      if let quote = open {
        guard Self.closes(quote.mark, in: line) else { continue }
        if index + 1 == last { return quote.place }
        open = nil
      } else if let start = line.firstMatch(of: /^[ ]*(?:- )*(?:[A-Za-z_-]+:[ ]+)?(["'])/) {
        let mark: Character = start.1 == "\"" ? "\"" : "'"
        let column = line.distance(from: line.startIndex, to: start.range.upperBound)
        if !Self.closes(mark, in: line[start.range.upperBound...]) {
          open = (mark, SourcePlace(line: index + 1, column: column))
        }
      }
    }
    return nil
  }

  /// Whether a text that `mark` opened before `rest` ends there. Within double marks a backslash takes the character after
  /// it, within single ones two marks are one.
  private static func closes(_ mark: Character, in rest: Substring) -> Bool {
    let inside = mark == "\"" ? rest.replacing(/\\./, with: "") : rest.replacing("''", with: "")
    return inside.contains(mark)
  }
}
