/// Why there is no ``DataSet``.
public enum DataSetError: InputError {
  /// A file packed with gzip.
  case compressed
  /// A file that does not begin as IDX files do.
  case notIDX
  /// An IDX file of other numbers than bytes.
  case numbersOfIDX(kind: UInt8)
  /// An IDX file with another number of axes.
  case axesOfIDX(Int, wanted: Int)
  /// An IDX file that is shorter or longer than its beginning says; `nil` promises more than can be counted.
  case lengthOfIDX(promised: Int?, held: Int)
  /// As many classes as pictures are needed.
  case unequalCounts(pictures: Int, classes: Int)
  /// The pictures to test with have another size than those to learn from.
  case unequalPictures(training: [Int], test: [Int])
  /// There is nothing in it.
  case noExamples
  /// All rows are for testing.
  case nothingToLearn(rows: Int)
  /// Pictures whose size has to be told.
  case notSquare(pixels: Int)
  /// Rows with another number of pixels.
  case pixels(Int, wanted: Volume)
  /// Rows of another width than points in a plane have.
  case coordinates(Int)
  /// There is no such pattern of points.
  case unknownPattern(String)
  /// A function that cannot be read.
  case function(ExpressionError)
  /// A function that has no finite value nearly anywhere in -1 ≤ x ≤ 1.
  case nowhereFinite(String)
  /// Numbers that cannot be read.
  case table(TableError)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .compressed, .notIDX, .numbersOfIDX, .axesOfIDX, .lengthOfIDX, .unequalCounts, .unequalPictures,
      .noExamples, .nothingToLearn, .notSquare, .pixels, .coordinates:
      .data
    case .nowhereFinite, .unknownPattern, .function: .request
    case .table(let problem): problem.fault
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .compressed: "it is compressed: unpack it with gunzip"
    case .notIDX: "it is no IDX file: those begin with two zeros, a kind of number and a number of axes"
    case .numbersOfIDX(let kind):
      "its numbers are of the IDX kind 0x\(String(kind, radix: 16)); bytes, kind 0x8, are read"
    case .axesOfIDX(let axes, let wanted):
      "it has \(Plural.count(axes, "axis", plural: "axes")) where \(wanted) \(wanted == 1 ? "is" : "are") wanted"
    case .lengthOfIDX(let promised?, let held):
      "its beginning promises \(Plural.count(promised, "byte")), but \(held) follow"
    case .lengthOfIDX(nil, let held):
      "its beginning promises more than the \(Plural.count(held, "byte")) it has"
    case .unequalCounts(let pictures, let classes):
      "there are \(Plural.count(pictures, "picture")), but \(Plural.count(classes, "class", plural: "classes"))"
    case .unequalPictures(let training, let test):
      "the pictures to test with are \(Self.product(test)), those to learn from \(Self.product(training))"
    case .noExamples: "it holds no examples"
    case .nothingToLearn(let rows):
      "of \(Plural.count(rows, "row")) all would be for testing; at least one to learn from is needed"
    case .notSquare(let pixels):
      "its rows hold \(Plural.count(pixels, "pixel")), which make no square; "
        + "say what shape they have, as in --columns 28x28x1"
    case .pixels(let pixels, let wanted):
      "its rows hold \(Plural.count(pixels, "pixel")) and a class; \(wanted) are wanted"
    case .coordinates(let numbers):
      "its rows hold \(Plural.count(numbers, "number")) before the class; points are x,y,class"
    case .unknownPattern(let name):
      "there are no points \(Echo.quote(name)); there are "
        + PointPattern.allCases.map(\.rawValue).joined(separator: ", ") + ", or type a function of x"
    case .function(let problem): problem.description
    case .nowhereFinite(let function):
      "\(Echo.quote(function)) has no finite value nearly anywhere between x = -1 and x = 1"
    case .table(let problem): problem.description
    }
  }

  private static func product(_ lengths: [Int]) -> String { lengths.map(String.init).joined(separator: "x") }
}
