/// A graph without circles laid out in layers from left to right: boxes in columns, edges in the channels between them.
///
/// After Sugiyama, Tagawa and Toda (1981): every node stands one layer behind the last of those it comes from; an edge that
/// passes layers has a place of its own in each; places are ordered by the mean of their neighbours' so that few edges
/// cross; and edges turn only in the channels, each in a column that no other edge uses there. Edges from one node run
/// together as long as they can. Nothing but an edge's own label stands on it, and no edge passes a box.
public struct LayeredGraph: Equatable, Sendable {
  /// A node.
  public struct Node: Equatable, Sendable {
    /// Columns of its box.
    public let width: Int
    /// Whether edges arrive from top to bottom in the order in which they were given; otherwise as they cross least.
    public let keepsOrder: Bool

    /// A box of `width` columns.
    public init(width: Int, keepsOrder: Bool = false) { (self.width, self.keepsOrder) = (width, keepsOrder) }
  }

  /// An edge to a node from one that stands before it in the list.
  public struct Edge: Equatable, Sendable {
    /// The nodes that it joins, by their numbers.
    public let from, to: Int
    /// Columns of the label just before its end; 0 for none.
    public let labelWidth: Int

    /// An edge between two nodes, with room for a label.
    public init(from: Int, to: Int, labelWidth: Int = 0) {
      (self.from, self.to, self.labelWidth) = (from, to, labelWidth)
    }
  }

  /// Where an edge runs: the places at which it begins, turns and ends, in order. The last one is just before the box.
  public struct Route: Equatable, Sendable {
    /// Where it begins, turns and ends.
    public let corners: [Point]
    /// Where its label stands; empty if it has none.
    public let label: Rect

    /// All cells from the beginning to the end.
    public var cells: [Point] {
      guard var place = corners.first else { return [] }
      var cells = [place]
      for corner in corners.dropFirst() {
        while place != corner {
          place.x += (corner.x - place.x).signum()
          place.y += (corner.y - place.y).signum()
          cells.append(place)
        }
      }
      return cells
    }
  }

  /// The boxes, by node.
  public let places: [Rect]
  /// The edges, in the order in which they were given.
  public let routes: [Route]
  /// What all of it takes.
  public let size: Size

  /// Rows of a box with up to three edges arriving.
  public static let boxRows = 3

  /// How far apart everything stands.
  public struct Gaps: Equatable, Sendable {
    /// Columns between two layers, besides those that edges and labels need.
    public var columns: Int
    /// Rows between two boxes of a layer.
    public var rows: Int

    /// As close as can be unless told otherwise.
    public init(columns: Int = 0, rows: Int = 1) { (self.columns, self.rows) = (columns, rows) }
  }

  /// How many layers there are.
  public let layerCount: Int

  /// Lays out `nodes` with `edges` between them.
  ///
  /// - Precondition: every edge leads from an earlier node to a later one.
  public init(_ nodes: [Node], _ edges: [Edge], gaps: Gaps = Gaps()) {
    precondition(edges.allSatisfy { 0 <= $0.from && $0.from < $0.to && $0.to < nodes.count })
    let plan = GraphPlan(nodes, edges)
    let grid = GraphRows(plan, gap: gaps.rows)
    let channels = GraphChannels(plan, grid, gap: gaps.columns)
    layerCount = plan.order.count
    places = nodes.indices.map { node in
      Rect(
        x: channels.left[plan.layer[node]], y: grid.top[plan.item(of: node)], width: nodes[node].width,
        height: plan.height(of: node))
    }
    routes = edges.indices.map { channels.route(of: $0) }
    size = Size(
      width: places.map(\.right).max() ?? 0,
      height: max(places.map(\.bottom).max() ?? 0, (routes.flatMap(\.corners).map(\.y).max() ?? -1) + 1))
  }
}

/// Which layer everything is in, and in which order from top to bottom.
struct GraphPlan {
  /// Something with a place in a layer: a node, or an edge that passes.
  struct Item: Equatable {
    let layer: Int
    /// The node, or the one that the passing edge comes from.
    let node: Int
    let passes: Bool
  }

  /// An edge from one layer to the next.
  struct Link {
    let from, to: Int
    /// The row of the box at which it arrives, counted from its top.
    var port: Int
  }

  let nodes: [LayeredGraph.Node]
  let edges: [LayeredGraph.Edge]
  let layer: [Int]
  let items: [Item]
  /// Items of each layer from top to bottom.
  private(set) var order: [[Int]] = []
  /// Between each layer and the next; for an edge of the graph its last link is at `lastLink`.
  private(set) var links: [Link] = []
  let lastLink: [Int]
  private let itemOfNode: [Int]
  private let passing: [[Int: Int]]

