/// How a training in a lab goes on: where a far jump leads, and how fast it learns.
struct TrainingWay: Equatable, Sendable {
  /// The update that a far jump goes to, while it is on its way.
  var goal: Int?
  /// Whether it plays on when it has arrived there.
  var playsOn = false
  /// How often a training was begun, or made to go on otherwise: what was worked out for an earlier one holds no longer.
  var trainings = 0
  /// Examples learned from a second, while the timeline plays.
  var speed = LearningSpeed()
  /// Ticks since what is seen was made.
  var ticks = 0

  /// Gives up the way of a far jump.
  mutating func stop() { (goal, playsOn) = (nil, false) }

  /// By what is seen of it.
  static func == (one: TrainingWay, other: TrainingWay) -> Bool {
    one.goal == other.goal && one.speed == other.speed
  }
}

/// How many examples are learned from in a second, by the ticks' own seconds.
struct LearningSpeed: Equatable, Sendable {
  private var examples = 0
  private var seconds = 0.0
  /// What was measured over the last half second or so; `nil` before that.
  private(set) var examplesPerSecond: Int?

  mutating func pass(_ time: Double) {
    guard time > 0, time < 10 else { return }
    seconds += time
    guard seconds >= 0.5 else { return }
    examplesPerSecond = Int((Double(examples) / seconds).rounded())
    (examples, seconds) = (0, 0)
  }

  mutating func learn(_ examples: Int) { self.examples += max(0, examples) }
}
