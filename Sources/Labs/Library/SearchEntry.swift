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

  private init(_ kind: String, _ title: String, _ detail: String, scene: String, spelling: String = "") {
    (self.kind, self.title, self.detail, self.scene, self.spelling) = (kind, title, detail, scene, spelling)
  }

  /// What a search looks through.
  var searched: String { "\(title) \(detail) \(spelling) \(kind)" }

  /// Labs, surfaces, optimizers, races, graphs, kernels and grids.
  static let all: [SearchEntry] =
    HomeEntry.all.map { SearchEntry("lab", $0.title, $0.summary, scene: $0.scene) }
    + SurfaceKind.allCases.map {
      SearchEntry(
        "surface", $0.title, "a surface to race on", scene: "race:\($0.rawValue)", spelling: $0.rawValue)
    }
    + OptimizerConfiguration.all.map {
      SearchEntry("optimizer", $0.facts.title, "alone on a bowl", scene: scene(of: $0), spelling: $0.name)
    }
    + RacePreset.allCases.map {
      SearchEntry("race", $0.title, $0.watchFor, scene: "\(Scene.race($0.scene))", spelling: $0.rawValue)
    }
    + GraphPreset.allCases.map {
      SearchEntry("graph", $0.title, $0.expression, scene: "graph:\($0.rawValue)", spelling: $0.rawValue)
    }
    + KernelPreset.allCases.map {
      SearchEntry(
        "kernel", $0.title, "on the Galway grid", scene: "conv:galway/\($0.name)", spelling: $0.name)
    }
    + GridPreset.allCases.map {
      SearchEntry(
        "grid", $0.title, "under a vertical edge", scene: "conv:\($0.rawValue)", spelling: $0.rawValue)
    }

  /// A rate at which every rule is seen to move; Adadelta has its own.
  private static func scene(of rule: OptimizerConfiguration) -> String {
    "race:bowl?racer=\(rule.name)" + (rule.name == Adadelta.facts.name ? "" : ":lr=0.1")
  }

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