  init(_ nodes: [LayeredGraph.Node], _ edges: [LayeredGraph.Edge]) {
    (self.nodes, self.edges) = (nodes, edges)
    let layer = Self.layers(nodes.count, edges)
    self.layer = layer
    var items: [Item] = []
    var passing = [[Int: Int]](repeating: [:], count: nodes.count)
    for node in nodes.indices {
      items.append(Item(layer: layer[node], node: node, passes: false))
      let last = edges.filter { $0.from == node }.map { layer[$0.to] }.max() ?? layer[node]
      for between in layer[node] + 1..<max(layer[node] + 1, last) {
        passing[node][between] = items.count
        items.append(Item(layer: between, node: node, passes: true))
      }
    }
    var itemOfNode = [Int](repeating: 0, count: nodes.count)
    for (index, item) in items.enumerated() where !item.passes { itemOfNode[item.node] = index }
    (self.items, self.passing, self.itemOfNode) = (items, passing, itemOfNode)
    var links: [Link] = []
    for node in nodes.indices {
      var carrier = itemOfNode[node]
      for between in passing[node].keys.sorted() {
        guard let next = passing[node][between] else { continue }
        links.append(Link(from: carrier, to: next, port: 0))
        carrier = next
      }
    }
    var lastLink: [Int] = []
    for edge in edges {
      lastLink.append(links.count)
      let carrier = passing[edge.from][layer[edge.to] - 1] ?? itemOfNode[edge.from]
      links.append(Link(from: carrier, to: itemOfNode[edge.to], port: 0))
    }
    (self.links, self.lastLink) = (links, lastLink)
    order = (0...(layer.max() ?? 0)).map { number in items.indices.filter { items[$0].layer == number } }
    sort()
  }

  /// One behind the last of those it comes from; what comes from nothing, just before the first that needs it.
  private static func layers(_ count: Int, _ edges: [LayeredGraph.Edge]) -> [Int] {
    var layer = [Int](repeating: 0, count: count)
    let arriving = Dictionary(grouping: edges, by: \.to)
    for node in 0..<count {
      layer[node] = (arriving[node] ?? []).map { layer[$0.from] + 1 }.max() ?? 0
    }
    for node in 0..<count where arriving[node] == nil {
      if let first = edges.filter({ $0.from == node }).map({ layer[$0.to] }).min() { layer[node] = first - 1 }
    }
    return layer
  }

  func item(of node: Int) -> Int { itemOfNode[node] }
  /// The item that carries `node`'s edges through `layer`.
  func carrier(of node: Int, in layer: Int) -> Int { passing[node][layer] ?? itemOfNode[node] }

  /// Rows of a node's box: as many as edges arrive, if those are more than three.
  func height(of node: Int) -> Int {
    max(LayeredGraph.boxRows, edges.count { $0.to == node })
  }
  func height(ofItem item: Int) -> Int { items[item].passes ? 1 : height(of: items[item].node) }
  /// The row at which an item's edges leave, counted from its top.
  func exit(of item: Int) -> Int { items[item].passes ? 0 : height(of: items[item].node) / 2 }

  // MARK: Order

  private static let sweeps = 12

  /// Orders every layer by the mean place of the neighbours, to and fro, and keeps what crosses least.
  private mutating func sort() {
    assignPorts()
    var best = (order: order, crossings: crossings())
    for sweep in 0..<Self.sweeps where best.crossings > 0 {
      let isForward = sweep.isMultiple(of: 2)
      let numbers = isForward ? Array(1..<max(1, order.count)) : (0..<max(0, order.count - 1)).reversed()
      for number in numbers { sortLayer(number, byThoseBefore: isForward) }
      assignPorts()
      let found = crossings()
      if found < best.crossings { best = (order, found) }
    }
    order = best.order
    assignPorts()
  }

  private var place: [Int] {
    var place = [Int](repeating: 0, count: items.count)
    for layer in order {
      for (index, item) in layer.enumerated() { place[item] = index }
    }
    return place
  }

  private mutating func sortLayer(_ number: Int, byThoseBefore isForward: Bool) {
    let place = place
    var means: [Int: Double] = [:]
    for item in order[number] {
      let neighbours = links.compactMap { link -> Double? in
        if isForward { return link.to == item ? Double(place[link.from]) : nil }
        return link.from == item ? Double(place[link.to]) + Double(link.port) / 10 : nil
      }
      // Without neighbours it stays about where it is.
      means[item] =
        neighbours.isEmpty ? Double(place[item]) : neighbours.reduce(0, +) / Double(neighbours.count)
    }
    order[number] = order[number].enumerated().sorted {
      (means[$0.element] ?? 0, $0.offset) < (means[$1.element] ?? 0, $1.offset)
    }.map(\.element)
  }

  /// Gives every arriving edge its row at the box, from the top in the order of where it comes from.
  private mutating func assignPorts() {
    let place = place
    for node in nodes.indices {
      var arriving = edges.indices.filter { edges[$0].to == node }.map { lastLink[$0] }
      if !nodes[node].keepsOrder {
        arriving = arriving.enumerated().sorted {
          (place[links[$0.element].from], $0.offset) < (place[links[$1.element].from], $1.offset)
        }.map(\.element)
      }
      let rows: [Int] =
        switch arriving.count {
        case 1: [1]
        case 2: [0, 2]
        default: Array(0..<arriving.count)
        }
      for (link, row) in zip(arriving, rows) { links[link].port = row }
    }
  }

  /// How often two links between the same layers cross.
  private func crossings() -> Int {
    let place = place
    let byLayer = Dictionary(grouping: links) { items[$0.from].layer }
    return byLayer.values.reduce(0) { count, links in
      var crossings = 0
      for (index, one) in links.enumerated() {
        for other in links[(index + 1)...] where one.from != other.from {
          let before = place[one.from] < place[other.from]
          let (first, second) = ((place[one.to], one.port), (place[other.to], other.port))
          if first != second, before != (first < second) { crossings += 1 }
        }
      }
      return count + crossings
    }
  }
}
