public import Autodiff

/// Several racers on one surface, always at the same place of their timelines.
public struct Race: Equatable, Sendable {
  /// The surface, the start and the noise.
  public let problem: DescentProblem
  /// The runs in the order of the racers.
  public private(set) var runs: [Descent]
  /// The place on the timeline, 0 before the first step.
  public private(set) var position = 0

  /// All racers at the start.
  public init(_ problem: DescentProblem, _ racers: [Racer], on tape: Tape<Double>) {
    self.problem = problem
    runs = racers.map { Descent(problem, $0, on: tape) }
  }

  /// f at the start; `nil` if it is not finite.
  public var startValue: Double? {
    let value = problem.surface.value(problem.start.x, problem.start.y)
    return value.isFinite ? value : nil
  }

  /// Moves all runs to a place on the timeline; those that diverged stay where they did.
  public mutating func seek(to target: Int, on tape: Tape<Double>) {
    position = min(max(0, target), Limits.steps)
    for index in runs.indices { runs[index].seek(to: position, on: tape) }
  }

  /// Gives the race other racers. A run whose racer stays is kept; one that makes its first steps as before keeps those.
  public mutating func change(to racers: [Racer], on tape: Tape<Double>) {
    let before = runs
    runs = racers.enumerated().map { place, racer in
      var run =
        before.first { $0.racer == racer } ?? (place < before.count ? before[place] : nil)
        ?? Descent(problem, racer, on: tape)
      if run.racer != racer { run.change(to: racer, on: tape) }
      run.seek(to: position, on: tape)
      return run
    }
  }

  /// The racers from the lowest f to the highest; those that diverged come last, the latest to do so first.
  public var ranking: [Int] {
    runs.indices.sorted { first, second in
      switch (runs[first].status, runs[second].status) {
      case (.diverged(let a), .diverged(let b)): a == b ? first < second : a > b
      case (.diverged, _): false
      case (_, .diverged): true
      case (.running, _), (.settled, _):
        runs[first].state.value == runs[second].state.value
          ? first < second : runs[first].state.value < runs[second].state.value
      }
    }
  }

  /// The place of every racer, from 1, in the order of the racers; those at the same height share one.
  public var places: [Int] {
    var places = [Int](repeating: 1, count: runs.count)
    let ranking = ranking
    for (index, racer) in ranking.enumerated().dropFirst() {
      let before = ranking[index - 1]
      places[racer] = isTie(before, racer) ? places[before] : index + 1
    }
    return places
  }

  private func isTie(_ first: Int, _ second: Int) -> Bool {
    switch (runs[first].status, runs[second].status) {
    case (.diverged(let a), .diverged(let b)): a == b
    case (.diverged, _), (_, .diverged): false
    case (.running, _), (.settled, _): runs[first].state.value == runs[second].state.value
    }
  }
}
