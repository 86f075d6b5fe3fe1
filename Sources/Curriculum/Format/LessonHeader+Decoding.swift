import Foundation
import Learning

extension LessonHeader {
  static let known = ["title", "part", "decks", "goals", "practice", "terms"]

  /// Reads the head of a lesson file, and only the ids of its steps.
  ///
  /// - Throws: ``LessonProblem``
  init(_ source: LessonSource) throws(LessonProblem) {
    let (number, id) = try Self.name(of: source.file)
    let lines = source.lines()
    // This line separates the header of a lesson from its steps.
    guard let marker = lines.firstIndex(where: { source.rest(of: $0, after: "steps:") == "" }) else {
      throw try Self.whyNoSteps(source)
    }
    let head = String(decoding: source.bytes[..<lines[marker].lowerBound], as: UTF8.self)
    let fields = try Fields(source.compose(head), of: "a lesson", known: Self.known)
    self.number = number
    self.id = id
    title = try fields.required("title").line()
    part = try fields.required("part").word(LessonPart.self)
    goals = try fields.required("goals").list { entry throws(LessonProblem) in try entry.text() }
    decks = try Self.decks(fields.required("decks"))
    practice =
      try fields["practice"]?.list { entry throws(LessonProblem) in try entry.word(QuizTopic.self) } ?? []
    terms = try fields["terms"].map(Self.terms) ?? []
    (stepIDs, questionIDs) = Self.steps(in: lines[marker...], of: source)
  }

  /// What is wrong with a lesson in which no line reads `steps:`; the whole file may say so better.
  private static func whyNoSteps(_ source: LessonSource) throws(LessonProblem) -> LessonProblem {
    let fields = try Fields(source.compose(), of: "a lesson", known: known + ["steps"])
    return try fields.required("steps").expected("\"steps:\" alone on a line, and the steps below it,")
  }

  /// The ids of all steps, and of those that ask a question; how they begin makes them countable without being read.
  private static func steps(
    in lines: ArraySlice<Range<Int>>, of source: LessonSource
  ) -> (all: [String], asking: [String]) {
    var (all, asking): ([String], [String]) = ([], [])
    for line in lines {
      if let id = source.rest(of: line, after: "  - id: ") {
        all.append(id.trimmed)
      } else if source.rest(of: line, after: "    question:") != nil, let id = all.last {
        asking.append(id)
      }
    }
    return (all, asking)
  }

  /// The number and id in a file name such as `24-stride.yaml`.
  static func name(of file: String) throws(LessonProblem) -> (number: Int, id: String) {
    let stem = file.hasSuffix(".yaml") ? file.dropLast(5) : file[...]
    let digits = stem.prefix { $0.isASCII && $0.isNumber }
    let id = stem.dropFirst(digits.count + 1)
    guard digits.count == 2, let number = Int(digits), number > 0, stem.dropFirst(2).first == "-",
      id.isIdentifier
    else {
      throw LessonProblem(
        .expected("a name such as 24-stride.yaml", found: Echo.quote(file)), file: file)
    }
    return (number, String(id))
  }

  /// The id in the name of a lesson file, even where the number is missing.
  static func id(inNameOf file: URL) -> String {
    String(file.deletingPathExtension().lastPathComponent.drop { $0.isNumber || $0 == "-" })
  }

  private static func decks(_ entry: Entry) throws(LessonProblem) -> [DeckReference] {
    guard case .fields(let fields) = entry.content else {
      throw entry.expected("lectures with their slide groups")
    }
    var references: [DeckReference] = []
    for (key, _, groups) in fields {
      guard let deck = Deck(rawValue: key) else {
        throw groups.expected("one of the lectures \(Deck.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      references.append(
        DeckReference(
          deck: deck, groups: try groups.list { entry throws(LessonProblem) in try entry.line() }))
    }
    return references
  }

  private static func terms(_ entry: Entry) throws(LessonProblem) -> [Term] {
    guard case .fields(let fields) = entry.content else { throw entry.expected("words with their meaning") }
    var terms: [Term] = []
    for (word, place, definition) in fields {
      terms.append(Term(word: word, definition: try definition.text(), place: place))
    }
    return terms
  }
}
