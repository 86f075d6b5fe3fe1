/// Why settings do not make a race.
public enum RaceError: InputError {
  /// No racer, or more than ``RaceScene/mostRacers``.
  case racerCount(Int)
  /// A change of a racer that is not there; counted from 1.
  case unknownRacer(Int, count: Int)
  /// Not of the form `step:racer:setting`.
  case malformedChange(String)
  /// A racer or a change that cannot be.
  case optimizer(OptimizerError)

  /// Who has to change something.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .racerCount(let count):
      "a race has 1 to \(RaceScene.mostRacers) racers, not \(count)"
    case .unknownRacer(let racer, let count):
      "there is no racer \(racer) to change; there are \(count)"
    case .malformedChange(let text):
      "\(Echo.quote(text)) is not a change: write step:racer:setting, such as 20:2:lr=0.1"
    case .optimizer(let error):
      error.description
    }
  }
}
