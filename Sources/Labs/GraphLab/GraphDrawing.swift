import TerminalUI

/// The tape drawn as nodes and edges: the value above each node's name, its adjoint below, local derivatives on the edges.
struct GraphDrawing: Equatable, Sendable {
  /// A cell of an edge, with the node from which it comes.
  private struct Stroke: Equatable {
    let place: Point
    let glyph: Unicode.Scalar
  }

  let graph: LayeredGraph
  /// What all of it takes when it stands as close as can be, and the room that it was laid out for.
  let closeSize: Size
  private(set) var room = Size(width: 0, height: 0)
  private let nodes: [GraphPicture.Node]
  private let shares: [GraphPicture.Share]
  /// The node that an edge leads to, the one that it comes from, and the local derivative.
  let edges: [(node: Int, input: Int, partial: String)]
  /// Edges without what stands on them.
  private let strokes: [Stroke]

  /// The most nodes that are drawn; more would be scrolled past rather than seen.
  static let mostNodes = 200

  /// The drawing of `nodes`, with room for every number that `shares` bring.
  ///
  /// - Throws: ``LabRefusal`` for too many nodes.
  init(_ nodes: [GraphPicture.Node], _ shares: [GraphPicture.Share]) throws(LabRefusal) {
    guard nodes.count <= Self.mostNodes else {
      throw LabRefusal(
        "The drawing shows up to \(Self.mostNodes) nodes, and this tape has \(nodes.count): see the table.")
    }
    self.init(nodes, shares, LayeredGraph.Gaps(), closeSize: nil)
  }

  /// The same, spread over the cells that `room` has to spare: the most rows between boxes, and columns for edges.
  func spread(over room: Size) -> GraphDrawing {
    let (mostColumns, mostRows) = (20, 8)
    let spare = max(0, room.width - closeSize.width) / max(1, graph.layerCount - 1)
    func spread(rows: Int) -> GraphDrawing {
      let gaps = LayeredGraph.Gaps(columns: min(mostColumns, spare), rows: rows)
      return GraphDrawing(nodes, shares, gaps, closeSize: closeSize)
    }
    var drawing = spread(rows: 1)
    // As many rows as fit if each costs what the first one does; fewer where they cost more after all.
    let free = room.height - drawing.size.height
    if free > 0 {
      let wider = spread(rows: 2)
      var rows = min(mostRows, 1 + free / max(1, wider.size.height - drawing.size.height))
      while rows > 1 {
        let next = rows == 2 ? wider : spread(rows: rows)
        if next.size.height <= room.height {
          drawing = next
          break
        }
        rows -= 1
      }
    }
    drawing.room = room
    return drawing
  }

  private init(
    _ nodes: [GraphPicture.Node], _ shares: [GraphPicture.Share], _ gaps: LayeredGraph.Gaps, closeSize: Size?
  ) {
    (self.nodes, self.shares) = (nodes, shares)
    var widths = nodes.enumerated().map { index, node in
      max(TextWidth.columns(of: Self.name(index, node)), TextWidth.columns(of: node.value.boxed))
    }
    for share in shares {
      widths[share.input] = max(widths[share.input], TextWidth.columns(of: share.total.boxed))
    }
    edges = nodes.enumerated().flatMap { index, node in
      zip(node.inputs, node.partials).map { (index, $0, $1) }
    }
    graph = LayeredGraph(
      zip(widths, nodes).map { LayeredGraph.Node(width: $0 + 2, keepsOrder: $1.isOrdered) },
      edges.map {
        LayeredGraph.Edge(from: $0.input, to: $0.node, labelWidth: TextWidth.columns(of: $0.partial))
      }, gaps: gaps)
    self.closeSize =
      closeSize ?? Size(width: graph.size.width, height: graph.size.height + Self.headerRows)
    strokes = Self.strokes(graph, edges.map(\.input))
  }

  /// What all of it takes, the line above included.
  var size: Size { Size(width: graph.size.width, height: graph.size.height + Self.headerRows) }

  private static let headerRows = 1

  private static func name(_ index: Int, _ node: GraphPicture.Node) -> String { "#\(index) \(node.symbol)" }

  static func == (one: GraphDrawing, other: GraphDrawing) -> Bool {
    one.room == other.room && one.graph == other.graph && one.nodes == other.nodes
  }

  // MARK: Edges

  private static let (up, right, down, left): (UInt8, UInt8, UInt8, UInt8) = (1, 2, 4, 8)

