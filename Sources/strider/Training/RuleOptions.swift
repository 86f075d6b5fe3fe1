import ArgumentParser
import Learning

/// How parameters are moved; shared by what trains.
struct RuleOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "The rule with its settings.")
  var optimizer = "adam:lr=0.01"

  @Option(parsing: .unconditional, help: "How the learning rate develops from update to update.")
  var schedule = "constant"

  @Option(parsing: .unconditional, help: "λ of λ·w, which is added to every gradient.")
  var weightDecay = "0"

  /// The rule with its settings, and λ.
  func chosenOptimizer() throws -> OptimizerConfiguration {
    let text = optimizer
    var optimizer = try OptionText("--optimizer", text).refusals { () throws(OptimizerError) in
      try OptimizerConfiguration(parsing: text)
    }
    let decay = try OptionText("--weight-decay", weightDecay).number()
    guard decay >= 0 else {
      throw UsageError.malformed(option: "--weight-decay", text: weightDecay, form: "a number of at least 0")
    }
    guard decay > 0 else { return optimizer }
    if optimizer.name == AdamW.facts.name {
      throw UsageError.refused(
        option: "--weight-decay",
        sentence: "adamw has a decay of its own: write adamw:weight_decay=\(weightDecay)", fault: .request)
    }
    if text.contains("weight_decay") {
      throw UsageError.conflict("--weight-decay", "weight_decay in --optimizer")
    }
    try OptionText("--weight-decay", weightDecay).refusals { () throws(OptimizerError) in
      try optimizer.set("weight_decay=\(Numeral.exact(decay))")
    }
    return optimizer
  }

  /// The schedule.
  func chosenSchedule() throws -> Schedule {
    let text = schedule
    return try OptionText("--schedule", text).refusals { () throws(ScheduleError) in
      try Schedule(parsing: text)
    }
  }
}
