/// Where points of a plane and their classes come from.
public enum PointSource: Hashable, Sendable {
  /// A pattern with a name.
  case pattern(PointPattern)
  /// Points uniform in -1 ≤ x, y < 1: class 1 above y = f(x), class 0 on and below it.
  case function(Expression)

  /// Reads the name of a pattern, or a function of x such as `sin(3*x)/2`.
  ///
  /// - Throws: ``ExpressionError``
  public init(parsing text: String) throws(ExpressionError) {
    if let pattern = PointPattern(rawValue: text) {
      self = .pattern(pattern)
    } else {
      self = .function(try Expression(parsing: text, variables: ["x"]))
    }
  }

  /// The text that reads back as this source.
  public var text: String {
    switch self {
    case .pattern(let pattern): pattern.rawValue
    case .function(let function): function.source
    }
  }
}

/// Points of a plane, drawn by a seeded generator.
public struct PointSet: Hashable, Sendable {
  /// Where they lie.
  public var source: PointSource
  /// How many there are, from 2 to ``mostPoints``; their classes alternate where they have a pattern.
  public var count: Int
  /// The standard deviation of what is added to every coordinate; finite, at least 0.
  public var noise: Double
  /// What determines the points.
  public var seed: UInt64

  /// Most points there can be.
  public static let mostPoints = 100_000

  /// Points as described.
  public init(_ source: PointSource, count: Int = 200, noise: Double = 0.1, seed: UInt64 = 1) {
    (self.source, self.count, self.noise, self.seed) = (source, count, noise, seed)
  }

  /// The points as examples.
  ///
  /// - Parameter testShare: which part, from the last one backwards, is for testing; at least 0, below 1.
  /// - Throws: ``DataSetError``
  public func dataSet(testShare: Double) throws(DataSetError) -> DataSet {
    var generator = SplitMix64(seed: seed)
    var table = LabelledTable(width: 2, names: ["0", "1"])
    for index in 0..<count {
      let drawn: (x: Double, y: Double)
      let label: Int
      switch source {
      case .pattern(let pattern):
        label = index % 2
        drawn = pattern.point(ofClass: label, &generator)
      case .function(let function):
        drawn = try Self.point(where: function, isFinite: &generator)
        label = drawn.y > function.value(drawn.x, 0) ? 1 : 0
      }
      // A point without noise takes as many numbers from the generator, so that noise moves points and nothing else.
      let (dx, dy) = (generator.normal(), generator.normal())
      table.append([drawn.x + noise * dx, drawn.y + noise * dy], ofClass: label)
    }
    return try DataSet(title: source.text, shape: [2], table, testShare: testShare)
  }

  private static func point(
    where function: Expression, isFinite generator: inout SplitMix64
  ) throws(DataSetError) -> (x: Double, y: Double) {
    for _ in 0..<1_000 {
      let (x, y) = (2 * generator.uniform() - 1, 2 * generator.uniform() - 1)
      if function.value(x, 0).isFinite { return (x, y) }
    }
    throw .nowhereFinite(function.source)
  }
}

extension DataSet {
  /// The points of a table, `x,y,class` in each row, in an order that `seed` determines: a file is often sorted by class.
  ///
  /// - Parameter testShare: which part of the points is for testing; at least 0, below 1.
  /// - Throws: ``DataSetError``
  public init(title: String, pointsIn bytes: [UInt8], testShare: Double, seed: UInt64) throws(DataSetError) {
    let table = try Self.table(in: bytes)
    guard table.width == 2 else { throw .coordinates(table.width) }
    var generator = SplitMix64(seed: seed)
    try self.init(title: title, shape: [2], table.shuffled(by: &generator), testShare: testShare)
  }
}
