import TerminalUI

/// Where the parts that every lab has stand on a screen.
///
/// From the top: title, settings, body; from the bottom: footer, scrub bar, message, and the lines of arithmetic. Beyond
/// the largest usual screens the whole is a card in the middle, since long lines are hard to follow.
struct LabLayout: Equatable, Sendable {
  /// Name of the lab, of what it shows, and of the variant that runs.
  let title: Rect
  /// The settings line.
  let settings: Rect
  /// The picture, with the text panel when there is room for one.
  let body: Rect
  /// Lines that show the numbers at work.
  let arithmetic: Rect
  /// The answer to the last key, the open line editor, or a hint; on large screens a second row that is empty unless the
  /// sentence is long.
  let message: Rect
  /// The timeline's bar.
  let scrubBar: Rect
  /// The keys that work now.
  let footer: Rect

  /// Parts for a screen of `size` with `arithmeticRows` lines of arithmetic.
  init(size: Size, arithmeticRows: Int) {
    let card = Rect(size).centred(Size(width: 240, height: 67))
    let content = card.inset(dx: card.width >= 100 ? 3 : 1, dy: 0)
    let isAiry = card.height >= 30
    var rest = content
    func top(_ rows: Int) -> Rect {
      let (taken, left) = rest.splitTop(rows)
      rest = left
      return taken
    }
    func bottom(_ rows: Int) -> Rect {
      let (left, taken) = rest.splitBottom(rows)
      rest = left
      return taken
    }
    if isAiry { _ = top(1) }
    title = top(1)
    if isAiry { _ = top(1) }
    settings = top(1)
    if card.height >= 22 { _ = top(1) }
    if isAiry { _ = bottom(1) }
    footer = bottom(1)
    if isAiry { _ = bottom(1) }
    scrubBar = bottom(1)
    message = bottom(isAiry ? 2 : 1)
    if isAiry { _ = bottom(1) }
    arithmetic = bottom(arithmeticRows)
    if isAiry { _ = bottom(1) }
    body = rest
  }

  /// Parts for a picture of `size` inside another screen: no title, settings, message and keys.
  init(embeddedIn size: Size, arithmeticRows: Int) {
    let area = Rect(size).inset(dx: 1, dy: 0)
    let nothing = Rect(x: area.x, y: area.y, width: area.width, height: 0)
    (title, settings, message, footer) = (nothing, nothing, nothing, nothing)
    let (rest, bar) = area.splitBottom(1)
    scrubBar = bar
    // Where rows are scarce the picture comes before the arithmetic.
    (body, arithmetic) = rest.splitBottom(min(arithmeticRows, rest.height < 11 ? 1 : 2))
  }
}
