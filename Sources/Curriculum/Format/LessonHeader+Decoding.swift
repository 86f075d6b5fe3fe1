import Foundation
import Learning

extension LessonHeader {
  static let known = ["title", "part", "decks", "sources", "goals", "practice", "terms", "steps"]

  /// Reads the head of a lesson file and, of its steps, the ids.
  ///
  /// - Throws: ``LessonProblem``, the first one.
  init(_ source: LessonSource) throws(LessonProblem) {
    let root = try source.compose()
    var faults = Faults()
    guard let header = try LessonHeader(root, of: source.file, &faults), faults.all.isEmpty else {
      throw LessonProblems(faults.all)?.all[0] ?? root.expected("a lesson")
    }
    self = header
  }

  /// Reads the head of a lesson from its tree; what is wrong with it is added to `faults`.
  ///
  /// - Throws: ``LessonProblem`` when the file is not named as a lesson is.
  init?(_ root: Entry, of file: String, _ faults: inout Faults) throws(LessonProblem) {
    let (number, id) = try Self.name(of: file)
    guard let fields = Fields(root, of: "a lesson", known: Self.known, &faults) else { return nil }
    let title = faults.required("title", in: fields) { entry throws(LessonProblem) in try Self.title(entry) }
    let part = faults.required("part", in: fields) { entry throws(LessonProblem) in
      try entry.word(LessonPart.self)
    }
    let goals = faults.required("goals", in: fields) { entry throws(LessonProblem) in
      try entry.list { item throws(LessonProblem) in try item.text() }
    }
    let decks = faults.optional("decks", in: fields) { entry throws(LessonProblem) in try Self.decks(entry) }
    let sources = faults.optional("sources", in: fields) { entry throws(LessonProblem) in
      try entry.texts()
    }
    if fields["decks"] == nil, fields["sources"] == nil,
      !fields.mayBeUnknown("decks"), !fields.mayBeUnknown("sources")
    {
      faults.add(root.problem(.missing(field: "decks or sources", of: "a lesson")))
    }
    let practice = faults.optional("practice", in: fields) { entry throws(LessonProblem) in
      try entry.list { item throws(LessonProblem) in try item.word(QuizTopic.self) }
    }
    let terms = faults.optional("terms", in: fields) { entry throws(LessonProblem) in try Self.terms(entry) }
    let ids = faults.required("steps", in: fields) { entry throws(LessonProblem) in StepIDs(entry) }
    guard let title, let part, let goals, let ids else { return nil }
    self.init(
      number: number, id: id, title: title, part: part, goals: goals, decks: decks ?? [],
      sources: sources ?? [],
      practice: practice ?? [], terms: terms ?? [], stepIDs: ids.all, questionIDs: ids.asking)
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

  private static let longestTitle = 60

  private static func title(_ entry: Entry) throws(LessonProblem) -> String {
    let title = try entry.line()
    guard title.count <= longestTitle else {
      throw entry.problem(
        .expected("at most \(longestTitle) characters for title", found: "\(title.count)"))
    }
    return title
  }

  private static func decks(_ entry: Entry) throws(LessonProblem) -> [DeckReference] {
    guard case .fields(let fields) = entry.content, !fields.isEmpty else {
      throw entry.expected("lectures with their slide groups")
    }
    var references: [DeckReference] = []
    for (key, place, groups) in fields {
      guard let deck = Deck(rawValue: key) else {
        let known = Deck.allCases.map(\.rawValue).joined(separator: ", ")
        throw LessonProblem(
          .expected("one of the lectures \(known) (name others under sources)", found: Echo.quote(key)),
          file: entry.file, at: place)
      }
      references.append(
        DeckReference(
          deck: deck, groups: try groups.list { entry throws(LessonProblem) in try entry.line() }))
    }
    return references
  }

  private static func terms(_ entry: Entry) throws(LessonProblem) -> [Term] {
    guard case .fields(let fields) = entry.content, !fields.isEmpty else {
      throw entry.expected("words with their meaning")
    }
    var terms: [Term] = []
    for (word, place, definition) in fields {
      terms.append(Term(word: word, definition: try definition.text(), place: place))
    }
    return terms
  }
}

extension Entry {
  /// A text, or a list of them.
  func texts() throws(LessonProblem) -> [String] {
    guard case .list = content else { return [try text()] }
    return try list { item throws(LessonProblem) in try item.text() }
  }
}
