public import Autodiff

/// What holds of a rule whatever its settings.
public struct OptimizerFacts: Sendable {
  /// The name on the command line.
  public let name: String
  /// A name for headings and legends.
  public let title: String
  /// What the rule remembers of a parameter and makes of that in a step, each with its letter: `V velocity`.
  public let remembers: KeyValuePairs<String, @Sendable (OptimizerUpdate<Double>) -> Double>
  /// Settings with which a step can be followed by hand, such as `lr=0.1,mu=0.9`; quizzes ask about them.
  public let exercises: [String]
}
