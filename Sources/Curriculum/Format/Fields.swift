/// The fields of a mapping, all of them known.
struct Fields {
  private let owner: String
  private let entry: Entry
  private let values: [String: Entry]

  /// - Throws: ``LessonProblem`` when `entry` is no mapping, or has a field that is not in `known`.
  init(_ entry: Entry, of owner: String, known: [String]) throws(LessonProblem) {
    guard case .fields(let fields) = entry.content else {
      throw entry.expected("the fields of \(owner)")
    }
    for (key, place, _) in fields where !known.contains(key) {
      throw LessonProblem(
        .unknownField(key, of: owner, nearest: Spelling.nearest(to: key, in: known)), file: entry.file,
        at: place)
    }
    (self.owner, self.entry) = (owner, entry)
    values = Dictionary(uniqueKeysWithValues: fields.map { ($0.key, $0.value) })
  }

  /// The field `name`, if it is there.
  subscript(name: String) -> Entry? { values[name] }

  /// The field `name`.
  ///
  /// - Throws: ``LessonProblem`` when it is missing.
  func required(_ name: String) throws(LessonProblem) -> Entry {
    guard let value = values[name] else { throw entry.problem(.missing(field: name, of: owner)) }
    return value
  }
}

/// Help with misspelt names.
enum Spelling {
  /// The word that takes the fewest edits, if it takes at most two.
  static func nearest(to text: String, in words: [String]) -> String? {
    guard text.count <= 40 else { return nil }
    let best = words.map { (word: $0, edits: edits(Array(text), Array($0))) }.min { $0.edits < $1.edits }
    return best.flatMap { $0.edits <= 2 ? $0.word : nil }
  }

  /// Levenshtein's distance: insertions, deletions and replacements that turn `one` into `other`.
  private static func edits(_ one: [Character], _ other: [Character]) -> Int {
    var row = Array(0...other.count)
    for (i, a) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in other.enumerated() {
        let replaced = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
