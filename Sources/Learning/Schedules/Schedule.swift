import RealModule

/// How the learning rate changes from step to step: a function of t, the number of steps already taken.
///
/// The rate of step t+1 is η·factor(t), so the first step has t = 0.
public enum Schedule: Hashable, Sendable {
  /// η
  case constant
  /// η·drop^⌊t/every⌋; 0 < drop ≤ 1 as a rule, every ≥ 1.
  case step(drop: Double = 0.5, every: Int = 30)
  /// η·e^(-k·t), k ≥ 0.
  case exponential(k: Double = 0.01)
  /// η/(1 + k·t), k ≥ 0. Keras's former `decay`.
  case inverseTime(k: Double = 0.01)
  /// η·(floor + (1-floor)·½·(1 + cos(π·t/steps))), then η·floor; steps ≥ 1, 0 ≤ floor < 1.
  /// Loshchilov and Hutter, 2017, without restarts.
  case cosine(steps: Int = 100, floor: Double = 0)
  /// η·(t+1)/steps until that is η; steps ≥ 1.
  case warmUp(steps: Int = 10)

  /// What η is multiplied by when `t` steps have been taken.
  public func factor(at t: Int) -> Double {
    let t = max(0, t)
    switch self {
    case .constant:
      return 1
    case .step(let drop, let every):
      return Double.pow(drop, t / max(1, every))
    case .exponential(let k):
      return Double.exp(-k * Double(t))
    case .inverseTime(let k):
      return 1 / (1 + k * Double(t))
    case .cosine(let steps, let floor):
      guard t < steps else { return floor }
      return floor + (1 - floor) * 0.5 * (1 + Double.cos(.pi * Double(t) / Double(steps)))
    case .warmUp(let steps):
      return t + 1 < steps ? Double(t + 1) / Double(steps) : 1
    }
  }

  /// The learning rate `rate` when `t` steps have been taken.
  public func rate(_ rate: Double, at t: Int) -> Double {
    self == .constant ? rate : rate * factor(at: t)
  }

  /// How the rate of the next step comes about, in names and in numbers; no line for a constant rate.
  public func lines(_ rate: Double, at t: Int) -> [FormulaLine] {
    let (η, time) = (("lr0", rate), ("t", Double(t)))
    let right: Arithmetic
    switch self {
    case .constant:
      return []
    case .step(let drop, let every):
      right = "\(η.0, η.1)·\("drop", drop)^floor(\(time.0, time.1)/\("every", Double(every)))"
    case .exponential(let k):
      right = "\(η.0, η.1)·e^(-\("k", k)·\(time.0, time.1))"
    case .inverseTime(let k):
      right = "\(η.0, η.1)/(1 + \("k", k)·\(time.0, time.1))"
    case .cosine(let steps, let floor) where floor == 0:
      right = "\(η.0, η.1)·(1 + cos(π·\(time.0, Double(min(t, steps)))/\("steps", Double(steps))))/2"
    case .cosine(let steps, let floor):
      right =
        """
        \(η.0, η.1)·(\("floor", floor) + (1 - \("floor", floor))·\
        (1 + cos(π·\(time.0, Double(min(t, steps)))/\("steps", Double(steps))))/2)
        """
    case .warmUp(let steps):
      right = "\(η.0, η.1)·\("(t+1)", Double(min(t + 1, steps)))/\("steps", Double(steps))"
    }
    return [FormulaLine("lr", right, equals: self.rate(rate, at: t))]
  }
}
