import Testing

@testable import TerminalUI

@Suite struct LayeredGraphTests {
  private typealias Edge = LayeredGraph.Edge

  private func graph(_ inputs: [[Int]], width: Int = 6, keepsOrder: Bool = false) -> (LayeredGraph, [Edge]) {
    let edges = inputs.enumerated().flatMap { node, inputs in
      inputs.map { Edge(from: $0, to: node, labelWidth: 1 + ($0 + node) % 4) }
    }
    return (
      LayeredGraph(inputs.map { _ in .init(width: width, keepsOrder: keepsOrder) }, edges), edges
    )
  }

  /// What must hold of every drawing.
  private func expectSound(_ inputs: [[Int]]) {
    let (graph, edges) = graph(inputs)
    let boxes = Set(graph.places.flatMap(Self.cells))
    #expect(boxes.count == graph.places.reduce(0) { $0 + $1.width * $1.height }, "boxes overlap")
    #expect(graph.places.allSatisfy { Rect(graph.size).intersection($0) == $0 })
    // By cell and source: whether the edge goes straight on, level or upright, or does anything else.
    enum Way { case level, upright, turn }
    var ways: [Point: [Int: Set<Way>]] = [:]
    for (index, route) in graph.routes.enumerated() {
      let (edge, cells) = (edges[index], route.cells)
      let (from, to) = (graph.places[edge.from], graph.places[edge.to])
      #expect(from.right <= to.x)
      #expect(cells.first == Point(x: from.right, y: from.y + from.height / 2))
      #expect(cells.last?.x == to.x - 1 && (to.y..<to.bottom).contains(cells.last?.y ?? -1))
      #expect(boxes.isDisjoint(with: cells), "an edge passes a box")
      #expect(Set(Self.cells(route.label)).isSubset(of: cells) && route.label.width == edge.labelWidth)
      #expect(!route.label.contains(cells[cells.count - 1]))
      for (number, cell) in cells.enumerated() {
        let before = cells[max(0, number - 1)]
        let after = cells[min(cells.count - 1, number + 1)]
        let way: Way = before.y == after.y ? .level : before.x == after.x ? .upright : .turn
        ways[cell, default: [:]][edge.from, default: []].insert(way)
      }
    }
    for (cell, bySource) in ways where bySource.count > 1 {
      // Edges of two nodes only cross, at a right angle.
      #expect(bySource.count == 2, "three edges in \(cell)")
      #expect(Set(bySource.values) == [[.level], [.upright]], "two edges run together in \(cell)")
    }
    for (index, route) in graph.routes.enumerated() {
      let label = Set(Self.cells(route.label))
      for (other, way) in graph.routes.enumerated() where other != index {
        #expect(label.isDisjoint(with: way.cells), "an edge crosses a label")
      }
    }
  }

  private static func cells(_ rect: Rect) -> [Point] {
    (rect.y..<rect.bottom).flatMap { y in (rect.x..<rect.right).map { Point(x: $0, y: y) } }
  }

  /// (a + b)·(b + 1), a neuron, a 2-2-1 network with squared error, softmax with cross-entropy, a chain, one node.
  private static let graphs: [[[Int]]] = [
    [[], [], [0, 1], [], [1, 3], [2, 4]],
    [[], [], [0, 1], [], [], [3, 4], [2, 5], [], [6, 7], [8]],
    [
      [], [], [], [1, 2], [], [], [4, 5], [3, 6], [], [7, 8], [9], [0, 10], [], [], [13, 2], [], [15, 5],
      [14, 16], [], [17, 18], [19], [12, 20], [11, 21], [], [22, 23], [], [24, 25], [26], [], [27, 28],
    ],
    [[], [0], [], [2], [1, 3], [], [5], [4, 6], [1, 7], [8], [9]],
    [[], [0], [1], [2]],
    [[]],
    // The same operand twice, and three operands.
    [[], [0, 0], [1, 1], [], [], [2, 3, 4]],
  ]

  @Test(arguments: graphs) func nothingCrossesABoxOrALabel(_ inputs: [[Int]]) { expectSound(inputs) }

  @Test func nothingDoesInRandomGraphsEither() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<60 {
      let inputs = (0..<2 + random(24)).map { node in
        node == 0 || random(3) == 0 ? [] : (0..<1 + random(3)).map { _ in random(node) }
      }
      expectSound(inputs)
    }
  }

  @Test func layersFollowTheLongestPath() {
    let (graph, _) = graph(Self.graphs[0])
    let columns = graph.places.map(\.x)
    #expect(columns[0] == 0 && columns[1] == 0 && columns[3] == 0)
    #expect(columns[2] == columns[4] && columns[2] > 0 && columns[5] > columns[2])
    // What is needed late stands just before its use.
    let neuron = self.graph(Self.graphs[1]).0.places
    #expect(neuron[7].x == neuron[6].x)
  }

  @Test func neighboursStandTogether() {
    // Given in an order in which they would cross.
    let (graph, _) = graph([[], [], [1], [0]])
    #expect((graph.places[0].y < graph.places[1].y) == (graph.places[3].y < graph.places[2].y))
    // Straight on where there is nothing else.
    let chain = self.graph(Self.graphs[4]).0
    #expect(Set(chain.routes.flatMap(\.corners).map(\.y)).count == 1)
  }

  @Test func operandsKeepTheirOrderWhereItMatters() {
    let inputs = [[], [], [], [0, 1], [3, 2], [2, 3]]
    let (graph, edges) = graph(inputs, keepsOrder: true)
    for node in inputs.indices {
      let rows = edges.indices.filter { edges[$0].to == node }.map { graph.routes[$0].corners.last?.y ?? 0 }
      #expect(rows == rows.sorted())
    }
  }

  @Test func edgesOfOneNodeRunTogether() {
    let (graph, _) = graph([[], [0], [1], [2, 0], [3, 0]])
    let (one, other) = (graph.routes[3], graph.routes[5])
    #expect(one.corners[0] == other.corners[0])
    #expect(Set(one.cells).intersection(other.cells).count > 10)
  }
}
