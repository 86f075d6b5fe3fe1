/// The last line of a lab: the keys that work now, as many as fit.
public struct Footer: Sendable {
  private let entries: [FooterEntry]
  private let trailing: [FooterEntry]

  /// `entries` from the left in order of importance; `trailing` is always kept, at the end (help and the way out).
  public init(_ entries: [FooterEntry], trailing: [FooterEntry] = []) {
    self.entries = entries
    self.trailing = trailing
  }

  private static func width(_ entry: FooterEntry) -> Int {
    TextWidth.columns(of: entry.keys) + 1 + TextWidth.columns(of: entry.label)
  }

  private static func shown(_ entries: [FooterEntry], _ look: Look) -> [FooterEntry] {
    entries.map { FooterEntry(keys: Key.shown($0.keys, look.glyphs), label: $0.label) }
  }

  /// Draws the line into `row`; entries that do not fit are left out from the end.
  public func draw(into frame: inout Frame, in row: Rect) {
    guard !row.isEmpty else { return }
    let gap = 2
    let (entries, trailing) = (
      Footer.shown(entries, frame.look), Footer.shown(trailing, frame.look)
    )
    var room = row.width - trailing.reduce(0) { $0 + Footer.width($1) + gap } + (trailing.isEmpty ? 0 : gap)
    var shown: [FooterEntry] = []
    for entry in entries {
      let width = Footer.width(entry) + gap
      guard width <= room else { break }
      room -= width
      shown.append(entry)
    }
    var x = row.x
    for entry in shown + trailing {
      let width = Footer.width(entry)
      guard x + width <= row.right else { return }
      x = frame.write(entry.keys, x: x, y: row.y, Style(.key, .bold)) + 1
      x = frame.write(entry.label, x: x, y: row.y, .quiet) + gap
    }
  }
}
