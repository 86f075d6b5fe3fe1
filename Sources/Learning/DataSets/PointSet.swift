/// Points of a plane to learn from.
public struct PointSet: Hashable, Sendable {
  /// Where they lie.
  public var source: PointSource
  /// How many are drawn, from 2 to ``mostPoints``; their classes alternate where they have a pattern.
  public var count: Int
  /// The standard deviation of what is added to every drawn coordinate; finite, at least 0.
  public var noise: Double
  /// What determines the points that are drawn, and the order of those that are given.
  public var seed: UInt64

  /// Most points there can be.
  public static let mostPoints = 100_000
  /// Most noise.
  public static let mostNoise = 100.0

  /// Points as described.
  public init(_ source: PointSource, count: Int = 200, noise: Double = 0.1, seed: UInt64 = 1) {
    (self.source, self.count, self.noise, self.seed) = (source, count, noise, seed)
  }

  /// The points as examples.
  ///
  /// - Parameter testShare: which part of the points is for testing; at least 0, below 1.
  /// - Throws: ``DataSetError``
  public func dataSet(testShare: Double) throws(DataSetError) -> DataSet {
    try DataSet(title: source.title, shape: .vector(2), table(), testShare: testShare)
  }

  private func table() throws(DataSetError) -> LabelledTable {
    var generator = SplitMix64(seed: seed)
    switch source {
    case .pattern(let pattern):
      return try drawn { index throws(DataSetError) in
        (pattern.point(ofClass: index % 2, &generator), index % 2)
      }
    case .function(let function):
      return try drawn { _ throws(DataSetError) in
        let point = try Self.point(where: function, isFinite: &generator)
        return (point, point.y > function.value(point.x, 0) ? 1 : 0)
      }
    case .points(let points):
      // A file is often sorted by class.
      return points.table.shuffled(by: &generator)
    }
  }

  /// Points with their classes, moved by the noise. It has a generator of its own, so that it moves points and does
  /// nothing else.
  private func drawn(
    _ point: (Int) throws(DataSetError) -> ((x: Double, y: Double), label: Int)
  ) throws(DataSetError) -> LabelledTable {
    var generator = SplitMix64(seed: ~seed)
    var table = LabelledTable(width: 2, names: ["0", "1"])
    for index in 0..<count {
      let ((x, y), label) = try point(index)
      let (dx, dy) = (generator.normal(), generator.normal())
      table.append([x + noise * dx, y + noise * dy], ofClass: label)
    }
    return table
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
