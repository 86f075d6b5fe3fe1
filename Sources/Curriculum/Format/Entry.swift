import Learning

/// A node of a lesson file that knows its name and place, so that whatever reads it can say what is wrong where.
struct Entry: Sendable {
  enum Content: Sendable {
    case text(String)
    case list([Entry])
    case fields([(key: String, place: SourcePlace, value: Entry)])
  }

  let content: Content
  /// What the node is called in messages: its field name, or "an item of …".
  let name: String
  let file: String
  let place: SourcePlace

  init(_ content: Content, name: String, file: String, place: SourcePlace) {
    (self.content, self.name, self.file, self.place) = (content, name, file, place)
  }

  /// What stands in a list or in the fields of a mapping; nothing in a text.
  var items: [Entry] {
    switch content {
    case .text: []
    case .list(let items): items
    case .fields(let fields): fields.map(\.value)
    }
  }

  func problem(_ kind: LessonProblem.Kind) -> LessonProblem {
    LessonProblem(kind, file: file, at: place)
  }

  func expected(_ what: String) -> LessonProblem {
    problem(.expected("\(what) for \(name)", found: found))
  }

  /// The field `name` of a mapping.
  subscript(name: String) -> Entry? {
    guard case .fields(let fields) = content else { return nil }
    return fields.first { $0.key == name }?.value
  }

  private var found: String {
    switch content {
    case .text(""): "nothing"
    case .text(let text): Echo.quote(text)
    case .list(let items): items.isEmpty ? "an empty list" : "a list"
    case .fields(let fields): fields.isEmpty ? "no fields" : "fields"
    }
  }
}

extension Entry {
  /// A text that is not empty, without the white space around it.
  func text() throws(LessonProblem) -> String {
    if case .fields(let fields) = content, fields.count == 1 {
      // What was meant for a text is a field with a value where it holds a colon and a space.
      throw problem(
        .expected("text for \(name)", found: "fields; put quotes round a text with a colon in it"))
    }
    guard case .text(let text) = content else { throw expected("text") }
    let trimmed = text.trimmed
    guard !trimmed.isEmpty else { throw expected("text") }
    return trimmed
  }

  /// A text on one line.
  func line() throws(LessonProblem) -> String {
    let text = try text()
    guard !text.contains("\n") else { throw expected("one line of text") }
    return text
  }

  /// Small letters, digits and single hyphens: `bias-correction`.
  func identifier() throws(LessonProblem) -> String {
    let text = try text()
    guard text.isIdentifier else { throw expected("small letters, digits and hyphens") }
    return text
  }

  func number() throws(LessonProblem) -> Double {
    guard case .text(let text) = content, let number = Numeral.parse(text.trimmed), number.isFinite else {
      throw expected("a number")
    }
    return number
  }

  func integer() throws(LessonProblem) -> Int {
    guard case .text(let text) = content, let number = Int(text.trimmed) else {
      throw expected("a whole number")
    }
    return number
  }

  /// A list of at least one item.
  func list() throws(LessonProblem) -> [Entry] {
    guard case .list(let items) = content else {
      let found = "\(found); begin each item with a hyphen and a space"
      throw problem(.expected("a list for \(name)", found: found))
    }
    guard !items.isEmpty else { throw expected("at least one item") }
    return items
  }

  /// The items of a list, each read by `read`.
  func list<Item>(of read: (Entry) throws(LessonProblem) -> Item) throws(LessonProblem) -> [Item] {
    var items: [Item] = []
    for item in try list() { items.append(try read(item)) }
    return items
  }

  /// One of the raw values of `type`.
  func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) throws(LessonProblem) -> Word
  where Word.RawValue == String {
    let text = try text()
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    if words.count <= 10 { throw expected("one of \(words.joined(separator: ", "))") }
    throw problem(.unknownWord(text, for: name, known: words))
  }
}
