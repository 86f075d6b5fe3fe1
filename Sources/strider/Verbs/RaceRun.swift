import Learning

/// A racer and where it went.
struct RaceRun {
  /// The rule with its settings.
  let racer: Racer
  /// x, y and f of every step, one after the other, from step 0.
  let numbers: [Double]
  /// What became of it.
  let status: DescentStatus

  /// What `racer` did.
  init(_ racer: Racer, _ outcome: (path: [(point: SurfacePoint, value: Double)], status: DescentStatus)) {
    self.racer = racer
    var numbers: [Double] = []
    numbers.reserveCapacity(3 * outcome.path.count)
    for place in outcome.path {
      numbers.append(place.point.x)
      numbers.append(place.point.y)
      numbers.append(place.value)
    }
    self.numbers = numbers
    status = outcome.status
  }

  /// The step of divergence.
  var divergedAt: Int? {
    if case .diverged(let step) = status { step } else { nil }
  }

  /// The last step there is, which is the one of divergence if there was one.
  var lastStep: Int { numbers.count / 3 - 1 }

  /// The place at a step, or `nil` when the run was over by then.
  func point(at step: Int) -> SurfacePoint? {
    step <= lastStep ? SurfacePoint(x: numbers[3 * step], y: numbers[3 * step + 1]) : nil
  }

  /// f at a step, or `nil` when the run was over by then.
  func value(at step: Int) -> Double? {
    step <= lastStep ? numbers[3 * step + 2] : nil
  }
}
