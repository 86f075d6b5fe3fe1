extension Key {
  /// The key as the footer and the help name it: one glyph where there is one, else a short word.
  public var label: String {
    switch self {
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .enter: "enter"
    case .escape: "esc"
    case .tab: "tab"
    case .backTab: "shift-tab"
    case .backspace: "backspace"
    case .delete: "del"
    case .home: "home"
    case .end: "end"
    case .pageUp: "pgup"
    case .pageDown: "pgdn"
    case .function(let number): "F\(number)"
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let character): "^\(character.uppercased())"
    }
  }

  /// Labels of keys as terminals with `glyphs` show them: without arrows these have names, since `<` and `>` are keys too.
  static func shown(_ labels: String, _ glyphs: GlyphLevel) -> String {
    guard glyphs == .ascii else { return labels }
    let names: [Character: String] = ["←": "left", "→": "right", "↑": "up", "↓": "down"]
    var shown = ""
    for label in labels {
      guard let name = names[label] else {
        shown.append(label)
        continue
      }
      // Two arrows that share a label stand side by side.
      if let last = shown.last, last != " " { shown += "/" }
      shown += name
    }
    return shown
  }

  /// The key that a script names: `up down left right space enter escape tab backspace home end pageup pagedown`,
  /// `delete`, `backtab`, `f1`, `ctrl-p`, or a single character. `nil` for any other word.
  public init?(named name: String) {
    let named: [String: Key] = [
      "up": .up, "down": .down, "left": .left, "right": .right, "space": .space, "enter": .enter,
      "escape": .escape, "tab": .tab, "backtab": .backTab, "backspace": .backspace, "delete": .delete,
      "home": .home, "end": .end, "pageup": .pageUp, "pagedown": .pageDown,
    ]
    if let key = named[name.lowercased()], name.count > 1 {
      self = key
    } else if name.count == 1, let character = name.first,
      character.unicodeScalars.allSatisfy({ !TextWidth.isControl($0) })
    {
      self = .character(character)
    } else if name.count <= 3, name.first == "f", let number = Int(name.dropFirst()), 1...12 ~= number {
      self = .function(number)
    } else if name.count == 6, name.lowercased().hasPrefix("ctrl-"), let letter = name.lowercased().last,
      "a"..."z" ~= letter
    {
      self = .control(letter)
    } else {
      return nil
    }
  }
}
