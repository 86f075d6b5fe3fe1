import Learning

/// Something besides words and lessons that the search finds: it opens as a scene.
struct SearchEntry: Equatable, Sendable {
  /// What kind of thing it is: `lab`, `surface`, `optimizer`.
  let kind: String
  /// Its name.
  let title: String
  /// What there is to say about it.
  let detail: String
  /// The scene that shows it.
  let scene: String
  /// How commands spell it.
  private let spelling: String

  /// The `kind` of thing called `title`, which opens as `scene`.
  init(_ kind: String, _ title: String, _ detail: String, scene: String, spelling: String = "") {
    (self.kind, self.title, self.detail, self.scene, self.spelling) = (kind, title, detail, scene, spelling)
  }

  /// Its name and what there is to say about it, as a sentence.
  var sentence: String { "\(title): \(detail)" + (detail.hasSuffix(".") ? "" : ".") }

  /// What a search looks through.
  var searched: String { "\(title) \(detail) \(spelling) \(kind)" }

  /// The rows of the home screen and what else opens in a lab, that of later lessons first.
  static let all: [SearchEntry] =
    HomeEntry.all.map { SearchEntry("lab", $0.title, $0.summary, scene: $0.scene) }
    + SceneLab.all.reversed().flatMap { $0.searchEntries }

  /// `query` with each word that is none of those in `texts` replaced by the one spelt most like it; `nil` when there is
  /// nothing to replace, or nothing like it.
  static func corrected(_ query: String, among texts: [String]) -> String? {
    let known = Set(
      texts.flatMap { text in
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      })
    let sorted = known.filter { $0.count > 2 }.sorted()
    let words = query.lowercased().split(separator: " ").map(String.init)
    let corrected = words.map { known.contains($0) ? $0 : Spelling.nearest(to: $0, among: sorted) ?? $0 }
    return corrected == words ? nil : corrected.joined(separator: " ")
  }
}
