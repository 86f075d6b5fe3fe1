/// What was found in one update, before it was made.
public struct TrainingPoint: Hashable, Sendable {
  /// Its number, from 1.
  public let update: Int
  /// The mean loss of its batch.
  public let loss: Double
  /// The share of its batch that was classified rightly; `nil` where there are no classes.
  public let accuracy: Double?
  /// Its learning rate.
  public let rate: Double
}

/// How well a model does on some examples.
public struct Evaluation: Hashable, Sendable {
  /// The mean loss.
  public let loss: Double
  /// The share that is classified rightly; `nil` where there are no classes.
  public let accuracy: Double?
}

/// An epoch that is over.
public struct TrainingEpoch: Hashable, Sendable {
  /// From 1.
  public let number: Int
  /// The update with which it ended.
  public let update: Int
  /// Over its examples, each before its batch's update.
  public let training: Evaluation
  /// On the test examples afterwards, in use; `nil` without test examples.
  public let test: Evaluation?
}
