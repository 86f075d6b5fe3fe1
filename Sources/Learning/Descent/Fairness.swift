public import Autodiff

/// Which learning rates make a race fair: three answers, none of them the truth.
public enum Fairness: String, CaseIterable, Codable, Sendable {
  /// Everybody has the same rate.
  case sameRate = "same-rate"
  /// Everybody has what the library (PyTorch) sets when nobody says otherwise.
  case libraryDefaults = "library-defaults"
  /// Everybody has the rate that serves best on this surface; see ``Tuning``.
  case tuned

  /// What it means, in one line.
  public var words: String {
    switch self {
    case .sameRate: "the same learning rate for all"
    case .libraryDefaults: "PyTorch's default learning rates"
    case .tuned: "for each the best of 1, 2, 5 times powers of ten on this surface"
    }
  }

  /// `configuration` with the rate that is fair in this sense; its other settings stay.
  ///
  /// - Parameter rate: the common rate, above 0 and finite.
  public func adjusted(
    _ configuration: OptimizerConfiguration, rate: Double, on problem: DescentProblem, tape: Tape<Double>
  ) -> OptimizerConfiguration {
    var adjusted = configuration
    switch self {
    case .sameRate: adjusted.learningRate = rate
    case .libraryDefaults: adjusted.learningRate = configuration.usual.learningRate
    case .tuned: adjusted.learningRate = Tuning().bestRate(of: configuration, on: problem, tape: tape)
    }
    return adjusted
  }
}

/// Finds the rate with which a rule gets lowest: every rate of a ladder is tried, and the lowest f after the last step
/// wins, the smaller rate at a tie.
public struct Tuning: Hashable, Sendable {
  /// How long every trial is.
  public var steps: Int

  /// Trials of `steps` steps.
  public init(steps: Int = 200) { self.steps = steps }

  /// 1, 2 and 5 times the powers of ten from 1e-4 to 10.
  public static let ladder: [Double] = [
    1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50,
  ]

  /// The best rate of the ladder; the rule's own if every trial diverges.
  public func bestRate(
    of configuration: OptimizerConfiguration, on problem: DescentProblem, tape: Tape<Double>
  ) -> Double {
    let stepper = DescentStepper(problem, on: tape)
    var best = (rate: configuration.learningRate, value: Double.infinity)
    for rate in Self.ladder {
      var candidate = configuration
      candidate.learningRate = rate
      guard let value = value(of: candidate, stepper), value < best.value else { continue }
      best = (rate, value)
    }
    return best.rate
  }

  private func value(of configuration: OptimizerConfiguration, _ stepper: DescentStepper) -> Double? {
    guard var state = stepper.start(configuration) else { return nil }
    for _ in 0..<steps {
      guard let next = stepper.next(after: state, configuration, .constant) else { return nil }
      state = next
    }
    return state.value
  }
}
