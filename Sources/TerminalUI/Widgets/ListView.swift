/// One item of a list.
public struct ListItem: Hashable, Sendable {
  /// What it is called.
  public let title: String
  /// What there is to say about it, at the right.
  public let detail: String
  /// The heading under which it stands together with its neighbours of the same section; empty without one.
  public let section: String

  /// An item called `title`.
  public init(_ title: String, detail: String = "", section: String = "") {
    self.title = title
    self.detail = detail
    self.section = section
  }
}

/// A list to choose from, with a filter; menus are lists.
///
/// Only the selection and the filter are state: which rows are seen follows from them and from the room. The first row
/// is the filter's, also while it is empty, so that typing there moves nothing.
public struct ListView: Equatable, Sendable {
  /// What the list's keys lead to.
  public enum Outcome: Equatable, Sendable {
    /// The event was not for the list.
    case ignored
    /// The selection or the filter may have changed.
    case handled
    /// The user chose the item with that number.
    case chosen(Int)
  }

  /// All items.
  public private(set) var items: [ListItem] { didSet { searched = Self.searched(items) } }
  /// What the filter looks through in each item, in small letters; no filter holds the line breaks in between.
  private var searched: [String]
  /// The number of the selected item; `nil` when no item matches the filter.
  public private(set) var selection: Int?
  /// What titles, details or headings have to contain, in whatever case.
  public private(set) var filter = ""
  /// Whether characters go to the filter.
  public private(set) var isFiltering = false

  /// A list of `items` with item number `selection` selected (clamped).
  public init(_ items: [ListItem], selection: Int = 0) {
    self.items = items
    searched = Self.searched(items)
    self.selection = items.isEmpty ? nil : min(max(0, selection), items.count - 1)
  }

  private static func searched(_ items: [ListItem]) -> [String] {
    items.map { "\($0.title)\n\($0.detail)\n\($0.section)".lowercased() }
  }

  /// Puts `items` in the place of the present ones, with number `selection` selected if it matches the filter, which
  /// stays.
  public mutating func replace(_ items: [ListItem], selection: Int?) {
    self.items = items
    let matches = matches
    self.selection = selection.flatMap { matches.contains($0) ? $0 : nil } ?? matches.first
  }

  /// The numbers of the items that match the filter.
  public var matches: [Int] {
    guard !filter.isEmpty else { return Array(items.indices) }
    let wanted = filter.lowercased()
    return items.indices.filter { searched[$0].contains(wanted) }
  }

  /// Takes one event. `area` is where the list is drawn, for the mouse and for page moves.
  public mutating func update(_ event: Event, in area: Rect) -> Outcome {
    switch event {
    case .key(let key): isFiltering ? filterKey(key, area) : listKey(key, area)
    case .mouse(let mouse): self.mouse(mouse, area)
    case .paste(let text):
      if isFiltering { setFilter(filter + text) } else { .ignored }
    case .tick, .resized, .message, .closed: .ignored
    }
  }

  private mutating func listKey(_ key: Key, _ area: Rect) -> Outcome {
    switch key {
    case .up, .character("k"): return move(by: -1)
    case .down, .character("j"): return move(by: 1)
    case .pageUp: return move(by: -max(1, listArea(area).height - 1))
    case .pageDown: return move(by: max(1, listArea(area).height - 1))
    case .home, .character("g"): return move(by: -items.count)
    case .end, .character("G"): return move(by: items.count)
    case .character("/"):
      isFiltering = true
      return .handled
    case .escape:
      return filter.isEmpty ? .ignored : setFilter("")
    case .enter, .right, .space: return selection.map { .chosen($0) } ?? .ignored
    case .left, .tab, .backTab, .backspace, .delete, .function, .character, .control:
      return .ignored
    }
  }

  private mutating func filterKey(_ key: Key, _ area: Rect) -> Outcome {
    switch key {
    case .character(let character):
      // A full filter takes no more: a flood of keys is over at once.
      if filter.unicodeScalars.count >= Self.longestFilter { return .handled }
      return setFilter(filter + String(character))
    case .backspace:
      if filter.isEmpty { isFiltering = false }
      return setFilter(String(filter.dropLast()))
    case .escape:
      isFiltering = false
      return setFilter("")
    case .enter:
      guard let selection else { return .handled }
      isFiltering = false
      return .chosen(selection)
    case .control("u"): return setFilter("")
    case .up, .down, .pageUp, .pageDown, .home, .end: return listKey(key, area)
    case .left, .right, .tab, .backTab, .delete, .function, .control: return .ignored
    }
  }

  private static let longestFilter = 60

  private mutating func setFilter(_ text: String) -> Outcome {
    let typable = text.unicodeScalars.lazy.filter(LineEditor.isTypable).prefix(Self.longestFilter)
    filter = String(String.UnicodeScalarView(typable))
    let matches = matches
    if let selection, matches.contains(selection) { return .handled }
    selection = matches.first
    return .handled
  }

