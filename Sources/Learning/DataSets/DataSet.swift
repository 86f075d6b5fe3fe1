/// What a network learns to classify: examples to learn from, others to test with.
public struct DataSet: Equatable, Sendable {
  /// What the data are called.
  public let title: String
  /// The shape of an example: `[height, width, channels]` of a picture, `[numbers]` of anything else.
  public let shape: [Int]
  /// What the classes are called, by their numbers.
  public let classes: [String]
  /// The examples to learn from, at least one.
  public let training: LabelledExamples
  /// The examples to test with; there may be none.
  public let test: LabelledExamples

  /// Where an example with each of `width` numbers, and a class behind them, was read from a table.
  ///
  /// - Parameter testShare: which part of the rows, from the last one backwards, is for testing; at least 0, below 1.
  /// - Throws: ``DataSetError/nothingToLearn(rows:)``
  init(title: String, shape: [Int], _ table: LabelledTable, testShare: Double) throws(DataSetError) {
    let size = table.width
    let tests = Int((testShare * Double(table.classes.count)).rounded())
    let learnt = table.classes.count - tests
    guard learnt > 0 else { throw .nothingToLearn(rows: table.classes.count) }
    self.init(
      title: title, shape: shape, classes: table.names,
      training: LabelledExamples(
        size: size, numbers: Array(table.numbers[..<(learnt * size)]),
        classes: Array(table.classes[..<learnt])),
      test: LabelledExamples(
        size: size, numbers: Array(table.numbers[(learnt * size)...]),
        classes: Array(table.classes[learnt...])
      ))
  }

  init(title: String, shape: [Int], classes: [String], training: LabelledExamples, test: LabelledExamples) {
    (self.title, self.shape, self.classes) = (title, shape, classes)
    (self.training, self.test) = (training, test)
  }
}
