import Autodiff
import Learning

/// Work that is repeated, for counting allocations from outside.
enum Allocations {
  /// Steps of a race of eleven rules, one at a time; their gradients are recorded on one tape.
  static func race(steps: Int) {
    let tape = Tape<Double>()
    var race = Race.eleven(on: tape)
    for _ in 0..<steps { race.seek(to: race.position + 1, on: tape) }
    keep(race.runs.count)
  }

  /// The same on a typed surface, whose gradients come from a parsed expression.
  static func typedRace(steps: Int) {
    let tape = Tape<Double>()
    var setup = RaceScene.Setup.eleven
    do {
      setup.surface = try Surface(expression: "(1-x)^2 + 100*(y-x^2)^2")
      var race = try setup.race(at: 0, on: tape)
      for _ in 0..<steps { race.seek(to: race.position + 1, on: tape) }
      keep(race.runs.count)
    } catch { preconditionFailure("\(error)") }
  }

  /// Updates of a small network after as many as fill its checkpoints, and some of a convolutional one.
  static func trainings(updates: Int) {
    var classifier: Trainer<BenchmarkModel, Double> = BenchmarkModel.classifier.trainer(
      examples: 200, batch: 10, Adam())
    classifier.advance(by: 2000 + updates)
    keep(classifier.state.update)
    var digits: Trainer<BenchmarkModel, Float> = BenchmarkModel.digits.trainer(
      examples: 64, batch: 32, Adam())
    digits.advance(by: 1500 + updates / 10)
    keep(digits.state.update)
  }
}
