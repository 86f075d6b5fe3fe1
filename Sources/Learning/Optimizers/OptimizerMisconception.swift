/// What a learner does in the place of a rule: what happened, the rule that gives the same, and what sets it right.
public struct OptimizerMisconception: Sendable {
  /// What happened, whichever rule it happened with.
  public struct Kind: Hashable, Sendable {
    /// How lessons, logs and JSON spell it: `plain-descent`. It never changes, because logs are kept.
    public let rawValue: String
    /// To stand after "you": `took a step of plain descent`.
    public let title: String

    init(_ rawValue: String, _ title: String) { (self.rawValue, self.title) = (rawValue, title) }
  }

  /// What happened.
  public let kind: Kind
  /// The rule that was followed.
  public let rule: any Optimizer
  /// What sets it right, in a sentence or two.
  public let remedy: String

  init(_ kind: Kind, _ rule: any Optimizer, _ remedy: String) {
    (self.kind, self.rule, self.remedy) = (kind, rule, remedy)
  }
}

/// What happens with several rules, or with moving averages too.
extension OptimizerMisconception.Kind {
  static let anotherMomentum = Self("another-momentum", "used another form of momentum")
  static let lookedAhead = Self("looked-ahead", "looked ahead as Nesterov does")
  static let forgotLookAhead = Self("forgot-look-ahead", "forgot to look ahead")
  static let addedUpSquares = Self("added-up-the-squares", "added up the squares as AdaGrad does")
  static let averagedSquares = Self("averaged-the-squares", "averaged the squares as RMSprop does")
  /// An average that begins at 0 where it should not.
  public static let startedAtZero = Self("started-at-zero", "started from 0")
  /// The bias correction left out.
  public static let forgotCorrection = Self("forgot-correction", "forgot the correction")
  /// A multiplication by 1 - βᵗ in the place of the division.
  public static let multipliedCorrection = Self("multiplied-correction", "multiplied by the correction")
}
