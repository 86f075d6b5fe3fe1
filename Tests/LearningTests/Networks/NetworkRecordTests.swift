import Autodiff
import Learning
import Testing

@Suite struct NetworkRecordTests {
  private func scene(_ text: String) throws -> NetworkExample {
    guard case .network(let example) = try GraphScene(SceneString(parsing: text)).computation() else {
      throw NetworkExampleError.notFinite
    }
    return example
  }

  /// The shares add up to the gradients that differences find, whatever layers there are.
  @Test(arguments: [
    "graph:network-2-2-2", "graph:network-filter", "graph:FC 3, TANH, FC 1?input=1,0.5,-2&target=2&seed=3",
    "graph:BN, SIGMOID, FC 3?input=0.2,-1&target=2",
    "graph:CONV 2 2x2, LEAKY, AVGPOOL 2, FLATTEN, FC 2?input=1 0 2; 0 1 1; 2 0 1 / 0 1 0; 1 1 0; 0 2 1",
    "graph:PRELU, DROPOUT, FC 2, SOFTMAX?input=-1,2",
  ])
  func sharesAddUpToTheGradient(_ text: String) throws {
    let record = try NetworkRecord(scene(text))
    #expect(record.checks.allSatisfy { $0.entries.allSatisfy { $0.band <= .acceptable } })
    let adjoints = record.shares.reduce(into: [Int: [Double]]()) { $0[$1.input] = $1.total }
    for check in record.checks {
      let node = try #require(record.nodes.firstIndex { $0.name == check.name })
      let arrived = adjoints[node] ?? record.nodes[node].elements.map { _ in 0 }
      for (one, other) in zip(arrived, check.entries) {
        #expect(abs(one - other.exact) <= 1e-12 * max(1, abs(one)), "\(check.name)")
      }
    }
    #expect(record.shares.allSatisfy { $0.total.count == record.nodes[$0.input].elements.count })
  }

  /// With PyTorch 2.13: loss and gradients of the first preset, from the weights that the lab prints.
  @Test func agreesWithPyTorch() throws {
    let record = try NetworkRecord(scene("graph:network-2-2-2"))
    let values = record.nodes.filter { $0.operation == .variable }.flatMap(\.elements)
    #expect(values == Self.variables)
    #expect(abs(record.nodes[record.output].elements[0] - Self.loss) < 1e-12)
    let gradient = record.checks.flatMap { $0.entries.map(\.exact) }
    #expect(gradient.count == Self.gradient.count)
    #expect(zip(gradient, Self.gradient).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  private static let variables = [1, 0.5, 0.1, 0.3, 0.7, -0.1, -0.1, 0.4, 0.5, 0, -0.3, 0.4, -0.1, 0.1]
  private static let loss = 0.9091972423068495
  private static let gradient = [
    0.01829162335758234, -0.14942615025447573, -0.46713246746533993, -0.23356623373266996,
    0.09286410014873762, 0.04643205007436881, -0.46713246746533993, 0.09286410014873762,
    -0.0889070725445207, -0.46685763410946757, 0.08890707254452071, 0.4668576341094676,
    -0.5971525168168166, 0.5971525168168166,
  ]

  @Test(arguments: [
    ("graph:CONV 1 2x2?input=1 0; 0 1", "the network gives maps (1x1x1), not scores"),
    ("graph:FC 2?input=1,2&target=2", "target=2: there are 2 outputs, so the classes are 0 to 1"),
    ("graph:FC 2?input=1,2&target=0.5", "target=0.5: there are 2 outputs"),
    ("graph:FC 1?input=1,2&target=1e6", "the target must be"),
    ("graph:FC 40, FC 20?input=1,2", "a tape is drawn of networks with up to 400"),
    ("graph:CONV 1 3x3, FC 2?input=1 0; 0 1", "layer 1 (CONV 1 3x3): a 3x3 kernel does not fit"),
    ("graph:x*y?input=1,2", "layer 1 (x*y), column 1"),
    ("graph:network-2-2-2?at=x=1", "the setting at needs an expression"),
  ])
  func refusals(text: String, sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
  }

  @Test func numbersThatAreNotFiniteAreRefused() throws {
    let example = try scene("graph:FC 1?input=1e200,1e200")
    #expect(throws: NetworkExampleError.self) { try NetworkRecord(example) }
  }
}
