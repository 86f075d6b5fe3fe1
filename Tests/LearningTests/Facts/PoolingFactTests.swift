import Learning
import Testing

@Suite struct PoolingFactTests {
  private static let kinds: [String: PoolingKind] = ["max": .max, "avg": .average, "sum": .sum, "l2": .l2]

  @Test(arguments: Fact.about("pool2d"))
  func pool2d(_ fact: Fact) throws {
    let kind = try #require(Self.kinds[try fact["type"].text ?? ""])
    let pooling = try Pooling(
      input: fact["input"].grid, kind: kind, size: Extent(fact["size"].integer),
      stride: Extent(fact["stride"].integer))
    try fact.expect(pooling.output(), fact.expected)
    for step in 0..<pooling.geometry.steps {
      let position = pooling.geometry.position(ofStep: step)
      #expect(try pooling.step(at: position).value == pooling.output()[position])
    }
    if fact.id.contains("global") {
      let input = try fact["input"].grid
      try fact.expect(Pooling(input: input, kind: kind, size: input.extent).output(), fact.expected)
    }
  }

  @Test(arguments: Fact.about("pool_cross_channel"))
  func crossChannel(_ fact: Fact) throws {
    let kind = try #require(Self.kinds[try fact["type"].text ?? ""])
    try fact.expect(poolAcrossChannels(fact["input"].grids, kind: kind), fact.expected)
  }

  @Test(arguments: Fact.about("maxpool_backward"))
  func maxpoolBackward(_ fact: Fact) throws {
    let pooling = try Pooling(
      input: fact["input"].grid, kind: .max, size: Extent(fact["size"].integer),
      stride: Extent(fact["stride"].integer))
    try fact.expect(pooling.gradient(upstream: fact["upstream"].grid), fact.expected)
  }
}