  /// The glyphs of all edges. Edges of one node join; where those of two cross, the upright one is in front.
  private static func strokes(_ graph: LayeredGraph, _ sources: [Int]) -> [Stroke] {
    var arms: [Point: [Int: UInt8]] = [:]
    for (route, source) in zip(graph.routes, sources) {
      let cells = route.cells
      for (index, cell) in cells.enumerated() {
        var mask: UInt8 = index == 0 ? left : 0
        if index > 0 { mask |= direction(from: cell, to: cells[index - 1]) }
        mask |= index + 1 < cells.count ? direction(from: cell, to: cells[index + 1]) : right
        arms[cell, default: [:]][source, default: 0] |= mask
      }
    }
    let ends = Set(graph.routes.compactMap(\.corners.last))
    let strokes = arms.map { cell, bySource in
      let mask = bySource.values.max { ($0 & (up | down)) < ($1 & (up | down)) } ?? 0
      return Stroke(place: cell, glyph: ends.contains(cell) ? "▶" : glyph(mask))
    }
    return strokes.sorted { ($0.place.y, $0.place.x) < ($1.place.y, $1.place.x) }
  }

  private static func direction(from cell: Point, to next: Point) -> UInt8 {
    if next.y != cell.y { return next.y < cell.y ? up : down }
    return next.x < cell.x ? left : right
  }

  private static func glyph(_ arms: UInt8) -> Unicode.Scalar {
    switch arms {
    case up | down, up, down: "│"
    case right | down: "╭"
    case left | down: "╮"
    case up | right: "╰"
    case up | left: "╯"
    case up | down | right: "├"
    case up | down | left: "┤"
    case left | right | down: "┬"
    case left | right | up: "┴"
    case up | down | left | right: "┼"
    default: "─"
    }
  }

  // MARK: What is seen

  /// The part of the drawing that is seen, and where.
  struct Place: Equatable {
    /// The cells it is seen in.
    let area: Rect
    /// The drawing's cell in the top left of it.
    let origin: Point

    func onScreen(_ rect: Rect) -> Rect {
      Rect(
        x: rect.x - origin.x + area.x, y: rect.y - origin.y + area.y, width: rect.width, height: rect.height)
    }
    /// Whether all of `rect`, in cells of the screen, is seen.
    func shows(_ rect: Rect) -> Bool { area.intersection(rect) == rect }
  }

  /// What is seen in `area`: what is at work in the middle, together with what it comes from or goes to, if that fits.
  func place(_ moment: GraphMoment, in area: Rect) -> Place {
    let (_, below) = area.splitTop(Self.headerRows)
    // In the middle of what it leaves free.
    let width = min(below.width, max(1, graph.size.width))
    let rest = Rect(x: below.x + (below.width - width) / 2, y: below.y, width: width, height: below.height)
    guard let active = moment.active else { return Place(area: rest, origin: Point(x: 0, y: 0)) }
    var focus = graph.places[active]
    let all = moment.touched.reduce(focus) { Self.union($0, graph.places[$1]) }
    if all.width <= rest.width, all.height <= rest.height { focus = all }
    func first(_ start: Int, _ length: Int, _ room: Int, _ total: Int) -> Int {
      min(max(0, start + length / 2 - room / 2), max(0, total - room))
    }
    return Place(
      area: rest,
      origin: Point(
        x: first(focus.x, focus.width, rest.width, graph.size.width),
        y: first(focus.y, focus.height, rest.height, graph.size.height)))
  }

  private static func union(_ one: Rect, _ other: Rect) -> Rect {
    let (x, y) = (min(one.x, other.x), min(one.y, other.y))
    return Rect(x: x, y: y, width: max(one.right, other.right) - x, height: max(one.bottom, other.bottom) - y)
  }

  /// The node drawn at `point`.
  func node(at point: Point, in place: Place) -> Int? {
    guard place.area.contains(point) else { return nil }
    return nodes.indices.first { place.onScreen(graph.places[$0]).contains(point) }
  }

  // MARK: Drawing

  /// Draws what is seen of it at `moment` into `area`.
  func draw(_ moment: GraphMoment, into frame: inout Frame, in area: Rect) {
    guard area.height >= 4, area.width >= 20 else { return }
    let place = place(moment, in: area)
    drawHeader(place, into: &frame, in: area)
    for stroke in strokes { put(stroke, Style(.border), place, into: &frame) }
    let atWork = Set(
      edges.indices.filter { edges[$0].node == moment.active && moment.touched.contains(edges[$0].input) })
    for index in edges.indices where edges[index].node < moment.computed && !atWork.contains(index) {
      redraw(index, .quiet, place, into: &frame)
    }
    for index in atWork { redraw(index, Style(moment.paint, .bold), place, into: &frame) }
    for index in edges.indices where edges[index].node < moment.computed {
      let label = place.onScreen(graph.routes[index].label)
      guard !label.isEmpty, place.shows(label) else { continue }
      let style = atWork.contains(index) ? Style(moment.paint, .bold) : .plain
      // The line stops beside it, or it would look like a minus.
      for x in [label.x - 1, label.right] where place.area.contains(Point(x: x, y: label.y)) {
        frame.put(" ", x: x, y: label.y)
      }
      frame.write(edges[index].partial, x: label.x, y: label.y, style)
    }
    for index in nodes.indices { drawNode(index, moment, place, into: &frame) }
  }