  private mutating func move(by steps: Int) -> Outcome {
    let matches = matches
    guard let selection, let place = matches.firstIndex(of: selection) else { return .handled }
    self.selection = matches[min(max(0, place + steps), matches.count - 1)]
    return .handled
  }

  private mutating func mouse(_ mouse: MouseEvent, _ area: Rect) -> Outcome {
    guard area.contains(mouse.point) else { return .ignored }
    switch mouse.action {
    case .scrollUp: return move(by: -1)
    case .scrollDown: return move(by: 1)
    case .release: return .ignored
    case .press:
      guard let item = item(at: mouse.point, in: area) else { return .ignored }
      if selection == item { return .chosen(item) }
      selection = item
      return .handled
    }
  }

  private var showsFilter: Bool { isFiltering || !filter.isEmpty }

  private func listArea(_ area: Rect) -> Rect { area.splitTop(1).rest }

  /// A row of the list.
  private enum Row {
    case heading(String)
    case item(Int)
  }

  /// The matching items with the headings above them.
  private func rows(of matches: [Int]) -> [Row] {
    var rows: [Row] = []
    var section = ""
    for index in matches {
      if items[index].section != section {
        section = items[index].section
        rows.append(.heading(section))
      }
      rows.append(.item(index))
    }
    return rows
  }

  /// The places in `rows` that are seen in `area`; the heading right above the selection is seen with it.
  private func visible(_ rows: [Row], in area: Rect) -> Range<Int> {
    let place = rows.firstIndex { if case .item(let index) = $0 { index == selection } else { false } } ?? 0
    let isUnderHeading = place > 0 && { if case .heading = rows[place - 1] { true } else { false } }()
    return VisibleItems.visible(
      count: rows.count, each: 1, gap: 0, room: listArea(area).height, marker: 0,
      focus: (isUnderHeading ? place - 1 : place)..<place + 1)
  }

  /// The number of the item drawn at `point`; `nil` beside the items.
  public func item(at point: Point, in area: Rect) -> Int? {
    let list = listArea(area)
    guard list.contains(point) else { return nil }
    let rows = rows(of: matches)
    let shown = visible(rows, in: area)
    let place = shown.lowerBound + point.y - list.y
    guard shown.contains(place), case .item(let index) = rows[place] else { return nil }
    return index
  }

  /// Draws the list into `area`: the filter, a mark and a bar of colour for the selection, details at the right, and a
  /// mark at either end when there is more.
  public func draw(into frame: inout Frame, in area: Rect) {
    let area = area.intersection(frame.bounds)
    guard area.width >= 3, area.height >= 1 else { return }
    if showsFilter { drawFilter(into: &frame, in: area.splitTop(1).top) }
    let list = listArea(area)
    let rows = rows(of: matches)
    if rows.isEmpty, list.height > 0 {
      frame.write(
        items.isEmpty ? "nothing here" : "nothing matches", x: list.x, y: list.y, .quiet, limit: list.width)
    }
    let shown = visible(rows, in: area)
    for (offset, place) in shown.enumerated() {
      let row = list.splitTop(offset).rest.splitTop(1).top
      switch rows[place] {
      case .heading(let text): frame.write(text, x: row.x, y: row.y, .heading, limit: row.width - 2)
      case .item(let index): draw(index, in: row, into: &frame)
      }
    }
    guard shown.count > 1 else { return }
    if shown.lowerBound > 0 { frame.put("↑", x: list.right - 1, y: list.y, .quiet) }
    if shown.upperBound < rows.count {
      frame.put("↓", x: list.right - 1, y: list.y + shown.count - 1, .quiet)
    }
  }

  private func draw(_ index: Int, in row: Rect, into frame: inout Frame) {
    guard !row.isEmpty else { return }
    let isSelected = index == selection
    let paint: Paint = isSelected ? .selection : .plain
    if isSelected {
      frame.fill(row, Style(.plain, on: paint))
      frame.put("▸", x: row.x, y: row.y, Style(.accent, on: paint, .bold))
    }
    let room = row.width - 3
    let end = frame.write(
      items[index].title, x: row.x + 2, y: row.y, Style(.plain, on: paint, isSelected ? .bold : []),
      limit: room)
    // A detail that would be cut says less than none.
    let detail = items[index].detail
    let columns = TextWidth.columns(of: detail)
    guard columns > 0, columns <= row.right - 2 - end - 1 else { return }
    frame.write(
      detail, x: row.right - 2 - columns, y: row.y, Style(isSelected ? .plain : .quiet, on: paint),
      limit: columns)
  }

  private func drawFilter(into frame: inout Frame, in row: Rect) {
    guard row.width >= 4, row.height > 0 else { return }
    frame.put("/", x: row.x, y: row.y, .accent)
    let end = frame.write(filter, x: row.x + 1, y: row.y, limit: row.width - 2)
    let hidden = items.count - matches.count
    if hidden > 0 {
      let said = "\(hidden) hidden"
      let start = row.right - 2 - TextWidth.columns(of: said)
      if start > end + 1 { frame.write(said, x: start, y: row.y, .quiet) }
    }
    if isFiltering { frame.cursor = Point(x: end, y: row.y) }
  }
}
