/// What a network learns to classify: examples to learn from, others to test with.
public struct DataSet: Equatable, Sendable {
  /// What the data are called.
  public let title: String
  /// The shape of an example.
  public let shape: Volume
  /// What the classes are called, by their numbers.
  public let classes: [String]
  /// The examples to learn from, at least one.
  public let training: Examples
  /// The examples to test with; there may be none.
  public private(set) var test: Examples

  /// Where an example with each of `width` numbers, and a class behind them, was read from a table.
  ///
  /// - Parameter testShare: which part of the rows, from the last one backwards, is for testing; at least 0, below 1.
  /// - Throws: ``DataSetError/nothingToLearn(rows:)``
  init(title: String, shape: Volume, _ table: LabelledTable, testShare: Double) throws(DataSetError) {
    let size = table.width
    let tests = Int((testShare * Double(table.classes.count)).rounded())
    let learnt = table.classes.count - tests
    guard learnt > 0 else { throw .nothingToLearn(rows: table.classes.count) }
    self.init(
      title: title, shape: shape, classes: table.names,
      training: Examples(
        size: size, numbers: Array(table.numbers[..<(learnt * size)]),
        classes: Array(table.classes[..<learnt])),
      test: Examples(
        size: size, numbers: Array(table.numbers[(learnt * size)...]),
        classes: Array(table.classes[learnt...])
      ))
  }

  /// Leaves out all but the first `count` examples to test with.
  mutating func keepTests(_ count: Int) {
    if count < test.count { test = test.prefix(max(1, count)) }
  }

  init(title: String, shape: Volume, classes: [String], training: Examples, test: Examples) {
    (self.title, self.shape, self.classes) = (title, shape, classes)
    (self.training, self.test) = (training, test)
  }
}
