import Learning
import Testing

/// What every rule must have, whether or not anybody thinks of it when one is added.
@Suite struct OptimizerListTests {
  static let names = OptimizerConfiguration.all.map(\.name)

  private func rule(_ name: String) throws -> OptimizerConfiguration {
    try OptimizerConfiguration(parsing: name)
  }

  @Test(arguments: names)
  func libraryLinesNameTheRate(_ name: String) throws {
    let rule = try rule("\(name):lr=0.25").rule
    #expect(rule.pyTorch.call.contains("(params, lr=0.25"))
    #expect(rule.keras.call.contains("(learning_rate=0.25"))
  }

  /// Every setting takes another value than its usual one, which reads back; the library lines may follow it.
  @Test(arguments: names)
  func settingsReadBack(_ name: String) throws { try expectSettingsReadBack(rule(name).rule) }

  private func expectSettingsReadBack<Rule: Optimizer>(_ usual: Rule) throws {
    #expect(Set(Rule.settings.map(\.name)).count == Rule.settings.count)
    #expect(Rule.settings.map(\.name).contains("lr"))
    let usual = usual.configuration
    #expect(usual.usual == usual && usual.description == Rule.facts.name)
    for setting in Rule.settings {
      let values =
        switch setting.domain {
        case .positive, .nonNegative, .fraction: ["0.375"]
        case .steps: ["3"]
        case .choice(let names): names
        }
      var spelled: Set<String> = []
      for value in values {
        let changed = try rule("\(Rule.facts.name):\(setting.name)=\(value)")
        #expect(try rule(changed.description) == changed)
        #expect(changed.settings.contains { $0.name == setting.name && $0.value.description == value })
        spelled.insert(changed.description)
        // A line of code that leaves a setting out would compute something else.
        #expect((changed.rule.pyTorch != usual.rule.pyTorch) == (changed != usual), "\(changed)")
      }
      #expect(
        spelled.contains { $0 != Rule.facts.name } && spelled.count == values.count,
        "\(setting.name)")
    }
  }

  /// A rule that remembers something shows it, and shows what is finite; the names stay apart.
  @Test(arguments: names)
  func memoryRowsShowWhatIsRemembered(_ name: String) throws {
    let rule = try rule(name).rule
    let constants = rule.constants(ofStep: 1, rate: rule.learningRate, as: Double.self)
    let update = rule.update(1, gradient: 0.5, constants, rule.fresh(as: Double.self))
    let rows = type(of: rule).facts.remembers
    #expect(rows.isEmpty == (update.memory == update.before))
    #expect(
      rows.allSatisfy { $0.value(update).isFinite } && Set(rows.map(\.key)).count == rows.count)
  }

  /// Twice the gradients give twice the steps with the rules that have a limit of stability, and with no others.
  @Test(arguments: names)
  func linearRulesAreThoseWithALimit(_ name: String) throws {
    let rule = try rule("\(name):weight_decay=0,lr=0.25")
    let gradients = [0.5, -0.25, 1, 0.75]
    let ends = [1.0, 2].map { factor in
      parameters(rule, from: 0, gradients: gradients.map { factor * $0 })[gradients.count - 1]
    }
    #expect((abs(ends[1] - 2 * ends[0]) < 1e-12) == rule.rule.isLinear, "\(ends)")
  }

  @Test(arguments: names)
  func quizzesCanAskAboutIt(_ name: String) throws {
    let exercises = try rule(name).facts.exercises
    #expect(!exercises.isEmpty)
    for exercise in exercises {
      let rule = try rule("\(name):\(exercise)")
      let misconceptions = rule.rule.misconceptions
      #expect(!misconceptions.isEmpty)
      #expect(misconceptions.allSatisfy { $0.rule.configuration != rule && !$0.remedy.isEmpty })
      #expect(Set(misconceptions.map(\.kind)).count == misconceptions.count)
    }
  }
}