  private func drawHeader(_ place: Place, into frame: inout Frame, in area: Rect) {
    let hidden = [
      (place.origin.x > 0, "left"), (place.origin.x + place.area.width < graph.size.width, "right"),
      (place.origin.y > 0, "above"), (place.origin.y + place.area.height < graph.size.height, "below"),
    ].filter(\.0).map(\.1)
    let more = hidden.isEmpty ? "" : "more: \(hidden.joined(separator: ", "))"
    let room = area.width - (more.isEmpty ? 0 : TextWidth.columns(of: more) + 2)
    let edges = hasTensors ? "rows x columns of local derivatives" : "local derivatives"
    let brief = hasTensors ? "sizes of derivatives" : "derivatives"
    let legend = [
      "value above, adjoint below, \(edges) on the edges", "value, name, adjoint; \(brief) on the edges",
      "value, name, adjoint",
    ]
    let shown = legend.first { TextWidth.columns(of: $0) <= room } ?? ""
    frame.write(shown, x: area.x, y: area.y, .quiet)
    frame.write(more, endingAt: area.right, y: area.y, .quiet)
  }

  /// Whether local derivatives are tables of numbers.
  private var hasTensors: Bool { nodes.contains { $0.partials.contains { $0.contains("x") } } }

  private func put(_ stroke: Stroke, _ style: Style, _ place: Place, into frame: inout Frame) {
    let (x, y) = (
      stroke.place.x - place.origin.x + place.area.x, stroke.place.y - place.origin.y + place.area.y
    )
    if place.area.contains(Point(x: x, y: y)) { frame.put(stroke.glyph, x: x, y: y, style) }
  }

  /// Draws an edge once more in another style, but for cells in which another edge is in front.
  private func redraw(_ index: Int, _ style: Style, _ place: Place, into frame: inout Frame) {
    let route = graph.routes[index]
    let cells = route.cells
    for (number, cell) in cells.enumerated() {
      let (x, y) = (cell.x - place.origin.x + place.area.x, cell.y - place.origin.y + place.area.y)
      guard place.area.contains(Point(x: x, y: y)) else { continue }
      let isLevel =
        (number == 0 || cells[number - 1].y == cell.y)
        && (number + 1 == cells.count || cells[number + 1].y == cell.y)
      let glyph = frame[x, y].glyph
      if isLevel, glyph == "│" || glyph == "|" { continue }
      frame.put(glyph, x: x, y: y, style)
    }
  }

  private func drawNode(_ index: Int, _ moment: GraphMoment, _ place: Place, into frame: inout Frame) {
    let box = place.onScreen(graph.places[index])
    let seen = box.intersection(place.area)
    guard !seen.isEmpty else { return }
    let node = nodes[index]
    let isActive = index == moment.active
    let isTouched = moment.touched.contains(index)
    let edge = isActive || isTouched ? Style(moment.paint, .bold) : Style(.border)
    let stroke: Unicode.Scalar = isActive ? "┃" : "│"
    for y in seen.y..<seen.bottom {
      for x in [box.x, box.right - 1] where seen.contains(Point(x: x, y: y)) {
        frame.put(stroke, x: x, y: y, edge)
      }
    }
    // A number cut off would be another number.
    guard place.shows(box) else {
      if seen.width > 2 { frame.put("…", x: seen.x + seen.width / 2, y: seen.y + seen.height / 2, .quiet) }
      return
    }
    let unknown = GridCell(GridCell.unknown).shown(frame.look)
    let isReady = index < moment.computed
    let weight: Style.Attributes = isActive ? .bold : []
    let middle = box.y + box.height / 2
    frame.write(
      isReady ? node.value.boxed : unknown, x: box.x + 1, y: middle - 1,
      Style(isReady ? .forward : .quiet, weight))
    frame.write(
      Self.name(index, node), x: box.x + 1, y: middle,
      Style(isReady ? (node.isInput ? .accent : .heading) : .quiet, isReady ? .bold : []))
    guard moment.isBackward else { return }
    let adjoint = moment.adjoints[index]
    frame.write(
      adjoint?.boxed ?? unknown, x: box.x + 1, y: middle + 1,
      Style(adjoint == nil ? .quiet : .backward, isActive || isTouched ? .bold : []))
  }
}

/// What is at work at a step.
struct GraphMoment {
  /// Nodes computed so far; the node at work, and those that it takes numbers from or hands them to.
  let computed: Int, active: Int?, touched: [Int]
  /// Whether all values are there; whether a share is on its way.
  let isBackward: Bool, hasShare: Bool
  /// What has arrived at each node.
  let adjoints: [GraphPicture.Figures?]

  init(_ lab: GraphLab) {
    (computed, active, touched) = (lab.computed, lab.active, lab.touched)
    isBackward = lab.computed == lab.picture.nodes.count
    hasShare = lab.share != nil
    adjoints = lab.picture.adjoints(after: lab.arrived)
  }

  /// The paint of what is at work.
  var paint: Paint { hasShare ? .backward : .accent }
}
