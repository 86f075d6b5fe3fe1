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

  /// What is being asked for.
  public let prompt: String
  /// Why the text was refused; cleared by the next change.
  public var complaint: String?
  /// The text on both sides of the cursor, where it is changed: so a key costs the same however long the text is.
  private var before = ""
  private var after = ""
  /// How many Unicode scalars may still be typed.
  private var room: Int
  /// Whether the text is still the one that was proposed: typing replaces it, moving in it keeps it.
  private var isProposal: Bool

  /// An editor asking for `prompt`, proposing `text` with the cursor at its end; at most `limit` Unicode scalars. What is
  /// typed first takes the place of the proposal, unless the cursor was moved in it before.
  public init(prompt: String, text: String = "", limit: Int = 10_000) {
    (self.prompt, room, isProposal) = (prompt, limit, false)
    insert(text)
    isProposal = !before.isEmpty
  }

  /// The text so far.
  public var text: String { before + after }
  /// Number of characters before the cursor.
  public var cursor: Int { before.count }

  /// Whether a scalar may be typed: it takes columns and steers nothing.
  static func isTypable(_ scalar: Unicode.Scalar) -> Bool {
    !TextWidth.isControl(scalar) && TextWidth.columns(of: scalar) > 0
  }

  /// Puts `addition` before the cursor, as far as there is room: printing characters only; line feeds and tabs become
  /// spaces.
  private mutating func insert(_ addition: String) {
    if isProposal {
      room += before.unicodeScalars.count + after.unicodeScalars.count
      (before, after) = ("", "")
    }
    for scalar in addition.unicodeScalars where room > 0 {
      let isBlank = scalar == "\n" || scalar == "\t" || scalar == "\r"
      guard isBlank || LineEditor.isTypable(scalar) else { continue }
      before.unicodeScalars.append(isBlank ? " " : scalar)
      room -= 1
    }
    complaint = nil
  }

  /// Removes the text before the cursor from the character at `start` on.
  private mutating func removeBefore(from start: String.Index) {
    room += before[start...].unicodeScalars.count
    before.removeSubrange(start...)
    complaint = nil
  }

  /// Removes the text behind the cursor up to the character at `end`.
  private mutating func removeAfter(upTo end: String.Index) {
    room += after[..<end].unicodeScalars.count
    after.removeSubrange(..<end)
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
    case .left, .control("b"):
      if let character = before.popLast() { after.insert(character, at: after.startIndex) }
    case .right, .control("f"): if !after.isEmpty { before.append(after.removeFirst()) }
    case .home, .control("a"): (before, after) = ("", text)
    case .end, .control("e"): (before, after) = (text, "")
    case .backspace: if !before.isEmpty { removeBefore(from: before.index(before: before.endIndex)) }
    case .delete, .control("d"): if !after.isEmpty { removeAfter(upTo: after.index(after: after.startIndex)) }
    case .control("u"): removeBefore(from: before.startIndex)
    case .control("k"): removeAfter(upTo: after.endIndex)
    case .control("w"): removeBefore(from: wordStart)
    case .character(let character): insert(String(character))
    case .up, .down, .tab, .backTab, .pageUp, .pageDown, .function, .control: break
    }
    return .editing
  }

  private var wordStart: String.Index {
    let word = before.lastIndex { $0 != " " } ?? before.startIndex
    return before[..<word].lastIndex(of: " ").map(before.index(after:)) ?? before.startIndex
  }

  /// Draws prompt and text into the first line of `area`, and the complaint below when there is a second line.
  public func draw(into frame: inout Frame, in area: Rect, _ style: Style = .plain) {
    guard area.width > 4, area.height > 0 else { return }
    let promptEnd = frame.write(
      prompt + " ", x: area.x, y: area.y, Style.accent.on(style.background),
      limit: max(area.width / 2, area.width - 16))
    let room = area.right - promptEnd
    // The view follows the cursor: the part shown ends just after it. Only what is shown is looked at.
    var used = 0
    let shown = before.reversed().prefix { character in
      used += TextWidth.columns(of: String(character))
      return used <= room - 2
    }
    let left = String(shown.reversed())
    let columns = TextWidth.columns(of: left)
    let right = TextWrap.prefix(of: after, columns: max(0, room - 1 - columns))
    frame.write(left + right, x: promptEnd, y: area.y, isProposal ? style.on(.selection) : style)
    frame.cursor = Point(x: promptEnd + columns, y: area.y)
    if let complaint, area.height > 1 {
      frame.write(complaint, x: area.x, y: area.y + 1, Style(.wrong, on: style.background), limit: area.width)
    }
  }
}
