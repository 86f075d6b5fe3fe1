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
        at: SourcePlace(context.mark))
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
      return problem("a colon and a space within a text; put quotes round it", at: place)
    case "found character that cannot start any token":
      return problem("a text cannot begin with this character; put quotes round it", at: place)
    case "but found another document":
      return problem("a second document begins here; a file holds one lesson", at: place)
    default:
      if let quote = longQuote(closedIn: place.line) {
        let sentence = "this quotation mark is closed only in line \(place.line), where another should open"
        return problem(sentence, at: quote)
      }
      return problem(text, at: place)
    }
  }

  /// Where the quotation mark stands that opens a value and has its partner only in a later line, `last`.
  private func longQuote(closedIn last: Int) -> SourcePlace? {
    var open: (mark: Character, place: SourcePlace)?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(last)
      .enumerated()
    {
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
