import Learning

/// Something wrong with a file of the lessons folder: where it is, and what would be right.
///
/// `description` reads `24-stride.yaml:31:9: the answer is 2, but floor((7 + 2·0 - 3) / 2) + 1 = 3`.
public struct LessonProblem: InputError {
  /// The name of the file, without its folder.
  public let file: String
  /// Where in the file; its beginning when the problem is the file itself.
  public let place: SourcePlace
  /// What is wrong.
  public let kind: Kind

  /// A problem of kind `kind` at `place` in `file`.
  public init(_ kind: Kind, file: String, at place: SourcePlace = .beginning) {
    (self.kind, self.file, self.place) = (kind, file, place)
  }

  /// What can be wrong with a file.
  public enum Kind: Hashable, Sendable {
    /// The system does not let it be read; its reason.
    case unreadable(String)
    /// The folder of lessons, which has no lines, cannot be listed; the system's reason.
    case unlisted(String)
    /// It has more than ``LessonSource/fileLimit`` bytes; how many, if that is known.
    case tooLarge(bytes: Int?)
    /// Its bytes are no UTF-8.
    case notText
    /// A tab character.
    case tab
    /// A control or invisible character, shown escaped.
    case control(String)
    /// It is no YAML; the parser's words.
    case syntax(String)
    /// A part of a text that YAML takes for itself; the sentence.
    case misread(String)
    /// An alias `*name` of an anchor that is not there.
    case alias(String)
    /// Aliases that unfold to more than a file may hold.
    case unfolded
    /// Something else stands where `expected` should.
    case expected(String, found: String)
    /// A field that has to be there.
    case missing(field: String, of: String)
    /// A field that nothing reads; maybe a field that is spelt almost so.
    case unknownField(String, of: String, nearest: String?)
    /// A word that is none of those allowed, which are many.
    case unknownWord(String, for: String, known: [String])
    /// A scene that does not open; the reason.
    case scene(String)
    /// A formula that cannot be worked out; the reason.
    case formula(String)
    /// An answer that the formula contradicts.
    case wrongAnswer(stated: String, formula: String)
    /// Words that the picture of a step does not show after these keys.
    case outOfSight(String, keys: [String])
    /// A picture beside an answer of which no words are named that say it.
    case answerOutOfSight(String)
    /// Two things that must differ.
    case duplicate(String)
    /// Something that nothing refers to.
    case unused(String)
    /// Something referred to that is not there.
    case undefined(String)
    /// A text that takes more rows than 80x24 leaves for it.
    case tooLong(String, rows: Int, limit: Int)
  }

  /// Who has to change something.
  public var fault: InputFault {
    switch kind {
    case .unreadable, .unlisted: .access
    case .tooLarge, .notText, .tab, .control, .syntax, .misread, .alias, .unfolded, .expected, .missing,
      .unknownField, .unknownWord, .scene, .formula, .wrongAnswer, .outOfSight, .answerOutOfSight, .duplicate,
      .unused, .undefined, .tooLong:
      .data
    }
  }

  /// `file:line:column: ` and the sentence.
  public var description: String {
    if case .unlisted = kind { return "\(Echo.escape(file)): \(sentence)" }
    return "\(Echo.escape(file)):\(place): \(sentence)"
  }

  /// What is wrong and what would be right, without the place.
  public var sentence: String {
    switch kind {
    case .unreadable(let reason), .unlisted(let reason): "cannot be read: \(Echo.escape(reason))"
    case .tooLarge(let bytes):
      (bytes.map(Numeral.grouped) ?? "the file has too many")
        + " bytes\(bytes == nil ? ":" : " are") more than the \(Numeral.grouped(LessonSource.fileLimit)) a lesson may have"
    case .notText: "this byte is not UTF-8 text"
    case .tab: "a tab; write spaces"
    case .control(let escaped): "the character \(escaped) is not allowed; lessons hold printable text only"
    case .syntax(let problem): "not readable as YAML: \(problem)"
    case .misread(let sentence): sentence
    case .alias(let name):
      "\(Echo.escape(name)) names no anchor above it; put quotes round a text that begins with a star"
    case .unfolded: "aliases unfold to more than a lesson may hold; write less of it"
    case .expected(let expected, let found): "expected \(expected), found \(found)"
    case .missing(let field, let owner): "\(owner) needs the field \(field)"
    case .unknownField(let field, let owner, let nearest):
      "\(owner) has no field \(Echo.quote(field))" + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .unknownWord(let word, let field, let known):
      "\(field) cannot be \(Echo.quote(word))" + Self.proposal(for: word, known)
    case .scene(let reason): "the scene does not open: \(reason)"
    case .formula(let reason): "the formula cannot be worked out: \(reason)"
    case .wrongAnswer(let stated, let formula): "the answer is given as \(stated), but \(formula)"
    case .outOfSight(let words, let keys):
      "\(Echo.quote(words)) is not in the picture at 80x24"
        + (keys.isEmpty ? "" : " after \(keys.joined(separator: " "))")
    case .answerOutOfSight(let answer):
      "name in shows where the picture beside the answer says \(answer); if it does not, give the step a scene for after"
    case .duplicate(let what): "\(what) appears twice"
    case .unused(let what): "\(what) is never used"
    case .undefined(let what): "\(what) is not defined"
    case .tooLong(let what, let rows, let limit):
      "\(what) takes \(rows) rows of 76 columns; at 80x24 it may take \(limit)"
    }
  }
}

extension LessonProblem {
  /// The word that was meant, if it is spelt almost so; otherwise those that come nearest, and all that there are.
  private static func proposal(for word: String, _ known: [String]) -> String {
    if let nearest = Spelling.nearest(to: word, among: known) { return "; did you mean \(nearest)?" }
    let similar = Spelling.similar(to: word, among: known)
    let all = known.joined(separator: ", ")
    return similar.isEmpty
      ? "; there are \(all)" : "; did you mean \(similar.joined(separator: ", "))? There are \(all)"
  }
}

/// A place in a text file; both numbers count from 1, columns in Unicode scalars.
public struct SourcePlace: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The line.
  public let line: Int
  /// The column.
  public let column: Int

  /// Where a file begins.
  public static let beginning = SourcePlace(line: 1, column: 1)

  /// The place at `line` and `column`.
  public init(line: Int, column: Int) {
    (self.line, self.column) = (line, column)
  }

  /// Reading order.
  public static func < (one: SourcePlace, other: SourcePlace) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }

  /// `line:column`.
  public var description: String { "\(line):\(column)" }
}

/// All that was found wrong with one file.
public struct LessonProblems: Error, Equatable, Sendable, CustomStringConvertible {
  /// At least one, in reading order.
  public let all: [LessonProblem]

  /// The first problem, and how many more there are.
  public var description: String {
    let more = all.count - 1
    return all[0].description + (more == 0 ? "" : " (and \(more) more, see strider check)")
  }

  init(_ only: LessonProblem) { all = [only] }

  init?(_ problems: [LessonProblem]) {
    guard !problems.isEmpty else { return nil }
    all = problems.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element)
  }
}
