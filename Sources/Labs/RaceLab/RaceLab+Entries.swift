import Learning

extension RaceLab {
  static let homeEntries = [
    HomeEntry(
      .averages, key: "r", "Optimizer race",
      "\(OptimizerConfiguration.all.count) rules on \(SurfaceKind.allCases.count) surfaces, or on your own",
      scene: "race:ravine")
  ]

  /// Every surface, optimizer and prepared race.
  static let searchEntries =
    SurfaceKind.allCases.map {
      SearchEntry(
        "surface", $0.title, "a surface to race on", scene: "race:\($0.rawValue)", spelling: $0.rawValue)
    }
    + OptimizerConfiguration.all.map {
      SearchEntry("optimizer", $0.facts.title, "alone on a bowl", scene: scene(of: $0), spelling: $0.name)
    }
    + RacePreset.allCases.map {
      SearchEntry("race", $0.title, $0.watchFor, scene: "\(Scene($0.scene))", spelling: $0.rawValue)
    }

  /// A rate at which every rule is seen to move; Adadelta has its own.
  private static func scene(of rule: OptimizerConfiguration) -> String {
    "race:bowl?racer=\(rule.name)" + (rule.name == Adadelta.facts.name ? "" : ":lr=0.1")
  }
}
