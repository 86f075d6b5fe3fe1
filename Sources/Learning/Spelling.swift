/// Finds what someone probably meant to type.
public enum Spelling {
  /// The name closest to `text` when it is close enough to be a slip: a third of its letters at most.
  public static func nearest(to text: String, among names: [String]) -> String? {
    guard text.utf8.count <= 40 else { return nil }
    let (typed, furthest) = (text.lowercased(), max(1, text.count / 3))
    // As many letters at least are too many or too few as the lengths differ by.
    let likely = names.filter { abs($0.count - text.count) <= furthest }
    let ranked = likely.map { (name: $0, distance: distance(typed, $0.lowercased())) }
    return ranked.min { $0.distance < $1.distance }.flatMap { $0.distance <= furthest ? $0.name : nil }
  }

  /// Up to three names that `text` may stand for: those that share most of its parts between hyphens, then those that are
  /// closest to it.
  public static func similar(to text: String, among names: [String]) -> [String] {
    guard text.utf8.count <= 40 else { return [] }
    let parts = Set(text.split(separator: "-"))
    let ranked = names.map { name in
      (
        name: name, shared: parts.intersection(name.split(separator: "-")).count,
        distance: distance(text, name)
      )
    }
    .filter { $0.shared > 0 || $0.distance <= max(2, text.count / 3) }
    .sorted { ($1.shared, $0.distance, $0.name) < ($0.shared, $1.distance, $1.name) }
    return ranked.prefix(3).map(\.name)
  }

  /// Insertions, deletions and replacements that turn one text into the other (Levenshtein).
  private static func distance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one), Array(other))
    var previous = Array(0...other.count)
    for (row, character) in one.enumerated() {
      var current = [row + 1]
      for (column, counterpart) in other.enumerated() {
        let replaced = previous[column] + (character == counterpart ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[other.count]
  }
}
