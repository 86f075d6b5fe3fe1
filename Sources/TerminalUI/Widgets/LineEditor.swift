/// One editable line: the only place where text is typed, whatever it is for.
///
/// The value is a plain string with a cursor; what the text means is decided by who opened the editor.
public struct LineEditor: Equatable, Sendable {
  /// What the editor's keys lead to.
  public enum Outcome: Equatable, Sendable {
    /// Go on editing.
    case editing
    /// The user confirmed this text.
    case accepted(String)
    /// The user gave up; nothing changes.
    case cancelled
  }

  /// The text so far.
  public private(set) var text: String
  /// Number of characters before the cursor.
  public private(set) var cursor: Int
  /// What is being asked for.
  public let prompt: String
  /// Why the text was refused; cleared by the next change.
  public var complaint: String?
  private let limit: Int
  /// Whether the text is still the one that was proposed: typing replaces it, moving in it keeps it.
  private var isProposal: Bool

  /// An editor asking for `prompt`, proposing `text` with the cursor at its end; at most `limit` characters. What is typed
  /// first takes the place of the proposal, unless the cursor was moved in it before.
  public init(prompt: String, text: String = "", limit: Int = 10_000) {
    self.prompt = prompt
    self.limit = limit
    self.text = String(LineEditor.clean(text).prefix(limit))
    cursor = self.text.count
    isProposal = !self.text.isEmpty
  }

  /// Printing characters only; line feeds and tabs become spaces.
  private static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" || scalar == "\r" {
        result.append(" ")
      } else if !TextWidth.isControl(scalar), TextWidth.columns(of: scalar) > 0 {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private mutating func insert(_ addition: String) {
    if isProposal { (text, cursor) = ("", 0) }
    let clean = LineEditor.clean(addition).prefix(max(0, limit - text.count))
    var characters = Array(text)
    characters.insert(contentsOf: clean, at: cursor)
    // Counted again, because a mark may join the character before it.
    let tail = text.count - cursor
    text = String(characters)
    cursor = max(0, text.count - tail)
    complaint = nil
  }

  private mutating func remove(_ range: Range<Int>) {
    var characters = Array(text)
    characters.removeSubrange(range)
    text = String(characters)
    cursor = min(range.lowerBound, text.count)
    complaint = nil
  }

  /// Takes one event; ticks, sizes and the mouse are ignored.
  public mutating func update(_ event: Event) -> Outcome {
    switch event {
    case .paste(let pasted):
      insert(pasted)
      isProposal = false
    case .key(let key):
      defer { isProposal = false }
      return update(key)
    case .mouse, .tick, .resized, .message, .closed: break
    }
    return .editing
  }

  private mutating func update(_ key: Key) -> Outcome {
    switch key {
    case .enter: return .accepted(text)
    case .escape, .control("c"), .control("g"): return .cancelled
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .backspace: if cursor > 0 { remove(cursor - 1..<cursor) }
    case .delete, .control("d"): if cursor < text.count { remove(cursor..<cursor + 1) }
    case .control("u"): remove(0..<cursor)
    case .control("k"): remove(cursor..<text.count)
    case .control("w"): remove(wordStart..<cursor)
    case .character(let character): insert(String(character))
    case .up, .down, .tab, .backTab, .pageUp, .pageDown, .function, .control: break
    }
    return .editing
  }

  private var wordStart: Int {
    let before = Array(text.prefix(cursor))
    var index = before.count
    while index > 0, before[index - 1] == " " { index -= 1 }
    while index > 0, before[index - 1] != " " { index -= 1 }
    return index
  }

  /// Draws prompt and text into the first line of `area`, and the complaint below when there is a second line.
  public func draw(into frame: inout Frame, in area: Rect, _ style: Style = .plain) {
    guard area.width > 4, area.height > 0 else { return }
    let promptEnd = frame.write(
      prompt + " ", x: area.x, y: area.y, Style.accent.on(style.background), limit: area.width / 2)
    let room = area.right - promptEnd
    let characters = Array(text)
    // The view follows the cursor: the part shown ends just after it.
    var first = 0
    while TextWidth.columns(of: String(characters[first..<cursor])) > room - 2, first < cursor { first += 1 }
    let visible = TextWrap.prefix(of: String(characters[first...]), columns: room - 1)
    frame.write(visible, x: promptEnd, y: area.y, isProposal ? style.on(.selection) : style)
    frame.cursor = Point(
      x: promptEnd + TextWidth.columns(of: String(characters[first..<cursor])), y: area.y)
    if let complaint, area.height > 1 {
      frame.write(complaint, x: area.x, y: area.y + 1, Style(.wrong, on: style.background), limit: area.width)
    }
  }
}
