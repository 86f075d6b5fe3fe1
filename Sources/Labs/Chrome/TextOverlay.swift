import TerminalUI

/// A card of text over the middle of a lab: the description in words, the library code, the scene string.
struct TextOverlay: Equatable, Sendable {
  /// A part of the card.
  enum Block: Equatable, Sendable {
    /// Words, wrapped to the card.
    case words(String)
    /// A heading.
    case heading(String)
    /// Lines of Python to be copied; those that do not fit go on where Python lets them.
    case code([String])
    /// A command for a shell, to be copied; where it does not fit it goes on as shells allow.
    case command(String)
  }

  private let title: String
  private let blocks: [Block]
  private var scroll = 0

  /// A card called `title` made of `blocks`.
  init(title: String, _ blocks: [Block]) {
    (self.title, self.blocks) = (title, blocks)
  }

  private func lines(width: Int) -> [(text: String, style: Style)] {
    var lines: [(String, Style)] = []
    var isUnderHeading = false
    for block in blocks {
      if !lines.isEmpty, !isUnderHeading { lines.append(("", .plain)) }
      isUnderHeading = false
      switch block {
      case .words(let text):
        lines += TextWrap.lines(text, width: width).map { ($0, Style(.plain, on: .overlay)) }
      case .heading(let text):
        lines.append((text, Style(.heading, on: .overlay, .bold)))
        isUnderHeading = true
      case .code(let texts):
        lines += texts.flatMap { PythonText.lines($0, width: width) }
          .flatMap { Self.pieces(of: $0, width: width) }.map { ($0, Style(.key, on: .overlay)) }
      case .command(let text):
        lines += SceneCommand.lines(text, width: width)
          .flatMap { Self.pieces(of: $0, width: width) }.map { ($0, Style(.key, on: .overlay)) }
      }
    }
    return lines
  }

  /// What cannot be continued in a line of its own is cut at the edge.
  private static func pieces(of line: String, width: Int) -> [String] {
    var pieces: [String] = []
    var rest = line
    while TextWidth.columns(of: rest) > width, width > 0 {
      let head = TextWrap.prefix(of: rest, columns: width)
      guard !head.isEmpty else { break }
      pieces.append(head)
      rest.unicodeScalars.removeFirst(head.unicodeScalars.count)
    }
    return pieces + [rest]
  }

  /// As wide as words are read well, or as what is to be copied needs.
  private func width(on size: Size) -> Int {
    let copied = blocks.flatMap { block -> [String] in
      switch block {
      case .code(let lines): lines
      case .command(let command): [command]
      case .words, .heading: []
      }
    }
    let longest = copied.map { TextWidth.columns(of: $0) }.max() ?? 0
    return min(max(76, longest + 6), size.width - 4)
  }
  private static let frameRows = 4

  private func area(on size: Size, lineCount: Int) -> Rect {
    Rect(size).inset(dx: 1, dy: 1)
      .centred(Size(width: width(on: size), height: lineCount + Self.frameRows))
  }

  /// Moves the view by `rows`, within what there is to see on a screen of `size`.
  mutating func scroll(by rows: Int, on size: Size) {
    let count = lines(width: width(on: size) - 6).count
    let hidden = max(0, count - max(1, area(on: size, lineCount: count).height - Self.frameRows))
    scroll = min(max(0, scroll + rows), hidden)
  }

  func draw(into frame: inout Frame) {
    let lines = lines(width: width(on: frame.size) - 6)
    let area = area(on: frame.size, lineCount: lines.count)
    guard area.width >= 20, area.height > Self.frameRows else { return }
    // A margin keeps the card apart from what it lies on.
    frame.fill(
      Rect(x: area.x - 2, y: area.y, width: area.width + 4, height: area.height), Style(.plain, on: .overlay))
    frame.box(area, Style(.border, on: .overlay), stroke: .round)
    frame.write(" \(title) ", centredIn: area, Style(.heading, on: .overlay, .bold))
    let rows = area.height - Self.frameRows
    let first = min(scroll, max(0, lines.count - rows))
    for (offset, line) in lines[first..<min(first + rows, lines.count)].enumerated() {
      let text = frame.look.spelled(line.text, within: area.width - 6)
      frame.write(
        text, x: area.x + 3, y: area.y + 2 + offset, line.style.on(.overlay), limit: area.width - 6)
    }
    let more = first + rows < lines.count ? "  ↓ more" : ""
    frame.write(" esc closes\(more) ", centredIn: area, row: area.height - 1, Style(.quiet, on: .overlay))
  }
}
