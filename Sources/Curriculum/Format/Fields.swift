import Learning

/// The fields of a mapping, all of them known.
struct Fields {
  private let owner: String
  private let entry: Entry
  private let values: [String: (place: SourcePlace, value: Entry)]
  /// The known fields that unknown ones are spelt almost like.
  private let misspelt: Set<String>
  /// Whether there are unknown fields that are spelt like none.
  private let hasStrangers: Bool

  /// - Throws: ``LessonProblem`` when `entry` is no mapping, or has a field that is not in `known`.
  init(_ entry: Entry, of owner: String, known: [String]) throws(LessonProblem) {
    var faults = Faults()
    guard let fields = Fields(entry, of: owner, known: known, &faults), faults.all.isEmpty else {
      throw faults.all[0]
    }
    self = fields
  }

  /// `nil` when `entry` is no mapping. That, and every field that is not in `known`, is added to `faults`.
  init?(_ entry: Entry, of owner: String, known: [String], _ faults: inout Faults) {
    guard case .fields(let fields) = entry.content else {
      faults.add(entry.expected("the fields of \(owner)"))
      return nil
    }
    var misspelt: Set<String> = []
    for (key, place, _) in fields where !known.contains(key) {
      let nearest = Spelling.nearest(to: key, among: known)
      if let nearest { misspelt.insert(nearest) }
      faults.add(
        LessonProblem(.unknownField(key, of: owner, nearest: nearest), file: entry.file, at: place))
    }
    (self.owner, self.entry, self.misspelt) = (owner, entry, misspelt)
    hasStrangers = fields.contains { key, _, _ in
      !known.contains(key) && Spelling.nearest(to: key, among: known) == nil
    }
    values = Dictionary(fields.map { ($0.key, ($0.place, $0.value)) }) { first, _ in first }
  }

  /// Whether the field `name` may be one of the unknown ones, which are told already.
  func mayBeUnknown(_ name: String) -> Bool { hasStrangers || misspelt.contains(name) }

  /// The field `name`, if it is there.
  subscript(name: String) -> Entry? { values[name]?.value }

  /// The field `name`.
  ///
  /// - Throws: ``LessonProblem`` when it is missing.
  func required(_ name: String) throws(LessonProblem) -> Entry {
    guard let value = self[name] else { throw entry.problem(.missing(field: name, of: owner)) }
    return value
  }

  /// A problem of kind `kind` at the name of the field `name`; `nil` when there is no such field.
  func problem(_ kind: LessonProblem.Kind, atNameOf name: String) -> LessonProblem? {
    values[name].map { LessonProblem(kind, file: entry.file, at: $0.place) }
  }
}
