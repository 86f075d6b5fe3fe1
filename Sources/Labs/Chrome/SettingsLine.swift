import TerminalUI

/// The settings of a lab in one line, each after the key that raises it: `p padding 1   s stride 2`.
struct SettingsLine: Equatable, Sendable {
  /// One setting.
  struct Item: Equatable, Sendable {
    /// The key that raises it.
    let key: String
    /// Its name, and a shorter one for narrow screens.
    let name, shortName: String
    /// Its value as shown.
    let value: String
    /// Whether it differs from what the lab starts with.
    let isChanged: Bool

    /// `name` stands at `value`; `key` changes it.
    init(
      _ key: String, _ name: String, short shortName: String? = nil, _ value: String, isChanged: Bool = false
    ) {
      (self.key, self.name, self.shortName) = (key, name, shortName ?? name)
      (self.value, self.isChanged) = (value, isChanged)
    }

    func columns(isShort: Bool) -> Int {
      let name = isShort ? shortName : name
      return TextWidth.columns(of: key) + 1 + (name.isEmpty ? 0 : TextWidth.columns(of: name) + 1)
        + TextWidth.columns(of: value)
    }
  }

  private let items: [Item]

  /// The line of `items`, the most important first.
  init(_ items: [Item]) { self.items = items }

  /// Gaps and names shrink before settings are left out.
  private func arrangement(columns: Int) -> (isShort: Bool, gap: Int) {
    for (isShort, gap) in [(false, 4), (false, 3), (false, 2), (true, 3)] {
      let total = items.reduce(-gap) { $0 + $1.columns(isShort: isShort) + gap }
      if total <= columns { return (isShort, gap) }
    }
    return (true, 2)
  }

  private func visit(in row: Rect, _ body: (Item, Int, Bool) -> Void) {
    let (isShort, gap) = arrangement(columns: row.width)
    var x = row.x
    for item in items {
      let columns = item.columns(isShort: isShort)
      guard x + columns <= row.right else { return }
      body(item, x, isShort)
      x += columns + gap
    }
  }

  /// The key of the setting at `point`; `nil` beside them.
  func key(at point: Point, in row: Rect) -> Key? {
    guard row.contains(point) else { return nil }
    var key: Key?
    visit(in: row) { item, x, isShort in
      guard (x..<x + item.columns(isShort: isShort)).contains(point.x) else { return }
      key = item.key.count == 1 ? item.key.first.map(Key.character) : nil
    }
    return key
  }

  /// Draws the settings into the first line of `row`, as many as fit.
  func draw(into frame: inout Frame, in row: Rect) {
    guard !row.isEmpty else { return }
    visit(in: row) { item, start, isShort in
      var x = frame.write(item.key, x: start, y: row.y, Style(.key, .bold)) + 1
      let name = isShort ? item.shortName : item.name
      if !name.isEmpty { x = frame.write(name, x: x, y: row.y, .quiet) + 1 }
      frame.write(item.value, x: x, y: row.y, item.isChanged ? Style(.plain, .bold) : .plain)
    }
  }
}
