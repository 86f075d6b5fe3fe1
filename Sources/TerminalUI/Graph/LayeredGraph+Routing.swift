/// In which rows everything stands.
///
/// No edge arrives in a row in which another one leaves the layer before: so in every channel a row belongs to one node's
/// edges alone.
struct GraphRows {
  /// The first row of each item.
  private(set) var top: [Int]

  /// - Parameter gap: rows between two items of a layer.
  init(_ plan: GraphPlan, gap: Int) {
    top = [Int](repeating: 0, count: plan.items.count)
    for (number, layer) in plan.order.enumerated() {
      let before = number > 0 ? plan.order[number - 1] : []
      let exits = Dictionary(uniqueKeysWithValues: before.map { (top[$0] + plan.exit(of: $0), $0) })
      var free = 0
      for item in layer {
        let arriving = plan.links.filter { $0.to == item }
        let wished = arriving.map { top[$0.from] + plan.exit(of: $0.from) - $0.port }
        var row = free
        if !wished.isEmpty {
          row = max(free, Int((Double(wished.reduce(0, +)) / Double(wished.count)).rounded(.down)))
        }
        while arriving.contains(where: { link in exits[row + link.port].map { $0 != link.from } ?? false }) {
          row += 1
        }
        top[item] = row
        free = row + plan.height(ofItem: item) + gap
      }
    }
  }
}

/// The columns of layers and of the channels between them, and the way of every edge through them.
struct GraphChannels {
  private let plan: GraphPlan
  private let rows: GraphRows
  /// The first column of each layer.
  let left: [Int]
  /// The column in which the edges of an item turn on their way to the next layer.
  private let track: [Int: Int]

  /// - Parameter gap: columns between two layers besides those that edges need.
  init(_ plan: GraphPlan, _ rows: GraphRows, gap: Int) {
    (self.plan, self.rows) = (plan, rows)
    var (left, track) = ([Int](), [Int: Int]())
    var x = 0
    for (number, layer) in plan.order.enumerated() {
      left.append(x)
      x += layer.map { plan.items[$0].passes ? 1 : plan.nodes[plan.items[$0].node].width }.max() ?? 1
      guard number + 1 < plan.order.count else { break }
      let tracks = Self.tracks(of: layer, plan, rows)
      for (item, index) in tracks.numbers { track[item] = x + 1 + index }
      let label = plan.edges.filter { plan.layer[$0.to] == number + 1 }.map(\.labelWidth).max() ?? 0
      // A stub, the tracks, a dash, the label with a dash behind it, the arrow.
      x += 1 + tracks.count + 1 + gap + (label > 0 ? label + 1 : 0) + 1
    }
    (self.left, self.track) = (left, track)
  }

  /// Gives items whose edges turn in the same rows different tracks.
  private static func tracks(
    of layer: [Int], _ plan: GraphPlan, _ rows: GraphRows
  ) -> (numbers: [Int: Int], count: Int) {
    let spans = layer.compactMap { item -> (item: Int, rows: ClosedRange<Int>)? in
      let exit = rows.top[item] + plan.exit(of: item)
      let ends = plan.links.filter { $0.from == item }.map { rows.top[$0.to] + $0.port }
      guard let low = ends.min(), let high = ends.max(), low < exit || high > exit else { return nil }
      return (item, min(low, exit)...max(high, exit))
    }
    var numbers: [Int: Int] = [:]
    var ends: [Int] = []
    for span in spans.sorted(by: { ($0.rows.lowerBound, $0.item) < ($1.rows.lowerBound, $1.item) }) {
      let free = ends.firstIndex { $0 < span.rows.lowerBound }
      let number = free ?? ends.count
      if free == nil { ends.append(span.rows.upperBound) } else { ends[number] = span.rows.upperBound }
      numbers[span.item] = number
    }
    return (numbers, ends.count)
  }

  /// The way of edge number `index`.
  func route(of index: Int) -> LayeredGraph.Route {
    let edge = plan.edges[index]
    let (first, last) = (plan.layer[edge.from], plan.layer[edge.to])
    let start = plan.item(of: edge.from)
    var row = rows.top[start] + plan.exit(of: start)
    var corners = [Point(x: left[first] + plan.nodes[edge.from].width, y: row)]
    for layer in first..<last {
      let item = plan.carrier(of: edge.from, in: layer)
      let link = plan.links[plan.lastLink[index]]
      let next =
        layer + 1 == last
        ? rows.top[link.to] + link.port : rows.top[plan.carrier(of: edge.from, in: layer + 1)]
      if next != row, let x = track[item] { corners += [Point(x: x, y: row), Point(x: x, y: next)] }
      row = next
    }
    let end = left[last] - 1
    corners.append(Point(x: end, y: row))
    let label = Rect(
      x: end - 1 - edge.labelWidth, y: row, width: edge.labelWidth, height: edge.labelWidth > 0 ? 1 : 0)
    return LayeredGraph.Route(corners: corners, label: label)
  }
}
