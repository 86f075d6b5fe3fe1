import TerminalUI

/// The frame around a list: title above, keys below, in the middle of the screen.
enum MenuCard {
  private static let width = 76

  /// The card for a list of `rows` on a screen of `size`; smaller where there is no room.
  static func area(on size: Size, rows: Int) -> Rect {
    Rect(size).inset(dx: 1, dy: 0).centred(Size(width: width, height: rows + 8))
  }

  /// The list's part of the card.
  static func content(_ card: Rect) -> Rect {
    let inner = card.inset(dx: card.width >= 70 ? 1 : 0, dy: 0)
    // The list's first row is its filter's, which stands empty most of the time.
    return inner.splitTop(2).rest.splitBottom(4).rest
  }

  static func draw(
    title: String, subtitle: String, message: Toast?, hint: String = "", footer: [FooterEntry],
    isFiltering: Bool, into frame: inout Frame, _ card: Rect
  ) {
    let x = content(card).x
    let end = frame.write(title, x: x, y: card.y, .heading, limit: card.width)
    frame.write(subtitle, x: end + 2, y: card.y, .quiet, limit: max(0, card.right - end - 2))
    frame.horizontalLine(x: x, y: card.y + 1, length: content(card).width)
    let width = content(card).width
    frame.horizontalLine(x: x, y: card.bottom - 4, length: width)
    for (row, line) in frame.lines(of: message?.text ?? hint, width: width).prefix(2).enumerated() {
      frame.write(line, x: x, y: card.bottom - 3 + row, message?.style ?? Style(.hint), limit: width)
    }
    Footer(isFiltering ? ListHelp.filtering : footer, trailing: isFiltering ? [] : CommonAction.trailing)
      .draw(into: &frame, in: Rect(x: x, y: card.bottom - 1, width: content(card).width, height: 1))
  }
}

/// What the keys of every list do.
enum ListHelp {
  /// The keys that leave a list.
  static let leaving: [Key] = [.character("q"), .escape, .left, .backspace]
  static let filter = FooterEntry(keys: "/", label: "filter")

  /// The keys while the filter is typed: letters go there.
  static let filtering = [
    FooterEntry(keys: "enter", label: "open"), FooterEntry(keys: "↑↓", label: "choose"),
    FooterEntry(keys: "esc", label: "show all"),
  ]

  static let sections = [
    HelpSection(
      title: "List",
      rows: [
        HelpSection.Row(keys: "↑ ↓ j k", text: "choose"),
        HelpSection.Row(keys: "pgup pgdn home end g G", text: "far moves"),
        HelpSection.Row(keys: "enter space →", text: "open what is chosen"),
        HelpSection.Row(keys: "/", text: "show only what contains the words typed; esc shows all"),
      ])
  ]
}
