import TerminalUI

/// A frame as a person reads it in `Screens/`: its text, and below it, place for place, what each glyph is painted with,
/// what lies behind it and which attributes it has, a letter for each. Paints are purposes, so themes make no
/// difference. A plane in which nothing is out of the ordinary is left out.
///
///      input 3x3            the text
///       1  2  3
///
///     --- ink ---           . is ordinary text
///      hhhhhhhhh
///       .  .  .
///
///     --- behind ---        the second row lies in the window
///
///     wwwwwwwww
///     --- letters ---
///     ink: h heading
///     behind: w window
public struct RecordedScreen: Equatable, Sendable {
  /// The rows of the text and of the planes, under their names, from the top; the text has none.
  public let parts: [(name: String, rows: [String])]

  /// What is recorded of `frame`.
  public init(_ frame: Frame) {
    var parts = [
      (name: "", rows: frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    ]
    var letters: [String] = []
    for plane in Plane.allCases {
      let rows = (0..<frame.size.height).map { y in
        String((0..<frame.size.width).map { plane.letter(of: frame[$0, y]) }).trimmingTrailingSpaces
      }
      let used = Set(rows.joined()).subtracting(" .")
      guard !used.isEmpty else { continue }
      parts.append(("--- \(plane.rawValue) ---", rows))
      let meanings = Set(used.map(plane.meaning)).sorted()
      letters.append("\(plane.rawValue): \(meanings.joined(separator: ", "))")
    }
    if let cursor = frame.cursor { letters.append("cursor: column \(cursor.x), row \(cursor.y)") }
    if !letters.isEmpty { parts.append(("--- letters ---", letters)) }
    self.parts = parts
  }

  /// The whole of it, as it stands in a file.
  public var text: String {
    parts.map { part in (part.name.isEmpty ? [] : [part.name]) + part.rows }
      .joined().map { $0 + "\n" }.joined()
  }

  /// Screens are equal when a reader sees no difference.
  public static func == (a: RecordedScreen, b: RecordedScreen) -> Bool { a.text == b.text }

  /// Where `recorded` first tells another story, and both stories.
  public func firstDifference(from recorded: String) -> String {
    let wanted = recorded.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var line = 0
    for part in parts {
      if !part.name.isEmpty { line += 1 }
      for (row, drawn) in part.rows.enumerated() {
        let expected = line < wanted.count ? wanted[line] : "nothing"
        if drawn != expected {
          let place = part.name.isEmpty ? "" : "\(part.name) "
          return "\(place)row \(row) \(parts[0].rows[min(row, parts[0].rows.count - 1)])"
            + "\n  drawn    \(drawn)\n  expected \(expected)"
        }
        line += 1
      }
    }
    return "\(line) lines drawn, \(max(0, wanted.count - 1)) expected"
  }
}

/// What of a cell's style is recorded side by side.
private enum Plane: String, CaseIterable {
  case ink, behind, attributes

  /// The letter for this part of how `cell` looks; a blank where nothing of it is seen.
  func letter(of cell: Cell) -> Character {
    let style = cell.style
    // A glyph of two columns is seen in both.
    let isBlank = (cell.glyph == " " || cell.glyph == "\u{2800}") && !cell.isContinuation
    let isSeen = !isBlank || !style.attributes.isDisjoint(with: [.underline, .reverse])
    switch self {
    case .ink: return isSeen ? style.foreground.letter : " "
    case .behind: return style.background == .plain ? " " : style.background.letter
    case .attributes: return isSeen ? Plane.attributeLetters[Int(style.attributes.rawValue)] : " "
    }
  }

  /// `letter` and what it stands for in this plane.
  func meaning(of letter: Character) -> String {
    switch self {
    case .ink, .behind: Paint.meaning(of: letter)
    case .attributes: Plane.attributeMeaning(of: letter)
    }
  }

  private static let attributeNames: [(Style.Attributes, String)] = [
    (.bold, "bold"), (.dim, "dim"), (.underline, "underlined"), (.reverse, "reversed"),
  ]
  /// By the bits of the set: none, bold, dim, both and so on.
  private static let attributeLetters = Array(" bdBuUvVrRsStTwW")

  private static func attributeMeaning(of letter: Character) -> String {
    let bits = attributeLetters.firstIndex(of: letter) ?? 0
    let set = Style.Attributes(rawValue: UInt8(bits))
    let names = attributeNames.filter { set.contains($0.0) }.map(\.1)
    return "\(letter) \(names.joined(separator: " and "))"
  }
}

extension Paint {
  /// The named purposes in the order of their indices.
  private static let purposes: [(letter: Character, name: String)] = [
    (".", "plain"), ("q", "quiet"), ("a", "accent"), ("h", "heading"), ("p", "positive"), ("n", "negative"),
    ("w", "window"), ("z", "padding"), ("u", "unused"), ("r", "right"), ("x", "wrong"), ("i", "hint"),
    ("s", "selection"), ("o", "overlay"), ("b", "border"), ("k", "key"), ("f", "forward"), ("g", "backward"),
  ]
  /// The series and the ramps, each with its indices and its letters from one end to the other.
  private static let ramps: [(indices: Range<Int>, letters: [Character], name: String)] = [
    (32..<44, Array("ABCDEFGHIJKL"), "series"),
    (48..<64, Array("ⓐⓑⓒⓓⓔⓕⓖⓗ"), "pencil"),
    (64..<128, Array("0123456789"), "heat"),
    (128..<193, Array("₀₁₂₃₄₅₆₇₈₉"), "diverging"),
    (193..<209, Array("⁰¹²³⁴⁵⁶⁷⁸⁹"), "shade"),
    (209..<240, Array("αβγδεζηθικ"), "signed shade"),
    (240..<256, Array("MNOPQRSTUV"), "marked shade"),
    (256..<264, Array("ⓘⓙⓚⓛⓜⓝⓞⓟ"), "heat behind strokes"),
    // xterm's cube of 6x6x6, by its red, and its greys.
    (272..<488, Array("①②③④⑤⑥"), "pixel, from no red to all of it"),
    (488..<512, Array("⓪⑩⑪⑫⑬⑭⑮⑯⑰⑱"), "grey pixel"),
  ]

  /// One letter: that of the purpose, or of the part of the ramp.
  fileprivate var letter: Character {
    let index = Int(index)
    if index < Paint.purposes.count { return Paint.purposes[index].letter }
    guard let ramp = Paint.ramps.first(where: { $0.indices.contains(index) }) else { return "?" }
    return ramp.letters[(index - ramp.indices.lowerBound) * ramp.letters.count / ramp.indices.count]
  }

  /// `letter`, or the letters of its ramp, and what they stand for.
  fileprivate static func meaning(of letter: Character) -> String {
    if let purpose = purposes.first(where: { $0.letter == letter }) { return "\(letter) \(purpose.name)" }
    for ramp in ramps {
      guard let place = ramp.letters.firstIndex(of: letter) else { continue }
      return ramp.name == "series"
        ? "\(letter) series \(place)"
        : "\(ramp.letters[0]) to \(ramp.letters[ramp.letters.count - 1]) \(ramp.name)"
    }
    return "unknown"
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String { String(reversed().drop { $0 == " " }.reversed()) }
}
