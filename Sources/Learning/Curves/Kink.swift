/// A place where a curve has no single slope.
public struct Kink: Hashable, Sendable {
  /// Where.
  public let x: Double
  /// The slope just left of it.
  public let left: Double
  /// The slope just right of it.
  public let right: Double
  /// The slope that is taken there, as in PyTorch.
  public let taken: Double
  /// Whether the curve jumps there, so that no slope says what happens.
  public let isJump: Bool
  /// Who takes which slope.
  public let choices: String

  /// Whether `slope` may be taken: any between those on the left and on the right makes a descent work.
  public func allows(_ slope: Double) -> Bool {
    min(left, right) <= slope && slope <= max(left, right)
  }

  /// The kink of an activation with a slope `parameter` left of 0, if it has one.
  init?(_ activation: Activation, parameter: Double?) {
    let a = parameter ?? activation.usualParameter ?? 0
    switch activation {
    case .linear, .sigmoid, .tanh: return nil
    case .threshold:
      self.init(
        x: 0, left: 0, right: 0, taken: 0, isJump: true,
        choices: "it jumps from 0 to 1, with a slope of 0 on both sides")
    case .relu:
      self.init(
        x: 0, left: 0, right: 1, taken: 0, isJump: false,
        choices: "PyTorch and Keras take 0, the KCL lecture 1; any slope between does")
    case .leaky, .parametric:
      guard a != 1 else { return nil }
      self.init(
        x: 0, left: a, right: 1, taken: a, isJump: false,
        choices: "PyTorch takes \(Numeral.format(a)), the KCL lecture 1; any slope between does")
    }
  }

  /// The kink of a loss, if it has one.
  init?(_ loss: PointLoss) {
    switch loss {
    case .signed, .squared, .logistic, .crossEntropy: return nil
    case .zeroOne:
      self.init(
        x: 0, left: 0, right: 0, taken: 0, isJump: true,
        choices: "it jumps from 1 to 0, with a slope of 0 on both sides")
    case .absolute:
      self.init(
        x: 0, left: -1, right: 1, taken: 0, isJump: false,
        choices: "PyTorch takes 0; any slope between does")
    case .hinge:
      self.init(
        x: 1, left: -1, right: 0, taken: 0, isJump: false,
        choices: "a ReLU of 1 - x takes 0, as here; any slope between does")
    }
  }

  private init(x: Double, left: Double, right: Double, taken: Double, isJump: Bool, choices: String) {
    (self.x, self.left, self.right) = (x, left, right)
    (self.taken, self.isJump, self.choices) = (taken, isJump, choices)
  }
}
