/// The words that lessons explain, in alphabetical order.
public struct Glossary: Hashable, Sendable {
  /// A word, its meaning, and the lesson that explains it.
  public struct Entry: Hashable, Sendable {
    /// The word.
    public let word: String
    /// What it means.
    public let definition: String
    /// The id of the lesson.
    public let lesson: String
  }

  /// All words.
  public let entries: [Entry]

  /// The words of the given lessons.
  public init(_ headers: [LessonHeader]) {
    entries = headers.flatMap { header in
      header.terms.map { Entry(word: $0.word, definition: $0.definition, lesson: header.id) }
    }
    .sorted { ($0.word.lowercased(), $0.lesson) < ($1.word.lowercased(), $1.lesson) }
  }

  /// The entries that hold all words of `query`: those whose word begins with it first, then those that have it in the
  /// word, then those that have it only in the meaning. All entries for an empty query.
  public func search(_ query: String) -> [Entry] {
    let words = query.lowercased().split(separator: " ")
    let ranked = entries.compactMap { entry -> (rank: Int, entry: Entry)? in
      let (word, definition) = (entry.word.lowercased(), entry.definition.lowercased())
      guard words.allSatisfy({ word.contains($0) || definition.contains($0) }) else { return nil }
      let rank = words.allSatisfy(word.hasPrefix) ? 0 : words.allSatisfy(word.contains) ? 1 : 2
      return (rank, entry)
    }
    return (0...2).flatMap { rank in ranked.filter { $0.rank == rank }.map(\.entry) }
  }

  /// What spellings of one word have in common: small letters, singular.
  static func key(_ word: String) -> String {
    let small = word.lowercased()
    let isPlural = small.hasSuffix("s") && !small.hasSuffix("ss") && small.count > 3
    return isPlural ? String(small.dropLast()) : small
  }
}
