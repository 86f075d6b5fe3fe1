import Learning

/// What the racers of a race are called: each by its rule, and where rules run twice by the settings that differ, such as
/// `momentum μ 0.5`. No two are called the same.
struct RacerLabels: Equatable, Sendable {
  /// A label for each racer, in their order.
  let texts: [String]

  /// The columns of the longest.
  var columns: Int { texts.map(\.count).max() ?? 0 }

  subscript(number: Int) -> String { texts[number] }

  /// The label of racer `number` in at most `columns` columns. What tells racers of one rule apart stands at the end, so
  /// one that is too long loses its middle.
  func text(_ number: Int, columns: Int) -> String {
    let text = texts[number]
    guard text.count > columns else { return text }
    let head = min(4, max(0, columns - 1))
    return text.prefix(head) + "…" + text.suffix(max(0, columns - 1 - head))
  }

  /// The labels of the racers of `setup`, with what is changed about them during the race.
  init(_ setup: RaceScene.Setup) {
    let entrants = setup.racers.indices.map { Entrant($0, of: setup) }
    var texts: [String] = []
    for (number, entrant) in entrants.enumerated() {
      let others = entrants.filter { $0.rule == entrant.rule }
      let names = others.count > 1 ? Self.telling(others) : []
      var text = ([entrant.rule] + names.compactMap(entrant.words)).joined(separator: " ")
      if let twin = entrants.firstIndex(of: entrant), twin < number {
        text += " as \(RacerMark(twin).letter)"
      }
      // Changed to the same, but at another step.
      if texts.contains(text) { text += " (\(RacerMark(number).letter))" }
      texts.append(text)
    }
    self.texts = texts
  }

  /// The settings that tell racers of one rule apart: a single one if it can, the rate last, or else all that differ.
  private static func telling(_ entrants: [Entrant]) -> [String] {
    let differing = (entrants[0].names.filter { $0 != "lr" } + ["lr"]).filter { name in
      Set(entrants.map { $0.values[name] ?? [] }).count > 1
    }
    // The same changes at different steps.
    guard !differing.isEmpty else {
      return entrants[0].names.filter { name in entrants.contains { ($0.values[name] ?? []).count > 1 } }
    }
    let distinct = Set(entrants).count
    let single = differing.first { name in Set(entrants.map { $0.values[name] ?? [] }).count == distinct }
    return single.map { [$0] } ?? differing
  }

  /// A racer as it is set up: the values of every setting from the start on, one after the other.
  private struct Entrant: Hashable {
    let rule: String
    let names: [String]
    var values: [String: [String]]
    let changes: [Racer.Change]

    init(_ number: Int, of setup: RaceScene.Setup) {
      let configuration = setup.racers[number]
      rule = configuration.name
      names = configuration.settings.map(\.name)
      values = Dictionary(
        configuration.settings.map { ($0.name, [$0.value.description]) },
        uniquingKeysWith: { first, _ in first })
      changes = setup.changes.filter { $0.racer == number }.sorted { $0.step < $1.step }
        .map { Racer.Change(step: $0.step, setting: $0.setting) }
      for change in changes {
        let parts = change.setting.split(separator: "=", maxSplits: 1).map(String.init)
        if parts.count == 2 { values[parts[0], default: []].append(parts[1]) }
      }
    }

    /// A setting in words: `μ 0.5`, `corrected`, `lr 0.1→0.2`; `nil` if the rule is without it.
    func words(_ name: String) -> String? {
      guard let values = values[name], !values.isEmpty else { return nil }
      switch name {
      case "correction":
        return values.map { $0 == "true" ? "corrected" : $0 == "false" ? "uncorrected" : $0 }
          .joined(separator: "→")
      case "eps_inside":
        return "ε " + values.map { $0 == "true" ? "inside" : "outside" }.joined(separator: "→")
      case "form", "start": return values.joined(separator: "→")
      default: return "\(Self.symbols[name] ?? name) \(values.joined(separator: "→"))"
      }
    }

    private static let symbols = [
      "mu": "μ", "beta": "β", "beta1": "β1", "beta2": "β2", "rho": "ρ", "epsilon": "ε", "epsilon_place": "ε",
      "weight_decay": "λ", "accumulator": "S", "momentum_decay": "ψ",
    ]
  }
}
